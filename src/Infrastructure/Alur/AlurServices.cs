using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>The one door for change and what stands behind it.</summary>
public static class AlurServices
{
    /// <summary>Registers the door; needs the database, the mail, the settings and the authority beside it.</summary>
    public static IServiceCollection AddAlur(this IServiceCollection services) => services
        .AddSingleton<KunciData>().AddSingleton<PemberitahuanAlur>().AddSingleton<AkibatTindakan>()
        .AddSingleton<PenolakanAudit>().AddSingleton<KabarPintu>().AddSingleton<KedaluwarsaService>().AddSingleton<PermohonanService>();
}
