using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Registration of what the counter needs.</summary>
public static class LoketServices
{
    /// <summary>Filing at the counter; needs the database, the door and the certificate authority beside it.</summary>
    public static IServiceCollection AddLoket(this IServiceCollection services) => services
        .AddSingleton<KeberatanBasis>().AddSingleton<PemeriksaDaftar>().AddSingleton<PencatatLoket>().AddSingleton<LoketService>()
        .AddSingleton<KolektifService>().AddSingleton<PengajuanKolektif>().AddSingleton<LoketQuery>();

    /// <summary>What the holder of a mailed link does; needs the accounts beside it.</summary>
    public static IServiceCollection AddKonfirmasi(this IServiceCollection services) => services.AddScoped<KonfirmasiService>();
}
