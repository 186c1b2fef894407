using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>A request that waits for somebody in the office, with its open work items.</summary>
/// <param name="Permohonan">The request, as of this reading; never changed here.</param>
/// <param name="ButirKerja">Work items that are still open.</param>
public sealed record BarisAntrean(Permohonan Permohonan, IReadOnlyList<ButirKerja> ButirKerja);

/// <summary>Everything that waits for the office, in one query. Whose queue a row stands in is derived from the SOP table.</summary>
public static class AntreanQuery
{
    /// <summary>The roles that have a queue.</summary>
    public static IReadOnlyList<Peran> PeranBerantrean { get; } = [Peran.Kepala, Peran.Kabid, Peran.Kasi, Peran.Verifikator];

    /// <summary>The stages that are the turn of one of them, in any version of the table and beside either authority: whose turn it is now is judged row by row.</summary>
    private static readonly Tahap[] TahapKantor =
    [
        .. AlurSop.SemuaTabel.SelectMany(a => Enum.GetValues<ModeOtoritas>().Select(a.Alur.Untuk))
            .SelectMany(a => a.SemuaTahap.Where(t => a.Giliran(t.Tahap) is { } peran && PeranBerantrean.Contains(peran))).Select(t => t.Tahap).Distinct(),
    ];

    /// <summary>All rows of all queues.</summary>
    public static async Task<IReadOnlyList<BarisAntrean>> SemuaAsync(KlatenDb db, CancellationToken ct = default)
    {
        var butir = db.Set<ButirKerja>().Where(b => b.DitutupPada == null);
        var baris = await db.Permohonan.AsNoTracking().AsSingleQuery()
            .Where(p => TahapKantor.Contains(p.Tahap) || butir.Any(b => b.PermohonanId == p.Id))
            .Select(p => new { Permohonan = p, Butir = butir.Where(b => b.PermohonanId == p.Id).ToList() })
            .ToListAsync(ct);
        return [.. baris.Select(b => new BarisAntrean(b.Permohonan, b.Butir))];
    }
}
