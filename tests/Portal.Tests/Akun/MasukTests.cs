using System.Diagnostics;
using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

public sealed class MasukTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalUji.MulaiAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/akun")]
    [InlineData("/antrean")]
    [InlineData("/admin")]
    [InlineData("/tidak/ada")]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_and_back(string alamat)
    {
        var halaman = await portal.Anonim().BukaAsync(alamat);
        Assert.Equal(HttpStatusCode.Redirect, halaman.Status);
        Assert.Equal($"/masuk?ke={Uri.EscapeDataString(alamat)}", halaman.Tujuan);
    }

    [Fact]
    public async Task The_sign_in_leads_back_to_the_page_asked_for()
    {
        var kasi = await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi);
        var hasil = await portal.Anonim().KirimAsync("/masuk?ke=%2Fpapan%3Fcari%3Da", "masuk", ("Isian.Surel", kasi.Email!), ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal("/papan?cari=a", hasil.Tujuan);
    }

    [Theory]
    [InlineData("https://contoh.com/")]
    [InlineData("//contoh.com/")]
    [InlineData("/\\contoh.com/")]
    public async Task The_sign_in_leads_to_no_other_host(string ke)
    {
        var kasi = await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi);
        var hasil = await portal.Anonim().KirimAsync($"/masuk?ke={Uri.EscapeDataString(ke)}", "masuk", ("Isian.Surel", kasi.Email!), ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal("/antrean", hasil.Tujuan);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_mailbox_get_the_same_answer_and_the_mailbox_stays()
    {
        var kasi = await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi);
        var salah = await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", kasi.Email!), ("Isian.Sandi", "bukan sandinya"));
        var asing = await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", "tidak.ada@contoh.go.id"), ("Isian.Sandi", "bukan sandinya"));
        Assert.Contains("tidak cocok", salah.Teks, StringComparison.Ordinal);
        Assert.Equal(salah.Teks, asing.Teks);
        Assert.Equal(kasi.Email, salah.Dokumen.QuerySelector("input[name='Isian.Surel']")!.GetAttribute("value"));
        Assert.Null(salah.Dokumen.QuerySelector("input[name='Isian.Sandi']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Signing_in_failing_and_signing_out_are_in_the_audit()
    {
        var klien = await portal.MasukAsync(Peran.Kabid);
        await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", klien.Akun!.Email!), ("Isian.Sandi", "bukan sandinya"));
        var keluar = await klien.KirimAsync("/akun", "/keluar");
        Assert.Equal("/masuk?sudah=keluar", keluar.Tujuan);
        var jenis = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().Where(a => a.PelakuId == klien.Akun.Id).OrderBy(a => a.Id).Select(a => a.Jenis).ToListAsync());
        Assert.Equal([JenisAudit.Masuk, JenisAudit.MasukGagal, JenisAudit.Keluar], jenis);
        Assert.Equal(HttpStatusCode.Redirect, (await klien.BukaAsync("/akun")).Status);
    }

    [Fact]
    public async Task A_session_survives_a_restart_and_no_key_lies_in_clear_in_the_database()
    {
        var klien = await portal.MasukAsync(Peran.Kabid);
        await using var lagi = portal.Pabrik.WithWebHostBuilder(_ => { });
        using var sesudah = lagi.CreateDefaultClient();
        sesudah.DefaultRequestHeaders.Add("Cookie", await KukiAsync(klien));

        using var jawaban = await sesudah.GetAsync("/akun");

        Assert.Equal(HttpStatusCode.OK, jawaban.StatusCode);
        Assert.Equal(1, await portal.BasisData.NilaiAsync<long>("SELECT count(*) FROM kunci_proteksi WHERE xml LIKE '%kunciTersegel%' AND xml NOT LIKE '%<masterKey%'"));
        Assert.Equal(1, await portal.BasisData.NilaiAsync<long>("SELECT count(*) FROM kunci_proteksi"));
    }

    [Fact]
    public async Task Without_the_file_of_keys_the_portal_says_what_to_set_and_does_not_start()
    {
        var mulai = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true };
        mulai.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        mulai.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        mulai.Environment["ConnectionStrings__Portal"] = portal.BasisData.Portal;
        mulai.Environment.Remove("KunciPelindung__Berkas");
        using var proses = Process.Start(mulai)!;
        var galat = await proses.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await proses.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, proses.ExitCode);
        Assert.Contains("KunciPelindung__Berkas", galat, StringComparison.Ordinal);
    }

    private static async Task<string> KukiAsync(KlienUji klien)
    {
        using var jawaban = await klien.Http.GetAsync("/akun");
        return string.Join("; ", jawaban.RequestMessage!.Headers.GetValues("Cookie"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var klien = await portal.MasukAsync(Peran.Kabid);
        using var kosong = new FormUrlEncodedContent([]);
        using var jawaban = await klien.Http.PostAsync("/keluar", kosong);
        Assert.Equal(HttpStatusCode.BadRequest, jawaban.StatusCode);
    }
}
