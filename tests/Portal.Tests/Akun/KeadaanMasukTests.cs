using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

/// <summary>What a circuit knows of its person, by a clock that the test moves.</summary>
public sealed class KeadaanMasukTests(PostgresUji postgres) : IAsyncLifetime
{
    private readonly FakeTimeProvider jam = new();
    private PortalUji portal = null!;
    private Pengguna kasi = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        kasi = await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_circuit_of_a_closed_account_knows_it_within_a_minute()
    {
        var (keadaan, berakhir) = await SirkuitAsync();
        using var _ = keadaan;
        await portal.DenganDbAsync(db => db.Users.Where(u => u.Id == kasi.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.DinonaktifkanPada, jam.GetUtcNow())));
        await BerakhirDalamSemenitAsync(keadaan, berakhir);
    }

    [Fact]
    public async Task The_circuit_of_a_changed_password_knows_it_within_a_minute()
    {
        var (keadaan, berakhir) = await SirkuitAsync();
        using var _ = keadaan;
        await portal.DenganDbAsync(db => db.Users.Where(u => u.Id == kasi.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, "lain")));
        await BerakhirDalamSemenitAsync(keadaan, berakhir);
    }

    [Fact]
    public async Task The_circuit_of_another_tab_knows_of_the_sign_out_within_a_minute_and_another_browser_s_goes_on()
    {
        var (keadaan, berakhir) = await SirkuitAsync();
        var (lain, _) = await SirkuitAsync();
        using (keadaan)
        using (lain)
        {
            portal.Pabrik.Services.GetRequiredService<DaftarKeluar>().Catat((await keadaan.GetAuthenticationStateAsync()).User);
            await BerakhirDalamSemenitAsync(keadaan, berakhir);
            Assert.True((await lain.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
        }
    }

    [Fact]
    public async Task A_database_that_is_away_signs_nobody_out_and_the_next_tick_asks_again()
    {
        var log = new Pencatat();
        var (keadaan, berakhir) = await SirkuitAsync(log);
        using var _ = keadaan;
        await portal.BasisData.JalankanAsync("ALTER TABLE pengguna RENAME TO pengguna_pergi");
        jam.Advance(TimeSpan.FromSeconds(30));
        await log.Tercatat.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(berakhir.IsCompleted);
        await portal.BasisData.JalankanAsync("ALTER TABLE pengguna_pergi RENAME TO pengguna");
        await portal.DenganDbAsync(db => db.Users.Where(u => u.Id == kasi.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, "lain")));
        await BerakhirDalamSemenitAsync(keadaan, berakhir);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_the_sign_out()
    {
        var klien = await portal.MasukAsync(kasi);
        using var sebelum = await klien.Http.GetAsync("/akun");
        var kuki = string.Join("; ", sebelum.RequestMessage!.Headers.GetValues("Cookie"));
        await klien.KirimAsync("/akun", "/keluar");

        using var salinan = portal.Pabrik.CreateDefaultClient();
        salinan.DefaultRequestHeaders.Add("Cookie", kuki);
        using var jawaban = await salinan.GetAsync("/akun");

        Assert.Equal(HttpStatusCode.Redirect, jawaban.StatusCode);
    }

    private async Task BerakhirDalamSemenitAsync(KeadaanMasuk keadaan, Task berakhir)
    {
        Assert.False(berakhir.IsCompleted);
        jam.Advance(TimeSpan.FromSeconds(60));
        await berakhir.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False((await keadaan.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
    }

    private async Task<(KeadaanMasuk Keadaan, Task Berakhir)> SirkuitAsync(ILogger<KeadaanMasuk>? log = null)
    {
        await using var lingkup = portal.Pabrik.Services.CreateAsyncScope();
        var orang = await lingkup.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Pengguna>>().CreateAsync(kasi);
        var keadaan = new KeadaanMasuk(
            portal.Pabrik.Services.GetRequiredService<IServiceScopeFactory>(), portal.Pabrik.Services.GetRequiredService<DaftarKeluar>(), jam, log ?? NullLogger<KeadaanMasuk>.Instance);
        keadaan.SetAuthenticationState(Task.FromResult(new AuthenticationState(orang)));
        var berakhir = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        keadaan.AuthenticationStateChanged += _ => berakhir.TrySetResult();
        return (keadaan, berakhir.Task);
    }

    private sealed class Pencatat : ILogger<KeadaanMasuk>
    {
        private readonly TaskCompletionSource _tercatat = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Tercatat => _tercatat.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _tercatat.TrySetResult();
    }
}
