using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>The status check with the e-Sign Client Service.</summary>
public static class BsreServices
{
    /// <summary>
    /// Registers it; it asks nothing unless the portal works beside BSrE and section "Bsre" is filled (see <see cref="BsreOptions"/>). Needs the
    /// database, the door, the settings and the authority beside it.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configuration">Holds section "Bsre".</param>
    /// <param name="berjalan">False: nothing runs by itself, for tests that drive it by hand.</param>
    public static IServiceCollection AddBsre(this IServiceCollection services, IConfiguration configuration, bool berjalan = true)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BsreOptions>().Bind(configuration.GetSection(BsreOptions.Bagian));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KlienBsre>().AddSingleton<SidikSandi>().AddSingleton<PencatatJawaban>().AddSingleton<PemeriksaBsre>()
            .AddSingleton<PerbedaanBsreService>().AddSingleton<PemeriksaanQuery>();
        // The factory's loggers write addresses and headers; nothing of a call to BSrE belongs into a log.
        services.AddHttpClient(KlienBsre.Nama, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(sp => SambunganTls.Buat(sp.GetRequiredService<IOptionsMonitor<BsreOptions>>().CurrentValue))
            .RemoveAllLoggers();
        services.AddHealthChecks().AddCheck<KesehatanBsre>("bsre");
        if (berjalan)
        {
            services.AddHostedService(sp => sp.GetRequiredService<PemeriksaBsre>());
        }

        return services;
    }
}
