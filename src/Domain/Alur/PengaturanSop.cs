using System.Text.Json.Serialization;

namespace KlatenSE.Domain.Alur;

/// <summary>What the office may set; the defaults are the SOP's, or unsourced where the SOP is silent.</summary>
public sealed record PengaturanSop
{
    /// <summary>Nobody does both step 3 and step 6 of one request (separation of duties).</summary>
    public bool PisahkanKasiDanVerifikator { get; init; } = true;

    /// <summary>The authority that the office works with: decides which rows of the table count. Comes from the configuration, not from what the administrator stores.</summary>
    [JsonIgnore]
    public ModeOtoritas Otoritas { get; init; } = ModeOtoritas.Sandbox;

    /// <summary>How many rounds of a loop before the Kasi gets a work item.</summary>
    public int BatasPutaran { get; init; } = 3;

    /// <summary>Days that an unsent draft is kept.</summary>
    public int HariDraf { get; init; } = 30;

    /// <summary>Working days that an applicant has for mending.</summary>
    public int HariPerbaikan { get; init; } = 5;

    /// <summary>Calendar days that an applicant has for confirming what the counter filed.</summary>
    public int HariKonfirmasi { get; init; } = 3;
}
