using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Tests.Surel;

/// <summary>The system's time plus an offset: timers run, deadlines move.</summary>
internal sealed class JamGeser : TimeProvider
{
    public TimeSpan Geser { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Geser;
}

/// <summary>One portal process as far as mail goes: a host with the sender, on a database of its own or shared.</summary>
internal sealed class RuangSurel : IAsyncDisposable
{
    private readonly IHost host;

    public RuangSurel(string koneksi, JamGeser jam, params (string Kunci, string? Nilai)[] atur)
    {
        var nilai = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = koneksi,
            ["Portal:AlamatPublik"] = "https://se.contoh.go.id",
            ["Surel:Host"] = "127.0.0.1",
            ["Surel:StartTls"] = "false",
            ["Surel:Dari"] = "tidak-dibalas@contoh.go.id",
            ["Surel:Periksa"] = "00:00:00.1",
            ["Surel:JedaServer"] = "00:00:00.05",
        };
        foreach (var (k, v) in atur)
        {
            nilai[k] = v;
        }

        var b = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        b.Configuration.AddInMemoryCollection(nilai);
        b.Logging.ClearProviders();
        b.Services.AddSingleton<TimeProvider>(jam);
        b.Services.AddBasisData(b.Configuration);
        b.Services.AddSurel(b.Configuration);
        b.Services.AddLayananSertifikat(b.Configuration);
        host = b.Build();
    }

    public static Penerima Sekar { get; } = new("Sekar Wulandari", "sekar@contoh.go.id");

    public SuratElektronik Surat => host.Services.GetRequiredService<SuratElektronik>();

    public IServiceProvider Layanan => host.Services;

    public static PerkaraSurat Perkara() => new(Guid.NewGuid(), "SE-2026-000123", Guid.NewGuid());

    public Task MulaiAsync() => host.StartAsync();

    public async Task AntrekanAsync(params IEnumerable<OutboxMessage> surat)
    {
        await using var db = await Db();
        db.AddRange(surat);
        await db.SaveChangesAsync();
    }

    public async Task<OutboxMessage> BacaAsync(Guid id)
    {
        await using var db = await Db();
        return await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == id);
    }

    /// <summary>Waits until the row looks as expected.</summary>
    public async Task<OutboxMessage> TungguAsync(Guid id, Func<OutboxMessage, bool> cocok)
    {
        using var akhir = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var detak = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        while (true)
        {
            var m = await BacaAsync(id);
            if (cocok(m))
            {
                return m;
            }

            try
            {
                await detak.WaitForNextTickAsync(akhir.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"percobaan {m.Percobaan}, terkirim {m.TerkirimPada}, mati {m.SebabMati}, lagi {m.KirimSetelah:o}: {m.KesalahanTerakhir}");
            }
        }
    }

    public async Task<T> QueryAsync<T>(Func<SurelQuery, Task<T>> kerja)
    {
        await using var lingkup = host.Services.CreateAsyncScope();
        return await kerja(lingkup.ServiceProvider.GetRequiredService<SurelQuery>());
    }

    public Task<KlatenDb> Db() => host.Services.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable d)
        {
            await d.DisposeAsync();
        }
    }
}
