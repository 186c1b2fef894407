using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>What goes into a mail is cleaned here: no line can be smuggled into a header, and no NIK leaves the portal.</summary>
internal static partial class Bersih
{
    /// <summary>One line without control, format or line-separator characters, at most <paramref name="panjang"/> UTF-16 units.</summary>
    public static string SatuBaris(string? teks, int panjang)
    {
        var b = new StringBuilder();
        foreach (var r in (teks ?? "").EnumerateRunes())
        {
            var buang = Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
            if (buang || Rune.IsWhiteSpace(r))
            {
                if (b.Length > 0 && b[^1] != ' ')
                {
                    b.Append(' ');
                }
            }
            else if (b.Length + r.Utf16SequenceLength > panjang)
            {
                break;
            }
            else
            {
                b.Append(r.ToString());
            }
        }

        return b.ToString().Trim();
    }

    /// <summary>Free text of a person: lines stay, other control characters go, a NIK is masked.</summary>
    public static string TeksBebas(string? teks)
    {
        var baris = (teks ?? "").ReplaceLineEndings("\n").Split('\n').Select(b => SatuBaris(b, 4000));
        return TanpaNik(string.Join('\n', baris).Trim());
    }

    /// <summary>Masks every run of exactly 16 digits, also when grouped by blanks, dots or hyphens. An 18-digit NIP stays.</summary>
    public static string TanpaNik(string teks) => PolaNik().Replace(teks, "[NIK disamarkan]");

    // The first two forms are a NIK whatever stands beside them (two in a row); a loosely grouped one must not be part of a longer number.
    [GeneratedRegex(@"(?<!\d)(?:\d{16}|\d{4}([ .\-])\d{4}\1\d{4}\1\d{4})(?!\d)|(?<!\d[ .\-]?)\d(?:[ .\-]?\d){15}(?![ .\-]?\d)")]
    private static partial Regex PolaNik();
}
