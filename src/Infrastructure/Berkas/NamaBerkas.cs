using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>Makes the name that a browser claims fit to be kept, shown and offered for download.</summary>
internal static partial class NamaBerkas
{
    private const int Terpanjang = 100;

    /// <summary>Last part of the path, without control, formatting and reserved characters, with the ending of the kept type.</summary>
    public static string Bersihkan(string? nama, string akhiran)
    {
        var ujung = (nama ?? "").Split('/', '\\')[^1];
        var bersih = new StringBuilder(ujung.Length);
        foreach (var huruf in ujung.EnumerateRunes())
        {
            bersih.Append(Boleh(huruf) ? huruf.ToString() : " ");
        }

        var rapi = string.Join(' ', bersih.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var pokok = Akhiran().Replace(rapi, "").Trim(' ', '.', '-');
        if (pokok.Length > Terpanjang)
        {
            pokok = pokok[..(char.IsHighSurrogate(pokok[Terpanjang - 1]) ? Terpanjang - 1 : Terpanjang)].TrimEnd();
        }

        return $"{(pokok.Length == 0 ? "berkas" : pokok)}.{akhiran}";
    }

    /// <summary>True when the claimed ending is that of a picture.</summary>
    public static bool MengakuGambar(string? nama) =>
        Path.GetExtension(nama ?? "").ToUpperInvariant() is ".JPG" or ".JPEG" or ".PNG" or ".HEIC" or ".HEIF" or ".WEBP";

    /// <summary>An ending as files have it; the number in "Surat No. 12" is none.</summary>
    [GeneratedRegex(@"(\.[A-Za-z][A-Za-z0-9]{1,4})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Akhiran();

    // EnumerateRunes turns half surrogates into U+FFFD, which is left out too.
    private static bool Boleh(Rune huruf) =>
        huruf != Rune.ReplacementChar
        && !"<>:\"|?*;%`$&'".Contains((char)Math.Min(huruf.Value, char.MaxValue))
        && Rune.GetUnicodeCategory(huruf) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
