using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KlatenSE.BsreStandIn;

/// <summary>A running stand-in: in a process of its own, or inside a test's.</summary>
public sealed class StandInApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandInApp(WebApplication app, IReadOnlyList<Uri> utama, Uri? tls, Uri? kedaluwarsa, Uri? namaLain)
    {
        this.app = app;
        SemuaAlamat = [.. utama, .. new[] { tls, kedaluwarsa, namaLain }.OfType<Uri>()];
        AlamatTls = tls;
        AlamatTlsKedaluwarsa = kedaluwarsa;
        AlamatTlsNamaLain = namaLain;
    }

    /// <summary>The first address bound, with its real port.</summary>
    public Uri Alamat => SemuaAlamat[0];

    public IReadOnlyList<Uri> SemuaAlamat { get; }

    /// <summary>https with a certificate that <c>/kendali/ca.pem</c> vouches for.</summary>
    public Uri? AlamatTls { get; }

    /// <summary>https with a certificate whose time is over.</summary>
    public Uri? AlamatTlsKedaluwarsa { get; }

    /// <summary>https with a certificate for another host.</summary>
    public Uri? AlamatTlsNamaLain { get; }

    /// <summary>Binds, starts and gives the addresses.</summary>
    public static async Task<StandInApp> StartAsync(StandInOptions options, CancellationToken ct = default)
    {
        // Empty: neither the settings files nor the environment of the process that tests run in may leak in here.
        var pembangun = WebApplication.CreateEmptyBuilder(new());
        var otoritas = new Otoritas(options);
        List<(ListenOptions Ujung, bool Tls)> utama = [];
        ListenOptions? tls = null, kedaluwarsa = null, namaLain = null;
        pembangun.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var a = BindingAddress.Parse(url);
                var ip = a.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(a.Host, out var x) ? x : IPAddress.Any;
                var aman = a.Scheme == "https";
                utama.Add((Dengar(k, ip, a.Port, aman ? otoritas.TlsBaik : null), aman));
            }
            tls = Lain(options.PortTls, otoritas.TlsBaik);
            kedaluwarsa = Lain(options.PortTlsKedaluwarsa, otoritas.TlsKedaluwarsa);
            namaLain = Lain(options.PortTlsNamaLain, otoritas.TlsNamaLain);

            ListenOptions? Lain(int? port, X509Certificate2 sertifikat) => port is { } p ? Dengar(k, IPAddress.Loopback, p, sertifikat) : null;
        });
        pembangun.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        pembangun.Services.AddRoutingCore().Configure<HostOptions>(h => h.ShutdownTimeout = TimeSpan.FromSeconds(2))
            .AddSingleton(options).AddSingleton(otoritas).AddSingleton<JamPeraga>().AddSingleton<KotakSurat>().AddSingleton<Pendaftaran>()
            .AddSingleton<Kebiasaan>().AddSingleton<CatatanPanggilan>().AddSingleton<Sesi>()
            .AddHostedService<PengirimSurat>().AddHostedService<PenerbitOtomatis>();

        var app = pembangun.Build();
        app.Use(Kerangka.TangkapPenolakanAsync);
        StatusApi.Petakan(app);
        Kendali.Petakan(app);
        HalamanVerifikator.Petakan(app);
        HalamanPemohon.Petakan(app);
        await app.StartAsync(ct);

        var hasil = new StandInApp(app, [.. utama.Select(l => Terikat(l.Ujung, l.Tls)!)], Terikat(tls, true), Terikat(kedaluwarsa, true), Terikat(namaLain, true));
        app.Services.GetRequiredService<KotakSurat>().AlamatPublik = (options.AlamatPublik ?? hasil.Alamat.ToString()).TrimEnd('/');
        return hasil;
    }

    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <summary>Stops (calls that hang are cut) and frees the ports.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static ListenOptions Dengar(KestrelServerOptions k, IPAddress ip, int port, X509Certificate2? sertifikat)
    {
        ListenOptions? hasil = null;
        k.Listen(ip, port, l =>
        {
            hasil = l;
            l.Protocols = HttpProtocols.Http1;
            if (sertifikat is not null)
            {
                l.UseHttps(sertifikat);
            }
        });
        return hasil!;
    }

    // Kestrel writes the port that it got back into the options.
    private static Uri? Terikat(ListenOptions? l, bool tls)
    {
        if (l?.IPEndPoint is not { } ujung)
        {
            return null;
        }
        var host = ujung.Address.Equals(IPAddress.Any) || ujung.Address.Equals(IPAddress.IPv6Any) ? "127.0.0.1" : ujung.Address.ToString();
        return new UriBuilder(tls ? "https" : "http", host, ujung.Port).Uri;
    }
}
