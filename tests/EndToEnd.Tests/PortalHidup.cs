using System.Net;
using System.Net.Sockets;
using KlatenSE.BsreStandIn;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(KlatenSE.EndToEnd.Tests.PortalHidup))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace KlatenSE.EndToEnd.Tests;

/// <summary>The portal as it runs: Kestrel, PostgreSQL as the portal's own role, a real SMTP server with STARTTLS, and Chromium.</summary>
public sealed class PortalHidup : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(MigrasiUji.JalankanAsync);
    private readonly string _folder = Directory.CreateTempSubdirectory("klatense-e2e-").FullName;
    private readonly int _port = PortBebas();
    private IPlaywright? _playwright;
    private BasisDataUji? _basis;
    private StandInApp? _bsre;

    public string Alamat => $"http://localhost:{_port}";

    public SmtpSink Surel { get; } = new() { StartTls = true, Login = new NetworkCredential("portal", "sandi-uji-surel") };

    /// <summary>What the portal logged.</summary>
    public SemuaLog Log { get; } = new();

    public IBrowser Peramban { get; private set; } = null!;

    public BasisDataUji Basis => _basis ?? throw new InvalidOperationException("Belum mulai.");

    public JamUji Jam { get; private set; } = null!;

    /// <summary>Where the database's clock stands when the portal starts; null: the machine's. Set later, the portal would hear of it with its next heartbeat only.</summary>
    public DateTimeOffset? MulaiPada { get; init; }

    /// <summary>Whether it works beside BSrE, which the stand-in plays, with the status check running.</summary>
    public bool DenganBsre { get; init; }

    /// <summary>Where the stand-in for BSrE listens.</summary>
    public Uri AlamatBsre => _bsre?.Alamat ?? throw new InvalidOperationException("Tidak berjalan di samping BSrE.");

    public string BerkasKodePertama => Path.Combine(_folder, "kode");

    /// <summary>Where pictures of the main pages go.</summary>
    public static string FolderGambar { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("KLATENSE_GAMBAR") ?? Path.Combine(AppContext.BaseDirectory, "gambar")).FullName;

    public async ValueTask InitializeAsync()
    {
        SmtpSinkCertificate.Trust();
        _basis = await _postgres.CloneAsync();
        Jam = await _basis.JamAsync();
        if (MulaiPada is { } saat)
        {
            await Jam.SetelAsync(saat);
        }

        if (Demo)
        {
            // Bears the mark of a finished filling, so that none is done here.
            await _basis.JalankanAsync("INSERT INTO pengaturan (kunci, nilai, diubah_pada) VALUES ('demo', '\"selesai\"', now())");
        }

        if (DenganBsre)
        {
            // It issues by an act only, and mails to where the portal mails.
            _bsre = await StandInApp.StartAsync(new StandInOptions
            {
                JedaTerbit = null,
                Smtp = new SmtpSettings { Host = SmtpSink.Host, Port = Surel.Port, Pengguna = "portal", Sandi = "sandi-uji-surel", StartTls = true },
            });
            await _basis.JalankanAsync($"INSERT INTO pengaturan (kunci, nilai, diubah_pada) VALUES ('portal', '{{\"AlamatBsre\":\"{_bsre.Alamat.ToString().TrimEnd('/')}\"}}', now())");
        }

        UseKestrel(_port);
        StartServer();
        _playwright = await Playwright.CreateAsync();
        Peramban = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Timeout = 120_000,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            ],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        if (Peramban is not null)
        {
            await Peramban.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        if (_bsre is not null)
        {
            await _bsre.DisposeAsync();
        }

        await Surel.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether it runs as the demo does, without the demo's people.</summary>
    public bool Demo { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets();
        builder.ConfigureLogging(b => b.AddProvider(Log));
        if (Demo)
        {
            builder.UseSetting("Portal:Demo", "true").UseSetting("Surel:IsiTerlihat", "true").UseSetting("ConnectionStrings:Pemilik", Basis.Pemilik);
        }

        if (_bsre is not null)
        {
            builder.UseSetting("Sertifikat:Mode", "Bsre").UseSetting("Bsre:Alamat", _bsre.Alamat.ToString()).UseSetting("Bsre:Pengguna", "peraga").UseSetting("Bsre:Sandi", "sandi-peraga");
        }

        foreach (var (kunci, nilai) in new Dictionary<string, string>
        {
            ["ConnectionStrings:Portal"] = Basis.Portal,
            [KunciPelindung.Setelan] = KunciUji.Berkas,
            [PilihanOtoritas.SetelanSandbox] = PilihanOtoritas.KataSandbox,
            ["Portal:AlamatPublik"] = Alamat,
            ["Akun:BerkasKodePertama"] = BerkasKodePertama,
            ["Akun:BatasKirimPerMenit"] = "100000",
            ["Akun:BatasTautanPerMenit"] = "100000",
            ["Surel:Host"] = SmtpSink.Host,
            ["Surel:Port"] = Surel.Port.ToString(),
            ["Surel:Pengguna"] = "portal",
            ["Surel:Sandi"] = "sandi-uji-surel",
            ["Surel:Dari"] = "portal@contoh.go.id",
            ["Logging:LogLevel:Default"] = "Warning",
        })
        {
            builder.UseSetting(kunci, nilai);
        }
    }

    /// <summary>The password of the officials that <see cref="BuatPetugasAsync"/> makes.</summary>
    public const string SandiPetugas = "kata sandi petugas uji";

    /// <summary>An official's account, as the administrator makes it (AdministrasiTests does it by hand).</summary>
    public async Task<string> BuatPetugasAsync(string nama, string surel, params Peran[] peran)
    {
        await using var lingkup = Services.CreateAsyncScope();
        var db = lingkup.ServiceProvider.GetRequiredService<KlatenDb>();
        var akun = new Pengguna { Id = Guid.CreateVersion7(), UserName = surel, Email = surel, Nama = nama, EmailConfirmed = true, DibuatPada = await db.WaktuKiniAsync() };
        var hasil = await lingkup.ServiceProvider.GetRequiredService<UserManager<Pengguna>>().CreateAsync(akun, SandiPetugas);
        Assert.True(hasil.Succeeded, hasil.ToString());
        db.AddRange(peran.Select(p => new PeranPengguna { PenggunaId = akun.Id, Peran = p, DiberikanPada = akun.DibuatPada }));
        await db.SaveChangesAsync();
        return surel;
    }

    private static int PortBebas()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
