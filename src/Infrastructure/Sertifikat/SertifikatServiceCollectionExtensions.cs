using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Registers the certificate authority.</summary>
public static class SertifikatServiceCollectionExtensions
{
    /// <summary>Reads <c>Sertifikat:Mode</c> (Sandbox by default). Needs IDbContextFactory of KlatenDb and data protection with keys that all processes share.</summary>
    /// <exception cref="NotSupportedException">The mode has no implementation yet.</exception>
    public static IServiceCollection AddLayananSertifikat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PenandaNik>();
        return configuration.GetValue("Sertifikat:Mode", ModeSertifikat.Sandbox) switch
        {
            ModeSertifikat.Sandbox => services.AddSingleton<AkarSandbox>().AddSingleton<ILayananSertifikat, LayananSertifikatSandbox>(),
            ModeSertifikat.Bsre => throw new NotSupportedException("Sertifikat:Mode=Bsre belum tersedia; pakai Sandbox."),
        };
    }
}
