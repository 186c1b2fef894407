using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Surel;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

/// <summary>Pages that a mailed link opens: what a second click gets, and what does not leave with a Referer.</summary>
public sealed class TautanAkunTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalUji.MulaiAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_second_click_on_the_first_password_gets_a_sentence_and_not_an_error()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        await admin.KirimAsync("/admin/pengguna/baru", "buat-pengguna", ("Isian.Nama", "Dwi Kasi"), ("Isian.Email", "dwi@contoh.go.id"), ("Isian.Peran", "Kasi"));
        var tamu = portal.Anonim();
        var halaman = await tamu.BukaAsync(await portal.TautanSuratAsync("dwi@contoh.go.id", JenisSurel.AkunDibuat));
        await tamu.KirimAsync(halaman, "atur-sandi", ("Isian.Sandi", PortalUji.Sandi));
        var lagi = await tamu.KirimAsync(halaman, "atur-sandi", ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal(HttpStatusCode.OK, lagi.Status);
        Assert.Contains("masuk dengan kata sandi itu", lagi.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_click_on_the_change_of_mailbox_gets_a_sentence_and_not_an_error()
    {
        var orang = await portal.MasukAsync(Peran.Kasi);
        await orang.KirimAsync("/akun", "ganti-email", ("Email.EmailBaru", "pindah.uji@contoh.go.id"), ("Email.SandiKini", PortalUji.Sandi));
        var halaman = await orang.BukaAsync(await portal.TautanSuratAsync("pindah.uji@contoh.go.id", JenisSurel.BuktiEmail));
        Assert.Equal("/masuk?sudah=terbukti", (await orang.KirimAsync(halaman, "ganti-surel")).Tujuan);
        var lagi = await orang.KirimAsync(halaman, "ganti-surel");
        Assert.Equal(HttpStatusCode.OK, lagi.Status);
        Assert.Contains("masuk dengan alamat baru", lagi.Teks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/aktivasi?k=x", "no-referrer")]
    [InlineData("/passphrase?k=x", "no-referrer")]
    [InlineData("/atur-sandi?t=x", "no-referrer")]
    [InlineData("/bukti-surel/?t=x", "no-referrer")]
    [InlineData("/ganti-surel?t=x", "no-referrer")]
    [InlineData("/masuk?ke=%2Faktivasi%3Fk%3Dx", "no-referrer")]
    [InlineData("/akun", "same-origin")]
    public async Task No_address_with_a_token_goes_out_in_a_referer(string alamat, string perujuk)
    {
        var orang = await portal.MasukAsync(Peran.Pemohon);
        using var jawab = await orang.Http.GetAsync(alamat);
        Assert.Equal(perujuk, Assert.Single(jawab.Headers.GetValues("Referrer-Policy")));
    }
}
