using KlatenSE.Infrastructure.LayananLain;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>Registration of what the applicants' pages need.</summary>
public static class PengajuanServices
{
    /// <summary>Adds the services of requests; needs the database, the one door and the certificate authority.</summary>
    public static IServiceCollection AddPengajuan(this IServiceCollection services)
    {
        services.AddSingleton<PengajuanService>();
        services.AddSingleton<PengajuanQuery>();
        services.AddSingleton<PencabutanService>();
        services.AddSingleton<PencabutanMassalService>();
        services.AddSingleton<SertifikatSayaQuery>();
        services.AddSingleton<RegisterQuery>();
        services.AddSingleton<LihatBerkasService>();
        services.AddSingleton<UnduhSertifikatService>();
        return services;
    }
}
