using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KlatenSE.Domain.Identitas;

/// <summary>What a text field is for, and so which characters it takes.</summary>
public enum JenisTeks
{
    /// <summary>Name of a person or place: letters, blanks, dots, commas, apostrophes, hyphens.</summary>
    Nama = 1,

    /// <summary>One line such as a letter's number, a post or a unit: no emoji, no control characters.</summary>
    Baris = 2,

    /// <summary>A note of several lines: line breaks, tabs and emoji are taken.</summary>
    Catatan = 3,
}

/// <summary>The gate for every text that people type: what PostgreSQL, mail or a printed letter cannot carry ends here with a sentence.</summary>
public static class TeksAman
{
    /// <summary>Trims, normalises to NFC and checks a text. An empty text is taken as ""; whether it may be empty is the form's matter.</summary>
    /// <param name="masukan">What was typed.</param>
    /// <param name="namaBidang">The field as the form calls it, to begin the sentence with ("Nama", "Catatan").</param>
    /// <param name="maks">Most characters (UTF-16 units after normalising, as a database column counts at most).</param>
    /// <param name="jenis">Which characters the field takes.</param>
    /// <param name="nilai">The clean text, or null when refused.</param>
    /// <param name="alasan">When refused: why and what to do, in Indonesian.</param>
    public static bool Coba(
        string? masukan,
        string namaBidang,
        int maks,
        JenisTeks jenis,
        [NotNullWhen(true)] out string? nilai,
        [NotNullWhen(false)] out string? alasan)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maks);
        nilai = null;
        // Trim knows no NUL, so a hidden one at the end is still seen below.
        var teks = (masukan ?? "").Trim();
        if (jenis is JenisTeks.Catatan)
        {
            teks = teks.ReplaceLineEndings("\n");
        }

        // Normalize throws on a lone surrogate, so the look at each character comes first.
        alasan = Keberatan(teks, namaBidang, jenis);
        if (alasan is not null)
        {
            return false;
        }

        teks = teks.Normalize(NormalizationForm.FormC);
        if (teks.Length > maks)
        {
            alasan = $"{namaBidang} terlalu panjang: {teks.Length} karakter, paling banyak {maks}. Persingkat isinya.";
            return false;
        }

        nilai = teks;
        return true;
    }

    /// <summary>The sentence for what no field can keep, such as NUL.</summary>
    public static string TidakDapatDisimpan(string namaBidang) => $"{namaBidang} memuat karakter yang tidak dapat disimpan. Hapus lalu ketik ulang.";

    /// <summary>For a field judged by rules of its own (mailbox, password): the sentence when it holds a control or broken character, else null.</summary>
    public static string? Kendali(string? teks, string namaBidang) =>
        teks is not null && teks.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar) ? TidakDapatDisimpan(namaBidang) : null;

    private static string? Keberatan(string teks, string bidang, JenisTeks jenis)
    {
        for (var i = 0; i < teks.Length;)
        {
            // U+FFFD is what a browser sends for half a character.
            if (!Rune.TryGetRuneAt(teks, i, out var rune) || rune == Rune.ReplacementChar)
            {
                return $"{bidang} memuat karakter yang rusak. Hapus lalu ketik ulang bagian itu.";
            }

            var alasan = Keberatan(rune, bidang, jenis);
            if (alasan is not null)
            {
                return alasan;
            }

            i += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static string? Keberatan(Rune rune, string bidang, JenisTeks jenis)
    {
        var golongan = Rune.GetUnicodeCategory(rune);
        if (golongan is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            return jenis is JenisTeks.Catatan && rune.Value is '\n' or '\t' ? null
                : rune.Value is '\n' or '\r' or '\t' ? $"{bidang} memuat ganti baris atau tab. Hapus lalu ketik ulang dalam satu baris."
                : TidakDapatDisimpan(bidang);
        }

        // Text that runs backwards can make a letter say what it does not say.
        if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || (golongan is UnicodeCategory.Format && jenis is not JenisTeks.Catatan))
        {
            return $"{bidang} memuat karakter yang tidak terlihat. Ketik ulang, jangan menempel dari berkas lain.";
        }

        if (jenis is JenisTeks.Catatan)
        {
            return null;
        }

        if (!rune.IsBmp || golongan is UnicodeCategory.OtherSymbol or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned || rune.Value is >= 0xFE00 and <= 0xFE0F)
        {
            return $"{bidang} tidak boleh memuat emoji atau gambar. Hapus tanda itu, lalu kirim lagi.";
        }

        return jenis is JenisTeks.Nama && !UntukNama(rune, golongan)
            ? $"{bidang} hanya boleh berisi huruf, spasi, titik, koma, petik, dan tanda hubung. Hapus angka atau tanda lain."
            : null;
    }

    private static bool UntukNama(Rune rune, UnicodeCategory golongan) =>
        Rune.IsLetter(rune)
        || golongan is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.SpaceSeparator
        || rune.Value is '.' or ',' or '\'' or '-' or '`' or '\u00B4' or '\u02BC' or '\u2018' or '\u2019' or '\u2010' or '\u2011';
}
