using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Loket;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>The documents of a request that open for one person.</summary>
public sealed record BerkasSekaligus(string NomorResi, string Nama, IReadOnlyList<BerkasPermohonan> Berkas)
{
    public override string ToString() => $"BerkasSekaligus {NomorResi}";
}

/// <summary>Shows documents to those who may know of the request. Every view is in the audit, in the same transaction (UU PDP 27/2022).</summary>
public sealed class LihatBerkasService(IDbContextFactory<KlatenDb> factory, KunciData kunci)
{
    /// <summary>
    /// Opens a document for its owner or an official; null for anybody else and for an unknown id. Documents of identity open only for those who
    /// process the request (<see cref="Permohonan.BolehLihatIdentitas"/>); another official gets null too, and the attempt is in the audit.
    /// </summary>
    /// <param name="berkasId">The document.</param>
    /// <param name="pratinjau">The small picture instead of the document.</param>
    /// <param name="pelaku">Who looks.</param>
    /// <param name="ct">Cancels before the view is recorded.</param>
    public async Task<BerkasTerbuka?> BukaAsync(Guid berkasId, bool pratinjau, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await BolehAsync(db, berkasId, pelaku, kini, ct) is not var (permohonan, orang, jenis))
        {
            return null;
        }

        var peran = permohonan.PemohonId == pelaku.Id ? new PeranDipegang(Peran.Pemohon) : orang.Memegang.FirstOrDefault(p => p.Peran != Peran.Pemohon);
        var ditolak = jenis.DokumenIdentitas() && !permohonan.BolehLihatIdentitas(orang);
        db.Add(new CatatanAudit
        {
            Pada = kini,
            Jenis = ditolak ? JenisAudit.TindakanDitolak : JenisAudit.LihatBerkas,
            PermohonanId = permohonan.Id,
            BerkasId = berkasId,
            PelakuId = pelaku.Id,
            PelakuNama = orang.Nama,
            Peran = peran?.Peran,
            Sebagai = peran?.Sebagai,
            Alasan = ditolak ? "Dokumen identitas hanya untuk petugas yang memproses permohonan." : null,
            Rincian = pratinjau ? $"{jenis.Bidang().Nama()} (pratinjau)" : jenis.Bidang().Nama(),
            Alamat = pelaku.Alamat,
        });
        if (ditolak)
        {
            await db.SaveChangesAsync(ct);
            await transaksi.CommitAsync(ct);
            return null;
        }

        if (await IsiAsync(db, permohonan.Id, berkasId, pratinjau, ct) is not { } terbuka)
        {
            return null;
        }

        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return terbuka;
    }

    /// <summary>
    /// The current documents of a request that would open for this official, for one download of all; each is then opened by
    /// <see cref="BukaAsync"/>, which audits it. Null when there is no such request for this person, or nothing to open. Writes nothing.
    /// </summary>
    public async Task<BerkasSekaligus?> DaftarAsync(Guid permohonanId, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync(ct);
        var p = await db.Permohonan.AsNoTracking().SingleOrDefaultAsync(x => x.Id == permohonanId && x.Tahap != Tahap.Draf, ct);
        var orang = new Pelaku(pelaku.Id, "", await PeranResolver.AmbilAsync(db, pelaku.Id, await db.WaktuKiniAsync(ct), ct));
        if (p is null || orang.Memegang.All(m => m.Peran == Peran.Pemohon))
        {
            return null;
        }

        var identitas = p.BolehLihatIdentitas(orang);
        var berkas = (await BerkasStore.Terkini(db, permohonanId).Where(b => b.DihapusPada == null).ToListAsync(ct))
            .Where(b => identitas || !b.Jenis.DokumenIdentitas()).ToList();
        return berkas.Count == 0 ? null : new BerkasSekaligus(p.NomorResi!, p.Data.Nama, berkas);
    }

    /// <summary>The document that somebody may know of but whose bytes were destroyed when their time of keeping was over; else null.</summary>
    public async Task<BerkasPermohonan?> YangDihapusAsync(Guid berkasId, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync(ct);
        return await BolehAsync(db, berkasId, pelaku, await db.WaktuKiniAsync(ct), ct) is null ? null
            : await db.Set<BerkasPermohonan>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == berkasId && b.DihapusPada != null, ct);
    }

    /// <summary>Under the request's key; a letter that many share is under its own.</summary>
    private async Task<BerkasTerbuka?> IsiAsync(KlatenDb db, Guid permohonanId, Guid berkasId, bool pratinjau, CancellationToken ct)
    {
        if (await db.Set<BerkasPermohonan>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == berkasId && b.IsiSuratId != null && b.DihapusPada == null, ct) is not { IsiSuratId: { } suratId } bersama)
        {
            return await kunci.AmbilAsync(db, permohonanId, ct) is { } pembuka ? await BerkasStore.BacaAsync(db, pembuka, berkasId, pratinjau, ct) : null;
        }

        var isi = await db.Set<IsiSurat>().AsNoTracking().Where(s => s.Id == suratId).Select(s => new { s.Terbungkus, Segel = pratinjau ? s.Pratinjau : s.Isi }).SingleAsync(ct);
        return new BerkasTerbuka(bersama, pratinjau ? "image/jpeg" : bersama.TipeMedia, Enkripsi.Buka(kunci.Buka(isi.Terbungkus), isi.Segel, IsiSurat.Tempat(suratId, pratinjau)));
    }

    private static async Task<(Permohonan Permohonan, Pelaku Orang, JenisBerkas Jenis)?> BolehAsync(KlatenDb db, Guid berkasId, PelakuPermintaan pelaku, DateTimeOffset kini, CancellationToken ct)
    {
        var berkas = await db.Set<BerkasPermohonan>().AsNoTracking().Where(b => b.Id == berkasId)
            .Join(db.Permohonan.AsNoTracking(), b => b.PermohonanId, p => p.Id, (b, p) => new { b.Jenis, Permohonan = p }).SingleOrDefaultAsync(ct);
        if (berkas is null)
        {
            return null;
        }

        var nama = await db.Users.Where(u => u.Id == pelaku.Id).Select(u => u.Nama).SingleOrDefaultAsync(ct) ?? "";
        var orang = new Pelaku(pelaku.Id, nama, await PeranResolver.AmbilAsync(db, pelaku.Id, kini, ct));
        // A draft is nobody's business but its owner's.
        var p = berkas.Permohonan;
        return p.PemohonId == pelaku.Id || (p.Tahap != Tahap.Draf && p.BolehTahu(orang)) ? (p, orang, berkas.Jenis) : null;
    }
}
