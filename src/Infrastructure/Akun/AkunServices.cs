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
            .AddPasswordValidator<PemeriksaSandi>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromSeconds(30);
            o.TimeProvider = TimeProvider.System;
            o.OnRefreshingPrincipal = c =>
            {
                KlaimAkun.TeruskanSesi(c.CurrentPrincipal, c.NewPrincipal);
                return Task.CompletedTask;
            };
        });
        services.AddSingleton<DaftarKeluar>();
        services.AddSingleton<TautanAkun>();
        services.AddScoped<MasukService>();
        services.AddScoped<PendaftaranService>();
        services.AddScoped<SandiService>();
        services.AddScoped<KodePertamaService>();
        services.AddScoped<PenggunaService>();
        services.AddScoped<PenggunaQuery>();
        services.AddScoped<MandatService>();
        services.AddScoped<Audit.AuditQuery>();
        return services;
    }

    /// <summary>At start, once migrated (and once the demo has its people): the one-time code while there is no administrator.</summary>
    public static async Task SiapkanAkunAsync(this IServiceProvider layanan, CancellationToken ct = default)
    {
        await using var lingkup = layanan.CreateAsyncScope();
        await lingkup.ServiceProvider.GetRequiredService<KodePertamaService>().SiapkanAsync(ct);
    }

    private static void Atur(IdentityOptions o)
    {
        o.User.RequireUniqueEmail = true;
        o.User.AllowedUserNameCharacters = "";
        o.Password.RequiredLength = PemeriksaSandi.PanjangTerpendek;
        o.Password.RequireDigit = false;
        o.Password.RequireLowercase = false;
        o.Password.RequireUppercase = false;
        o.Password.RequireNonAlphanumeric = false;
        o.Password.RequiredUniqueChars = 1;
    }
}
