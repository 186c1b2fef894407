namespace KlatenSE.Portal.Components.Bersama;

/// <summary>A run of characters, differing from its counterpart or not.</summary>
/// <param name="Teks">The characters.</param>
/// <param name="Beda">They differ.</param>
public sealed record Potongan(string Teks, bool Beda = false);

/// <summary>One line of a comparison.</summary>
/// <param name="Kunci">Stable name of the field.</param>
/// <param name="Label">Its words.</param>
/// <param name="Sel">A cell per column: its runs, or null where that source does not hold the field.</param>
/// <param name="Catatan">Words under the first cell, e.g. "terbukti aktif".</param>
public sealed record BarisBanding(string Kunci, string Label, IReadOnlyList<IReadOnlyList<Potongan>?> Sel, string? Catatan = null)
{
    /// <summary>Some run differs.</summary>
    public bool Berbeda => Sel.Any(s => s?.Any(p => p.Beda) == true);
}
