using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using KlatenSE.Domain.Alur;
using KlatenSE.Portal.Tests.Pengajuan;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

/// <summary>Whoever sends too often is told so, and when to come back.</summary>
public sealed class BatasKirimTests(PostgresUji postgres)
{
    private static readonly Dictionary<string, string> TigaKali = new()
    {
        ["Akun:BatasKirimPerMenit"] = "3",
        ["Akun:BatasTautanPerMenit"] = "3",
        ["Akun:BatasUnggahPerMenit"] = "3",
    };

    [Theory]
    [InlineData("/masuk", true)]
    [InlineData("/masuk/", true)]
    [InlineData("/daftar", true)]
    [InlineData("/lupa-sandi", true)]
    [InlineData("/atur-sandi", true)]
    [InlineData("/bukti-surel", true)]
    [InlineData("/pertama", true)]
    [InlineData("/aktivasi?k=x", false)]
    [InlineData("/passphrase?k=x", false)]
    [InlineData("/atur-sandi?t=x", false)]
    [InlineData("/bukti-surel?t=x", false)]
    public async Task The_fourth_in_a_minute_is_refused_with_the_time_to_wait(string alamat, bool kirim)
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, TigaKali);
        var tamu = portal.Anonim().Http;
        async Task<HttpResponseMessage> SekaliAsync()
        {
            using var kosong = new FormUrlEncodedContent([]);
            return kirim ? await tamu.PostAsync(alamat, kosong) : await tamu.GetAsync(alamat);
        }

        for (var i = 0; i < 3; i++)
        {
            using var lewat = await SekaliAsync();
            Assert.NotEqual(HttpStatusCode.TooManyRequests, lewat.StatusCode);
        }

        using var tolak = await SekaliAsync();
        await SeharusnyaTolakAsync(tolak);
        using var lain = await tamu.GetAsync("/lupa-sandi");
        Assert.Equal(HttpStatusCode.OK, lain.StatusCode);
    }

    [Fact]
    public async Task The_fourth_upload_in_a_minute_is_refused_for_this_account_alone_and_loses_nothing()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, new Dictionary<string, string> { ["Akun:BatasUnggahPerMenit"] = "3" });
        var (satu, dua) = (await Perjalanan.MulaiAsync(portal), await Perjalanan.MulaiAsync(portal));
        foreach (var p in (Perjalanan[])[satu, dua])
        {
            await p.Klien.KirimAsync($"/permohonan/{p.Id}/berkas", "formulir-privasi", ("Setuju", "ya"));
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await satu.UnggahAsync("berkas", "formulir-unggahktp", "ktp-scan.png")).Status);
        }

        using var isi = new MultipartFormDataContent { { new ByteArrayContent([1]), "Berkas", "ktp.png" } };
        using var tolak = await satu.Klien.Http.PostAsync($"/permohonan/{satu.Id}/berkas", isi);
        await SeharusnyaTolakAsync(tolak);
        Assert.Contains("Sudah diunggah", (await satu.Klien.BukaAsync($"/permohonan/{satu.Id}/berkas")).Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await dua.UnggahAsync("berkas", "formulir-unggahktp", "ktp-scan.png")).Status);
    }

    [Fact]
    public async Task Officials_work_is_not_counted()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, TigaKali);
        var kasi = await portal.MasukAsync(Peran.Kasi);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await kasi.BukaAsync("/antrean")).Status);
        }
    }

    private static async Task SeharusnyaTolakAsync(HttpResponseMessage tolak)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, tolak.StatusCode);
        Assert.InRange(tolak.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var halaman = new HtmlParser().ParseDocument(await tolak.Content.ReadAsStringAsync());
        Assert.Equal("Terlalu banyak percobaan", halaman.QuerySelector("h1")!.TextContent);
        var saran = halaman.QuerySelector("main")!.TextContent;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Tunggu {tolak.Headers.RetryAfter.Delta.Value.TotalSeconds:0} detik, lalu coba lagi."), saran, StringComparison.Ordinal);
        Assert.Matches(@"Pukul \d\d\.\d\d WIB", saran);
    }
}
