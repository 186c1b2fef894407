namespace KlatenSE.Domain.Kata;

/// <summary>Numbers in groups that an eye can compare. A text that is not such a number comes back unchanged.</summary>
public static class PengelompokanNomor
{
    /// <summary>"3399 0155 0790 0003".</summary>
    public static string Nik(string? nik) => Kelompok(nik, 4, 4, 4, 4);

    /// <summary>Birth date, appointment, sex, serial: "19900715 201503 2 002".</summary>
    public static string Nip(string? nip) => Kelompok(nip, 8, 6, 1, 3);

    /// <summary>"+6281234567890" becomes "0812 3456 7890".</summary>
    public static string Ponsel(string? nomor)
    {
        if (nomor is null || !nomor.StartsWith("+62", StringComparison.Ordinal))
        {
            return nomor ?? "";
        }

        var lokal = "0" + nomor[3..];
        return string.Join(' ', lokal.Chunk(4).Select(k => new string(k)));
    }

    private static string Kelompok(string? teks, params ReadOnlySpan<int> panjang)
    {
        if (teks is null || !teks.All(char.IsAsciiDigit))
        {
            return teks ?? "";
        }

        var bagian = new List<string>(panjang.Length);
        var mulai = 0;
        foreach (var p in panjang)
        {
            if (mulai + p > teks.Length)
            {
                return teks;
            }

            bagian.Add(teks.Substring(mulai, p));
            mulai += p;
        }

        return mulai == teks.Length ? string.Join(' ', bagian) : teks;
    }
}
