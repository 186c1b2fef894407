using System.Data.Common;
using System.Security.Claims;
using KlatenSE.Infrastructure.Akun;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Portal.Akun;

/// <summary>
/// A circuit outlives the cookie's checks: it asks again itself, so that a closed account, a changed password or a sign-out in another tab
/// does not stay on a page. The framework's own such class waits by a clock that no test can move.
/// </summary>
internal sealed partial class KeadaanMasuk : ServerAuthenticationStateProvider, IDisposable
{
    /// <summary>How often it asks; with one more load of the page everything is over within a minute.</summary>
    internal static readonly TimeSpan Jeda = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory _ruang;
    private readonly DaftarKeluar _keluar;
    private readonly TimeProvider _jam;
    private readonly ILogger _log;
    private CancellationTokenSource _henti = new();

    public KeadaanMasuk(IServiceScopeFactory ruang, DaftarKeluar keluar, TimeProvider jam, ILogger<KeadaanMasuk> log)
    {
        (_ruang, _keluar, _jam, _log) = (ruang, keluar, jam, log);
        AuthenticationStateChanged += keadaan =>
        {
            _henti.Cancel();
            _henti = new CancellationTokenSource();
            _ = JagaAsync(keadaan, _henti.Token);
        };
    }

    public void Dispose() => _henti.Cancel();

    private async Task JagaAsync(Task<AuthenticationState> keadaan, CancellationToken ct)
    {
        try
        {
            var orang = (await keadaan).User;
            if (orang.Identity?.IsAuthenticated != true)
            {
                return;
            }

            using var detak = new PeriodicTimer(Jeda, _jam);
            while (await detak.WaitForNextTickAsync(ct))
            {
                if (!await MasihAsync(orang))
                {
                    SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The circuit is over.
        }
        catch (ObjectDisposedException)
        {
            // The portal stops, and its circuits with it.
        }
        catch (Exception e)
        {
            // Whoever cannot be asked about is not signed in.
            CatatGagal(e);
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    }

    private async Task<bool> MasihAsync(ClaimsPrincipal orang)
    {
        if (_keluar.Sudah(orang))
        {
            return false;
        }

        try
        {
            await using var lingkup = _ruang.CreateAsyncScope();
            return await lingkup.ServiceProvider.GetRequiredService<SignInManager<Pengguna>>().ValidateSecurityStampAsync(orang) is not null;
        }
        catch (Exception e) when (e.GetBaseException() is DbException or TimeoutException)
        {
            // A database that is away for a moment signs nobody out: no act is possible meanwhile, and the next tick asks again.
            CatatGagal(e);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether somebody is still signed in could not be asked.")]
    private partial void CatatGagal(Exception e);
}
