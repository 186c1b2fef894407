using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.TestCommon;

/// <summary>The portal's services without its pages, on one test database, as the portal's role. A second one is a second process.</summary>
public sealed class LayananUji : IAsyncDisposable
{
    private LayananUji(ServiceProvider layanan) => Layanan = layanan;

    public ServiceProvider Layanan { get; }

    public PermohonanService Pintu => Layanan.GetRequiredService<PermohonanService>();

    public IDbContextFactory<KlatenDb> Pabrik => Layanan.GetRequiredService<IDbContextFactory<KlatenDb>>();

    /// <summary>Builds the services; hosted ones (mail, Quartz) are registered and not started.</summary>
    /// <param name="koneksi">Connection string of the portal's role.</param>
    /// <param name="tambah">Adds or replaces services.</param>
    /// <param name="setelan">Configuration keys.</param>
    public static LayananUji Buat(
        string koneksi, Action<IServiceCollection, IConfiguration>? tambah = null, IReadOnlyDictionary<string, string?>? setelan = null)
    {
        var config = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(setelan ?? new Dictionary<string, string?>()) { ["ConnectionStrings:Portal"] = koneksi, [KunciPelindung.Setelan] = KunciUji.Berkas })
            .Build();
        var services = new ServiceCollection();
        Daftarkan(services, config);
        tambah?.Invoke(services, config);
        return new LayananUji(services.BuildServiceProvider());
    }

    /// <summary>Registers what <see cref="Buat"/> registers, for a test that brings its own host.</summary>
    public static void Daftarkan(IServiceCollection services, IConfiguration config) =>
        services.AddLogging().AddSingleton(config).AddSingleton(TimeProvider.System)
            .AddBasisData(config).AddSurel(config).AddLayananSertifikat(config).AddAlur().AddLoket().AddPengajuan().AddSingleton<PengaturanService>();

    /// <summary>Reads as the portal's role.</summary>
    public async Task<T> BacaAsync<T>(Func<KlatenDb, Task<T>> kerja)
    {
        await using var db = await Pabrik.CreateDbContextAsync();
        return await kerja(db);
    }

    public ValueTask DisposeAsync() => Layanan.DisposeAsync();
}
