using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>Where a certificate stands in its life.</summary>
public enum KeadaanSertifikat
{
    Berlaku,

    /// <summary>Valid, and its end is near enough for a renewal.</summary>
    SegeraBerakhir,
    Berakhir,
    Digantikan,
    Dicabut,
}

/// <summary>One row of the register of certificate holders (SOP: pencatatan dan pendataan).</summary>
public sealed record BarisRegister(
    Guid Id, string Nama, string Nip, string UnitKerja, string? Serial, DateTimeOffset BerlakuDari, DateTimeOffset BerlakuSampai, KeadaanSertifikat Keadaan);

/// <summary>One event in the life of a certificate.</summary>
/// <param name="Pada">When.</param>
/// <param name="Kalimat">What, in words.</param>
/// <param name="PermohonanId">The request behind it; null when there is none.</param>
/// <param name="NomorResi">Its receipt number.</param>
public sealed record PeristiwaSertifikat(DateTimeOffset Pada, string Kalimat, Guid? PermohonanId, string? NomorResi);

/// <summary>A certificate with its whole life.</summary>
public sealed record RincianSertifikat(BarisRegister Baris, SertifikatTerbit Sertifikat, Guid? DigantikanOlehId, IReadOnlyList<PeristiwaSertifikat> Peristiwa);

/// <summary>What officials read of the register.</summary>
public sealed class RegisterQuery(IDbContextFactory<KlatenDb> factory, Pengaturan.PengaturanService pengaturan)
{
    /// <summary>Rows of a page of the list.</summary>
    public const int PerHalaman = 50;

    /// <summary>A page of the register, soonest end first among the valid ones.</summary>
    /// <param name="cari">Part of name, unit, NIP, serial or receipt number.</param>
    /// <param name="keadaan">Only these; null: all.</param>
    /// <param name="halaman">From 1.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<(IReadOnlyList<BarisRegister> Baris, int Jumlah)> DaftarAsync(string? cari, KeadaanSertifikat? keadaan, int halaman, CancellationToken ct = default)
    {
        var hari = (await pengaturan.AmbilAsync(ct)).HariTawarPerpanjangan;
        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        var dekat = kini.AddDays(hari);
        var semua = db.Set<SertifikatTerbit>().AsNoTracking().Join(db.Permohonan, s => s.PermohonanId, p => p.Id, (s, p) => new { s, p });
        if (PolaCari.Dari(cari) is { } pola)
        {
            semua = semua.Where(x => EF.Functions.ILike(x.p.Data.Nama, pola, "\\") || EF.Functions.ILike(x.p.Data.UnitKerja, pola, "\\") || EF.Functions.ILike(x.p.Data.Nip, pola, "\\")
                || EF.Functions.ILike(x.s.Serial ?? "", pola, "\\") || EF.Functions.ILike(x.p.NomorResi ?? "", pola, "\\"));
        }

        semua = keadaan is not { } k ? semua : k switch
        {
            KeadaanSertifikat.Berlaku => semua.Where(x => x.s.Status == StatusSertifikat.Aktif && x.s.BerlakuSampai > dekat),
            KeadaanSertifikat.SegeraBerakhir => semua.Where(x => x.s.Status == StatusSertifikat.Aktif && x.s.BerlakuSampai > kini && x.s.BerlakuSampai <= dekat),
            KeadaanSertifikat.Berakhir => semua.Where(x => x.s.Status == StatusSertifikat.Aktif && x.s.BerlakuSampai <= kini),
            KeadaanSertifikat.Digantikan => semua.Where(x => x.s.Status == StatusSertifikat.Digantikan),
            KeadaanSertifikat.Dicabut => semua.Where(x => x.s.Status == StatusSertifikat.Dicabut),
        };
        var jumlah = await semua.CountAsync(ct);
        var baris = await semua
            .OrderBy(x => x.s.Status == StatusSertifikat.Aktif && x.s.BerlakuSampai > kini ? 0 : 1).ThenBy(x => x.s.BerlakuSampai).ThenBy(x => x.s.Id)
            .Skip((Math.Max(1, halaman) - 1) * PerHalaman).Take(PerHalaman)
            .Select(x => new { x.s, x.p.Data.Nama, x.p.Data.Nip, x.p.Data.UnitKerja }).ToListAsync(ct);
        return ([.. baris.Select(x => Baris(x.s, x.Nama, x.Nip, x.UnitKerja, dekat, kini))], jumlah);
    }

    /// <summary>One certificate with everything that happened to it; null when there is none.</summary>
    public async Task<RincianSertifikat?> RincianAsync(Guid id, CancellationToken ct = default)
    {
        var hari = (await pengaturan.AmbilAsync(ct)).HariTawarPerpanjangan;
        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await db.Set<SertifikatTerbit>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } s)
        {
            return null;
        }

        var asal = await db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == s.PermohonanId, ct);
        var tentang = await db.Permohonan.AsNoTracking().Where(p => p.SertifikatId == id && p.Tahap != Tahap.Draf && p.DiajukanPada != null).OrderBy(p => p.DiajukanPada).ToListAsync(ct);
        return new RincianSertifikat(
            Baris(s, asal.Data.Nama, asal.Data.Nip, asal.Data.UnitKerja, kini.AddDays(hari), kini), s, s.DigantikanOlehId, [.. Peristiwa(s, asal, tentang, kini).OrderBy(p => p.Pada)]);
    }

    private static IEnumerable<PeristiwaSertifikat> Peristiwa(SertifikatTerbit s, Permohonan asal, List<Permohonan> tentang, DateTimeOffset kini)
    {
        var dari = asal.Layanan switch
        {
            Layanan.Perpanjangan => "Terbit dari perpanjangan",
            Layanan.PerubahanData => "Terbit dari perubahan data",
            Layanan.Penerbitan or Layanan.Pencabutan => "Terbit",
        };
        yield return new(asal.SelesaiPada ?? s.BerlakuDari, dari, asal.Id, asal.NomorResi);
        foreach (var p in tentang)
        {
            yield return new(p.DiajukanPada!.Value, $"{NamaLayanan(p.Layanan)} diajukan", p.Id, p.NomorResi);
            if (p.Tahap is Tahap.Ditolak or Tahap.Dibatalkan)
            {
                yield return new(p.SelesaiPada!.Value, $"{NamaLayanan(p.Layanan)} {(p.Tahap == Tahap.Ditolak ? "ditolak" : "dibatalkan")}", p.Id, p.NomorResi);
            }
        }

        if (s.DiakhiriPada is { } akhir)
        {
            yield return new(akhir, s.Status == StatusSertifikat.Dicabut ? $"Dicabut: {s.AlasanPencabutan}" : "Digantikan dengan sertifikat yang lebih baru", null, null);
        }
        else if (s.BerlakuSampai <= kini)
        {
            yield return new(s.BerlakuSampai, "Masa berlaku berakhir", null, null);
        }
    }

    private static string NamaLayanan(Layanan layanan) => Domain.Kata.KataLayanan.Nama(layanan);

    private static BarisRegister Baris(SertifikatTerbit s, string nama, string nip, string unit, DateTimeOffset dekat, DateTimeOffset kini) => new(
        s.Id, nama, nip, unit, s.Serial, s.BerlakuDari, s.BerlakuSampai, s.Status switch
        {
            StatusSertifikat.Digantikan => KeadaanSertifikat.Digantikan,
            StatusSertifikat.Dicabut => KeadaanSertifikat.Dicabut,
            StatusSertifikat.Aktif => s.BerlakuSampai <= kini ? KeadaanSertifikat.Berakhir : s.BerlakuSampai <= dekat ? KeadaanSertifikat.SegeraBerakhir : KeadaanSertifikat.Berlaku,
        });
}
