using System.Text;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>
/// The applicant's passphrase for as long as one submit lasts (SOP step 7). Its text leaves only as a span, never through
/// <see cref="ToString"/>, and is wiped on <see cref="Dispose"/>.
/// </summary>
public sealed class Passphrase : IDisposable
{
    public const int PanjangTerpendek = 8;
    public const int PanjangTerpanjang = 128;
    private readonly char[] isi;
    private bool dibuang;

    /// <summary>Takes a copy of the text; the rule of step 7 is <see cref="Kekurangan"/>'s to say.</summary>
    public Passphrase(ReadOnlySpan<char> teks) => isi = teks.ToArray();

    internal ReadOnlySpan<char> Isi
    {
        get
        {
            ObjectDisposedException.ThrowIf(dibuang, this);
            return isi;
        }
    }

    /// <summary>What is missing of the rule of SOP step 7 (at least 8 characters, letters and digits): a sentence, or null when it is met.</summary>
    public string? Kekurangan() => Kekurangan(Isi);

    /// <inheritdoc cref="Kekurangan()"/>
    public static string? Kekurangan(ReadOnlySpan<char> teks)
    {
        if (teks.Length < PanjangTerpendek)
        {
            return $"Passphrase terlalu pendek. Buat paling sedikit {PanjangTerpendek} karakter yang memuat huruf dan angka.";
        }
        if (teks.Length > PanjangTerpanjang)
        {
            return $"Passphrase terlalu panjang. Buat paling banyak {PanjangTerpanjang} karakter.";
        }
        var adaHuruf = false;
        var adaAngka = false;
        foreach (var rune in teks.EnumerateRunes())
        {
            // OpenSSL and Windows cut a passphrase at NUL, and a broken character cannot be typed again elsewhere.
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return "Passphrase memuat karakter yang tidak dapat diketik ulang. Pakai huruf, angka, spasi, dan tanda baca saja.";
            }
            adaHuruf |= Rune.IsLetter(rune);
            adaAngka |= Rune.IsDigit(rune);
        }
        return (adaHuruf, adaAngka) switch
        {
            (true, true) => null,
            (false, _) => "Passphrase belum memuat huruf. Tambahkan paling sedikit satu huruf.",
            (_, false) => "Passphrase belum memuat angka. Tambahkan paling sedikit satu angka.",
        };
    }

    public override string ToString() => "[passphrase]";

    public void Dispose()
    {
        Array.Clear(isi);
        dibuang = true;
    }
}
