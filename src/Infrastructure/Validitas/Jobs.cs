using Quartz;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Fires at a deadline or a reminder's moment.</summary>
internal sealed class PewaktuJob(ValiditasService validitas, PengingatLinkService pengingat, JadwalLink jadwal) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var saat = DateTimeOffset.FromUnixTimeSeconds(context.MergedJobDataMap.GetLong(JadwalLink.Saat));
        if (await jadwal.KembalikanBilaDiniAsync(saat, cancellationToken))
        {
            return;
        }

        await validitas.TutupYangLewatAsync(cancellationToken);
        await pengingat.KirimAsync(cancellationToken);
    }
}

/// <summary>The sweep of every minute; one at a time in all processes together.</summary>
[DisallowConcurrentExecution]
internal sealed class SapuanJob(SapuanService sapuan) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sapuan.JalankanAsync(cancellationToken);
}

/// <summary>Once a day, and at start.</summary>
[DisallowConcurrentExecution]
internal sealed class RetensiJob(RetensiService retensi) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await retensi.JalankanAsync(cancellationToken);
}
