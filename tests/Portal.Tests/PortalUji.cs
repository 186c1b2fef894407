using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Portal.Tests;

/// <summary>
/// The whole portal in this process on a database of its own. One a test class (IAsyncLifetime) or one a test:
/// <code>
/// await using var portal = await PortalUji.MulaiAsync(postgres);
/// var kasi = await portal.MasukAsync(Peran.Kasi);
/// var halaman = await kasi.BukaAsync("/antrean");
/// </code>
/// </summary>
public sealed class PortalUji : IAsyncDisposable
{
    /// <summary>The password of every account that <see cref="BuatPenggunaAsync"/> makes.</summary>
    public const string Sandi = "sandi uji panjang 17";

    private static int nomor;

    private PortalUji(BasisDataUji basisData, WebApplicationFactory<Program> pabrik)
    {
        BasisData = basisData;
        Pabrik = pabrik;
    }

    public BasisDataUji BasisData { get; }

    public WebApplicationFactory<Program> Pabrik { get; }

    /// <summary>Where the portal writes the one-time code of the first administrator.</summary>
    public required string BerkasKodePertama { get; init; }

    /// <summary>Behind the real server, on a port of this machine.</summary>
    public bool Nyata { get; init; }

    /// <summary>Starts the portal; <paramref name="setelan"/> are configuration keys, <paramref name="layanan"/> replaces services;
    /// <paramref name="kestrel"/>: behind the real server, which alone enforces limits of a request.</summary>
    public static async Task<PortalUji> MulaiAsync(
        PostgresUji postgres, IReadOnlyDictionary<string, string>? setelan = null, Action<IServiceCollection>? layanan = null, bool kestrel = false)
    {
        var basisData = await postgres.CloneAsync();
        var berkasKode = Path.GetTempFileName();
        var pabrik = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
        {
            b.UseEnvironment("Production");
            b.UseSetting("ConnectionStrings:Portal", basisData.Portal);
            b.UseSetting(KunciPelindung.Setelan, KunciUji.Berkas);
            b.UseSetting(PilihanOtoritas.SetelanSandbox, PilihanOtoritas.KataSandbox);
            b.UseSetting("Logging:LogLevel:Default", "Error");
            b.UseSetting("Akun:BerkasKodePertama", berkasKode);
            b.UseSetting("Akun:BatasKirimPerMenit", "100000");
            b.UseSetting("Akun:BatasTautanPerMenit", "100000");
            // A test brings its request through step 8 itself.
            b.UseSetting("Validitas:TerbitkanOtomatis", "false");
            foreach (var (kunci, nilai) in setelan ?? new Dictionary<string, string>())
            {
                b.UseSetting(kunci, nilai);
            }

            b.ConfigureTestServices(s =>
            {
                // Hashing slowly is what passwords need and tests do not.
                s.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
                layanan?.Invoke(s);
            });
        });
        var portal = new PortalUji(basisData, pabrik) { BerkasKodePertama = berkasKode, Nyata = kestrel };
        if (kestrel)
        {
            pabrik.UseKestrel(0);
        }

        pabrik.StartServer();
        return portal;
    }

    /// <summary>Work on the database as the portal's role.</summary>
    public async Task<T> DenganDbAsync<T>(Func<KlatenDb, Task<T>> kerja)
    {
        await using var db = await Pabrik.Services.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync();
        return await kerja(db);
    }

    /// <summary>An account with a proven mailbox, the password <see cref="Sandi"/> and these roles.</summary>
    public async Task<Pengguna> BuatPenggunaAsync(string nama, params Peran[] peran)
    {
        await using var lingkup = Pabrik.Services.CreateAsyncScope();
        var n = Interlocked.Increment(ref nomor);
        var surel = $"uji{n}.{string.Concat(nama.Where(char.IsAsciiLetter)).ToLowerInvariant()}@contoh.go.id";
        var db = lingkup.ServiceProvider.GetRequiredService<KlatenDb>();
        var akun = new Pengguna { Id = Guid.CreateVersion7(), UserName = surel, Email = surel, Nama = nama, EmailConfirmed = true, DibuatPada = await db.WaktuKiniAsync() };
        var hasil = await lingkup.ServiceProvider.GetRequiredService<UserManager<Pengguna>>().CreateAsync(akun, Sandi);
        if (!hasil.Succeeded)
        {
            throw new InvalidOperationException(hasil.ToString());
        }

        db.AddRange(peran.Select(p => new PeranPengguna { PenggunaId = akun.Id, Peran = p, DiberikanPada = akun.DibuatPada }));
        await db.SaveChangesAsync();
        return akun;
    }

    /// <summary>The path of the link in the newest mail of a kind to this address, read before it is delivered.</summary>
    public async Task<string> TautanSuratAsync(string kepada, JenisSurel jenis)
    {
        var isi = await DenganDbAsync(db => db.Set<OutboxMessage>().Where(m => m.Kepada == kepada && m.Jenis == jenis)
            .OrderByDescending(m => m.DibuatPada).Select(m => m.IsiTeks).FirstAsync());
        var teks = Pabrik.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("KlatenSE.Surel.Isi").Unprotect(isi!);
        return new Uri(teks.Split((char[]?)null).First(k => k.StartsWith("http", StringComparison.Ordinal) && k.Contains("?t=", StringComparison.Ordinal))).PathAndQuery;
    }

    /// <summary>A browser in which nobody is signed in; it follows no redirect.</summary>
    public KlienUji Anonim() => new(Nyata ? PerambanNyata() : Pabrik.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), null);

    // The factory's own client for the real server follows redirects, whatever is asked of it.
    private HttpClient PerambanNyata() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = Pabrik.ClientOptions.BaseAddress };

    /// <summary>A browser in which a new person with these roles is signed in.</summary>
    public async Task<KlienUji> MasukAsync(params Peran[] peran) =>
        await MasukAsync(await BuatPenggunaAsync($"Petugas {string.Join(' ', peran)}", peran));

    /// <summary>A browser in which this person is signed in.</summary>
    public async Task<KlienUji> MasukAsync(Pengguna akun)
    {
        var klien = new KlienUji(Anonim().Http, akun);
        var hasil = await klien.KirimAsync("/masuk", "masuk", ("Isian.Surel", akun.Email!), ("Isian.Sandi", Sandi));
        return hasil.Tujuan is not null ? klien : throw new InvalidOperationException($"Sign-in failed: {hasil.Status}\n{hasil.Teks}");
    }

    public async ValueTask DisposeAsync()
    {
        await Pabrik.DisposeAsync();
        await BasisData.DisposeAsync();
        File.Delete(BerkasKodePertama);
    }
}
