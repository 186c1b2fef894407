using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>One open request as the board shows it. Value equality: a card that was read again unchanged stays the same object.</summary>
public sealed record KartuPapan
{
    public required Guid Id { get; init; }

    /// <summary>xmin of the request's row.</summary>
    public required uint Versi { get; init; }

    /// <summary>xmin of the running link's row; reminders and opening change it without touching the request.</summary>
    public uint? VersiLink { get; init; }

    public required string NomorResi { get; init; }
    public required string Nama { get; init; }
    public required string UnitKerja { get; init; }
    public required Tahap Tahap { get; init; }
    public Layanan Layanan { get; init; }
    public required int VersiAlur { get; init; }
    public required Guid PemohonId { get; init; }

    /// <summary>The certificate's holder, where somebody else filed.</summary>
    public Guid? PemegangId { get; init; }

    /// <summary>When the present stage began.</summary>
    public required DateTimeOffset Sejak { get; init; }

    /// <summary>End of the stage's standard, as the door set it.</summary>
    public DateTimeOffset? Batas { get; init; }

    /// <summary>End of the running link; null where no link runs.</summary>
    public DateTimeOffset? BatasLink { get; init; }

    /// <summary>Reminders sent for the running link.</summary>
    public int Pengingat { get; init; }

    public Guid? VerifikatorId { get; init; }
    public string? VerifikatorNama { get; init; }

    /// <summary>Who did step 3; may not do step 6 (setting).</summary>
    public Guid? KasiId { get; init; }

    /// <summary>How many fields and documents are to be mended.</summary>
    public int JumlahPerbaikan { get; init; }

    public Tahap? DikembalikanDari { get; init; }

    /// <summary>At step 3 the Kasi recorded a letter or KTP that differs from the entry.</summary>
    public bool Berbeda { get; init; }

    /// <summary>The last act; null only where history is missing.</summary>
    public PeristiwaKartu? Peristiwa { get; init; }

    /// <summary>When a request that left the board was finished; such a card is on no column.</summary>
    public DateTimeOffset? SelesaiPada { get; init; }

    /// <summary>The deadline that counts now: the link's, or else the standard's.</summary>
    public DateTimeOffset? Tenggat => BatasLink ?? Batas;

    /// <summary>What the table of the request's own version says of its stage.</summary>
    public TahapSop TahapSop => Alur.Dari(Tahap);

    /// <summary>The table that governs the request.</summary>
    public AlurSop Alur => AlurSop.Versi(Layanan, VersiAlur);

    /// <summary>Past its deadline at this moment.</summary>
    public bool LewatBatas(DateTimeOffset kini) => Tenggat is { } t && kini >= t;

    /// <summary>A running link with less than <see cref="AngkaPapan.HampirHabis"/> left.</summary>
    public bool LinkHampirHabis(DateTimeOffset kini) => BatasLink is { } b && kini < b && b - kini < AngkaPapan.HampirHabis;
}

/// <summary>The last row of a request's history.</summary>
/// <param name="Urut">Id of the history row: grows with every act.</param>
/// <param name="Tindakan">The act.</param>
/// <param name="Dari">The stage before.</param>
/// <param name="Ke">The stage after.</param>
/// <param name="Nama">Who did it.</param>
/// <param name="Peran">In which role.</param>
/// <param name="Sebagai">"Plt" or "Plh"; null when the role was one's own.</param>
/// <param name="Pada">When.</param>
public sealed record PeristiwaKartu(
    long Urut, Tindakan Tindakan, Tahap Dari, Tahap Ke, string Nama, Peran Peran, string? Sebagai, DateTimeOffset Pada)
{
    /// <summary>What happened, in words: "Kabid (Sri Rahayu) meneruskan ke Kasi, 09.14".</summary>
    public string Kalimat => $"{Pelaku} {Tindakan.Terjadi()}, {TeksWaktu.Jam(Pada)}";

    private string Pelaku => Peran is Peran.Sistem or Peran.Bsre
        ? Peran.Nama()
        : $"{(Sebagai is null ? "" : Sebagai + " ")}{Peran.Nama()} ({Nama})";
}
