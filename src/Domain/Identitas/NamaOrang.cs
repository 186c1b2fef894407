using System.Globalization;
using System.Text;

namespace KlatenSE.Domain.Identitas;

/// <summary>
/// Names of persons: cleaning, comparing, and finding titles. BSrE takes names "tanpa gelar", and refuses a certificate when the names on
/// letter and KTP differ (domain.md; the SOP's warnings).
/// </summary>
public static class NamaOrang
{
    /// <summary>
    /// The name ready to store and show: NFC, single blanks, one kind of apostrophe, no blank before a comma or dot. Names written all in
    /// capitals or all in small letters (a KTP is in capitals) get capitals at the beginnings of words; mixed case is left as typed.
    /// </summary>
    public static string Rapikan(string? nama)
    {
        var teks = SatukanSpasi(SeragamkanTanda(nama));
        var campur = teks.Any(char.IsLower) && teks.Any(char.IsUpper);
        return campur ? teks : HurufAwalBesar(teks);
    }

    /// <summary>Key for comparing: capitals, without dots and apostrophes, hyphens as blanks, single blanks.</summary>
    public static string Kunci(string? nama)
    {
        var teks = SeragamkanTanda(nama)
            .Replace("'", "", StringComparison.Ordinal)
            .Replace('.', ' ').Replace('-', ' ').Replace(',', ' ');
        return SatukanSpasi(teks).ToUpperInvariant();
    }

    /// <summary>Whether two names are the same but for case, blanks, dots, apostrophes and hyphens. Two empty names are not the same person's.</summary>
    public static bool Sama(string? a, string? b) => Kunci(a) is { Length: > 0 } kunci && kunci == Kunci(b);

    /// <summary>The titles in a name as they were typed, in order; empty when there is none.</summary>
    public static IReadOnlyList<string> Gelar(string? nama) => PencariGelar.Cari(Siapkan(nama)).Gelar;

    /// <summary>The name without its titles, as a proposal to the applicant.</summary>
    public static string TanpaGelar(string? nama) => Rapikan(PencariGelar.Cari(Siapkan(nama)).Nama);

    /// <summary>An Indonesian sentence that asks to remove the titles, which it names; null when there is none.</summary>
    public static string? KalimatGelar(string? nama)
    {
        var gelar = Gelar(nama).Select(g => $"“{g}”").ToList();
        return gelar.Count switch
        {
            0 => null,
            1 => $"Nama ditulis tanpa gelar, sama seperti di KTP. Hapus {gelar[0]} dari nama.",
            _ => $"Nama ditulis tanpa gelar, sama seperti di KTP. Hapus {string.Join(", ", gelar.Take(gelar.Count - 1))} dan {gelar[^1]} dari nama.",
        };
    }

    private static string Siapkan(string? nama) => SatukanSpasi(SeragamkanTanda(nama));

    private static string SeragamkanTanda(string? nama)
    {
        if (string.IsNullOrWhiteSpace(nama))
        {
            return "";
        }

        var hasil = new StringBuilder(nama.Length);
        foreach (var rune in nama.EnumerateRunes())
        {
            // EnumerateRunes has turned a lone surrogate, on which Normalize would throw, into U+FFFD.
            hasil.Append(rune.Value switch
            {
                '`' or 0xB4 or 0x2BC or 0x2018 or 0x2019 => "'",
                0x2010 or 0x2011 or 0x2012 or 0x2013 => "-",
                _ when Rune.IsWhiteSpace(rune) => " ",
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format => "",
                _ => rune.ToString(),
            });
        }

        return hasil.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string SatukanSpasi(string teks) =>
        string.Join(' ', teks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);

    private static string HurufAwalBesar(string teks)
    {
        var hasil = new StringBuilder(teks.Length);
        var awal = true;
        foreach (var c in teks)
        {
            hasil.Append(awal ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            // After an apostrophe no capital: Nur'aini, Ma'ruf.
            awal = c is ' ' or '-' or '.' or ',';
        }

        return hasil.ToString();
    }
}
