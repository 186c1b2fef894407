using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>How the status check stands.</summary>
public enum KeadaanPemeriksaan
{
    /// <summary>Not in use: the sandbox, or no credentials.</summary>
    Mati,

    /// <summary>The settings do not serve.</summary>
    SalahAtur,

    /// <summary>On, and all answers are usable; or nothing was asked yet.</summary>
    Baik,

    /// <summary>On, and something fails. The portal itself works all the same.</summary>
    Terganggu,
}

/// <summary>The status check, for whoever looks after the server. Names nobody.</summary>
/// <param name="Keadaan">How it stands.</param>
/// <param name="Kalimat">The same in words: what is wrong and what to look at.</param>
/// <param name="Sejak">Since when it is disturbed; null when it is not.</param>
/// <param name="TerakhirBaik">When the newest usable answer was asked for; null before the first.</param>
/// <param name="Dipantau">Open requests that are asked about.</param>
/// <param name="Menunggu">Of these: due now.</param>
/// <param name="Gagal">Requests whose last question failed, by failure.</param>
/// <param name="CobaLagi">When BSrE is asked again after a pause; null when there is none.</param>
public sealed record KabarPemeriksaan(
    KeadaanPemeriksaan Keadaan, string Kalimat, DateTimeOffset? Sejak, DateTimeOffset? TerakhirBaik, int Dipantau, int Menunggu,
    IReadOnlyList<(GagalBsre Jenis, int Jumlah)> Gagal, DateTimeOffset? CobaLagi);

/// <summary>Reads how the status check stands.</summary>
public sealed class PemeriksaanQuery(IDbContextFactory<KlatenDb> factory, ILayananSertifikat sertifikat, IOptionsMonitor<BsreOptions> setelan)
{
    /// <summary>The state now, from the database: the same whichever process asks BSrE.</summary>
    public async Task<KabarPemeriksaan> BacaAsync(CancellationToken ct = default)
    {
        var atur = setelan.CurrentValue;
        if (sertifikat.Mode != ModeOtoritas.Bsre)
        {
            return Diam(KeadaanPemeriksaan.Mati, "Portal memakai otoritas percobaan, jadi BSrE tidak ditanya.");
        }

        if (atur.Kosong)
        {
            return Diam(KeadaanPemeriksaan.Mati, "Cek status BSrE tidak dipakai: Bsre:Alamat, Bsre:Pengguna, dan Bsre:Sandi belum diisi.");
        }

        if (atur.Keberatan() is { } keberatan)
        {
            return Diam(KeadaanPemeriksaan.SalahAtur, $"Cek status BSrE tidak berjalan: {keberatan}");
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        var layanan = await db.Set<LayananBsre>().AsNoTracking().SingleAsync(ct);
        var terbuka = db.Set<KeadaanBsre>().AsNoTracking().Where(k => db.Permohonan.Any(p => p.Id == k.PermohonanId && AntreanBsre.TahapDitanya.Contains(p.Tahap)));
        var baris = await terbuka.GroupBy(k => k.Gagal).Select(g => new
        {
            Gagal = g.Key,
            Jumlah = g.Count(),
            Menunggu = g.Count(k => k.GiliranPada <= kini),
            TerlamaPada = g.Min(k => k.GiliranPada),
        }).ToListAsync(ct);
        var terakhirBaik = await db.Set<KeadaanBsre>().MaxAsync(k => k.DijawabPada, ct);
        List<(GagalBsre, int)> gagal = [.. baris.Where(b => b.Gagal is not null).OrderByDescending(b => b.Jumlah).Select(b => (b.Gagal!.Value, b.Jumlah))];
        var tertinggal = baris.Count > 0 && baris.Min(b => b.TerlamaPada) is var terlama && kini - terlama > atur.Selang - atur.Giliran ? terlama : (DateTimeOffset?)null;
        var sebab = layanan.Gagal is { } g1 ? g1.Nama()
            : gagal.Count > 0 ? $"{gagal[0].Item1.Nama()} ({gagal.Sum(g => g.Item2)} permohonan)"
            : tertinggal is not null ? "pemeriksaan tertinggal; BSrE lambat menjawab, atau proses portal tidak berjalan"
            : null;
        var gagalSejak = layanan.GagalSejak ?? (gagal.Count == 0 ? tertinggal : await GagalSejakAsync(db, terbuka, ct));
        var (sejak, coba) = (sebab is null ? null : gagalSejak, layanan.TutupSampai > kini ? layanan.TutupSampai : null);
        var (dipantau, menunggu) = (baris.Sum(b => b.Jumlah), baris.Sum(b => b.Menunggu));
        return new(
            sebab is null ? KeadaanPemeriksaan.Baik : KeadaanPemeriksaan.Terganggu, Kalimat(sebab, sejak, terakhirBaik, dipantau, menunggu), sejak, terakhirBaik,
            dipantau, menunggu, gagal, coba);
    }

    /// <summary>When the oldest of the present failures began.</summary>
    private static async Task<DateTimeOffset?> GagalSejakAsync(KlatenDb db, IQueryable<KeadaanBsre> terbuka, CancellationToken ct) => await db.Set<JawabanTercatat>().AsNoTracking()
        .Where(j => j.Berubah && j.Gagal != null && terbuka.Any(k => k.PermohonanId == j.PermohonanId && k.Gagal != null))
        .GroupBy(j => j.PermohonanId).Select(g => (DateTimeOffset?)g.Max(j => j.DitanyaPada)).MinAsync(ct);

    private static string Kalimat(string? sebab, DateTimeOffset? sejak, DateTimeOffset? terakhirBaik, int dipantau, int menunggu) =>
        (sebab is null ? "Cek status BSrE berjalan baik." : $"Cek status BSrE terganggu{(sejak is { } s ? $" sejak {TeksWaktu.Lengkap(s)}" : "")}: {sebab}.")
        + (terakhirBaik is { } t ? $" Jawaban baik terakhir {TeksWaktu.Lengkap(t)}." : " Belum ada jawaban baik.")
        + $" {dipantau} permohonan dipantau, {menunggu} menunggu giliran.";

    private static KabarPemeriksaan Diam(KeadaanPemeriksaan keadaan, string kalimat) => new(keadaan, kalimat, null, null, 0, 0, [], null);
}

/// <summary>For the health check: BSrE's trouble is told and never makes the portal unhealthy.</summary>
internal sealed class KesehatanBsre(PemeriksaanQuery query) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var kabar = await query.BacaAsync(cancellationToken);
        return kabar.Keadaan switch
        {
            KeadaanPemeriksaan.Mati => HealthCheckResult.Healthy(),
            KeadaanPemeriksaan.Baik => HealthCheckResult.Healthy(kabar.Kalimat),
            KeadaanPemeriksaan.SalahAtur or KeadaanPemeriksaan.Terganggu => HealthCheckResult.Degraded(kabar.Kalimat),
        };
    }
}
