using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KlatenSE.Infrastructure.Tests.Akun;

/// <summary>The services of accounts on a database of their own, as the portal registers them, without a web server.</summary>
internal sealed class RuangAkun : IAsyncDisposable
{
    public const string Sandi = "sandi uji panjang 17";

    private RuangAkun(BasisDataUji basisData, ServiceProvider layanan, string berkasKode, FakeTimeProvider jam) =>
        (BasisData, Layanan, BerkasKode, Jam) = (basisData, layanan, berkasKode, jam);

    public BasisDataUji BasisData { get; }

    public ServiceProvider Layanan { get; }

    public string BerkasKode { get; }

    /// <summary>The clock that the services read.</summary>
    public FakeTimeProvider Jam { get; }

    public static async Task<RuangAkun> BukaAsync(PostgresUji postgres)
    {
        var basisData = await postgres.CloneAsync();
        var berkas = Path.GetTempFileName();
        var konfigurasi = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = basisData.Portal,
            ["Akun:BerkasKodePertama"] = berkas,
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(konfigurasi).AddLogging();
        services.AddBasisData(konfigurasi);
        services.AddSurel(konfigurasi);
        services.AddLayananSertifikat(konfigurasi);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAkun();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        var jam = new FakeTimeProvider();
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(jam);
        return new RuangAkun(basisData, services.BuildServiceProvider(), berkas, jam);
    }

    /// <summary>Work in a scope of its own, as one request does.</summary>
    public async Task<T> DalamAsync<T>(Func<IServiceProvider, Task<T>> kerja)
    {
        await using var lingkup = Layanan.CreateAsyncScope();
        return await kerja(lingkup.ServiceProvider);
    }

    public Task<Pengguna> BuatAsync(string nama, params Peran[] peran) => DalamAsync(async l =>
    {
        var surel = $"{Guid.NewGuid():N}@contoh.go.id";
        var akun = new Pengguna { Id = Guid.CreateVersion7(), UserName = surel, Email = surel, Nama = nama, EmailConfirmed = true };
        Assert(await l.GetRequiredService<UserManager<Pengguna>>().CreateAsync(akun, Sandi));
        var db = l.GetRequiredService<KlatenDb>();
        db.AddRange(peran.Select(p => new PeranPengguna { PenggunaId = akun.Id, Peran = p }));
        await db.SaveChangesAsync();
        return akun;
    });

    public async ValueTask DisposeAsync()
    {
        await Layanan.DisposeAsync();
        await BasisData.DisposeAsync();
        File.Delete(BerkasKode);
    }

    private static void Assert(IdentityResult hasil)
    {
        if (!hasil.Succeeded)
        {
            throw new InvalidOperationException(hasil.ToString());
        }
    }
}
