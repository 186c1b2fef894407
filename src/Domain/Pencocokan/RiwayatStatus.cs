namespace KlatenSE.Domain.Pencocokan;

/// <summary>A stretch in which BSrE gave the same answer.</summary>
/// <param name="Status">What it said.</param>
/// <param name="Sejak">When it was first seen (database clock).</param>
/// <param name="SebelumPada">When BSrE last said something else before; null when nothing was heard before.</param>
public sealed record MasaStatus(StatusBsre Status, DateTimeOffset Sejak, DateTimeOffset? SebelumPada);

/// <summary>What was heard of BSrE about one request, oldest first: WAITING_FOR_VERIFICATION alone does not tell step 6 from step 8, NEW between them does.</summary>
public sealed class RiwayatStatus(IReadOnlyList<MasaStatus> masa)
{
    /// <summary>What BSrE says now; null when it was never heard.</summary>
    public MasaStatus? Kini => masa.Count == 0 ? null : masa[^1];

    /// <summary>NEW was seen on the present way. Being back at the activation begins a new way.</summary>
    public bool BaruTerlihat => masa.Skip(AwalJalan).Any(m => m.Status == StatusBsre.Baru);

    // After the last answer that says that nothing is done yet.
    private int AwalJalan
    {
        get
        {
            var i = masa.Count - 1;
            while (i >= 0 && masa[i].Status is not (StatusBsre.TidakTerdaftar or StatusBsre.TanpaSertifikat))
            {
                i--;
            }

            return i + 1;
        }
    }

    /// <summary>Whether a status was seen at or after a moment; the stretch that ran at that moment counts.</summary>
    public bool Terlihat(StatusBsre status, DateTimeOffset sejak) => masa.Where((m, i) => m.Status == status && !Berakhir(i, sejak)).Any();

    /// <summary>The first stretch of the present way, not ended at <paramref name="sejak"/>, that shows it at least as far as <paramref name="jauh"/>; null when none does.</summary>
    public MasaStatus? PertamaSejauh(JauhBsre jauh, DateTimeOffset sejak)
    {
        var baru = false;
        // What was entered is the answer that ends the way before it.
        for (var i = jauh == JauhBsre.Terdaftar ? Math.Max(0, AwalJalan - 1) : AwalJalan; i < masa.Count; i++)
        {
            if (Jauh(masa[i].Status, baru) >= jauh && !Berakhir(i, sejak))
            {
                return masa[i];
            }

            baru |= masa[i].Status == StatusBsre.Baru;
        }

        return null;
    }

    private bool Berakhir(int i, DateTimeOffset sejak) => i < masa.Count - 1 && masa[i + 1].Sejak <= sejak;

    /// <summary>How far the person has come at BSrE. <paramref name="baruTerlihat"/>: NEW was seen before.</summary>
    public static JauhBsre Jauh(StatusBsre status, bool baruTerlihat) => status switch
    {
        StatusBsre.TidakTerdaftar => JauhBsre.BelumTerdaftar,
        StatusBsre.TanpaSertifikat => JauhBsre.Terdaftar,
        StatusBsre.MenungguVerifikasi => baruTerlihat ? JauhBsre.PassphraseDibuat : JauhBsre.Diaktivasi,
        StatusBsre.Baru => JauhBsre.Disetujui,
        StatusBsre.Aktif => JauhBsre.Terbit,
        // An earlier certificate's fate says nothing about this way.
        StatusBsre.Perpanjangan or StatusBsre.Kedaluwarsa or StatusBsre.Ditangguhkan or StatusBsre.Dicabut => JauhBsre.BelumTerdaftar,
    };
}

/// <summary>The way of one person at BSrE, in order.</summary>
public enum JauhBsre
{
    BelumTerdaftar,

    /// <summary>Step 4 is done there: the activation link was sent.</summary>
    Terdaftar,

    /// <summary>Step 5 is done there.</summary>
    Diaktivasi,

    /// <summary>Step 6 is done there: the passphrase link was sent.</summary>
    Disetujui,

    /// <summary>Step 7 is done there.</summary>
    PassphraseDibuat,

    /// <summary>Step 8 is done there.</summary>
    Terbit,
}
