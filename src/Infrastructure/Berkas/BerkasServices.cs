using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>Registration of the inspection and storage of documents.</summary>
public static class BerkasServices
{
    /// <summary>Adds <see cref="PemeriksaBerkas"/> with the limits of configuration section <c>Berkas</c>.</summary>
    public static IServiceCollection AddBerkas(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<BerkasOptions>(configuration.GetSection("Berkas"));
        services.AddSingleton<PemeriksaBerkas>();
        return services;
    }
}
