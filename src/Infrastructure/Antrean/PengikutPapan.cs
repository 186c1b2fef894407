using KlatenSE.Infrastructure.Papan;
using Microsoft.Extensions.Hosting;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>Lets the board's doorbell and heartbeat refresh the queues: one reading for all that follow them.</summary>
internal sealed class PengikutPapan(PapanStore papan, UmpanAntrean umpan) : IHostedService
{
    private IDisposable? langganan;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        langganan = papan.Langgan(() => umpan.PapanBerubahAsync(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        langganan?.Dispose();
        return Task.CompletedTask;
    }
}
