using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>A deactivated account neither signs in nor stays signed in.</summary>
internal sealed class PengelolaMasuk(
    UserManager<Pengguna> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Pengguna> klaim, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Pengguna>> log, IAuthenticationSchemeProvider skema, IUserConfirmation<Pengguna> bukti)
    : SignInManager<Pengguna>(users, http, klaim, options, log, skema, bukti)
{
    public override async Task<bool> CanSignInAsync(Pengguna user) =>
        user.DinonaktifkanPada is null && await base.CanSignInAsync(user);

    public override async Task<bool> ValidateSecurityStampAsync(Pengguna? user, string? securityStamp) =>
        user?.DinonaktifkanPada is null && await base.ValidateSecurityStampAsync(user, securityStamp);
}
