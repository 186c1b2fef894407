namespace KlatenSE.Portal.Components.Bersama;

/// <summary>The tone of a badge or notice. Never shown by colour alone: a sign and words stand with it.</summary>
public enum Nada
{
    /// <summary>No judgement.</summary>
    Netral,

    /// <summary>Good: within the standard, done, matching (●).</summary>
    Baik,

    /// <summary>Near the limit, or somebody must act (◆).</summary>
    Dekat,

    /// <summary>Past the limit, differing, refused (▲).</summary>
    Lewat,

    /// <summary>A remark.</summary>
    Catatan,
}

internal static class NadaKelas
{
    /// <summary>CSS modifier, with a leading blank, or nothing for neutral.</summary>
    public static string Kelas(this Nada nada, string dasar) => nada == Nada.Netral ? dasar : $"{dasar} {dasar}--{Kata(nada)}";

    public static string Tanda(this Nada nada) => nada switch
    {
        Nada.Netral => "",
        Nada.Baik => "bulat",
        Nada.Dekat => "wajik",
        Nada.Lewat => "segitiga",
        Nada.Catatan => "info",
    };

    private static string Kata(Nada nada) => nada switch
    {
        Nada.Netral => "netral",
        Nada.Baik => "baik",
        Nada.Dekat => "dekat",
        Nada.Lewat => "lewat",
        Nada.Catatan => "catatan",
    };
}
