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
        await Assertions.Expect(o.Halaman.Locator("section[data-tahap]").First).ToBeVisibleAsync();
        await o.Halaman.EvaluateAsync("() => { window.belumDimuatUlang = true; }");
    }

    /// <summary>The card comes to stand in this column by itself.</summary>
    public static async Task MelihatDiKolomAsync(this Orang o, Tahap tahap, string resi)
    {
        var kolom = o.Halaman.Locator($"section[data-tahap={tahap}]");
        var strip = kolom.Locator(".papan-strip");
        if (await strip.CountAsync() > 0)
        {
            await strip.ClickAsync();
        }

        await Assertions.Expect(kolom.Locator(".papan-kartu", new LocatorLocatorOptions { HasText = resi })).ToBeVisibleAsync();
    }

    public static async Task TidakPernahDimuatUlangAsync(this Orang o) =>
        Assert.True(await o.Halaman.EvaluateAsync<bool>("() => window.belumDimuatUlang === true"), "Papan dimuat ulang.");
}
