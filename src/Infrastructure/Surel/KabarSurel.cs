using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>Wakes the sender; many knocks while it works count as one.</summary>
public sealed class KabarSurel : IDisposable
{
    private readonly SemaphoreSlim pintu = new(0, 1);

    public void Ketuk()
    {
        try
        {
            pintu.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already knocked.
        }
    }

    public void Dispose() => pintu.Dispose();

    internal async Task TungguAsync(TimeSpan palingLama, TimeProvider jam, CancellationToken henti)
    {
        using var waktu = new CancellationTokenSource(palingLama, jam);
        using var keduanya = CancellationTokenSource.CreateLinkedTokenSource(waktu.Token, henti);
        try
        {
            await pintu.WaitAsync(keduanya.Token);
        }
        catch (OperationCanceledException)
        {
            // Time is up, or the host stops; the caller looks which.
        }
    }
}

/// <summary>Listens on channel <c>surel</c>, on which a trigger knocks when a mail is queued. Without it the slow poll still delivers.</summary>
internal sealed class PendengarSurel(NpgsqlDataSource sumber, KabarSurel kabar, ILogger<PendengarSurel> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var sambungan = await sumber.OpenConnectionAsync(stoppingToken);
                sambungan.Notification += (_, _) => kabar.Ketuk();
                await JalankanAsync(sambungan, "LISTEN surel", stoppingToken);
                kabar.Ketuk();
                while (true)
                {
                    // A connection that died silently is found by the question, not by waiting.
                    if (!await sambungan.WaitAsync(TimeSpan.FromSeconds(60), stoppingToken))
                    {
                        await JalankanAsync(sambungan, "SELECT 1", stoppingToken);
                    }
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
            {
                log.LogWarning(e, "Listening for mails broke; trying again");
            }

            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task JalankanAsync(NpgsqlConnection sambungan, string sql, CancellationToken ct)
    {
        await using var perintah = new NpgsqlCommand(sql, sambungan);
        await perintah.ExecuteNonQueryAsync(ct);
    }
}
