using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>One person with a browser of their own. Every page they look at is judged by axe.</summary>
public sealed class Orang(PortalHidup portal, IBrowserContext konteks, IPage halaman, string nama, bool skrip) : IAsyncDisposable
{
    private readonly HashSet<string> _diperiksa = [];

    /// <summary>A new page counts as there when it begins to come: what is looked for on it is waited for anyway, pictures are not.</summary>
    public static PageWaitForURLOptions Segera { get; } = new() { WaitUntil = WaitUntilState.Commit };

    public IPage Halaman => halaman;

    public string Nama => nama;

    public static async Task<Orang> DatangAsync(PortalHidup portal, string nama, bool ponsel = false, bool gelap = false, bool skrip = true)
    {
        var konteks = await portal.Peramban.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            ViewportSize = ponsel ? new ViewportSize { Width = 360, Height = 780 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = ponsel,
            IsMobile = ponsel,
            ColorScheme = gelap ? ColorScheme.Dark : ColorScheme.Light,
            // Colours are judged as they come to rest, not on their way.
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["camera"],
            BaseURL = portal.Alamat,
            AcceptDownloads = true,
            JavaScriptEnabled = skrip,
        });
        // Generous: a busy machine is slow, and no test waits for the limit when all is well.
        konteks.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(45_000);
        konteks.SetDefaultNavigationTimeout(60_000);
        var halaman = await konteks.NewPageAsync();
        // A dialog of the browser ("leave the page?") is never part of the way.
        halaman.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        return new Orang(portal, konteks, halaman, nama, skrip);
    }

    public Task BukaAsync(string alamat) => halaman.GotoAsync(alamat, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });

    public async Task MasukAsync(string surel, string sandi)
    {
        await BukaAsync("/masuk");
        await PeriksaAsync("masuk");
        await halaman.GetByLabel("Alamat email").FillAsync(surel);
        await halaman.GetByLabel("Kata sandi", new PageGetByLabelOptions { Exact = true }).FillAsync(sandi);
        await halaman.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Masuk", Exact = true }).ClickAsync();
        await halaman.WaitForURLAsync(u => !u.Contains("/masuk", StringComparison.Ordinal), Segera);
    }

    /// <summary>After the clock was moved by a day nobody is signed in any more.</summary>
    public async Task MasukLagiAsync(string surel, string sandi)
    {
        await konteks.ClearCookiesAsync();
        await MasukAsync(surel, sandi);
    }

    public Task TekanAsync(string tombol) => halaman.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = tombol, Exact = true }).First.ClickAsync();

    public Task IkutiAsync(string tautan) => halaman.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = tautan }).First.ClickAsync();

    public ILocatorAssertions Melihat(string teks) => Assertions.Expect(halaman.GetByText(teks).First);

    /// <summary>Takes a picture, and lets axe judge the page; a page is judged once a person and name.</summary>
    public async Task PeriksaAsync(string gambar, bool simpan = true)
    {
        await halaman.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        if (!skrip)
        {
            // axe is a script itself; the same pages are judged where scripts run.
            await halaman.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PortalHidup.FolderGambar, $"{gambar}-tanpa-skrip.png"), FullPage = true });
            return;
        }

        await halaman.EvaluateAsync("() => Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map(l => l.sheet ? 0 : new Promise(ya => l.addEventListener('load', ya))))");
        if (simpan)
        {
            await halaman.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PortalHidup.FolderGambar, $"{gambar}.png"), FullPage = true });
        }

        if (!_diperiksa.Add(gambar))
        {
            return;
        }

        var hasil = await halaman.RunAxe();
        Assert.True(
            hasil.Violations.Length == 0,
            $"axe pada {halaman.Url} ({nama}): " + string.Join(" | ", hasil.Violations.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>The cookies of this person's browser, as a request's header.</summary>
    public async Task<string> KukiAsync() => string.Join("; ", (await konteks.CookiesAsync()).Select(k => $"{k.Name}={k.Value}"));

    /// <summary>The same page on a phone's width: axe, and nothing wider than the screen.</summary>
    public async Task PeriksaDiPonselAsync(string gambar)
    {
        await halaman.SetViewportSizeAsync(360, 780);
        await PeriksaAsync($"{gambar}-360");
        Assert.Equal((gambar, 0), (gambar, await halaman.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")));
        await halaman.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>The newest link mailed to an address whose path begins so; waits for the mail.</summary>
    public async Task<string> LinkSurelAsync(string kepada, string jalur, int urutan = 1)
    {
        bool Cocok(TestCommon.ReceivedMail m) => m.To.Contains(kepada) && m.Links.Any(l => l.StartsWith(portal.Alamat + jalur, StringComparison.Ordinal));
        await portal.Surel.WaitUntilAsync(() => portal.Surel.Mails.Count(Cocok) >= urutan, $"email ke-{urutan} bagi {kepada} dengan {jalur}", TimeSpan.FromSeconds(90));
        return portal.Surel.Mails.Where(Cocok).Last().Links.First(l => l.StartsWith(portal.Alamat + jalur, StringComparison.Ordinal));
    }

    /// <summary>Leaves a picture of the last page, by which a failure is understood.</summary>
    public async ValueTask DisposeAsync()
    {
        await halaman.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PortalHidup.FolderGambar, $"terakhir-{nama}.png"), FullPage = true });
        await konteks.DisposeAsync();
    }
}
