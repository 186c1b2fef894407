namespace KlatenSE.Infrastructure.Surel;

/// <summary>When a mail that failed is tried again: 1, 2, 5, 15, then 60 minutes, each up to a fifth longer.</summary>
internal static class JadwalUlang
{
    private static readonly int[] Menit = [1, 2, 5, 15, 60];

    /// <summary>Wait after the n-th failed try (from 1). <paramref name="acak"/> in [0, 1) spreads mails that failed together.</summary>
    public static TimeSpan Jeda(int percobaan, double acak) =>
        TimeSpan.FromMinutes(Menit[Math.Clamp(percobaan, 1, Menit.Length) - 1] * (1 + (0.2 * acak)));

    /// <summary>The next try, or null when the mail is to be given up.</summary>
    public static DateTimeOffset? Berikutnya(SurelOptions o, int percobaan, DateTimeOffset diantrekanPada, DateTimeOffset kini, double acak)
    {
        if (percobaan >= o.MaksPercobaan || kini - diantrekanPada >= o.MaksUmur)
        {
            return null;
        }

        return kini + Jeda(percobaan, acak);
    }
}
