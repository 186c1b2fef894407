using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>
/// Asks the e-Sign Client Service what BSrE knows of one NIK. Every outcome is an answer of a closed type. The NIK travels in the body alone:
/// never in an address, a log line, an exception or a metric; nothing here is logged, and the factory's own logging is removed.
/// </summary>
public sealed class KlienBsre(IHttpClientFactory pabrik, IOptionsMonitor<BsreOptions> setelan, TimeProvider jam)
{
    internal const string Nama = "bsre";
    internal const int UkuranTerbesar = 64 * 1024;
    private static readonly TimeSpan TungguTerlama = TimeSpan.FromHours(1);

    /// <summary>One call. Ends within <see cref="BsreOptions.BatasWaktu"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public async Task<JawabanBsre> TanyaAsync(string nik, CancellationToken ct)
    {
        var atur = setelan.CurrentValue;
        using var waktu = new CancellationTokenSource(atur.BatasWaktu, jam);
        using var henti = CancellationTokenSource.CreateLinkedTokenSource(waktu.Token, ct);
        try
        {
            using var permintaan = new HttpRequestMessage(HttpMethod.Post, atur.AlamatCek()) { Content = Isi(nik) };
            permintaan.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{atur.Pengguna}:{atur.Sandi}")));
            permintaan.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var http = pabrik.CreateClient(Nama);
            using var jawaban = await http.SendAsync(permintaan, HttpCompletionOption.ResponseHeadersRead, henti.Token);
            return MenurutHttp(jawaban) ?? await BacaAsync(jawaban, henti.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new JawabanBsre.Gagal(GagalBsre.HabisWaktu);
        }
        catch (HttpRequestException e)
        {
            ct.ThrowIfCancellationRequested();
            return new JawabanBsre.Gagal(Sebab(e));
        }
        catch (IOException)
        {
            ct.ThrowIfCancellationRequested();
            return new JawabanBsre.Gagal(GagalBsre.SambunganPutus);
        }
    }

    private static ByteArrayContent Isi(string nik)
    {
        var isi = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["nik"] = nik }));
        isi.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return isi;
    }

    /// <summary>What the HTTP status alone says; null when the body must be read.</summary>
    private JawabanBsre.Gagal? MenurutHttp(HttpResponseMessage jawaban)
    {
        var http = (int)jawaban.StatusCode;
        return jawaban.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(GagalBsre.SandiSalah, http),
            HttpStatusCode.TooManyRequests => new(GagalBsre.TerlaluSering, http, null, Tunggu(jawaban)),
            HttpStatusCode.ServiceUnavailable => new(GagalBsre.TidakTersedia, http, null, Tunggu(jawaban)),
            HttpStatusCode.GatewayTimeout => new(GagalBsre.GerbangHabisWaktu, http, null, Tunggu(jawaban)),
            >= HttpStatusCode.InternalServerError => new(GagalBsre.GalatServer, http, null, Tunggu(jawaban)),
            HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => null,
            // A redirection is not followed: the password must go nowhere else. Failures with a code of BSrE's come with 400, or with 404.
            HttpStatusCode.NotFound when jawaban.Content.Headers.ContentType?.MediaType == "application/json" => null,
            _ => new(GagalBsre.AlamatSalah, http),
        };
    }

    private TimeSpan? Tunggu(HttpResponseMessage jawaban)
    {
        var tunggu = jawaban.Headers.RetryAfter switch
        {
            { Delta: { } lama } => lama,
            { Date: { } saat } => saat - jam.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return tunggu is { } t && t > TimeSpan.Zero ? (t < TungguTerlama ? t : TungguTerlama) : null;
    }

    private static async Task<JawabanBsre> BacaAsync(HttpResponseMessage jawaban, CancellationToken ct)
    {
        var http = (int)jawaban.StatusCode;
        if (jawaban.Content.Headers.ContentLength > UkuranTerbesar)
        {
            return new JawabanBsre.Gagal(GagalBsre.TerlaluBesar, http);
        }

        await using var aliran = await jawaban.Content.ReadAsStreamAsync(ct);
        var isi = new byte[UkuranTerbesar + 1];
        var panjang = await aliran.ReadAtLeastAsync(isi, isi.Length, throwOnEndOfStream: false, ct);
        return panjang > UkuranTerbesar
            ? new JawabanBsre.Gagal(GagalBsre.TerlaluBesar, http)
            : PembacaJawaban.Baca(http, jawaban.Content.Headers.ContentType?.MediaType, isi.AsMemory(0, panjang));
    }

    private static GagalBsre Sebab(HttpRequestException e)
    {
        for (var dalam = (Exception?)e; dalam is not null; dalam = dalam.InnerException)
        {
            switch (dalam)
            {
                case SertifikatTlsException tls:
                    return tls.Jenis;
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return GagalBsre.SambunganDitolak;
                case TimeoutException:
                    return GagalBsre.HabisWaktu;
            }
        }

        return e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => GagalBsre.NamaTidakDitemukan,
            HttpRequestError.SecureConnectionError => GagalBsre.TlsGagal,
            _ => GagalBsre.SambunganPutus,
        };
    }
}
