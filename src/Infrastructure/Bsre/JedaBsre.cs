namespace KlatenSE.Infrastructure.Bsre;

/// <summary>How long BSrE is left alone after failures: exponential, never less than it asks for, and spread so that processes do not come back together.</summary>
internal static class JedaBsre
{
    private static readonly TimeSpan Awal = TimeSpan.FromSeconds(5), Terlama = TimeSpan.FromMinutes(5);

    // Wrong credentials may lock the account: few tries, far apart, until the settings change.
    private static readonly TimeSpan AwalSandi = TimeSpan.FromMinutes(15), TerlamaSandi = TimeSpan.FromHours(1);

    private static readonly TimeSpan AwalPermohonan = TimeSpan.FromSeconds(15);

    /// <summary>Pause of the whole service after its n-th failure in a row (from 1).</summary>
    /// <param name="gagal">What failed last.</param>
    /// <param name="berturut">Which failure in a row.</param>
    /// <param name="acak">In [0, 1).</param>
    public static TimeSpan Layanan(JawabanBsre.Gagal gagal, int berturut, double acak)
    {
        var (awal, terlama) = gagal.Jenis == GagalBsre.SandiSalah ? (AwalSandi, TerlamaSandi) : (Awal, Terlama);
        var jeda = Lipat(awal, terlama, berturut) * (0.8 + (0.4 * acak));
        return gagal.Tunggu is { } diminta && diminta > jeda ? diminta * (1 + (0.1 * acak)) : jeda;
    }

    /// <summary>When a request whose own answer was of no use is asked about again: soon, then as rarely as all others.</summary>
    public static TimeSpan Permohonan(int berturut, TimeSpan giliran, double acak) => Lipat(AwalPermohonan, giliran, berturut) * (0.8 + (0.2 * acak));

    private static TimeSpan Lipat(TimeSpan awal, TimeSpan terlama, int berturut)
    {
        var jeda = awal * Math.Pow(2, Math.Clamp(berturut, 1, 20) - 1);
        return jeda < terlama ? jeda : terlama;
    }
}
