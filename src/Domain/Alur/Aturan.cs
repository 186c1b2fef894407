namespace KlatenSE.Domain.Alur;

/// <summary>Where an act leads.</summary>
public enum Tujuan
{
    /// <summary>The stage named in the row.</summary>
    Maju,

    /// <summary>The stage does not change.</summary>
    Tetap,

    /// <summary>Back to where the request was sent back from (design table, row "Perlu perbaikan").</summary>
    KeAsalPerbaikan,

    /// <summary>Back to the stage whose link expired (5 or 7).</summary>
    KeAsalLink,
}

/// <summary>What an act needs beside the right actor and stage.</summary>
[Flags]
public enum Syarat
{
    Tidak = 0,

    /// <summary>A reason in words.</summary>
    Alasan = 1,

    /// <summary>A list of the fields and documents to mend.</summary>
    DaftarPerbaikan = 2,

    /// <summary>The applicant's link must be running by the database's clock.</summary>
    LinkBerlaku = 4,

    /// <summary>The applicant must have opened the mailed link (SOP 5b, 7a).</summary>
    LinkDibuka = 8,

    /// <summary>The deadline must have passed.</summary>
    LewatBatas = 16,

    /// <summary>The link that expired was that of the activation (step 5).</summary>
    DariAktivasi = 32,

    /// <summary>The link that expired was that of the passphrase (step 7).</summary>
    DariPassphrase = 64,

    /// <summary>What the Kasi read on letter and KTP must match the entry, and the originals were shown (SOP step 3).</summary>
    BerkasCocok = 128,

    /// <summary>The deadline must still be ahead.</summary>
    SebelumBatas = 256,
}

/// <summary>One row of the SOP table: in stage <paramref name="Dari"/> the role <paramref name="Oleh"/> may do <paramref name="Tindakan"/>.</summary>
/// <param name="Dari">The stage in which the act is possible.</param>
/// <param name="Tindakan">The act.</param>
/// <param name="Oleh">The role that may do it.</param>
/// <param name="Tujuan">How the next stage is found.</param>
/// <param name="Ke">The next stage when <paramref name="Tujuan"/> is <see cref="Tujuan.Maju"/>.</param>
/// <param name="Syarat">What else the act needs.</param>
/// <param name="Hanya">The authority beside which the row counts; null: beside each.</param>
public sealed record Aturan(Tahap Dari, Tindakan Tindakan, Peran Oleh, Tujuan Tujuan, Tahap? Ke, Syarat Syarat, ModeOtoritas? Hanya = null)
{
    /// <summary>True when the act moves the request to another column; acts within a stage (save, upload) do not.</summary>
    public bool Berpindah => Tujuan != Tujuan.Tetap;

    /// <summary>The stages to which the act may lead.</summary>
    public IReadOnlyList<Tahap> KemungkinanTujuan => Tujuan switch
    {
        Tujuan.Maju => [Ke!.Value],
        Tujuan.Tetap => [Dari],
        Tujuan.KeAsalPerbaikan => [Tahap.MenungguDisposisi, Tahap.PenerusanKabid, Tahap.VerifikasiBerkas],
        Tujuan.KeAsalLink => [Tahap.Aktivasi, Tahap.Passphrase],
    };
}
