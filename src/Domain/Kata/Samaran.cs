namespace KlatenSE.Domain.Kata;

/// <summary>Masked forms for logs, lists and mails. None of them throws, whatever the text: they are used where something went wrong.</summary>
public static class Samaran
{
    /// <summary>First letter of each word: "Sekar Wulandari" becomes "S*** W***". The stars do not tell the length.</summary>
    public static string Nama(string? nama) =>
        string.Join(' ', (nama ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(k => k[..(char.IsSurrogate(k[0]) ? 0 : 1)] + "***"));

    /// <summary>The region, then stars: "339901**********".</summary>
    public static string Nik(string? nik) => EnamPertama(nik);

    /// <summary>The first six digits, then stars.</summary>
    public static string Nip(string? nip) => EnamPertama(nip);

    /// <summary>"se***@contoh.go.id".</summary>
    public static string Surel(string? surel)
    {
        var at = (surel ?? "").LastIndexOf('@');
        return at < 0 ? "***" : surel![..Math.Min(2, at)] + "***" + surel[at..];
    }

    /// <summary>Stars, then the last three digits: "*********890".</summary>
    public static string Ponsel(string? nomor)
    {
        var teks = nomor ?? "";
        return teks.Length <= 6 ? new string('*', teks.Length) : new string('*', teks.Length - 3) + teks[^3..];
    }

    private static string EnamPertama(string? teks)
    {
        var t = teks ?? "";
        return t.Length <= 6 ? new string('*', t.Length) : t[..6] + new string('*', t.Length - 6);
    }
}
