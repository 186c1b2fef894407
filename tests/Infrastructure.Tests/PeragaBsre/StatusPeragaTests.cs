using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.PeragaBsre;

public sealed class StatusPeragaTests
{
    [Theory]
    [InlineData("MenungguAktivasi", "NO_CERTIFICATE")]
    [InlineData("MenungguVerifikasi", "WAITING_FOR_VERIFICATION")]
    [InlineData("MenungguPassphrase", "NEW")]
    [InlineData("Diproses", "WAITING_FOR_VERIFICATION")]
    [InlineData("Terbit", "ISSUE")]
    [InlineData("Ditolak", "NO_CERTIFICATE")]
    [InlineData("Ditangguhkan", "SUSPEND")]
    [InlineData("Dicabut", "REVOKE")]
    public async Task Each_state_has_its_word(string keadaan, string status)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync(keadaan);
        Assert.Equal(status, await r.StatusAsync());
    }

    [Fact]
    public async Task A_certificate_past_its_end_is_EXPIRED_and_one_being_renewed_RENEW()
    {
        await using var r = await RuangPeraga.MulaiAsync(o => o.BulanBerlaku = 1);
        await r.TanamAsync("Terbit");
        await r.KendaliAsync("jam", new { geser = "32.00:00:00" });
        Assert.Equal("EXPIRED", await r.StatusAsync());
        await r.KendaliAsync($"orang/{RuangPeraga.Nik}/perpanjang", new { });
        Assert.Equal("RENEW", await r.StatusAsync());
        foreach (var tindakan in new[] { "aktivasi", "setujui", "passphrase", "terbit" })
        {
            await r.KendaliAsync($"orang/{RuangPeraga.Nik}/{tindakan}", new { });
        }
        Assert.Equal("ISSUE", await r.StatusAsync());
    }

    [Fact]
    public async Task A_holder_answers_1111_by_NIK_and_by_mailbox()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("Terbit");
        foreach (var isi in new object[] { new { nik = RuangPeraga.Nik }, new { email = "sekar.wulandari@contoh.go.id" } })
        {
            var (kode, jawaban) = await BacaAsync(await r.TanyaAsync(isi));
            Assert.Equal((HttpStatusCode.OK, "ISSUE", 1111), (kode, jawaban.GetProperty("status").GetString(), jawaban.GetProperty("status_code").GetInt32()));
            Assert.DoesNotContain(RuangPeraga.Nik, jawaban.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_unknown_answers_1110_with_HTTP_200()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        var (kode, jawaban) = await BacaAsync(await r.TanyaAsync(new { nik = RuangPeraga.Nik }));
        Assert.Equal((HttpStatusCode.OK, "NOT_REGISTERED", 1110), (kode, jawaban.GetProperty("status").GetString(), jawaban.GetProperty("status_code").GetInt32()));
    }

    [Theory]
    [InlineData("{}", 4014)]
    [InlineData("{\"nik\":\"\"}", 4014)]
    [InlineData("{\"nik\":\"339901550790000\"}", 4015)]
    [InlineData("{\"nik\":3399015507900003}", 4015)]
    [InlineData("{\"email\":\"sekar wulandari@contoh.go.id\"}", 4015)]
    [InlineData("{\"email\":\"bukan-surel\"}", 4015)]
    [InlineData("[1]", 4015)]
    [InlineData("{\"nik\":", 4015)]
    public async Task Bad_questions_have_their_codes(string isi, int kodeBsre)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        var (kode, jawaban) = await BacaAsync(await r.TanyaTeksAsync(isi));
        Assert.Equal((HttpStatusCode.BadRequest, kodeBsre), (kode, jawaban.GetProperty("status_code").GetInt32()));
        Assert.NotEmpty(jawaban.GetProperty("error").GetString()!);
    }

    [Theory]
    [InlineData("peraga", "salah")]
    [InlineData("lain", "sandi-peraga")]
    [InlineData(null, "")]
    public async Task Wrong_or_missing_credentials_are_401(string? pengguna, string sandi)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        using var jawaban = await r.TanyaTeksAsync("{\"nik\":\"3399015507900003\"}", pengguna, sandi);
        Assert.Equal(HttpStatusCode.Unauthorized, jawaban.StatusCode);
        Assert.Equal("Basic", Assert.Single(jawaban.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task Calls_are_counted_per_person()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.StatusAsync();
        await r.StatusAsync();
        await r.StatusAsync(RuangPeraga.NikLain);
        var catatan = await r.Klien.GetFromJsonAsync<JsonElement>("/kendali/panggilan");
        Assert.Equal((3, 2), (catatan.GetProperty("jumlah").GetInt32(), catatan.GetProperty("perNik").GetProperty(RuangPeraga.Nik).GetInt32()));
    }

    [Fact]
    public async Task A_reset_forgets_people_mails_habits_and_clock()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.DaftarkanAsync();
        await r.KendaliAsync("jam", new { geser = "10:00:00" });
        await r.KendaliAsync("kebiasaan", new { jenis = "503" });
        await r.KendaliAsync("ulang", new { });
        Assert.Equal("NOT_REGISTERED", await r.StatusAsync());
        Assert.Empty(await r.SuratAsync());
        Assert.Equal("00:00:00", (await r.Klien.GetFromJsonAsync<JsonElement>("/kendali/jam")).GetProperty("geser").GetString());
        Assert.Contains("Masuk verifikator", (await r.BukaAsync("/verifikator")).Teks, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Kode, JsonElement Isi)> BacaAsync(HttpResponseMessage jawaban)
    {
        using (jawaban)
        {
            return (jawaban.StatusCode, await jawaban.Content.ReadFromJsonAsync<JsonElement>());
        }
    }
}
