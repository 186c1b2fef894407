namespace KlatenSE.BsreStandIn;

/// <summary>The system's clock plus an offset that a test sets.</summary>
internal sealed class JamPeraga : TimeProvider
{
    private long geser;

    public TimeSpan Geser
    {
        get => new(Interlocked.Read(ref geser));
        set => Interlocked.Exchange(ref geser, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Geser;
}

/// <summary>Lets what BSrE does by itself happen although nobody looks.</summary>
internal sealed class PenerbitOtomatis(Pendaftaran pendaftaran) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var detak = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        try
        {
            while (await detak.WaitForNextTickAsync(stoppingToken))
            {
                pendaftaran.Majukan();
            }
        }
        catch (OperationCanceledException)
        {
            // The stand-in stops.
        }
    }
}
