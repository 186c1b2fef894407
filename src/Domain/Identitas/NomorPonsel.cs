using System.Diagnostics.CodeAnalysis;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Identitas;

/// <summary>
/// An Indonesian mobile number, kept as <c>+628…</c>. The SOP asks for an active one; here only its form is checked.
/// <see cref="ToString"/> is masked; the number is in <see cref="Nilai"/>.
/// </summary>
public sealed record NomorPonsel
{
    private NomorPonsel(string nilai) => Nilai = nilai;

    /// <summary>The number as <c>+62…</c>, without separators.</summary>
    public string Nilai { get; }

    /// <summary>The number as people write it: <c>0812 3456 7890</c>.</summary>
    public string UntukDibaca => PengelompokanNomor.Ponsel(Nilai);

    /// <summary>Reads <c>08…</c>, <c>+62…</c>, <c>62…</c> or <c>8…</c>, forgiving blanks, hyphens, dots and brackets.</summary>
    /// <param name="masukan">What was typed.</param>
    /// <param name="nomor">The number, or null when refused.</param>
    /// <param name="alasan">When refused: why and what to do, in Indonesian.</param>
    public static bool Coba(string? masukan, [NotNullWhen(true)] out NomorPonsel? nomor, [NotNullWhen(false)] out string? alasan)
    {
        nomor = null;
        var bersih = Angka.BuangPemisah(masukan).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        if (bersih.Length == 0)
        {
            alasan = "Nomor ponsel belum diisi. Isilah nomor yang aktif, misalnya 0812 3456 7890.";
            return false;
        }

        // 00 is the + of an office telephone.
        bersih = bersih.StartsWith("0062", StringComparison.Ordinal) ? "+" + bersih[2..] : bersih;
        var angka = bersih.StartsWith('+') ? bersih[1..] : bersih;
        if (!Angka.Semua(angka))
        {
            alasan = "Nomor ponsel hanya boleh berisi angka. Hapus huruf atau tanda lain, misalnya menjadi 0812 3456 7890.";
            return false;
        }

        if (bersih.StartsWith('+') && !angka.StartsWith("62", StringComparison.Ordinal))
        {
            alasan = "Nomor ponsel harus nomor Indonesia. Isilah nomor yang diawali 08 atau +62.";
            return false;
        }

        // "+62 (0)812…" is written often; 8 can only follow the trunk zero or the country code.
        var lokal = (angka.StartsWith("62", StringComparison.Ordinal) ? angka[2..] : angka).TrimStart('0');
        if (!lokal.StartsWith('8'))
        {
            alasan = "Nomor ponsel harus diawali 08 atau +628. Nomor telepon kantor tidak dapat dipakai; isilah nomor ponsel Anda.";
            return false;
        }

        if (lokal.Length is < 9 or > 12)
        {
            alasan = $"Nomor ponsel harus 10 sampai 13 angka bila ditulis dari 08, sedangkan yang Anda isi {lokal.Length + 1} angka. Periksa lagi nomornya.";
            return false;
        }

        nomor = new NomorPonsel("+62" + lokal);
        alasan = null;
        return true;
    }

    /// <summary>Reads a number that was checked before (from the database).</summary>
    /// <exception cref="FormatException">It is no mobile number; the message does not repeat it.</exception>
    public static NomorPonsel Dari(string nilai) => Coba(nilai, out var nomor, out var alasan) ? nomor : throw new FormatException(alasan);

    /// <summary>Masked but for the last three digits.</summary>
    public override string ToString() => Samaran.Ponsel(Nilai);
}
