using System.Globalization;

namespace KlatenSE.Domain.Identitas;

/// <summary>A run of text that is the same on both sides, or differs.</summary>
public sealed record PotonganTeks(string Teks, bool Beda);

/// <summary>Both texts cut into runs; the runs of each side joined give its text again.</summary>
public sealed record HasilBanding(IReadOnlyList<PotonganTeks> Kiri, IReadOnlyList<PotonganTeks> Kanan)
{
    public bool Sama => !Kiri.Concat(Kanan).Any(p => p.Beda);
}

/// <summary>
/// Marks two texts at the very characters that differ, so that a Kasi sees at a glance what letter, KTP and form disagree in.
/// A character is what a reader sees as one (a letter with its marks is not torn apart).
/// </summary>
public static class PerbedaanTeks
{
    // Above this the table of the longest common subsequence would cost more than the sight of it is worth (1,000 x 1,000).
    private const int SelTerbanyak = 1_000_000;

    /// <summary>Compares two texts: numbers of equal length place by place, everything else by the longest common subsequence.</summary>
    /// <param name="a">The left text; null counts as empty.</param>
    /// <param name="b">The right text; null counts as empty.</param>
    /// <param name="abaikanBesarKecil">Whether "SEKAR" and "Sekar" are the same (a KTP is in capitals).</param>
    public static HasilBanding Tandai(string? a, string? b, bool abaikanBesarKecil = false)
    {
        var kiri = Karakter(a);
        var kanan = Karakter(b);
        var kunciKiri = Kunci(kiri, abaikanBesarKecil);
        var kunciKanan = Kunci(kanan, abaikanBesarKecil);
        var (samaKiri, samaKanan) = kiri.Length == kanan.Length && Nomor(kiri) && Nomor(kanan)
            ? TempatDemiTempat(kunciKiri, kunciKanan)
            : UrutanBersama(kunciKiri, kunciKanan);
        return new(Gabung(kiri, samaKiri), Gabung(kanan, samaKanan));
    }

    private static string[] Karakter(string? teks)
    {
        var hasil = new List<string>();
        var sisa = StringInfo.GetTextElementEnumerator(teks ?? "");
        while (sisa.MoveNext())
        {
            hasil.Add(sisa.GetTextElement());
        }

        return [.. hasil];
    }

    private static string[] Kunci(string[] karakter, bool abaikanBesarKecil) =>
        abaikanBesarKecil ? Array.ConvertAll(karakter, k => k.ToUpperInvariant()) : karakter;

    private static bool Nomor(string[] karakter) => karakter.All(k => k.Length == 1 && (char.IsAsciiDigit(k[0]) || k[0] is ' ' or '-' or '.'));

    // In a NIK the place of a digit has a meaning: 0003 against 0030 is two wrong digits, not one that moved.
    private static (bool[] Kiri, bool[] Kanan) TempatDemiTempat(string[] a, string[] b)
    {
        var sama = a.Select((k, i) => k == b[i]).ToArray();
        return (sama, sama);
    }

    private static (bool[] Kiri, bool[] Kanan) UrutanBersama(string[] a, string[] b)
    {
        var (samaA, samaB) = (new bool[a.Length], new bool[b.Length]);
        var terpendek = Math.Min(a.Length, b.Length);
        var depan = 0;
        while (depan < terpendek && a[depan] == b[depan])
        {
            samaA[depan] = samaB[depan] = true;
            depan++;
        }

        var belakang = 0;
        while (belakang < terpendek - depan && a[^(belakang + 1)] == b[^(belakang + 1)])
        {
            belakang++;
            samaA[^belakang] = samaB[^belakang] = true;
        }

        var (m, n) = (a.Length - depan - belakang, b.Length - depan - belakang);
        if (m > 0 && n > 0 && (long)m * n <= SelTerbanyak)
        {
            TandaiTengah(a.AsSpan(depan, m), b.AsSpan(depan, n), samaA.AsSpan(depan, m), samaB.AsSpan(depan, n));
        }

        return (samaA, samaB);
    }

    private static void TandaiTengah(ReadOnlySpan<string> a, ReadOnlySpan<string> b, Span<bool> samaA, Span<bool> samaB)
    {
        var lebar = b.Length + 1;
        var panjang = new int[(a.Length + 1) * lebar];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                panjang[(i * lebar) + j] = a[i] == b[j]
                    ? panjang[((i + 1) * lebar) + j + 1] + 1
                    : Math.Max(panjang[((i + 1) * lebar) + j], panjang[(i * lebar) + j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                samaA[i++] = samaB[j++] = true;
            }
            else if (panjang[((i + 1) * lebar) + j] >= panjang[(i * lebar) + j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static List<PotonganTeks> Gabung(string[] karakter, bool[] sama)
    {
        var hasil = new List<PotonganTeks>();
        for (var i = 0; i < karakter.Length;)
        {
            var j = i + 1;
            while (j < karakter.Length && sama[j] == sama[i])
            {
                j++;
            }

            hasil.Add(new(string.Concat(karakter[i..j]), !sama[i]));
            i = j;
        }

        return hasil;
    }
}
