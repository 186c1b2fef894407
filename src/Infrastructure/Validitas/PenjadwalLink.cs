using KlatenSE.Infrastructure.Alur;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Sets the timers of links just opened, after their commit: an act never waits for Quartz, and never fails with it.</summary>
internal sealed class PenjadwalLink(KabarPintu kabar, JadwalLink jadwal, ILogger<PenjadwalLink> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (await kabar.LinkTerbit.WaitToReadAsync(stoppingToken))
            {
                var batas = new HashSet<DateTimeOffset>();
                while (batas.Count < 500 && kabar.LinkTerbit.TryRead(out var b))
                {
                    batas.Add(b);
                }

                await JadwalkanAsync(batas, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops; the sweep of the next start finds what is not scheduled.
        }
    }

    private async Task JadwalkanAsync(HashSet<DateTimeOffset> batas, CancellationToken henti)
    {
        try
        {
            await jadwal.JadwalkanAsync(batas, henti);
        }
        catch (Exception e) when (!henti.IsCancellationRequested)
        {
            log.LogError(e, "Timers of {Count} links could not be set; the next sweep sets them", batas.Count);
        }
    }
}
