using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KlatenSE.BsreStandIn;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.PeragaBsre;

/// <summary>One stand-in on a free port, and hands to use it as the portal and a browser would: by HTTP alone.</summary>
internal sealed partial class RuangPeraga : IAsyncDisposable
{
    public const string Nik = "3399015507900003";
    public const string NikLain = "3399011203850002";

    private RuangPeraga(StandInApp app)
    {
        App = app;
        Klien = new HttpClient { BaseAddress = app.Alamat };
    }

    public StandInApp App { get; }

    /// <summary>A browser: keeps cookies, follows redirects.</summary>
    public HttpClient Klien { get; }

    public static async Task<RuangPeraga> MulaiAsync(Action<StandInOptions>? atur = null)
    {
        var pengaturan = new StandInOptions { JedaTerbit = null };
        atur?.Invoke(pengaturan);
        return new(await StandInApp.StartAsync(pengaturan));
    }

    public static Dictionary<string, string> Isian(string nik = Nik, string nama = "Sekar Wulandari", string nip = "199007152015032002", string surel = "sekar.wulandari@contoh.go.id") => new()
    {
        ["nama"] = nama,
        ["nik"] = nik,
        ["nip"] = nip,
        ["surel"] = surel,
        ["ponsel"] = "081200000001",
        ["jabatan"] = "Pranata Komputer Ahli Muda",
        ["unitKerja"] = "Dinas Contoh",
        ["kota"] = "Klaten",
        ["provinsi"] = "Jawa Tengah",
    };

    public Task<HttpResponseMessage> TanyaAsync(object isi, string pengguna = "peraga", string sandi = "sandi-peraga", CancellationToken ct = default) =>
        TanyaTeksAsync(JsonSerializer.Serialize(isi), pengguna, sandi, ct);

    public async Task<HttpResponseMessage> TanyaTeksAsync(string isi, string? pengguna = "peraga", string sandi = "sandi-peraga", CancellationToken ct = default)
    {
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, "/api/v2/user/check/status") { Content = new StringContent(isi, Encoding.UTF8, "application/json") };
        if (pengguna is not null)
        {
            permintaan.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{pengguna}:{sandi}")));
        }
        return await Klien.SendAsync(permintaan, ct);
    }

    public async Task<string> StatusAsync(string nik = Nik)
    {
        using var jawaban = await TanyaAsync(new { nik });
        return (await jawaban.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString()!;
    }

    /// <summary>Posts JSON to a control endpoint, which must say yes.</summary>
    public async Task<JsonElement> KendaliAsync(string jalur, object isi)
    {
        using var jawaban = await Klien.PostAsJsonAsync("/kendali/" + jalur, isi);
        var teks = await jawaban.Content.ReadAsStringAsync();
        Assert.True(jawaban.IsSuccessStatusCode, $"{jalur}: {(int)jawaban.StatusCode} {teks}");
        return teks.Length == 0 ? default : JsonDocument.Parse(teks).RootElement;
    }

    public Task TanamAsync(string keadaan, string nik = Nik) => KendaliAsync("orang", new Dictionary<string, string>(
        nik == Nik ? Isian() : Isian(nik, "Bagas Pratama", "198503122010011001", "bagas.pratama@contoh.go.id"))
    { ["keadaan"] = keadaan });

    /// <summary>Posts a form; the page it ends on and its HTTP code.</summary>
    public async Task<(int Kode, string Teks)> FormAsync(string jalur, IDictionary<string, string> isian)
    {
        using var isi = new FormUrlEncodedContent(isian);
        using var jawaban = await Klien.PostAsync(jalur, isi);
        return ((int)jawaban.StatusCode, Polos(await jawaban.Content.ReadAsStringAsync()));
    }

    public async Task<(int Kode, string Teks)> UnggahAsync(string jalur, string nama, byte[] gambar)
    {
        using var isi = new MultipartFormDataContent { { new ByteArrayContent(gambar), nama, nama + ".jpg" } };
        using var jawaban = await Klien.PostAsync(jalur, isi);
        return ((int)jawaban.StatusCode, Polos(await jawaban.Content.ReadAsStringAsync()));
    }

    public async Task<(int Kode, string Teks)> BukaAsync(string jalur)
    {
        using var jawaban = await Klien.GetAsync(jalur);
        return ((int)jawaban.StatusCode, Polos(await jawaban.Content.ReadAsStringAsync()));
    }

    public Task MasukVerifikatorAsync() => FormAsync("/verifikator/masuk", new Dictionary<string, string> { ["pengguna"] = "verifikator", ["sandi"] = "verifikator-peraga" });

    /// <summary>Enters a person as verifikator; gives the path of that person's page.</summary>
    public async Task<string> DaftarkanAsync(Dictionary<string, string>? isian = null)
    {
        await MasukVerifikatorAsync();
        using var isi = new FormUrlEncodedContent(isian ?? Isian());
        using var jawaban = await Klien.PostAsync("/verifikator/orang/baru", isi);
        var jalur = jawaban.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.True(jawaban.IsSuccessStatusCode && !jalur.EndsWith("/baru", StringComparison.Ordinal), await jawaban.Content.ReadAsStringAsync());
        return jalur;
    }

    public async Task<IReadOnlyList<JsonElement>> SuratAsync(string? jenis = null) =>
        [.. (await Klien.GetFromJsonAsync<JsonElement>("/kendali/surat.json")).EnumerateArray().Where(s => jenis is null || s.GetProperty("jenis").GetString() == jenis)];

    /// <summary>Path of the link in the newest mail of a kind.</summary>
    public async Task<string> LinkAsync(string jenis) => new Uri((await SuratAsync(jenis))[^1].GetProperty("tautan")[0].GetString()!).AbsolutePath;

    /// <summary>Step 5 from the newest activation link to its end.</summary>
    public async Task AktivasiAsync()
    {
        var link = await LinkAsync("aktivasi");
        Assert.Equal(200, (await FormAsync(link + "/data", Isian())).Kode);
        Assert.Equal(200, (await UnggahAsync(link + "/ktp", "ktp", Gambar(1))).Kode);
        Assert.Equal(200, (await UnggahAsync(link + "/selfie", "selfie", Gambar(2))).Kode);
        Assert.Contains("Aktivasi selesai", (await FormAsync(link + "/selesai", new Dictionary<string, string>())).Teks, StringComparison.Ordinal);
    }

    public static byte[] Gambar(byte tanda) => [0xFF, 0xD8, 0xFF, tanda];

    public async ValueTask DisposeAsync()
    {
        Klien.Dispose();
        await App.DisposeAsync();
    }

    // Text as a reader sees it: without tags and references.
    private static string Polos(string html) => System.Net.WebUtility.HtmlDecode(Tanda().Replace(html, " "));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tanda();
}
