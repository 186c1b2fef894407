using KlatenSE.Domain.Alur;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Registers the certificate authority.</summary>
public static class SertifikatServiceCollectionExtensions
{
    /// <summary>Registers what <see cref="PilihanOtoritas"/> reads. Needs IDbContextFactory of KlatenDb and data protection with keys that all processes share.</summary>
    public static IServiceCollection AddLayananSertifikat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PenandaNik>();
        return PilihanOtoritas.Dari(configuration) switch
        {
            ModeOtoritas.Sandbox => services.AddSingleton<AkarSandbox>().AddSingleton<ILayananSertifikat, LayananSertifikatSandbox>(),
            ModeOtoritas.Bsre => services.AddSingleton<ILayananSertifikat, LayananSertifikatBsre>(),
        };
    }
}
