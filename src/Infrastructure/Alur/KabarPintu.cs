using System.Threading.Channels;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>
/// What the door tells the background services of this process after a commit. Never waits, and may lose a word when nobody listens:
/// what is lost here the sweep finds in the database.
/// </summary>
public sealed class KabarPintu
{
    private readonly Channel<DateTimeOffset> link = Saluran<DateTimeOffset>(10_000);
    private readonly Channel<bool> penerbitan = Saluran<bool>(1);

    /// <summary>Deadlines of links just opened.</summary>
    public ChannelReader<DateTimeOffset> LinkTerbit => link.Reader;

    internal void Sampaikan(Tahap ke, LinkPemohon? linkBaru)
    {
        if (linkBaru is not null)
        {
            link.Writer.TryWrite(linkBaru.Batas);
        }

        if (ke == Tahap.Penerbitan)
        {
            penerbitan.Writer.TryWrite(true);
        }
    }

    /// <summary>Returns when a request came to step 8, or after <paramref name="lama"/>.</summary>
    public async Task TungguPenerbitanAsync(TimeSpan lama, TimeProvider jam, CancellationToken henti)
    {
        using var batas = new CancellationTokenSource(lama, jam);
        using var gabungan = CancellationTokenSource.CreateLinkedTokenSource(batas.Token, henti);
        try
        {
            await penerbitan.Reader.ReadAsync(gabungan.Token);
        }
        catch (OperationCanceledException) when (!henti.IsCancellationRequested)
        {
            // Time is up: look all the same.
        }
    }

    private static Channel<T> Saluran<T>(int isi) =>
        Channel.CreateBounded<T>(new BoundedChannelOptions(isi) { FullMode = BoundedChannelFullMode.DropOldest });
}
