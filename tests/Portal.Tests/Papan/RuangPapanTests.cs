using System.Security.Claims;
using Bunit;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Portal.Components.Papan;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

/// <summary>The board of one viewer, on PostgreSQL with the real heartbeat.</summary>
public sealed class RuangPapanTests(PostgresUji postgres) : BunitTestBase, IAsyncLifetime
{
    private readonly FakeTimeProvider jam = new();
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        uji = new PermohonanUji(portal.Pabrik.Services);
        Services.AddSingleton<TimeProvider>(jam);
        Services.AddFallbackServiceProvider(portal.Pabrik.Services);
        JSInterop.SetupModule("./js/papan.js").Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await portal.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_role_given_while_the_board_is_open_brings_its_buttons_by_itself()
    {
        var contoh = await uji.SampaiAsync(Tahap.PenerusanKabid);
        var orang = await uji.OrangAsync("Calon Plt", Peran.Administrator);
        var papan = Papan(Task.FromResult(Sebagai(orang)));
        papan.WaitForElement($"[data-id='{contoh.Id}']", TimeSpan.FromSeconds(20));
        Assert.Empty(papan.FindAll($"[data-id='{contoh.Id}'] .tombol"));

        await portal.DenganDbAsync(async db =>
        {
            db.Add(new PeranPengguna { PenggunaId = orang.Id, Peran = Peran.Kabid, DiberikanPada = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });
        portal.Pabrik.Services.GetRequiredService<PeranAktif>().Lupakan(orang.Id);
        jam.Advance(RuangPapan.UmurPenonton);
        papan.WaitForElement($"[data-id='{contoh.Id}'] .tombol", TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_board_left_while_it_loads_leaves_no_viewer_behind()
    {
        var store = portal.Pabrik.Services.GetRequiredService<PapanStore>();
        var (orang, masuk) = (await uji.OrangAsync("Cepat Pergi", Peran.Kasi), new TaskCompletionSource<AuthenticationState>());
        // The roles are at hand, so that nothing but the sign-in is waited for.
        await portal.Pabrik.Services.GetRequiredService<PeranAktif>().AmbilAsync(orang.Id);
        var awal = store.JumlahPenonton;
        Papan(masuk.Task);
        await DisposeComponentsAsync();
        masuk.SetResult(Sebagai(orang));
        await Renderer.Dispatcher.InvokeAsync(() => { });
        Assert.Equal(awal, store.JumlahPenonton);
    }

    private static AuthenticationState Sebagai(OrangUji orang) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, orang.Id.ToString())], "uji")));

    private IRenderedComponent<RuangPapan> Papan(Task<AuthenticationState> masuk) => Render<RuangPapan>(p => p.AddCascadingValue(masuk));
}
