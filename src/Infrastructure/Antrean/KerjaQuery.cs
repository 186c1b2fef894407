using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>Everything that an official sees of one request, and who looks.</summary>
/// <param name="SurelTerbukti">The applicant's proven mailbox now; null when the account's mailbox is not proven.</param>
/// <param name="Kini">The database's clock at the reading.</param>
public sealed record LembarKerja(
    Permohonan Permohonan, SuratMasuk? SuratMasuk, IReadOnlyList<Riwayat> Riwayat, IReadOnlyList<BerkasPermohonan> Berkas,
    IReadOnlyList<ButirKerja> ButirKerja, LinkPemohon? Link, Pelaku Pelaku, PengaturanPortal Setelan, string? SurelTerbukti, DateTimeOffset Kini)
{
    /// <summary>What BSrE said of the applicant and what it means now; nothing beside the sandbox.</summary>
    public KabarStatus Bsre { get; init; } = KabarStatus.Kosong;

    /// <summary>The rows of the table that this person may use now as an official.</summary>
    public IReadOnlyList<Aturan> Boleh => [.. Permohonan.YangBoleh(Pelaku, Setelan.Sop).Where(a => AntreanQuery.PeranBerantrean.Contains(a.Oleh))];

    /// <summary>The newest link, ended or not; null in the sandbox, where nothing is recorded afterwards.</summary>
    public LinkPemohon? LinkTerakhir { get; init; }

    /// <summary>The certificate that is renewed, changed or revoked; null for an issue.</summary>
    public SertifikatDituju? Sertifikat { get; init; }

    /// <summary>Now, for what is typed on this page: never before the database's clock at the reading, however long ago the portal measured it.</summary>
    public DateTimeOffset Sekarang(TimeProvider jam) => jam.GetUtcNow() is var kini && kini > Kini ? kini : Kini;

    /// <summary>The office works beside BSrE's own portal.</summary>
    public bool DiBsre => Setelan.Sop.Otoritas == ModeOtoritas.Bsre;

    /// <summary>The documents that show the applicant's identity open for this person.</summary>
    public bool BolehLihatIdentitas => Permohonan.BolehLihatIdentitas(Pelaku);
}

/// <summary>The certificate that a request is about.</summary>
/// <param name="Terbit">Its row of the register.</param>
/// <param name="Data">The data on which it was issued; empty once destroyed.</param>
/// <param name="PengajuNama">Who filed, where that is not the holder.</param>
public sealed record SertifikatDituju(SertifikatTerbit Terbit, DataPemohon Data, string? PengajuNama)
{
    /// <summary>The fields in which a request differs from the certificate's data; none once these are destroyed.</summary>
    public IReadOnlyList<Perubahan> Perubahan(DataPemohon baru) => Data.Nik.Length == 0 ? []
        : [.. Data.Nilai().Zip(baru.Nilai()).Where(p => p.First.Nilai != p.Second.Nilai).Select(p => new Perubahan(p.First.Bidang, p.First.Nilai, p.Second.Nilai))];
}

/// <summary>A verifikator who may be appointed, with what they have open.</summary>
/// <param name="Beban">Open requests appointed to them.</param>
/// <param name="DapatMasuk">A password is set; without one nobody could do the work.</param>
public sealed record BebanVerifikator(Guid Id, string Nama, int Beban, bool DapatMasuk = true);

/// <summary>Readings for the official's request page.</summary>
public sealed class KerjaQuery(IDbContextFactory<KlatenDb> pabrik, PengaturanService pengaturan)
{
    private static readonly Tahap[] TahapTerbuka = [.. AlurSop.SemuaTabel.SelectMany(a => a.Alur.SemuaTahap).Where(t => t.Terbuka && t.Tahap != Tahap.Draf).Select(t => t.Tahap).Distinct()];

    /// <summary>
    /// Notes in the audit that the person opened the request's data (once an opening of the page) and gives its receipt number.
    /// Null when there is no such request for this person: nothing is noted.
    /// </summary>
    public async Task<string?> CatatBukaAsync(Guid id, PelakuAudit oleh, CancellationToken ct = default)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        var peran = (await PeranResolver.AmbilAsync(db, oleh.Id, kini, ct)).FirstOrDefault(p => p.Peran != Peran.Pemohon);
        var resi = await db.Permohonan.Where(p => p.Id == id && p.Tahap != Tahap.Draf).Select(p => p.NomorResi).SingleOrDefaultAsync(ct);
        if (peran is not null && resi is not null && await db.Permohonan.AnyAsync(p => p.Id == id && (p.Tahap == Tahap.VerifikasiBerkas || p.Tahap == Tahap.InputDataBsre), ct))
        {
            // Rung for while the person reads: the answer is there before step 4 ends.
            await PerbedaanBsre.MintaAsync(db, id, kini, ct);
        }

        if (peran is null || resi is null)
        {
            return null;
        }

        db.CatatLihatData(oleh with { Peran = peran.Peran, Sebagai = peran.Sebagai }, id, "Halaman permohonan", kini);
        await db.SaveChangesAsync(ct);
        return resi;
    }

    /// <summary>The request as it is now; null when there is none for this person (drafts are the applicant's own).</summary>
    public async Task<LembarKerja?> BacaAsync(Guid id, Guid penggunaId, CancellationToken ct = default)
    {
        var setelan = await pengaturan.AmbilAsync(ct);
        await using var db = await pabrik.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        var p = await db.Permohonan.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Tahap != Tahap.Draf, ct);
        var nama = await db.Users.Where(u => u.Id == penggunaId).Select(u => u.Nama).SingleOrDefaultAsync(ct);
        var pelaku = new Pelaku(penggunaId, nama ?? "", await PeranResolver.AmbilAsync(db, penggunaId, kini, ct));
        if (p is null || pelaku.Memegang.All(m => m.Peran == Peran.Pemohon))
        {
            return null;
        }

        return new LembarKerja(
            p,
            await db.SuratMasuk.AsNoTracking().SingleOrDefaultAsync(s => s.Id == p.SuratMasukId, ct),
            await db.Set<Riwayat>().AsNoTracking().Where(r => r.PermohonanId == id).OrderByDescending(r => r.Id).ToListAsync(ct),
            await BerkasStore.Terkini(db, id).ToListAsync(ct),
            await db.Set<ButirKerja>().AsNoTracking().Where(b => b.PermohonanId == id && b.DitutupPada == null).OrderBy(b => b.DibukaPada).ToListAsync(ct),
            await db.Set<LinkPemohon>().AsNoTracking().SingleOrDefaultAsync(l => l.PermohonanId == id && l.DitutupPada == null, ct),
            pelaku,
            setelan,
            await db.Users.Where(u => u.Id == p.PemohonId && u.EmailConfirmed).Select(u => u.Email).SingleOrDefaultAsync(ct),
            kini)
        {
            Sertifikat = await SertifikatAsync(db, p, ct),
            Bsre = setelan.Sop.Otoritas == ModeOtoritas.Bsre ? await KabarStatus.BacaAsync(db, p, kini, ct) : KabarStatus.Kosong,
            LinkTerakhir = setelan.Sop.Otoritas == ModeOtoritas.Bsre
                ? await db.Set<LinkPemohon>().AsNoTracking().Where(l => l.PermohonanId == id).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct) : null,
        };
    }

    private static async Task<SertifikatDituju?> SertifikatAsync(KlatenDb db, Permohonan p, CancellationToken ct)
    {
        if (p.SertifikatId is not { } id)
        {
            return null;
        }

        var terbit = await db.Set<SertifikatTerbit>().AsNoTracking().SingleAsync(s => s.Id == id, ct);
        return new SertifikatDituju(
            terbit,
            await db.Permohonan.AsNoTracking().Where(x => x.Id == terbit.PermohonanId).Select(x => x.Data).SingleAsync(ct),
            p.PemegangId is null ? null : await db.Users.Where(u => u.Id == p.PemohonId).Select(u => u.Nama).SingleOrDefaultAsync(ct));
    }

    /// <summary>Whether work items of this request came or went since it was read.</summary>
    public async Task<bool> ButirBerubahAsync(LembarKerja lembar, CancellationToken ct = default)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        var kini = await db.Set<ButirKerja>().Where(b => b.PermohonanId == lembar.Permohonan.Id && b.DitutupPada == null).Select(b => b.Id).ToListAsync(ct);
        return !kini.ToHashSet().SetEquals(lembar.ButirKerja.Select(b => b.Id));
    }

    /// <summary>The applicant's proven mailbox at this moment; null when it is not proven.</summary>
    public async Task<string?> SurelTerbuktiAsync(Guid pemohonId, CancellationToken ct = default)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        return await db.Users.Where(u => u.Id == pemohonId && u.EmailConfirmed).Select(u => u.Email).SingleOrDefaultAsync(ct);
    }

    /// <summary>Active verifikators who may take this request, those who can sign in and have the least to do first.</summary>
    public async Task<IReadOnlyList<BebanVerifikator>> VerifikatorAsync(Permohonan permohonan, Guid kasiId, CancellationToken ct = default)
    {
        var setelan = await pengaturan.AmbilAsync(ct);
        // At step 3 somebody is appointed, perhaps the same person again (after BSrE's refusal); later the present one is replaced.
        var menunjuk = permohonan.Tahap == Tahap.VerifikasiBerkas;
        Guid[] pemeriksa = !setelan.Sop.PisahkanKasiDanVerifikator ? [] : menunjuk ? [.. permohonan.PemeriksaBerkas, kasiId] : [.. permohonan.PemeriksaBerkas];
        var kecuali = menunjuk ? null : permohonan.VerifikatorId;
        await using var db = await pabrik.CreateDbContextAsync(ct);
        var orang = await db.Users
            .Where(u => u.DinonaktifkanPada == null && u.Id != permohonan.PemohonId && (permohonan.PemegangId == null || u.Id != permohonan.PemegangId) && !pemeriksa.Contains(u.Id) && u.Id != kecuali
                && db.Set<PeranPengguna>().Any(r => r.PenggunaId == u.Id && r.Peran == Peran.Verifikator))
            .Select(u => new { u.Id, u.Nama, DapatMasuk = u.PasswordHash != null, Beban = db.Permohonan.Count(p => p.VerifikatorId == u.Id && TahapTerbuka.Contains(p.Tahap)) })
            .ToListAsync(ct);
        return [.. orang.Select(o => new BebanVerifikator(o.Id, o.Nama, o.Beban, o.DapatMasuk)).OrderByDescending(o => o.DapatMasuk).ThenBy(o => o.Beban).ThenBy(o => o.Nama, StringComparer.CurrentCulture)];
    }
}
