using System.Globalization;
using System.Threading.RateLimiting;
using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Components.Galat;

namespace KlatenSE.Portal.Akun;

/// <summary>
/// How often in a minute: one network address may send the forms that guess or send mail (sign-in, registration, forgotten password, first
/// code) and open mailed links; one account may upload. Past it the answer is 429 with Retry-After and a page that says until when to wait.
/// </summary>
internal static class BatasKirim
{
    private static readonly HashSet<string> Formulir = new(StringComparer.OrdinalIgnoreCase) { "/masuk", "/daftar", "/lupa-sandi", "/atur-sandi", "/bukti-surel", "/konfirmasi", "/pertama", "/sertifikat/cabut" };
    private static readonly HashSet<string> Tautan = new(StringComparer.OrdinalIgnoreCase) { "/aktivasi", "/passphrase", "/atur-sandi", "/bukti-surel", "/ganti-surel", "/konfirmasi" };

    private static readonly TimeSpan Semenit = TimeSpan.FromMinutes(1);

    /// <summary>Reads <c>Akun:BatasKirimPerMenit</c> (30 when not set), <c>Akun:BatasTautanPerMenit</c> (60) and <c>Akun:BatasUnggahPerMenit</c> (30).</summary>
    public static IServiceCollection AddBatasKirim(this IServiceCollection services, IConfiguration konfigurasi)
    {
        var kirim = konfigurasi.GetValue("Akun:BatasKirimPerMenit", 30);
        var tautan = konfigurasi.GetValue("Akun:BatasTautanPerMenit", 60);
        var unggah = konfigurasi.GetValue("Akun:BatasUnggahPerMenit", 30);
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (c, _) =>
            {
                KatakanKapan(c.HttpContext, c.Lease.TryGetMetadata(MetadataName.RetryAfter, out var sisa) ? sisa : Semenit);
                return ValueTask.CompletedTask;
            };
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            {
                // A slash at the end routes to the same page.
                var (jalur, kirimFormulir) = (http.Request.Path.Value?.TrimEnd('/') ?? "", HttpMethods.IsPost(http.Request.Method));
                return (kirimFormulir, http) switch
                {
                    (true, _) when Formulir.Contains(jalur) => Sebanyak(kirim, "kirim " + http.AlamatKlien()),
                    (_, _) when Tautan.Contains(jalur) => Sebanyak(tautan, "tautan " + http.AlamatKlien()),
                    (true, { Request.ContentType: { } tipe }) when tipe.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) =>
                        Sebanyak(unggah, "unggah " + (http.User.IdAtauNull()?.ToString() ?? http.AlamatKlien())),
                    _ => RateLimitPartition.GetNoLimiter(""),
                };
            });
        });
    }

    private static RateLimitPartition<string> Sebanyak(int banyak, string siapa) =>
        RateLimitPartition.GetFixedWindowLimiter(siapa, _ => new FixedWindowRateLimiterOptions { PermitLimit = banyak, Window = Semenit });

    private static void KatakanKapan(HttpContext http, TimeSpan sisa)
    {
        var detik = Math.Max(1, (int)Math.Ceiling(sisa.TotalSeconds));
        http.Response.Headers.RetryAfter = detik.ToString(CultureInfo.InvariantCulture);
        // Told to the minute, and never too early.
        var sampai = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(detik) + Semenit;
        http.Items[HalamanGalat.KunciSaran] = $"Tunggu {detik} detik, lalu coba lagi. Pukul {TeksWaktu.Jam(sampai)} WIB pasti sudah dapat; yang sudah tersimpan tidak hilang.";
    }
}
