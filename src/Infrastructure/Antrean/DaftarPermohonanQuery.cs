using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>One line of the list of all requests.</summary>
public sealed record BarisDaftar(Guid Id, string NomorResi, string Nama, string UnitKerja, Tahap Tahap, DateTimeOffset? DiajukanPada, string? VerifikatorNama);

/// <summary>A page of the list.</summary>
/// <param name="Jumlah">How many requests match in all.</param>
/// <param name="Halaman">The page shown, from 1; the last one when a later one was asked for.</param>
public sealed record HalamanDaftar(IReadOnlyList<BarisDaftar> Baris, int Jumlah, int Halaman)
{
    public const int Ukuran = 25;

    public int JumlahHalaman => Math.Max(1, (Jumlah + Ukuran - 1) / Ukuran);
}

/// <summary>All requests that were ever sent, open and closed, for officials.</summary>
public sealed class DaftarPermohonanQuery(IDbContextFactory<KlatenDb> pabrik)
{
    /// <summary>Searches receipt number, name and unit; newest first.</summary>
    /// <param name="cari">Part of a receipt number, name or unit; blank for all.</param>
    /// <param name="tahap">Only this stage.</param>
    /// <param name="halaman">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<HalamanDaftar> CariAsync(string? cari, Tahap? tahap, int halaman, CancellationToken ct = default)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        var semua = db.Permohonan.AsNoTracking().Where(p => p.NomorResi != null && p.Tahap != Tahap.Draf);
        if (tahap is { } t)
        {
            semua = semua.Where(p => p.Tahap == t);
        }

        if (PolaCari.Dari(cari) is { } pola)
        {
            semua = semua.Where(p => EF.Functions.ILike(p.NomorResi!, pola, "\\") || EF.Functions.ILike(p.Data.Nama, pola, "\\") || EF.Functions.ILike(p.Data.UnitKerja, pola, "\\"));
        }

        var jumlah = await semua.CountAsync(ct);
        var terakhir = Math.Max(1, (jumlah + HalamanDaftar.Ukuran - 1) / HalamanDaftar.Ukuran);
        var ke = Math.Clamp(halaman, 1, terakhir);
        var baris = await semua.OrderByDescending(p => p.DiajukanPada ?? p.DibuatPada).ThenBy(p => p.Id)
            .Skip((ke - 1) * HalamanDaftar.Ukuran).Take(HalamanDaftar.Ukuran)
            .Select(p => new BarisDaftar(p.Id, p.NomorResi!, p.Data.Nama, p.Data.UnitKerja, p.Tahap, p.DiajukanPada, p.VerifikatorNama))
            .ToListAsync(ct);
        return new HalamanDaftar(baris, jumlah, ke);
    }
}
