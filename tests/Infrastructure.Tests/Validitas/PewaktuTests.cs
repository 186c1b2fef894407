using System.Diagnostics;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>Quartz itself on PostgreSQL: timers fire, put themselves back, survive a restart; step 8 is handed on.</summary>
public sealed class PewaktuTests(PostgresUji postgres)
{
    private static readonly TimeSpan Sabar = TimeSpan.FromSeconds(60);

    private static async Task<IHost> HidupkanAsync(BasisDataUji basis, ILoggerProvider? catat = null)
    {
        var b = Host.CreateEmptyApplicationBuilder(null);
        b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = basis.Portal, [KunciPelindung.Setelan] = KunciUji.Berkas });
        LayananUji.Daftarkan(b.Services, b.Configuration);
        b.Services.AddValiditas(b.Configuration);
        b.Logging.SetMinimumLevel(LogLevel.Error);
        if (catat is not null)
        {
            b.Logging.AddProvider(catat);
        }

        var host = b.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task TungguAsync(Func<Task<bool>> sampai, string apa)
    {
        var mulai = Stopwatch.GetTimestamp();
        using var detak = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await sampai())
        {
            Assert.True(Stopwatch.GetElapsedTime(mulai) < Sabar, $"Tidak terjadi: {apa}");
            await detak.WaitForNextTickAsync();
        }
    }

    private static async Task BatasAsync(RuangValiditas ruang, ContohPermohonan contoh, TimeSpan lagi) =>
        await ruang.Basis.JalankanAsync($"UPDATE link_pemohon SET batas = waktu_kini() + interval '{(int)lagi.TotalMilliseconds} ms' WHERE permohonan_id = '{contoh.Id}'");

    private static Task HabisAsync(RuangValiditas ruang, ContohPermohonan contoh) =>
        TungguAsync(async () => (await ruang.Uji.BacaAsync(contoh)).Tahap == Tahap.LinkKedaluwarsa, "link ditutup");

    [Fact]
    public async Task A_timer_closes_the_link_at_its_deadline_and_not_before()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await BatasAsync(ruang, contoh, TimeSpan.FromSeconds(5));
        using var host = await HidupkanAsync(ruang.Basis);
        var jadwal = host.Services.GetRequiredService<JadwalLink>();
        await jadwal.LengkapiAsync();
        await HabisAsync(ruang, contoh);
        var link = Assert.Single(await ruang.SemuaLinkAsync(contoh));
        // The sweep runs each minute: what came within seconds was the timer.
        Assert.InRange(link.DitutupPada!.Value - link.Batas, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_timer_that_fires_early_by_the_databases_clock_puts_itself_back()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await BatasAsync(ruang, contoh, TimeSpan.FromSeconds(3));
        await ruang.Ambil<JadwalLink>().LengkapiAsync();
        // The process believes that 3 seconds are left; by the database it is 6.
        await ruang.Jam.GeserAsync(TimeSpan.FromSeconds(-3));
        using var host = await HidupkanAsync(ruang.Basis);
        await HabisAsync(ruang, contoh);
        var link = Assert.Single(await ruang.SemuaLinkAsync(contoh));
        Assert.InRange(link.DitutupPada!.Value - link.Batas, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await host.StopAsync();
    }

    [Fact]
    public async Task Links_that_ended_while_the_portal_was_down_are_closed_at_start()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Passphrase);
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(3));
        using var host = await HidupkanAsync(ruang.Basis);
        await HabisAsync(ruang, contoh);
        await TungguAsync(() => Task.FromResult(host.Services.GetRequiredService<SapuanService>().TerakhirBerhasil is not null), "sapuan selesai");
        var sehat = await host.Services.GetRequiredService<KesehatanJadwal>().CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Healthy, sehat.Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task An_act_sets_the_timers_of_its_link_after_the_commit()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        using var host = await HidupkanAsync(ruang.Basis);
        await new PermohonanUji(host.Services).SampaiAsync(Tahap.Aktivasi);
        // Its end and three reminders.
        await TungguAsync(async () => await ruang.HitungAsync("qrtz_triggers WHERE trigger_group = 'link'") == 4, "empat pewaktu");
        await host.StopAsync();
    }

    [Fact]
    public async Task Step_8_is_handed_to_the_authority_once_by_two_processes()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Penerbitan);
        using var satu = await HidupkanAsync(ruang.Basis);
        using var dua = await HidupkanAsync(ruang.Basis);
        await TungguAsync(async () => (await ruang.Uji.BacaAsync(contoh)).Tahap == Tahap.Selesai, "sertifikat terbit");
        await Task.WhenAll(satu.Services.GetRequiredService<PenerbitanService>().SekaliAsync(), dua.Services.GetRequiredService<PenerbitanService>().SekaliAsync());
        Assert.Equal(1, await ruang.HitungAsync("riwayat WHERE tindakan = 'TerbitkanSertifikat'"));
        Assert.Equal(1, await ruang.HitungAsync("surel_keluar WHERE jenis = 'SertifikatTerbit'"));
        await Task.WhenAll(satu.StopAsync(), dua.StopAsync());
    }

    [Fact]
    public async Task A_request_that_cannot_be_issued_stays_in_step_8_and_holds_nobody_up()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var rusak = await ruang.Uji.SampaiAsync(Tahap.Penerbitan);
        var baik = await ruang.Uji.SampaiAsync(Tahap.Penerbitan);
        await ruang.Basis.JalankanAsync($"UPDATE kunci_pemohon SET csr = NULL WHERE permohonan_id = '{rusak.Id}'");
        Assert.Equal(1, await ruang.Ambil<PenerbitanService>().SekaliAsync());
        Assert.Equal((Tahap.Penerbitan, Tahap.Selesai), ((await ruang.Uji.BacaAsync(rusak)).Tahap, (await ruang.Uji.BacaAsync(baik)).Tahap));
    }

    [Fact]
    public async Task A_sweep_that_the_stop_of_the_portal_meets_is_no_error()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        var log = new LogUji();
        await using var kunci = new Npgsql.NpgsqlConnection(ruang.Basis.Pemilik);
        await kunci.OpenAsync();
        await using var tahan = await kunci.BeginTransactionAsync();
        await using (var perintah = new Npgsql.NpgsqlCommand("LOCK TABLE link_pemohon IN ACCESS EXCLUSIVE MODE", kunci, tahan))
        {
            await perintah.ExecuteNonQueryAsync();
        }

        using var host = await HidupkanAsync(ruang.Basis, log);
        await TungguAsync(async () => await ruang.HitungAsync("pg_locks WHERE NOT granted AND relation = 'link_pemohon'::regclass") > 0, "sapuan menunggu");
        var penjadwal = await host.Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler();
        var henti = host.StopAsync();
        await TungguAsync(async () => await penjadwal.GetStatus() is Quartz.SchedulerStatus.ShuttingDown or Quartz.SchedulerStatus.Shutdown, "penjadwal berhenti");
        await tahan.RollbackAsync();
        await henti;
        Assert.Empty(log.Galat);
    }

    /// <summary>Keeps what is logged as an error.</summary>
    private sealed class LogUji : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Galat { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Galat.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
