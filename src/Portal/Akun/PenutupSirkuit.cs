using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KlatenSE.Portal.Akun;

/// <summary>A page whose person is no longer signed in is loaded anew: that ends its circuit, and the server leads to the sign-in.</summary>
internal sealed class PenutupSirkuit(AuthenticationStateProvider keadaan, NavigationManager nav) : CircuitHandler, IDisposable
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        keadaan.AuthenticationStateChanged += SaatBerubah;
        return Task.CompletedTask;
    }

    public void Dispose() => keadaan.AuthenticationStateChanged -= SaatBerubah;

    private void SaatBerubah(Task<AuthenticationState> baru) => _ = MuatUlangAsync(baru);

    private async Task MuatUlangAsync(Task<AuthenticationState> baru)
    {
        if ((await baru).User.Identity?.IsAuthenticated != true)
        {
            nav.Refresh(forceReload: true);
        }
    }
}
