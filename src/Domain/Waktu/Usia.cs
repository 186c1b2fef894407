using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Waktu;

/// <summary>How long a request has stood in its stage, against the SOP's standard. Never shown by colour alone: sign, word, colour.</summary>
public enum TingkatUsia
{
    /// <summary>Under 75 % of the standard.</summary>
    DalamBatas = 1,

    /// <summary>From 75 % up to the standard itself.</summary>
    MendekatiBatas = 2,

    /// <summary>Over the standard.</summary>
    LewatBatas = 3,

    /// <summary>Three times the standard or more.</summary>
    JauhLewatBatas = 4,
}

/// <summary>Age of a request in its stage, in working time.</summary>
/// <param name="Lama">Working time spent in the stage.</param>
/// <param name="Standar">The SOP's standard; must be positive.</param>
public readonly record struct Usia(TimeSpan Lama, TimeSpan Standar)
{
    /// <exception cref="InvalidOperationException">The standard is zero or negative: such a stage has no age to judge.</exception>
    public TingkatUsia Tingkat
    {
        get
        {
            if (Standar <= TimeSpan.Zero)
            {
                throw new InvalidOperationException("A standard must be positive.");
            }

            if (Lama.Ticks / 3 >= Standar.Ticks)
            {
                return TingkatUsia.JauhLewatBatas;
            }

            if (Lama > Standar)
            {
                return TingkatUsia.LewatBatas;
            }

            return Lama >= Standar * 0.75 ? TingkatUsia.MendekatiBatas : TingkatUsia.DalamBatas;
        }
    }

    /// <summary>● ◆ ▲ ▲▲.</summary>
    public string Tanda => Tingkat switch
    {
        TingkatUsia.DalamBatas => "●",
        TingkatUsia.MendekatiBatas => "◆",
        TingkatUsia.LewatBatas => "▲",
        TingkatUsia.JauhLewatBatas => "▲▲",
    };

    /// <summary>"Dalam batas", "Mendekati batas", "Lewat batas", "Jauh lewat batas".</summary>
    public string Kata => Tingkat switch
    {
        TingkatUsia.DalamBatas => "Dalam batas",
        TingkatUsia.MendekatiBatas => "Mendekati batas",
        TingkatUsia.LewatBatas => "Lewat batas",
        TingkatUsia.JauhLewatBatas => "Jauh lewat batas",
    };

    /// <summary>For a card: "baru" under a minute, "6 mnt" well within, else "34 mnt, batas 10 mnt".</summary>
    public string Singkat => (Lama < TimeSpan.FromMinutes(1), Tingkat) switch
    {
        (true, TingkatUsia.DalamBatas) => "baru",
        (_, TingkatUsia.DalamBatas) => TeksWaktu.DurasiKerja(Lama),
        _ => $"{TeksWaktu.DurasiKerja(Lama)}, batas {TeksWaktu.DurasiKerja(Standar)}",
    };

    /// <summary>For a request's page: "1 j 12 mnt, batas 10 mnt kerja".</summary>
    public string Lengkap => $"{TeksWaktu.DurasiKerja(Lama)}, batas {Batas}";

    // "5 hari kerja" has the word already.
    private string Batas => TeksWaktu.DurasiKerja(Standar) is var b && b.Contains("kerja", StringComparison.Ordinal) ? b : b + " kerja";

    /// <summary>The age of what has stood in its stage since <paramref name="sejak"/>, by the working calendar.</summary>
    public static Usia Hitung(KalenderKerja kalender, DateTimeOffset sejak, DateTimeOffset kini, TimeSpan standar)
    {
        ArgumentNullException.ThrowIfNull(kalender);
        return new(kalender.MenitKerja(sejak, kini), standar);
    }

    /// <summary>Sign and short text, as in "▲ 34 mnt, batas 10 mnt".</summary>
    public override string ToString() => $"{Tanda} {Singkat}";
}
