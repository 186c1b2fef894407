using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>An own certificate with what may be asked for it.</summary>
/// <param name="Sertifikat">The certificate.</param>
/// <param name="PermohonanId">The request that brought it.</param>
/// <param name="NomorResi">Its receipt number.</param>
/// <param name="Berjalan">Open requests on this certificate.</param>
/// <param name="TawarSejak">From when its renewal is offered.</param>
/// <param name="Kini">The database's clock.</param>
public sealed record SertifikatSaya(
    SertifikatTerbit Sertifikat, Guid PermohonanId, string? NomorResi, IReadOnlyList<PermohonanBerjalan> Berjalan, DateTimeOffset TawarSejak, DateTimeOffset Kini)
{
    public bool Berlaku => Sertifikat.Berlaku(Kini);

    /// <summary>The renewal is offered now: the end is near and nobody asked for one yet.</summary>
    public bool TawarkanPerpanjangan => Berlaku && Kini >= TawarSejak && Berjalan.All(b => b.Layanan != Layanan.Perpanjangan);

    /// <summary>The open request for a service; null when there is none.</summary>
    public PermohonanBerjalan? Sedang(Layanan layanan) => Berjalan.FirstOrDefault(b => b.Layanan == layanan);
}

/// <summary>A request on its way.</summary>
public sealed record PermohonanBerjalan(Guid Id, string? NomorResi, Layanan Layanan, Tahap Tahap);

/// <summary>What the page "Sertifikat saya" reads.</summary>
public sealed class SertifikatSayaQuery(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan)
{
    /// <summary>The person's certificates, the valid one first.</summary>
    public async Task<IReadOnlyList<SertifikatSaya>> DaftarAsync(Guid pemegangId, CancellationToken ct = default)
    {
        var hari = (await pengaturan.AmbilAsync(ct)).HariTawarPerpanjangan;
        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        var milik = await db.Set<SertifikatTerbit>().AsNoTracking().Where(s => s.PemohonId == pemegangId)
            .OrderBy(s => s.Status == StatusSertifikat.Aktif ? 0 : 1).ThenByDescending(s => s.BerlakuSampai).ToListAsync(ct);
        var nomor = milik.ConvertAll(s => s.Id);
        var asal = milik.ConvertAll(s => s.PermohonanId);
        var resi = await db.Permohonan.Where(p => asal.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.NomorResi, ct);
        var berjalan = (await db.Permohonan.AsNoTracking()
                .Where(p => p.SertifikatId != null && nomor.Contains(p.SertifikatId.Value) && p.PemohonId == pemegangId && p.SelesaiPada == null)
                .Select(p => new { p.SertifikatId, Baris = new PermohonanBerjalan(p.Id, p.NomorResi, p.Layanan, p.Tahap) }).ToListAsync(ct))
            .ToLookup(p => p.SertifikatId!.Value, p => p.Baris);
        return [.. milik.Select(s => new SertifikatSaya(
            s, s.PermohonanId, resi.GetValueOrDefault(s.PermohonanId), [.. berjalan[s.Id]], SyaratLayanan.TawarSejak(s, hari), kini))];
    }
}
