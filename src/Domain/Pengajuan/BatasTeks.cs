namespace KlatenSE.Domain.Pengajuan;

/// <summary>How long the texts of officials may be, in characters: pages and the door go by the same numbers.</summary>
public static class BatasTeks
{
    /// <summary>The reason of an act.</summary>
    public const int Alasan = 2000;

    /// <summary>A note: to a disposition, to a forwarding, to one line of a fix-list.</summary>
    public const int Catatan = 500;

    /// <summary>A value read off letter or KTP.</summary>
    public const int Terbaca = 200;
}
