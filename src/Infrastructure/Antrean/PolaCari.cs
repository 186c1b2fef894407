namespace KlatenSE.Infrastructure.Antrean;

/// <summary>What somebody typed into a search field, as a pattern for ILIKE.</summary>
internal static class PolaCari
{
    private const int Terpanjang = 100;

    /// <summary>A pattern that finds the text anywhere, its own wildcards taken as letters; null when nothing was typed.</summary>
    public static string? Dari(string? cari)
    {
        // A NUL would make PostgreSQL refuse the query; nobody searches for control characters.
        var teks = string.Concat((cari ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        teks = teks.Length > Terpanjang ? teks[..Terpanjang] : teks;
        return teks.Length == 0
            ? null
            : "%" + teks.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
    }
}
