namespace KlatenSE.Domain.Identitas;

/// <summary>Names of people.</summary>
public static class NamaOrang
{
    /// <summary>Whether two names are the same but for case and blanks.</summary>
    public static bool Sama(string a, string b) => Rapikan(a) == Rapikan(b);

    private static string Rapikan(string nama) => string.Join(' ', nama.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
