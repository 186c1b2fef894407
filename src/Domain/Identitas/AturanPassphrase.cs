using System.Text;

namespace KlatenSE.Domain.Identitas;

/// <summary>One rule for a passphrase.</summary>
/// <param name="Kode">Short name for the page's own script, such as <c>panjang</c>.</param>
/// <param name="Kalimat">What to do, in Indonesian.</param>
public sealed record AturanSandi(string Kode, string Kalimat);

/// <summary>
/// The passphrase of step 7: at least 8 characters with digits and letters (sop.md, step 7).
/// It is looked at here and kept nowhere.
/// </summary>
public static class AturanPassphrase
{
    public const int PanjangTerpendek = 8;

    /// <summary>Not in the SOP: keeps a pasted page of text from being taken for a passphrase.</summary>
    public const int PanjangTerpanjang = 128;

    public static readonly AturanSandi CukupPanjang = new("panjang", "Gunakan paling sedikit 8 karakter.");
    public static readonly AturanSandi AdaHuruf = new("huruf", "Sertakan paling sedikit satu huruf.");
    public static readonly AturanSandi AdaAngka = new("angka", "Sertakan paling sedikit satu angka.");
    public static readonly AturanSandi TidakBerlebihan = new("terlalu-panjang", "Gunakan paling banyak 128 karakter.");

    /// <summary>A line break comes with pasting and could never be typed again at signing.</summary>
    public static readonly AturanSandi TanpaKendali = new("kendali", "Hapus ganti baris, tab, atau karakter lain yang tidak terlihat.");

    /// <summary>The SOP's rules, to be listed beside the field.</summary>
    public static IReadOnlyList<AturanSandi> Pokok { get; } = [CukupPanjang, AdaHuruf, AdaAngka];

    /// <summary>The rules that are not met yet, in the order to show them; empty when the passphrase will do.</summary>
    public static IReadOnlyList<AturanSandi> BelumTerpenuhi(string? passphrase)
    {
        var panjang = 0;
        bool huruf = false, angka = false, kendali = false;
        foreach (var rune in (passphrase ?? "").EnumerateRunes())
        {
            panjang++;
            huruf |= Rune.IsLetter(rune);
            angka |= rune.IsAscii && Rune.IsDigit(rune);
            kendali |= Rune.IsControl(rune) || rune == Rune.ReplacementChar;
        }

        var hasil = new List<AturanSandi>(5);
        Tambah(panjang < PanjangTerpendek, CukupPanjang);
        Tambah(!huruf, AdaHuruf);
        Tambah(!angka, AdaAngka);
        Tambah(panjang > PanjangTerpanjang, TidakBerlebihan);
        Tambah(kendali, TanpaKendali);
        return hasil;

        void Tambah(bool dilanggar, AturanSandi aturan)
        {
            if (dilanggar)
            {
                hasil.Add(aturan);
            }
        }
    }
}
