namespace KlatenSE.Infrastructure.Surel;

/// <summary>
/// The whole queue rests while the mail server cannot be used: no mail's tries are used up, and the server is not hammered.
/// The rest doubles from one failure to the next, up to a minute, until a mail gets through.
/// </summary>
internal sealed class JedaServer
{
    private static readonly TimeSpan Terpanjang = TimeSpan.FromMinutes(1);

    private readonly Lock kunci = new();
    private DateTimeOffset sampai = DateTimeOffset.MinValue;
    private TimeSpan terakhir;

    /// <summary>How long the queue still rests; not positive when it may go on.</summary>
    public TimeSpan Sisa(DateTimeOffset kini)
    {
        lock (kunci)
        {
            return sampai - kini;
        }
    }

    /// <summary>Begins a rest, unless another send has just begun it, and says until when.</summary>
    public DateTimeOffset Mulai(DateTimeOffset kini, TimeSpan pertama)
    {
        lock (kunci)
        {
            if (sampai <= kini)
            {
                var lama = terakhir == TimeSpan.Zero ? pertama : terakhir * 2;
                terakhir = lama > Terpanjang ? Terpanjang : lama;
                sampai = kini + terakhir;
            }

            return sampai;
        }
    }

    public void Pulih()
    {
        lock (kunci)
        {
            terakhir = TimeSpan.Zero;
        }
    }
}
