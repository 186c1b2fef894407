namespace KlatenSE.Infrastructure.BasisData;

/// <summary>
/// The database's clock for pages: the process's time plus the offset last measured to <c>waktu_kini()</c>, so that a countdown and the door
/// never disagree by more than a round trip. Timers and timestamps stay those of the process.
/// </summary>
public sealed class JamBasisData : TimeProvider
{
    private long _selisih;

    /// <summary>How far the database's clock is ahead of this process's (negative: behind); zero until it was measured.</summary>
    public TimeSpan Selisih => TimeSpan.FromTicks(Interlocked.Read(ref _selisih));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Selisih;

    /// <summary>Takes over a measurement: what the database said, and the process's time (<see cref="WaktuProses"/>) before and after asking.</summary>
    public void Catat(DateTimeOffset basisData, DateTimeOffset sebelum, DateTimeOffset sesudah) =>
        Interlocked.Exchange(ref _selisih, (basisData - (sebelum + ((sesudah - sebelum) / 2))).Ticks);

    /// <summary>The process's own clock, for measuring.</summary>
    public DateTimeOffset WaktuProses() => base.GetUtcNow();
}
