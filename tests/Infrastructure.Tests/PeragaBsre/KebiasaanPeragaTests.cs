using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.PeragaBsre;

public sealed class KebiasaanPeragaTests
{
    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("504")]
    public async Task Failures_come_with_their_HTTP_code_and_no_Retry_After(string jenis)
    {
        using var jawaban = await TanyaDenganAsync(new { jenis });
        Assert.Equal(int.Parse(jenis), (int)jawaban.StatusCode);
        Assert.Null(jawaban.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("503")]
    public async Task Retry_After_can_be_asked_for(string jenis)
    {
        using var jawaban = await TanyaDenganAsync(new { jenis, detik = 7 });
        Assert.Equal(TimeSpan.FromSeconds(7), jawaban.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task HTTP_200_can_carry_an_error()
    {
        using var jawaban = await TanyaDenganAsync(new { jenis = "galat-200" });
        Assert.Equal(HttpStatusCode.OK, jawaban.StatusCode);
        var isi = await jawaban.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(isi.GetProperty("error").GetString()!);
        Assert.False(isi.TryGetProperty("status", out _));
    }

    [Theory]
    [InlineData("json-rusak", "application/json")]
    [InlineData("kosong", "application/json")]
    [InlineData("html", "text/html")]
    public async Task Bodies_that_are_no_JSON_come_with_HTTP_200(string jenis, string tipe)
    {
        using var jawaban = await TanyaDenganAsync(new { jenis });
        Assert.Equal((HttpStatusCode.OK, tipe), (jawaban.StatusCode, jawaban.Content.Headers.ContentType?.MediaType));
        var isi = await jawaban.Content.ReadAsStringAsync();
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(isi));
    }

    [Fact]
    public async Task A_true_answer_can_come_under_a_wrong_content_type()
    {
        using var jawaban = await TanyaDenganAsync(new { jenis = "jenis-konten" });
        Assert.Equal("text/plain", jawaban.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ISSUE", JsonDocument.Parse(await jawaban.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Right_credentials_can_be_refused()
    {
        using var jawaban = await TanyaDenganAsync(new { jenis = "sandi-salah" });
        Assert.Equal(HttpStatusCode.Unauthorized, jawaban.StatusCode);
    }

    [Fact]
    public async Task Code_2011_can_be_asked_for()
    {
        using var jawaban = await TanyaDenganAsync(new { jenis = "kode-2011" });
        var isi = await jawaban.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, 2011), (jawaban.StatusCode, isi.GetProperty("status_code").GetInt32()));
    }

    [Fact]
    public async Task The_connection_can_be_reset()
    {
        var galat = await Assert.ThrowsAsync<HttpRequestException>(() => TanyaDenganAsync(new { jenis = "putus" }));
        var soket = Assert.IsType<SocketException>(galat.GetBaseException());
        Assert.Equal(SocketError.ConnectionReset, soket.SocketErrorCode);
    }

    [Fact]
    public async Task An_answer_can_be_late()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("Terbit");
        await r.KendaliAsync("kebiasaan", new { jenis = "tunda", detik = 0.3 });
        var mulai = Stopwatch.GetTimestamp();
        Assert.Equal("ISSUE", await r.StatusAsync());
        Assert.True(Stopwatch.GetElapsedTime(mulai) >= TimeSpan.FromSeconds(0.25));
    }

    [Fact]
    public async Task An_answer_can_never_come_and_stopping_does_not_wait_for_it()
    {
        var r = await RuangPeraga.MulaiAsync();
        await r.KendaliAsync("kebiasaan", new { jenis = "habis-waktu" });
        using var sabar = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => r.TanyaAsync(new { nik = RuangPeraga.Nik }, ct: sabar.Token));
        var menggantung = r.TanyaAsync(new { nik = RuangPeraga.Nik });
        using var batas = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await r.Klien.GetFromJsonAsync<JsonElement>("/kendali/panggilan", batas.Token)).GetProperty("jumlah").GetInt32() < 2)
        {
            // The second call is still on its way in.
        }
        await r.App.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => menggantung);
        r.Klien.Dispose();
    }

    [Fact]
    public async Task An_unknown_word_can_be_said()
    {
        using var jawaban = await TanyaDenganAsync(new { jenis = "status-asing", status = "DIPINDAHKAN" });
        Assert.Equal("DIPINDAHKAN", (await jawaban.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_NIK_can_stand_in_the_answer()
    {
        using var jawaban = await TanyaDenganAsync(new { jenis = "nik-tampil" });
        Assert.Contains(RuangPeraga.Nik, (await jawaban.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_forced_for_one_person_leaves_the_others_alone()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("MenungguAktivasi");
        await r.TanamAsync("Terbit", RuangPeraga.NikLain);
        await r.KendaliAsync("kebiasaan", new { jenis = "status", status = "REVOKE", nik = RuangPeraga.Nik });
        Assert.Equal(("REVOKE", "REVOKE", "ISSUE"), (await r.StatusAsync(), await r.StatusAsync(), await r.StatusAsync(RuangPeraga.NikLain)));
        using var lewatSurel = await r.TanyaAsync(new { email = "sekar.wulandari@contoh.go.id" });
        Assert.Equal("REVOKE", (await lewatSurel.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_habit_for_the_next_calls_ends_by_itself_and_the_next_one_follows()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.KendaliAsync("kebiasaan", new { jenis = "503", kali = 2 });
        await r.KendaliAsync("kebiasaan", new { jenis = "429", kali = 1 });
        List<int> kode = [];
        for (var i = 0; i < 4; i++)
        {
            using var jawaban = await r.TanyaAsync(new { nik = RuangPeraga.Nik });
            kode.Add((int)jawaban.StatusCode);
        }
        Assert.Equal([503, 503, 429, 200], kode);
    }

    [Fact]
    public async Task Habits_can_be_taken_back()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.KendaliAsync("kebiasaan", new { jenis = "503" });
        using var dihapus = await r.Klien.DeleteAsync("/kendali/kebiasaan");
        Assert.Equal("NOT_REGISTERED", await r.StatusAsync());
    }

    [Theory]
    [InlineData("""{"jenis":"entah"}""")]
    [InlineData("""{"jenis":"503","kali":0}""")]
    [InlineData("""{"jenis":"status"}""")]
    public async Task A_habit_that_makes_no_sense_is_refused(string isi)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        using var badan = new StringContent(isi, System.Text.Encoding.UTF8, "application/json");
        using var jawaban = await r.Klien.PostAsync("/kendali/kebiasaan", badan);
        Assert.Equal(HttpStatusCode.BadRequest, jawaban.StatusCode);
    }

    private static async Task<HttpResponseMessage> TanyaDenganAsync(object kebiasaan)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("Terbit");
        await r.KendaliAsync("kebiasaan", kebiasaan);
        return await r.TanyaAsync(new { nik = RuangPeraga.Nik });
    }
}
