using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Everything that a clock sets going.</summary>
public static class ValiditasServices
{
    internal static readonly TriggerKey Sapuan = new("sapuan", "berkala");
    private static readonly TriggerKey Retensi = new("retensi", "berkala");

    /// <summary>
    /// Expiry, reminders, deadlines, issuing and retention, with Quartz on the portal's own database (its tables come with the migration).
    /// Needs the database, the door, the mail and the settings beside it. Section "Validitas": see <see cref="ValiditasOptions"/>.
    /// </summary>
    public static IServiceCollection AddValiditas(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ValiditasOptions>().Bind(configuration.GetSection(ValiditasOptions.Bagian));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ValiditasService>().AddSingleton<PengingatLinkService>().AddSingleton<PengingatTenggatService>().AddSingleton<Loket.PengingatKonfirmasiService>()
            .AddSingleton<TenggatService>().AddSingleton<JadwalLink>().AddSingleton<SapuanService>().AddSingleton<RetensiService>()
            .AddSingleton<PenerbitanService>().AddSingleton<KesehatanJadwal>();
        services.AddHealthChecks().AddCheck<KesehatanJadwal>("jadwal");
        // Quartz tells every firing; what goes wrong is enough.
        services.AddLogging(l => l.AddFilter("Quartz", LogLevel.Warning));
        services.AddQuartz(q => Atur(q, Koneksi(configuration)));
        if (configuration.GetSection(ValiditasOptions.Bagian).GetValue(nameof(ValiditasOptions.Aktif), true))
        {
            services.AddHostedService<PenjadwalLink>();
            services.AddHostedService(sp => sp.GetRequiredService<PenerbitanService>());
            services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        }

        return services;
    }

    private static void Atur(IQuartzBuilder q, string koneksi)
    {
        q.ConfigureScheduler(o =>
        {
            o.InstanceName = JadwalLink.Penjadwal;
            o.GenerateInstanceId = true;
        });
        q.UseDefaultThreadPool(4);
        q.UsePersistentStore(s =>
        {
            s.UsePostgres(NpgsqlFactory.Instance, koneksi);
            s.UseSystemTextJsonSerializer(_ => { });
            s.UseClustering(c =>
            {
                c.CheckinInterval = TimeSpan.FromSeconds(5);
                c.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
            s.ConfigureStore(o =>
            {
                o.TablePrefix = "qrtz_";
                o.MisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
        q.AddJob<PewaktuJob>(j => j.WithIdentity(JadwalLink.Pewaktu).StoreDurably());
        Berkala<SapuanJob>(q, Sapuan, TimeSpan.FromMinutes(1));
        Berkala<RetensiJob>(q, Retensi, TimeSpan.FromDays(1));
    }

    /// <summary>At start, and again after each interval.</summary>
    private static void Berkala<T>(IQuartzBuilder q, TriggerKey kunci, TimeSpan jarak)
        where T : IJob
    {
        var job = new JobKey(kunci.Name, kunci.Group);
        q.AddJob<T>(j => j.WithIdentity(job).StoreDurably());
        q.AddTrigger(t => t.ForJob(job).WithIdentity(kunci).StartNow()
            .WithSimpleSchedule(s => s.WithInterval(jarak).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
    }

    private static string Koneksi(IConfiguration configuration) => new NpgsqlConnectionStringBuilder(
        configuration.GetConnectionString("Portal") ?? throw new InvalidOperationException("ConnectionStrings:Portal belum diatur."))
    {
        ApplicationName = "klatense-jadwal",
        MaxPoolSize = 8,
    }.ConnectionString;
}
