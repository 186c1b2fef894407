using System.Security.Claims;
using KlatenSE.Infrastructure.Akun;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Portal.Akun;

/// <summary>A circuit outlives the cookie's checks: it asks again itself, so that a closed account does not stay on a page.</summary>
internal sealed class KeadaanMasuk(ILoggerFactory log, IServiceScopeFactory ruang) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var lingkup = ruang.CreateAsyncScope();
        var users = lingkup.ServiceProvider.GetRequiredService<UserManager<Pengguna>>();
        var orang = authenticationState.User;
        var akun = await users.GetUserAsync(orang);
        return akun is { DinonaktifkanPada: null }
            && orang.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(akun);
    }
}
