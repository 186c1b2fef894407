using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>The camera's script: what was asked for before is stopped, and nothing stays on.</summary>
public sealed class KameraTests(PortalHidup portal)
{
    private const string Pasang = """
        async () => {
          const asli = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          window.aliran = [];
          navigator.mediaDevices.getUserMedia = async apa => { const a = await asli(apa); window.aliran.push(a); return a; };
          const kotak = document.createElement("div");
          kotak.innerHTML = `<div data-kamera="user" data-kamera-ke="ke" hidden><button type="button" data-kamera-mulai>Buka kamera</button><video playsinline muted hidden></video>
            <div data-kamera-alat hidden><button type="button" data-kamera-ambil>Ambil</button><button type="button" data-kamera-balik>Ganti</button>
            <button type="button" data-kamera-henti>Tutup kamera</button></div><p data-kamera-kata></p></div><div id="ke"><input type="file"></div>`;
          document.body.append(kotak);
          await import("/js/kamera.js");
        }
        """;

    private const string Hidup = "() => window.aliran.flatMap(a => a.getTracks()).filter(t => t.readyState === 'live').length";

    [Fact]
    public async Task Of_two_streams_asked_for_at_once_one_runs_and_closing_stops_it()
    {
        await using var orang = await Orang.DatangAsync(portal, "Tamu");
        await orang.BukaAsync("/masuk");
        var h = orang.Halaman;
        await h.EvaluateAsync(Pasang);
        await h.EvaluateAsync("() => { document.querySelector('[data-kamera-mulai]').click(); document.querySelector('[data-kamera-balik]').click(); }");
        await Assertions.Expect(h.Locator("[data-kamera-ambil]")).ToBeVisibleAsync();
        await h.WaitForFunctionAsync("() => window.aliran.length === 2");
        Assert.Equal(1, await h.EvaluateAsync<int>(Hidup));
        await orang.TekanAsync("Tutup kamera");
        Assert.Equal(0, await h.EvaluateAsync<int>(Hidup));
    }

    [Fact]
    public async Task A_double_click_asks_for_one_stream()
    {
        await using var orang = await Orang.DatangAsync(portal, "Tamu");
        await orang.BukaAsync("/masuk");
        var h = orang.Halaman;
        await h.EvaluateAsync(Pasang);
        await h.EvaluateAsync("() => { const t = document.querySelector('[data-kamera-mulai]'); t.click(); t.click(); }");
        await Assertions.Expect(h.Locator("[data-kamera-ambil]")).ToBeVisibleAsync();
        Assert.Equal(1, await h.EvaluateAsync<int>("() => window.aliran.length"));
    }

    [Fact]
    public async Task A_stream_that_is_granted_while_the_page_is_hidden_is_stopped()
    {
        await using var orang = await Orang.DatangAsync(portal, "Tamu");
        await orang.BukaAsync("/masuk");
        var h = orang.Halaman;
        await h.EvaluateAsync(Pasang);
        await h.EvaluateAsync("""
            () => {
              document.querySelector("[data-kamera-mulai]").click();
              Object.defineProperty(document, "hidden", { value: true });
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
        await h.WaitForFunctionAsync("() => window.aliran.length === 1");
        await h.WaitForFunctionAsync($"() => ({Hidup})() === 0");
        await Assertions.Expect(h.Locator("[data-kamera-mulai]")).ToBeEnabledAsync();
    }
}
