using KlatenSE.Domain.Identitas;

namespace KlatenSE.Domain.Kata;

/// <summary>How the portal speaks to people and abbreviates them.</summary>
public static class Sapaan
{
    /// <summary>"Halo, Bambang" for "Bambang Setiawan"; "Halo" when there is no name.</summary>
    public static string Halo(string? nama) => NamaPanggilan(nama) is { Length: > 0 } panggilan ? $"Halo, {panggilan}" : "Halo";

    /// <summary>The first word that is a name rather than an initial or abbreviation: "Yusuf" for "M. Yusuf".</summary>
    public static string NamaPanggilan(string? nama)
    {
        var bersih = NamaOrang.TanpaGelar(nama);
        var kata = bersih.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return kata.FirstOrDefault(k => k.Length > 1 && !k.EndsWith('.')) ?? bersih;
    }

    /// <summary>Capitals of the first and the last word: "SW"; one letter for a single name; "" without a name.</summary>
    public static string Inisial(string? nama)
    {
        var kata = NamaOrang.TanpaGelar(nama).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(k => k.FirstOrDefault(char.IsLetter)).Where(c => c != default).ToList();
        return kata.Count switch
        {
            0 => "",
            1 => char.ToUpperInvariant(kata[0]).ToString(),
            _ => $"{char.ToUpperInvariant(kata[0])}{char.ToUpperInvariant(kata[^1])}",
        };
    }
}
