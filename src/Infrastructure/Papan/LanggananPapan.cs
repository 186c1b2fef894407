using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>
/// One viewer of the board. However many changes arrive, at most one refresh runs and at most one waits; what a viewer throws is
/// logged and touches nobody else.
/// </summary>
internal sealed class LanggananPapan(Func<Task> segarkan, Action<LanggananPapan> lepas, ILogger log) : IDisposable, IThreadPoolWorkItem
{
    private const int Diam = 0;
    private const int Berjalan = 1;
    private const int BerjalanDanTertunda = 2;
    private const int Tutup = 3;

    private int _keadaan;

    public void Beritahu()
    {
        while (true)
        {
            var k = Volatile.Read(ref _keadaan);
            if (k is BerjalanDanTertunda or Tutup)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref _keadaan, k + 1, k) == k)
            {
                if (k == Diam)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                }

                return;
            }
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = JalankanAsync();

    public void Dispose()
    {
        Interlocked.Exchange(ref _keadaan, Tutup);
        lepas(this);
    }

    private async Task JalankanAsync()
    {
        do
        {
            Interlocked.CompareExchange(ref _keadaan, Berjalan, BerjalanDanTertunda);
            try
            {
                await segarkan();
            }
            catch (Exception e)
            {
                // The feed goes on for the others; the viewer's own circuit reports its error to its user.
                log.LogWarning(e, "Seorang penonton papan gagal disegarkan.");
            }
        }
        while (Interlocked.CompareExchange(ref _keadaan, Diam, Berjalan) == BerjalanDanTertunda);
    }
}
