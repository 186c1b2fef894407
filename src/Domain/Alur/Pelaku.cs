namespace KlatenSE.Domain.Alur;

/// <summary>A role somebody holds at the moment of an act, by appointment or as acting officer (Plt/Plh).</summary>
/// <param name="Peran">The role.</param>
/// <param name="Sebagai">"Plt" or "Plh" when acting for the holder; null when the role is one's own.</param>
/// <param name="NomorSurat">Number of the letter that grants it; null when the role is one's own.</param>
public sealed record PeranDipegang(Peran Peran, string? Sebagai = null, string? NomorSurat = null);

/// <summary>Who acts, with the roles read from the database when the act is done.</summary>
/// <param name="Id">The account; null for <see cref="Peran.Sistem"/> and <see cref="Peran.Bsre"/>.</param>
/// <param name="Nama">The name that history shows.</param>
/// <param name="Memegang">The roles held at this moment.</param>
public sealed record Pelaku(Guid? Id, string Nama, IReadOnlyList<PeranDipegang> Memegang)
{
    /// <summary>The portal itself: expiry, reminders, tidying.</summary>
    public static Pelaku Sistem { get; } = new(null, "Sistem", [new(Peran.Sistem)]);

    /// <summary>The certificate authority.</summary>
    public static Pelaku Bsre { get; } = new(null, "BSrE", [new(Peran.Bsre)]);

    /// <summary>The role as held, own before acting; null when not held.</summary>
    public PeranDipegang? Sebagai(Peran peran) =>
        Memegang.Where(p => p.Peran == peran).OrderBy(p => p.Sebagai is not null).FirstOrDefault();
}
