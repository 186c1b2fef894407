using KlatenSE.Infrastructure.Demo;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Demo;

/// <summary>A database filled with the demo, once for a test class; its tests only read, or put back what they change.</summary>
public sealed class BasisDemo(PostgresUji postgres) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("klatense-uji-demo-");

    public BasisDataUji Basis { get; private set; } = null!;

    public string BerkasAkun => Path.Combine(folder.FullName, "akun-demo.txt");

    public IConfiguration Konfigurasi => Untuk(Basis, BerkasAkun);

    public async ValueTask InitializeAsync()
    {
        Basis = await postgres.CloneAsync();
        await PengisiDemo.SiapkanAsync(Konfigurasi);
    }

    public async ValueTask DisposeAsync()
    {
        await Basis.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static IConfiguration Untuk(BasisDataUji basis, string? berkas = null, bool demo = true) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = basis.Portal,
            ["ConnectionStrings:Pemilik"] = basis.Pemilik,
            ["Portal:Demo"] = demo ? "true" : null,
            ["Demo:BerkasAkun"] = berkas,
            ["urls"] = "http://127.0.0.1:5000",
        }).Build();
}
