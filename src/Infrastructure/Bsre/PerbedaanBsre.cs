using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>
/// The work items of differences between BSrE and the board: opened once for a difference, closed by themselves when it is gone. Works in the caller's transaction.
/// </summary>
public static class PerbedaanBsre
{
    /// <summary>How old an answer may be that speaks of somebody before step 4: only BSrE and the person change it.</summary>
    public static TimeSpan Umur { get; } = TimeSpan.FromHours(24);

    /// <summary>An answer younger than this need not be asked for again when somebody comes to look.</summary>
    public static TimeSpan Segar { get; } = TimeSpan.FromMinutes(5);

    private static readonly JenisButirKerja[] Jenis = [JenisButirKerja.PerbedaanBsre, JenisButirKerja.SudahBersertifikat];

    /// <summary>Whether a work item is one of these.</summary>
    public static bool Milik(JenisButirKerja jenis) => Jenis.Contains(jenis);

    /// <summary>What the last answer means for the request as it stands now; nothing when it is too old or about another stage.</summary>
    public static async Task<PenilaianStatus> NilaiAsync(KlatenDb db, Permohonan p, KeadaanBsre? keadaan, DateTimeOffset kini, CancellationToken ct)
    {
        if (keadaan is not { Status: not null, DijawabPada: { } dijawab } || !PenilaiStatus.MasihBerlaku(p, dijawab, kini, Umur))
        {
            return PenilaianStatus.Kosong;
        }

        var link = await db.Set<LinkPemohon>().AsNoTracking().Where(l => l.PermohonanId == p.Id).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        var terdaftar = link is { Jenis: JenisLink.Passphrase } || await db.Set<LinkPemohon>().AnyAsync(l => l.PermohonanId == p.Id && l.Jenis == JenisLink.Aktivasi, ct);
        return PenilaiStatus.Nilai(p, await RiwayatAsync(db, p.Id, keadaan.NikSejak, ct), link, terdaftar);
    }

    /// <summary>The stretches of answers about the request's present NIK, oldest first.</summary>
    public static async Task<RiwayatStatus> RiwayatAsync(KlatenDb db, Guid permohonanId, DateTimeOffset sejak, CancellationToken ct)
    {
        var baris = await db.Set<JawabanTercatat>().AsNoTracking()
            .Where(j => j.PermohonanId == permohonanId && j.Berubah && j.Status != null && j.DitanyaPada >= sejak)
            .OrderBy(j => j.Id).Select(j => new { Status = j.Status!.Value, j.DitanyaPada, j.SebelumPada }).ToListAsync(ct);
        List<MasaStatus> masa = [];
        foreach (var b in baris.Where(b => masa.Count == 0 || masa[^1].Status != b.Status))
        {
            masa.Add(new(b.Status, b.DitanyaPada, b.SebelumPada));
        }

        return new RiwayatStatus(masa);
    }

    /// <summary>Opens, hands over or closes work items until they say what the judgement says.</summary>
    /// <param name="db">The caller's context; the row is added to it, closing goes straight to the database.</param>
    /// <param name="p">The request as it is now.</param>
    /// <param name="penilaian">What BSrE's answer means.</param>
    /// <param name="sejak">Since when BSrE gives this answer: who handled it since need not do so again.</param>
    /// <param name="kini">The database's clock.</param>
    /// <param name="oleh">Who closes; null for the portal itself.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether anything changed.</returns>
    internal static async Task<bool> SelaraskanAsync(
        KlatenDb db, Permohonan p, PenilaianStatus penilaian, DateTimeOffset sejak, DateTimeOffset kini, Guid? oleh, CancellationToken ct)
    {
        var semua = db.Set<ButirKerja>().Where(b => b.PermohonanId == p.Id && Jenis.Contains(b.Jenis));
        var terbuka = semua.Where(b => b.DitutupPada == null);
        var perlu = Perlu(p, penilaian.Tafsir);
        var basi = perlu is null ? terbuka : terbuka.Where(b => b.Jenis != perlu.Jenis);
        var berubah = await basi.ExecuteUpdateAsync(s => s.SetProperty(b => b.DitutupPada, kini).SetProperty(b => b.DitutupOleh, oleh), ct) > 0;
        if (perlu is null)
        {
            return berubah;
        }

        var untukId = perlu.Untuk == Peran.Verifikator ? p.VerifikatorId : null;
        if (await terbuka.AnyAsync(b => b.Jenis == perlu.Jenis, ct))
        {
            return await terbuka.Where(b => b.Jenis == perlu.Jenis && (b.Untuk != perlu.Untuk || b.UntukId != untukId))
                .ExecuteUpdateAsync(s => s.SetProperty(b => b.Untuk, perlu.Untuk).SetProperty(b => b.UntukId, untukId), ct) > 0 || berubah;
        }

        var mulai = sejak > p.SejakTahap ? sejak : p.SejakTahap;
        if (await semua.AnyAsync(b => b.Jenis == perlu.Jenis && b.DitutupOleh != null && b.DibukaPada >= mulai, ct))
        {
            return berubah;
        }

        db.Add(new ButirKerja { PermohonanId = p.Id, Jenis = perlu.Jenis, Untuk = perlu.Untuk, UntukId = untukId, DibukaPada = kini });
        return true;
    }

    /// <summary>
    /// After an act through the door: what was true of the former stage is no difference any more; an active certificate goes along to whoever holds the
    /// request next; at steps 3 and 4 BSrE is asked anew unless its answer is fresh.
    /// </summary>
    internal static async Task SetelahTindakanAsync(Terjadi t, CancellationToken ct)
    {
        var (db, p, kini) = (t.Db, t.Permohonan, t.Saat.Kini);
        if (t.Pengaturan.Sop.Otoritas != ModeOtoritas.Bsre)
        {
            return;
        }

        if (t.Kejadian.Perubahan.Any(u => u.Bidang == BidangPermohonan.Nik))
        {
            // What was answered was about somebody else's number.
            await db.Set<KeadaanBsre>().Where(k => k.PermohonanId == p.Id).ExecuteUpdateAsync(
                s => s.SetProperty(k => k.Status, (StatusBsre?)null).SetProperty(k => k.DijawabPada, (DateTimeOffset?)null).SetProperty(k => k.NikSejak, kini)
                    .SetProperty(k => k.GiliranPada, kini), ct);
        }

        if (t.Kejadian.Dari == t.Kejadian.Ke)
        {
            return;
        }

        if (t.Kejadian.Ke is Tahap.VerifikasiBerkas or Tahap.InputDataBsre)
        {
            await MintaAsync(db, p.Id, kini, ct);
        }

        var keadaan = await db.Set<KeadaanBsre>().AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == p.Id, ct);
        await SelaraskanAsync(db, p, await NilaiAsync(db, p, keadaan, kini, ct), keadaan?.DijawabPada ?? kini, kini, t.Pelaku.Id, ct);
    }

    /// <summary>Rings for an answer: the request is asked about next, unless its answer is fresh. Never waits for BSrE.</summary>
    internal static Task<int> MintaAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct)
    {
        var basi = kini - Segar;
        return db.Set<KeadaanBsre>().Where(k => k.PermohonanId == permohonanId && k.GiliranPada > kini && (k.DijawabPada == null || k.DijawabPada < basi))
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.GiliranPada, kini), ct);
    }

    /// <summary>Which work item the difference needs, and whose it is; null for none.</summary>
    private static ButirKerjaBaru? Perlu(Permohonan p, TafsirStatus tafsir) => tafsir switch
    {
        TafsirStatus.SudahBersertifikat => new(JenisButirKerja.SudahBersertifikat, Pemegang(p)),
        TafsirStatus.Mendahului or TafsirStatus.Bertentangan => new(
            JenisButirKerja.PerbedaanBsre, PenafsirStatus.SebelumBsre(p.Tahap) && p.Tahap != Tahap.InputDataBsre ? Peran.Kasi : Peran.Verifikator),
        _ => null,
    };

    /// <summary>Who holds the request in the office; the Kasi while the applicant does.</summary>
    private static Peran Pemegang(Permohonan p) => p.TahapSop.Menunggu is { } peran && AntreanQuery.PeranBerantrean.Contains(peran) ? peran : Peran.Kasi;
}
