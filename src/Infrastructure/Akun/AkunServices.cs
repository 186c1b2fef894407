using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>Accounts on ASP.NET Core Identity, without its roles: roles are appointments and dated grants (PeranPengguna, Mandat).</summary>
public static class AkunServices
{
    /// <summary>Registers accounts, settings and what signs people in. Needs the database and mail.</summary>
    public static IServiceCollection AddAkun(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton<PengaturanService>();
        services.AddSingleton<PeranAktif>();
        services.AddSingleton<SandiPalsu>();
        services.AddSingleton<IPasswordHasher<Pengguna>, PasswordHasher<Pengguna>>();
        services.AddIdentityCore<Pengguna>(Atur)
            .AddEntityFrameworkStores<KlatenDb>()
            .AddSignInManager<PengelolaMasuk>()
            .AddClaimsPrincipalFactory<KlaimPenggunaFactory>()
            .AddErrorDescriber<GalatIdentitas>()
            .AddPasswordValidator<AturanSandi>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddScoped<MasukService>();
        return services;
    }

    private static void Atur(IdentityOptions o)
    {
        o.User.RequireUniqueEmail = true;
        o.User.AllowedUserNameCharacters = "";
        o.Password.RequiredLength = AturanSandi.PanjangTerpendek;
        o.Password.RequireDigit = false;
        o.Password.RequireLowercase = false;
        o.Password.RequireUppercase = false;
        o.Password.RequireNonAlphanumeric = false;
        o.Password.RequiredUniqueChars = 1;
    }
}
