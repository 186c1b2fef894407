namespace KlatenSE.Portal.Components.Bersama;

/// <summary>Weight of a button.</summary>
public enum JenisTombol
{
    /// <summary>The one next act of the page.</summary>
    Utama,

    /// <summary>Another act.</summary>
    Kedua,

    /// <summary>An act that ends or removes something.</summary>
    Bahaya,

    /// <summary>Looks like a link.</summary>
    Polos,
}
