using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>
/// Ends the validity of links at their deadline (SOP 5a, 7a), by the database's clock. Timer, sweep and reading may come at once: each
/// goes through the one door, whose row lock lets one of them, or the applicant's own act, win.
/// </summary>
public sealed class ValiditasService(
    IDbContextFactory<KlatenDb> factory, PermohonanService pintu, KedaluwarsaService rombongan, ILogger<ValiditasService> log) : IDisposable
{
    // Two processors and one disk: more at once only queue up in PostgreSQL.
    private const int Serentak = 2;
    private const int SetiapRombongan = 40;

    private readonly SemaphoreSlim gerbang = new(1);

    /// <summary>Reading: closes an overdue link before its page is shown. One cheap query when there is nothing to close.</summary>
    /// <returns>True when this call closed it.</returns>
    public async Task<bool> PastikanAsync(Guid permohonanId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var lewat = await db.Database.SqlQuery<bool>(
            $"""
             SELECT EXISTS (SELECT 1 FROM link_pemohon
                            WHERE permohonan_id = {permohonanId} AND ditutup_pada IS NULL AND batas <= (SELECT waktu_kini())) AS "Value"
             """).SingleAsync(ct);
        return lewat && await TutupAsync(permohonanId, ct);
    }

    /// <summary>Timer and sweep: closes every overdue link.</summary>
    /// <returns>How many this call closed; what another closed meanwhile does not count.</returns>
    /// <exception cref="AggregateException">Some could not be closed; all others were.</exception>
    public async Task<int> TutupYangLewatAsync(CancellationToken ct = default)
    {
        // Timers of neighbouring seconds would else work on the same rows.
        await gerbang.WaitAsync(ct);
        try
        {
            List<Guid> lewat;
            await using (var db = await factory.CreateDbContextAsync(ct))
            {
                lewat = await db.Database.SqlQuery<Guid>(
                    $"""SELECT permohonan_id AS "Value" FROM link_pemohon WHERE ditutup_pada IS NULL AND batas <= (SELECT waktu_kini()) ORDER BY batas""")
                    .ToListAsync(ct);
            }

            var tertutup = 0;
            await Rombongan.UntukTiapAsync(lewat.Chunk(SetiapRombongan), Serentak, async (ids, henti) =>
                Interlocked.Add(ref tertutup, await TutupAsync(ids, henti)), ct);
            return tertutup;
        }
        finally
        {
            gerbang.Release();
        }
    }

    public void Dispose() => gerbang.Dispose();

    private async Task<int> TutupAsync(Guid[] ids, CancellationToken ct)
    {
        IReadOnlyList<Guid> bersama = [];
        try
        {
            bersama = await rombongan.TutupAsync(ids, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "{Count} links could not be closed together; trying them one by one", ids.Length);
        }

        // What somebody held, and what failed with the others: each by the door itself, which waits for the lock.
        var sendiri = 0;
        await Rombongan.UntukTiapAsync(ids.Except(bersama), 1, async (id, henti) => sendiri += await TutupAsync(id, henti) ? 1 : 0, ct);
        return bersama.Count + sendiri;
    }

    private async Task<bool> TutupAsync(Guid permohonanId, CancellationToken ct) =>
        await pintu.LakukanSistemAsync(permohonanId, new Kedaluwarsakan(), ct) is HasilTindakan.Berhasil;
}
