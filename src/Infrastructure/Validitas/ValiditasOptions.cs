namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Configuration section "Validitas".</summary>
public sealed class ValiditasOptions
{
    public const string Bagian = "Validitas";

    /// <summary>False: no timers, sweeps and issuing in this process. For tests that drive them by hand.</summary>
    public bool Aktif { get; set; } = true;

    /// <summary>Whether requests of step 8 are handed to the sandbox authority by themselves.</summary>
    public bool TerbitkanOtomatis { get; set; } = true;

    /// <summary>How long a request stays in step 8 before the sandbox issues.</summary>
    public TimeSpan JedaPenerbitan { get; set; } = TimeSpan.Zero;
}
