using System.Diagnostics;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>
/// The queues of the whole process: one reading shared by all circuits. A page that opens reads anew; a change on the board is read
/// once and told to everybody who follows.
/// </summary>
public sealed class UmpanAntrean(
    IDbContextFactory<KlatenDb> pabrik, PeranAktif peran, PengaturanService pengaturan, ILogger<UmpanAntrean> log) : IDisposable
{
    private static readonly TimeSpan Segar = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim giliran = new(1);
    private IReadOnlyList<BarisAntrean> kini = [];
    private long dibaca;
    private long dibacaPada;
    private event Func<Task>? Berubah;

    /// <summary>Follows the queues; called after each reading. Dispose to stop.</summary>
    public IDisposable Ikuti(Func<Task> segarkan)
    {
        Berubah += segarkan;
        return new Langganan(() => Berubah -= segarkan);
    }

    /// <summary>Reads anew (callers at the same time share one reading that began after they called) and gives the person's part.</summary>
    public async Task<IReadOnlyList<TugasAntrean>> BacaAsync(Guid penggunaId, CancellationToken ct = default)
    {
        await BacaUlangAsync(ct);
        return await SaringAsync(penggunaId, ct);
    }

    /// <summary>How many things wait for the person; reads anew only when the last reading is older than a few seconds.</summary>
    public async Task<int> JumlahAsync(Guid penggunaId, CancellationToken ct = default)
    {
        if (dibaca == 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref dibacaPada)) > Segar)
        {
            await BacaUlangAsync(ct);
        }

        return (await SaringAsync(penggunaId, ct)).Count;
    }

    /// <summary>The person's part of what was read last; asks the database for nothing but, now and then, the roles.</summary>
    public async Task<IReadOnlyList<TugasAntrean>> SaringAsync(Guid penggunaId, CancellationToken ct = default)
    {
        var memegang = await peran.AmbilAsync(penggunaId, ct);
        return AntreanSaya.Saring(kini, new Pelaku(penggunaId, "", memegang), await pengaturan.AmbilAsync(ct));
    }

    /// <summary>The board changed: reads once and tells all followers. Without followers nothing is asked.</summary>
    public async Task PapanBerubahAsync(CancellationToken ct = default)
    {
        if (Berubah is not { } pengikut)
        {
            return;
        }

        await BacaUlangAsync(ct);
        foreach (var segarkan in pengikut.GetInvocationList().Cast<Func<Task>>())
        {
            try
            {
                await segarkan();
            }
            catch (OperationCanceledException)
            {
                // Its page was left while it was told.
            }
            catch (Exception e)
            {
                // One broken page must not keep the change from the others; its own circuit shows what is wrong.
                log.LogWarning(e, "A follower of the queues failed");
            }
        }
    }

    public void Dispose() => giliran.Dispose();

    private async Task BacaUlangAsync(CancellationToken ct)
    {
        var sejak = Volatile.Read(ref dibaca);
        await giliran.WaitAsync(ct);
        try
        {
            // Two readings were begun and ended while this one waited: the second began after the call.
            if (dibaca - sejak >= 2)
            {
                return;
            }

            await using var db = await pabrik.CreateDbContextAsync(ct);
            kini = await AntreanQuery.SemuaAsync(db, ct);
            dibaca++;
            Volatile.Write(ref dibacaPada, Stopwatch.GetTimestamp());
        }
        finally
        {
            giliran.Release();
        }
    }

    private sealed class Langganan(Action lepas) : IDisposable
    {
        public void Dispose() => lepas();
    }
}
