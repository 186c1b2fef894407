using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>One line of the applicant's own list.</summary>
public sealed record BarisPermohonan(Guid Id, string? NomorResi, Layanan Layanan, Tahap Tahap, DateTimeOffset SejakTahap, DateTimeOffset? BatasBerikutnya, DateTimeOffset DibuatPada);

/// <summary>What the applicants' pages read. Somebody else's request is as if it were not there.</summary>
public sealed class PengajuanQuery(IDbContextFactory<KlatenDb> factory)
{
    /// <summary>The applicant's requests, newest first.</summary>
    public async Task<IReadOnlyList<BarisPermohonan>> DaftarAsync(Guid pemohonId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        return await db.Permohonan.AsNoTracking().Where(p => p.PemohonId == pemohonId).OrderByDescending(p => p.DibuatPada)
            .Select(p => new BarisPermohonan(p.Id, p.NomorResi, p.Layanan, p.Tahap, p.SejakTahap, p.BatasBerikutnya, p.DibuatPada)).ToListAsync(ct);
    }

    /// <summary>The request with its documents; null when it is not this person's.</summary>
    public async Task<PermohonanMilik?> AmbilAsync(Guid id, Guid pemohonId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var permohonan = await db.Permohonan.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.PemohonId == pemohonId, ct);
        if (permohonan is null)
        {
            return null;
        }

        var berkas = await BerkasStore.Terkini(db, id).ToListAsync(ct);
        return new PermohonanMilik(
            permohonan,
            berkas,
            await LinkBerjalanAsync(db, id, ct),
            await PengajuanService.SudahSetuju(db, id).AnyAsync(ct),
            await db.Users.Where(u => u.Id == pemohonId && u.EmailConfirmed).Select(u => u.Email).SingleOrDefaultAsync(ct),
            await db.WaktuKiniAsync(ct))
        {
            Perbaikan = ButirPerbaikanMilik.Susun(permohonan, berkas, await DiubahAsync(db, permohonan, ct)),
        };
    }

    /// <summary>Everything the tracking page shows; null when it is not this person's.</summary>
    public async Task<Jejak?> LacakAsync(Guid id, Guid pemohonId, CancellationToken ct = default)
    {
        if (await AmbilAsync(id, pemohonId, ct) is not { } milik)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        var riwayat = await db.Set<Riwayat>().AsNoTracking().Where(r => r.PermohonanId == id).OrderBy(r => r.Id).ToListAsync(ct);
        var surat = milik.Permohonan.SuratMasukId is { } suratId ? await db.SuratMasuk.AsNoTracking().SingleAsync(s => s.Id == suratId, ct) : null;
        var sertifikat = await db.Set<SertifikatTerbit>().AsNoTracking().SingleOrDefaultAsync(s => s.PermohonanId == id, ct);
        var pembaca = await db.Set<CatatanAudit>().Where(a => a.PermohonanId == id && a.Jenis == JenisAudit.LihatBerkas && a.PelakuId != pemohonId)
            .OrderByDescending(a => a.Id).Take(50)
            .Join(db.Set<BerkasPermohonan>(), a => a.BerkasId, b => b.Id, (a, b) => new PembacaBerkas(a.PelakuNama, a.Peran, b.Jenis, a.Pada)).ToListAsync(ct);
        return new Jejak(milik, riwayat, LangkahLacak.Susun(milik.Permohonan, riwayat), surat, sertifikat, pembaca);
    }

    /// <summary>What the applicant last told about the running link not having arrived; null when nothing was told.</summary>
    public async Task<LaporanLink?> LaporanLinkAsync(PermohonanMilik milik, CancellationToken ct = default)
    {
        if (milik.Link is not { } link)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        var id = milik.Permohonan.Id;
        // A new link closes the work item, and a link that BSrE sent is recorded afterwards: what counts is the request's time in this stage.
        var pada = await db.Set<Riwayat>().Where(r => r.PermohonanId == id && r.Pada >= milik.Permohonan.SejakTahap && r.Tindakan == Tindakan.LaporkanLinkBelumDiterima)
            .MaxAsync(r => (DateTimeOffset?)r.Pada, ct);
        return pada is not { } saat ? null : new LaporanLink(
            saat, await db.Set<ButirKerja>().AnyAsync(b => b.PermohonanId == id && b.Jenis == JenisButirKerja.LinkBelumDiterima && b.DitutupPada == null, ct));
    }

    /// <summary>What a mailed link is, for its owner; null when the token is unknown or somebody else's: which of both is not told.</summary>
    /// <param name="token">As it stands in the address.</param>
    /// <param name="pemohonId">The signed-in person.</param>
    /// <param name="ct">Cancels the look.</param>
    public async Task<LinkMasuk?> CariLinkAsync(string? token, Guid pemohonId, CancellationToken ct = default)
    {
        if (TokenLink.Hash(token) is not { } hash)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        return await db.Set<LinkPemohon>().AsNoTracking().Where(l => l.HashToken == hash)
            .Join(db.Permohonan.Where(p => p.PemohonId == pemohonId), l => l.PermohonanId, p => p.Id, (l, p) => new LinkMasuk(l, p.NomorResi, p.Data.Nama, p.Version, kini))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>The request that a token belongs to, whoever owns it: for the door, which refuses a stranger and writes it down.</summary>
    public async Task<Guid?> PermohonanLinkAsync(string? token, CancellationToken ct = default)
    {
        if (TokenLink.Hash(token) is not { } hash)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        return await db.Set<LinkPemohon>().Where(l => l.HashToken == hash).Select(l => (Guid?)l.PermohonanId).SingleOrDefaultAsync(ct);
    }

    private static async Task<Dictionary<BidangPermohonan, DateTimeOffset>> DiubahAsync(KlatenDb db, Permohonan p, CancellationToken ct) =>
        p.Tahap != Tahap.PerluPerbaikan || p.BidangBerubah.Count == 0 ? []
        : (await db.Set<Riwayat>().AsNoTracking().Where(r => r.PermohonanId == p.Id && r.Pada >= p.SejakTahap && r.Tindakan == Tindakan.SimpanData).ToListAsync(ct))
            .SelectMany(r => r.BidangBerubah.Select(b => (Bidang: b, r.Pada))).GroupBy(u => u.Bidang).ToDictionary(g => g.Key, g => g.Max(u => u.Pada));

    private static Task<LinkPemohon?> LinkBerjalanAsync(KlatenDb db, Guid id, CancellationToken ct) =>
        db.Set<LinkPemohon>().AsNoTracking().SingleOrDefaultAsync(l => l.PermohonanId == id && l.DitutupPada == null, ct);
}
