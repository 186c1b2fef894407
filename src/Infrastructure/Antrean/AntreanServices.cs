using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>Registration of the queues and of the readings for officials' pages.</summary>
public static class AntreanServices
{
    /// <summary>Needs the database, accounts, settings and the board beside it.</summary>
    public static IServiceCollection AddAntrean(this IServiceCollection services) => services
        .AddSingleton<UmpanAntrean>().AddSingleton<KerjaQuery>().AddSingleton<DaftarPermohonanQuery>().AddSingleton<ButirKerjaService>()
        .AddHostedService<PengikutPapan>();
}
