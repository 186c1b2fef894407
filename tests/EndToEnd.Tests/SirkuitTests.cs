using System.Text.RegularExpressions;
using KlatenSE.Domain.Alur;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>A live page does not outlive the right to look at it.</summary>
public sealed partial class SirkuitTests(PortalHidup portal)
{
    [Fact]
    public async Task The_pages_of_a_closed_account_and_of_a_tab_signed_out_elsewhere_end_within_a_minute()
    {
        await using var kasi = await DiPapanAsync("Kasi ditutup", "sirkuit.kasi@contoh.go.id", Peran.Kasi);
        await using var kabid = await DiPapanAsync("Kabid keluar", "sirkuit.kabid@contoh.go.id", Peran.Kabid);
        await using var kepala = await DiPapanAsync("Kepala tetap", "sirkuit.kepala@contoh.go.id", Peran.Kepala);

        Assert.Equal(1, await portal.Basis.JalankanAsync("UPDATE pengguna SET dinonaktifkan_pada = waktu_kini() WHERE email = 'sirkuit.kasi@contoh.go.id'"));
        var tabLain = await kabid.Halaman.Context.NewPageAsync();
        await tabLain.GotoAsync("/akun");
        await tabLain.EvalOnSelectorAsync("form[action='/keluar']", "f => f.requestSubmit()");

        foreach (var orang in (Orang[])[kasi, kabid])
        {
            await Assertions.Expect(orang.Halaman).ToHaveURLAsync(DiPintu(), new() { Timeout = 60_000 });
        }

        await Assertions.Expect(kepala.Halaman.Locator("[data-papan]")).ToHaveCountAsync(1);
    }

    [GeneratedRegex("/masuk\\?ke=")]
    private static partial Regex DiPintu();

    private async Task<Orang> DiPapanAsync(string nama, string surel, Peran peran)
    {
        var orang = await Orang.DatangAsync(portal, nama);
        await orang.MasukAsync(await portal.BuatPetugasAsync(nama, surel, peran), PortalHidup.SandiPetugas);
        await orang.BukaAsync("/papan");
        await Assertions.Expect(orang.Halaman.Locator("[data-papan][data-siap]")).ToHaveCountAsync(1);
        return orang;
    }
}
