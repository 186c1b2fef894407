namespace KlatenSE.TestCommon;

/// <summary>A clock that moves only when the test says so, and fires what falls due on the way, in order.</summary>
/// <param name="mulai">First reading, UTC.</param>
public sealed class FakeTimeProvider(DateTimeOffset mulai) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _kini = mulai.ToUniversalTime();

    /// <summary>Starts on Monday 5 January 2026, 09:00 WIB.</summary>
    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that are waiting; tests wait for it before they move the clock.</summary>
    public int TimerCount
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _kini;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock on; each timer fires at its own moment, on the caller's thread.</summary>
    public void Advance(TimeSpan lama) => SetUtcNow(GetUtcNow() + lama);

    /// <summary>Sets the clock. Going back fires nothing.</summary>
    public void SetUtcNow(DateTimeOffset saat)
    {
        while (NextDue(saat) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _kini = saat.ToUniversalTime();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private FakeTimer? NextDue(DateTimeOffset sampai)
    {
        lock (_gate)
        {
            var timer = _timers.Where(t => t.Due <= sampai).MinBy(t => t.Due);
            if (timer is null)
            {
                return null;
            }

            _kini = timer.Due > _kini ? timer.Due : _kini;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.Due += timer.Period;
            }
            else
            {
                _timers.Remove(timer);
            }

            return timer;
        }
    }

    private sealed class FakeTimer(FakeTimeProvider jam, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (jam._gate)
            {
                jam._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = jam._kini + dueTime;
                    Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                    jam._timers.Add(this);
                }
            }

            // A due time of zero means at once, as with the system's own timers.
            if (dueTime == TimeSpan.Zero)
            {
                jam.Advance(TimeSpan.Zero);
            }

            return true;
        }

        public void Dispose()
        {
            lock (jam._gate)
            {
                jam._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
