using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Whether the clock work runs: Quartz is running, and a sweep was made within three minutes by some process on this database.</summary>
public sealed class KesehatanJadwal(ISchedulerFactory pabrik, IDbContextFactory<KlatenDb> factory, SapuanService sapuan, TimeProvider jam) : IHealthCheck
{
    private static readonly TimeSpan PalingLama = TimeSpan.FromMinutes(3);

    private readonly DateTimeOffset mulai = jam.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var kini = jam.GetUtcNow();
        if (await (await pabrik.GetScheduler(cancellationToken)).GetStatus(cancellationToken) != SchedulerStatus.Running)
        {
            // Quartz starts after the portal serves.
            return kini - mulai < PalingLama ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Penjadwal tidak berjalan.");
        }

        var diMana = await DiProsesLainAsync(cancellationToken);
        // The row's time is that of this process's failure too; a later firing was another process's.
        if (sapuan.GagalPada is { } gagal && diMana <= gagal)
        {
            return HealthCheckResult.Unhealthy("Sapuan terakhir gagal; rinciannya ada di catatan server.");
        }

        var terakhir = sapuan.TerakhirBerhasil ?? mulai;
        return kini - terakhir <= PalingLama || kini - diMana <= PalingLama
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Sapuan terakhir lebih dari 3 menit yang lalu.");
    }

    /// <summary>One process sweeps for all: the row of the trigger tells when.</summary>
    private async Task<DateTimeOffset> DiProsesLainAsync(CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var ticks = await db.Database.SqlQuery<long>(
            $"""
             SELECT coalesce(max(prev_fire_time), 0) AS "Value" FROM qrtz_triggers
             WHERE sched_name = {JadwalLink.Penjadwal} AND trigger_name = {ValiditasServices.Sapuan.Name} AND trigger_group = {ValiditasServices.Sapuan.Group}
             """).SingleAsync(ct);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
