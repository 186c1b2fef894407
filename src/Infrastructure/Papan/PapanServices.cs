using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>The live board: one snapshot a process, one listener, the database's clock for pages.</summary>
public static class PapanServices
{
    /// <summary>Registers the board; needs ConnectionStrings:Portal. Makes <see cref="JamBasisData"/> the portal's clock.</summary>
    public static IServiceCollection AddPapan(this IServiceCollection services, IConfiguration configuration)
    {
        var portal = configuration.GetConnectionString("Portal")
            ?? throw new InvalidOperationException("ConnectionStrings:Portal belum diatur.");
        services.AddSingleton(new PapanOptions { ConnectionString = portal, Otoritas = PilihanOtoritas.Dari(configuration) });
        services.AddSingleton<JamBasisData>();
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(sp => sp.GetRequiredService<JamBasisData>());
        services.AddSingleton<PapanStore>();
        services.AddHostedService<BoardListener>();
        services.AddHealthChecks().AddCheck<PapanHealthCheck>("papan");
        return services;
    }
}
