using KlatenSE.Domain.Alur;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>Somebody who only watches the board, and never reloads it.</summary>
public static class PenontonPapan
{
    public static async Task BukaPapanAsync(this Orang o)
    {
        await o.BukaAsync("/papan");
        await Assertions.Expect(o.Halaman.Locator("[data-papan][data-siap]")).ToBeVisibleAsync();
        // Empty columns are folded to a strip; one opened by hand stays open.
        var strip = o.Halaman.Locator(".papan-strip");
        for (var n = await strip.CountAsync(); n > 0; n--)
        {
            await strip.First.ClickAsync();
            await Assertions.Expect(strip).ToHaveCountAsync(n - 1);
        }

        await o.Halaman.EvaluateAsync("() => { window.belumDimuatUlang = true; }");
    }

    /// <summary>The card comes to stand in this column by itself.</summary>
    public static async Task MelihatDiKolomAsync(this Orang o, Tahap tahap, string resi)
    {
        var kolom = o.Halaman.Locator($"section[data-tahap={tahap}]");
        await Assertions.Expect(kolom.Locator(".papan-kartu", new LocatorLocatorOptions { HasText = resi })).ToBeVisibleAsync();
    }

    public static async Task TidakPernahDimuatUlangAsync(this Orang o) =>
        Assert.True(await o.Halaman.EvaluateAsync<bool>("() => window.belumDimuatUlang === true"), "Papan dimuat ulang.");
}
