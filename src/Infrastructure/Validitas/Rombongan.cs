using System.Collections.Concurrent;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Work on many requests where one that fails must not keep the others waiting, and is not forgotten either.</summary>
internal static class Rombongan
{
    /// <exception cref="AggregateException">What failed, after all were tried.</exception>
    public static async Task UntukTiapAsync<T>(IEnumerable<T> semua, int serentak, Func<T, CancellationToken, Task> kerja, CancellationToken ct)
    {
        var galat = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(semua, new ParallelOptions { MaxDegreeOfParallelism = serentak, CancellationToken = ct }, async (satu, henti) =>
        {
            try
            {
                await kerja(satu, henti);
            }
            catch (Exception e) when (!henti.IsCancellationRequested)
            {
                galat.Enqueue(e);
            }
        });
        if (!galat.IsEmpty)
        {
            throw new AggregateException(galat);
        }
    }
}
