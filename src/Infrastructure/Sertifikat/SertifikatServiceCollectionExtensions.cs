using KlatenSE.Domain.Alur;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Registers the certificate authority.</summary>
public static class SertifikatServiceCollectionExtensions
{
    /// <summary>Reads <c>Sertifikat:Mode</c> (Sandbox by default). Needs IDbContextFactory of KlatenDb and data protection with keys that all processes share.</summary>
    /// <exception cref="NotSupportedException">The mode has no pages yet.</exception>
    public static IServiceCollection AddLayananSertifikat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PenandaNik>();
        return configuration.GetValue("Sertifikat:Mode", ModeOtoritas.Sandbox) switch
        {
            ModeOtoritas.Sandbox => services.AddSingleton<AkarSandbox>().AddSingleton<ILayananSertifikat, LayananSertifikatSandbox>(),
            // The pages that guide through BSrE's portal are not there yet: an office must not begin without them.
            ModeOtoritas.Bsre => throw new NotSupportedException("Sertifikat:Mode=Bsre belum tersedia; pakai Sandbox."),
        };
    }
}
