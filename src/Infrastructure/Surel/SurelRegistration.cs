using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace KlatenSE.Infrastructure.Surel;

public static class SurelRegistration
{
    /// <summary>
    /// Mail templates, outbox delivery and the administrator's view of it. Needs data protection and logging; the data source of
    /// <c>ConnectionStrings:Portal</c> and the system clock are taken unless others are registered.
    /// </summary>
    public static IServiceCollection AddSurel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SurelOptions>().Bind(configuration.GetSection(SurelOptions.Bagian));
        services.AddOptions<IdentitasPortal>().Bind(configuration.GetSection(IdentitasPortal.Bagian));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => NpgsqlDataSource.Create(
            configuration.GetConnectionString("Portal") ?? throw new InvalidOperationException("ConnectionStrings:Portal is not set")));
        services.TryAddSingleton<PengaturanService>();
        services.TryAddSingleton<NamaInstansi>(sp => () => sp.GetRequiredService<PengaturanService>().Ambil().NamaInstansi);
        services.TryAddSingleton<AlamatPortalBsre>(sp => () => sp.GetRequiredService<PengaturanService>().Ambil().AlamatBsre);
        services.AddSingleton<SuratElektronik>();
        services.AddSingleton<KabarSurel>();
        services.AddScoped<SurelQuery>();
        services.TryAddTransient<IPengirimSmtp, SmtpPengirim>();
        services.AddHostedService<PendengarSurel>();
        services.AddHostedService<PengirimSurel>();
        return services;
    }
}
