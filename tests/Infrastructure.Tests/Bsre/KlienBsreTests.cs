using System.Net;
using System.Net.Sockets;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Tests.PeragaBsre;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>Every way in which BSrE may answer or fail is told apart, and the NIK stays between the two.</summary>
public sealed class KlienBsreTests
{
    private const string Nik = RuangPeraga.Nik;

    private static ServiceProvider Layanan(Uri alamat, TimeProvider? jam, SemuaLog? log, params (string Kunci, string? Nilai)[] setelan)
    {
        var isi = new Dictionary<string, string?> { ["Bsre:Alamat"] = alamat.ToString(), ["Bsre:Pengguna"] = "peraga", ["Bsre:Sandi"] = "sandi-peraga" };
        foreach (var (kunci, nilai) in setelan)
        {
            isi[kunci] = nilai;
        }

        var services = new ServiceCollection().AddSingleton(jam ?? TimeProvider.System)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log ?? new SemuaLog()));
        return services.AddBsre(new ConfigurationBuilder().AddInMemoryCollection(isi).Build(), berjalan: false).BuildServiceProvider();
    }

    private static async Task<JawabanBsre> TanyaAsync(Uri alamat, TimeProvider? jam = null, SemuaLog? log = null, params (string Kunci, string? Nilai)[] setelan)
    {
        await using var layanan = Layanan(alamat, jam, log, setelan);
        return await layanan.GetRequiredService<KlienBsre>().TanyaAsync(Nik, TestContext.Current.CancellationToken);
    }

    private static async Task<GagalBsre> GagalAsync(Uri alamat, params (string Kunci, string? Nilai)[] setelan) =>
        Assert.IsType<JawabanBsre.Gagal>(await TanyaAsync(alamat, null, null, setelan)).Jenis;

    [Theory]
    [InlineData("MenungguAktivasi", StatusBsre.TanpaSertifikat, null)]
    [InlineData("MenungguVerifikasi", StatusBsre.MenungguVerifikasi, null)]
    [InlineData("MenungguPassphrase", StatusBsre.Baru, null)]
    [InlineData("Terbit", StatusBsre.Aktif, 1111)]
    [InlineData("Ditangguhkan", StatusBsre.Ditangguhkan, null)]
    [InlineData("Dicabut", StatusBsre.Dicabut, null)]
    [InlineData(null, StatusBsre.TidakTerdaftar, 1110)]
    public async Task A_status_is_an_answer(string? keadaan, StatusBsre status, int? kode)
    {
        await using var peraga = await RuangPeraga.MulaiAsync();
        if (keadaan is not null)
        {
            await peraga.TanamAsync(keadaan);
        }

        Assert.Equal(new JawabanBsre.Status(status, kode, 200), await TanyaAsync(peraga.App.Alamat));
    }

    [Theory]
    [InlineData("galat-200", GagalBsre.GalatDalamJawaban)]
    [InlineData("json-rusak", GagalBsre.JsonRusak)]
    [InlineData("kosong", GagalBsre.JsonRusak)]
    [InlineData("html", GagalBsre.JenisKontenSalah)]
    [InlineData("jenis-konten", GagalBsre.JenisKontenSalah)]
    [InlineData("status-asing", GagalBsre.StatusAsing)]
    [InlineData("sandi-salah", GagalBsre.SandiSalah)]
    [InlineData("429", GagalBsre.TerlaluSering)]
    [InlineData("503", GagalBsre.TidakTersedia)]
    [InlineData("504", GagalBsre.GerbangHabisWaktu)]
    [InlineData("500", GagalBsre.GalatServer)]
    [InlineData("putus", GagalBsre.SambunganPutus)]
    public async Task Each_bad_habit_of_the_stand_in_is_a_failure_of_its_own(string kebiasaan, GagalBsre gagal)
    {
        await using var peraga = await RuangPeraga.MulaiAsync();
        await peraga.KendaliAsync("kebiasaan", new { jenis = kebiasaan });
        Assert.Equal(gagal, await GagalAsync(peraga.App.Alamat));
    }

    [Fact]
    public async Task Code_2011_says_that_nobody_is_registered()
    {
        await using var peraga = await RuangPeraga.MulaiAsync();
        await peraga.KendaliAsync("kebiasaan", new { jenis = "kode-2011" });
        Assert.Equal(new JawabanBsre.Status(StatusBsre.TidakTerdaftar, 2011, 400), await TanyaAsync(peraga.App.Alamat));
    }

    [Fact]
    public async Task Wrong_credentials_are_a_failure_of_the_credentials()
    {
        await using var peraga = await RuangPeraga.MulaiAsync();
        Assert.Equal(GagalBsre.SandiSalah, await GagalAsync(peraga.App.Alamat, ("Bsre:Sandi", "keliru")));
    }

    [Fact]
    public async Task No_answer_in_time_is_a_time_out_by_the_clock_and_who_goes_away_is_none()
    {
        await using var peraga = await RuangPeraga.MulaiAsync();
        await peraga.KendaliAsync("kebiasaan", new { jenis = "habis-waktu" });
        var jam = new FakeTimeProvider();
        await using var layanan = Layanan(peraga.App.Alamat, jam, null);
        var klien = layanan.GetRequiredService<KlienBsre>();
        var tanya = klien.TanyaAsync(Nik, TestContext.Current.CancellationToken);
        Assert.False(tanya.IsCompleted);
        jam.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new JawabanBsre.Gagal(GagalBsre.HabisWaktu), await tanya);

        using var pergi = new CancellationTokenSource();
        var ditinggal = klien.TanyaAsync(Nik, pergi.Token);
        await pergi.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ditinggal);
    }

    [Fact]
    public async Task Retry_After_is_handed_on()
    {
        await using var peraga = await RuangPeraga.MulaiAsync();
        await peraga.KendaliAsync("kebiasaan", new { jenis = "503", detik = 77 });
        Assert.Equal(TimeSpan.FromSeconds(77), Assert.IsType<JawabanBsre.Gagal>(await TanyaAsync(peraga.App.Alamat)).Tunggu);
        var jam = new FakeTimeProvider();
        await using var server = await ServerBuruk.MulaiAsync(429, "", kepala: ("Retry-After", jam.GetUtcNow().AddMinutes(2).ToString("R")));
        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<JawabanBsre.Gagal>(await TanyaAsync(server.Alamat, jam)).Tunggu);
    }

    [Theory]
    [InlineData(403, "{}", "application/json", GagalBsre.SandiSalah)]
    [InlineData(400, """{"status_code":4014,"error":"x"}""", "application/json", GagalBsre.DataDitolak)]
    [InlineData(400, """{"status_code":"4015","error":"x"}""", "application/json", GagalBsre.DataDitolak)]
    [InlineData(400, "{}", "application/json", GagalBsre.AlamatSalah)]
    [InlineData(404, "<h1>", "text/html", GagalBsre.AlamatSalah)]
    [InlineData(204, "", "application/json", GagalBsre.AlamatSalah)]
    [InlineData(502, "", "text/html", GagalBsre.GalatServer)]
    [InlineData(200, "[]", "application/json", GagalBsre.JsonRusak)]
    [InlineData(200, "{\"status\":\"\\ud800\"}", "application/json", GagalBsre.JsonRusak)]
    [InlineData(200, """{"status":"ISSUE","error":"x"}""", "application/json", GagalBsre.GalatDalamJawaban)]
    [InlineData(200, """{"status":"ISSUE","status_code":1110}""", "application/json", GagalBsre.StatusAsing)]
    [InlineData(200, """{"status":7}""", "application/json", GagalBsre.StatusAsing)]
    public async Task Other_bad_answers_are_told_apart_too(int http, string isi, string jenis, GagalBsre gagal)
    {
        await using var server = await ServerBuruk.MulaiAsync(http, isi, jenis);
        Assert.Equal(gagal, await GagalAsync(server.Alamat));
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        await using var lain = await ServerBuruk.MulaiAsync(200, """{"status":"ISSUE"}""");
        await using var server = await ServerBuruk.MulaiAsync(307, "", kepala: ("Location", lain.Alamat.ToString()));
        Assert.Equal(GagalBsre.AlamatSalah, await GagalAsync(server.Alamat));
        Assert.Empty(lain.Jalur);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_large_is_not_read_to_its_end(bool panjangDisebut)
    {
        await using var server = await ServerBuruk.MulaiAsync(async c =>
        {
            var isi = new byte[KlienBsre.UkuranTerbesar + 1];
            c.Response.ContentType = "application/json";
            c.Response.ContentLength = panjangDisebut ? isi.Length : null;
            await c.Response.Body.WriteAsync(isi);
        });
        Assert.Equal(GagalBsre.TerlaluBesar, await GagalAsync(server.Alamat));
    }

    [Fact]
    public async Task A_closed_port_and_an_unknown_name_are_told_apart()
    {
        using var pintu = new TcpListener(IPAddress.Loopback, 0);
        pintu.Start();
        var port = ((IPEndPoint)pintu.LocalEndpoint).Port;
        pintu.Stop();
        Assert.Equal(GagalBsre.SambunganDitolak, await GagalAsync(new Uri($"http://127.0.0.1:{port}")));
        Assert.Equal(GagalBsre.NamaTidakDitemukan, await GagalAsync(new Uri("https://esign.invalid")));
    }

    [Fact]
    public async Task TLS_certificates_that_are_unknown_expired_or_of_another_host_are_told_apart()
    {
        await using var peraga = await RuangPeraga.MulaiAsync(o => (o.PortTls, o.PortTlsKedaluwarsa, o.PortTlsNamaLain) = (0, 0, 0));
        var ca = Path.GetTempFileName();
        await File.WriteAllTextAsync(ca, await peraga.Klien.GetStringAsync("/kendali/ca.pem"));
        try
        {
            await peraga.TanamAsync("Terbit");
            Assert.Equal(new JawabanBsre.Status(StatusBsre.Aktif, 1111, 200), await TanyaAsync(peraga.App.AlamatTls!, null, null, ("Bsre:BerkasCa", ca)));
            Assert.Equal(GagalBsre.TlsTidakDipercaya, await GagalAsync(peraga.App.AlamatTls!));
            Assert.Equal(GagalBsre.TlsKedaluwarsa, await GagalAsync(peraga.App.AlamatTlsKedaluwarsa!, ("Bsre:BerkasCa", ca)));
            await File.WriteAllTextAsync(ca + ".rusak", "-----BEGIN CERTIFICATE-----\nbukan\n-----END CERTIFICATE-----");
            Assert.Equal(GagalBsre.TlsTidakDipercaya, await GagalAsync(peraga.App.AlamatTls!, ("Bsre:BerkasCa", ca + ".rusak")));
            Assert.Equal(GagalBsre.TlsNamaLain, await GagalAsync(peraga.App.AlamatTlsNamaLain!, ("Bsre:BerkasCa", ca)));
        }
        finally
        {
            File.Delete(ca);
            File.Delete(ca + ".rusak");
        }
    }

    [Fact]
    public async Task Neither_NIK_nor_password_reaches_an_address_or_a_log_whatever_the_answer()
    {
        var log = new SemuaLog();
        await using var peraga = await RuangPeraga.MulaiAsync();
        await peraga.TanamAsync("Terbit");
        foreach (var jenis in (string[])["nik-tampil", "galat-200", "json-rusak", "html", "putus", "500", "429", "sandi-salah", "status-asing"])
        {
            await peraga.KendaliAsync("kebiasaan", new { jenis, kali = 1 });
            var jawaban = await TanyaAsync(peraga.App.Alamat, null, log);
            Assert.DoesNotContain(Nik, jawaban.ToString(), StringComparison.Ordinal);
        }

        await using var server = await ServerBuruk.MulaiAsync(200, """{"status":"ISSUE"}""");
        await TanyaAsync(server.Alamat, null, log);
        Assert.Equal(["/api/v2/user/check/status"], server.Jalur);
        Assert.All(log.Baris, b => Assert.DoesNotContain(Nik, b, StringComparison.Ordinal));
        Assert.All(log.Baris, b => Assert.DoesNotContain("sandi-peraga", b, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Baris, b => b.Contains("System.Net.Http.HttpClient", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://esign.contoh.go.id", null)]
    [InlineData("http://127.0.0.1:9999", null)]
    [InlineData("http://esign.contoh.go.id", "https")]
    [InlineData("https://orang:sandi@esign.contoh.go.id", "Bsre:Alamat")]
    [InlineData("esign", "Bsre:Alamat")]
    public void An_address_without_TLS_serves_on_this_machine_only(string alamat, string? keberatan)
    {
        var setelan = new BsreOptions { Alamat = alamat, Pengguna = "a", Sandi = "b" };
        Assert.Equal(keberatan is null, setelan.Keberatan() is null);
        Assert.Contains(keberatan ?? "", setelan.Keberatan() ?? "", StringComparison.Ordinal);
    }
}
