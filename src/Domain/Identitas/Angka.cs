using System.Globalization;
using System.Text;

namespace KlatenSE.Domain.Identitas;

/// <summary>What NIK, NIP and phone numbers share: forgiving input, strict digits.</summary>
internal static class Angka
{
    /// <summary>Drops what people type or paste between digits: blanks, hyphens of any kind, dots, invisible marks.</summary>
    internal static string BuangPemisah(string? masukan)
    {
        if (string.IsNullOrEmpty(masukan))
        {
            return "";
        }

        var hasil = new StringBuilder(masukan.Length);
        foreach (var c in masukan)
        {
            if (!Pemisah(c))
            {
                hasil.Append(c);
            }
        }

        return hasil.ToString();
    }

    // Only ASCII digits: char.IsDigit would let Arabic-Indic digits through, and BSrE would not.
    internal static bool Semua(string teks) => teks.All(char.IsAsciiDigit);

    internal static int Bagian(string teks, int mulai, int panjang) =>
        int.Parse(teks.AsSpan(mulai, panjang), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The sentence for a number that is empty, holds other signs or has the wrong length; null when it is right.</summary>
    internal static string? Keberatan(string bersih, string nama, int panjang, string sumber)
    {
        if (bersih.Length == 0)
        {
            return $"{nama} belum diisi. Isilah {panjang} angka {nama} sesuai {sumber}.";
        }

        if (!Semua(bersih))
        {
            return $"{nama} hanya boleh berisi angka. Hapus huruf atau tanda lain, lalu isilah {panjang} angka sesuai {sumber}.";
        }

        return bersih.Length == panjang
            ? null
            : $"{nama} harus {panjang} angka, sedangkan yang Anda isi {bersih.Length} angka. Periksa lagi pada {sumber}.";
    }

    internal static bool TanggalAda(int tahun, int bulan, int hari) =>
        tahun is >= 1 and <= 9999 && bulan is >= 1 and <= 12 && hari >= 1 && hari <= DateTime.DaysInMonth(tahun, bulan);

    private static bool Pemisah(char c) =>
        c is '-' or '.' or '\u2212' || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
