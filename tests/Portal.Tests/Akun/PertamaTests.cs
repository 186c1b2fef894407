using System.Net;
using System.Runtime.Versioning;
using Xunit;

[assembly: SupportedOSPlatform("linux")]

namespace KlatenSE.Portal.Tests.Akun;

public sealed class PertamaTests(PostgresUji postgres)
{
    [Fact]
    public async Task The_code_from_the_file_makes_the_first_administrator_and_then_the_page_is_gone()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres);
        var kode = (await File.ReadAllTextAsync(portal.BerkasKodePertama)).Trim();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(portal.BerkasKodePertama));
        var hasil = await portal.Anonim().KirimAsync("/pertama", "pertama", Isian(kode));
        Assert.StartsWith("/masuk", hasil.Tujuan, StringComparison.Ordinal);
        Assert.False(File.Exists(portal.BerkasKodePertama));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Anonim().BukaAsync("/pertama")).Status);
        var masuk = await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", "admin.satu@contoh.go.id"), ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal("/admin", masuk.Tujuan);
    }

    [Fact]
    public async Task A_second_click_gets_a_sentence_and_not_an_error()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres);
        var kode = (await File.ReadAllTextAsync(portal.BerkasKodePertama)).Trim();
        var tamu = portal.Anonim();
        var halaman = await tamu.BukaAsync("/pertama");
        Assert.NotNull(halaman.Formulir("pertama").GetAttribute("data-sekali"));
        await tamu.KirimAsync(halaman, "pertama", Isian(kode));
        var lagi = await tamu.KirimAsync(halaman, "pertama", Isian(kode));
        Assert.Equal(HttpStatusCode.OK, lagi.Status);
        Assert.Contains("masuk dengan email dan kata sandi itu", lagi.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_makes_nobody_administrator()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres);
        var hasil = await portal.Anonim().KirimAsync("/pertama", "pertama", Isian("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"));
        Assert.Contains("Kode tidak cocok", hasil.Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Anonim().BukaAsync("/pertama")).Status);
    }

    private static (string, string)[] Isian(string kode) =>
        [("Isian.Kode", kode), ("Isian.Nama", "Admin Satu"), ("Isian.Email", "admin.satu@contoh.go.id"), ("Isian.Sandi", PortalUji.Sandi)];
}
