using System.Threading.RateLimiting;

namespace KlatenSE.Portal.Akun;

/// <summary>How often one network address may send the forms that guess or send mail: sign-in, registration, forgotten password, first code.</summary>
internal static class BatasKirim
{
    private static readonly HashSet<string> Formulir = new(StringComparer.OrdinalIgnoreCase) { "/masuk", "/daftar", "/lupa-sandi", "/atur-sandi", "/bukti-surel", "/pertama" };

    /// <summary>Reads <c>Akun:BatasKirimPerMenit</c> (30 when not set); past it the answer is 429.</summary>
    public static IServiceCollection AddBatasKirim(this IServiceCollection services, IConfiguration konfigurasi)
    {
        var banyak = konfigurasi.GetValue("Akun:BatasKirimPerMenit", 30);
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                HttpMethods.IsPost(http.Request.Method) && Formulir.Contains(http.Request.Path.Value ?? "")
                    ? RateLimitPartition.GetFixedWindowLimiter(http.AlamatKlien() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = banyak, Window = TimeSpan.FromMinutes(1) })
                    : RateLimitPartition.GetNoLimiter(""));
        });
    }
}
