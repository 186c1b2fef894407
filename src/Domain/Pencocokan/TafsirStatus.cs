using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Domain.Pencocokan;

/// <summary>What BSrE's answer means against the board.</summary>
public abstract record TafsirStatus
{
    private TafsirStatus()
    {
    }

    /// <summary>Both say the same, or there is nothing to compare.</summary>
    public sealed record Sama : TafsirStatus;

    /// <summary>BSrE is ahead of the board.</summary>
    /// <param name="Usulan">The acts that bring the board to where BSrE is, in order; one for each step.</param>
    /// <param name="Kalimat">What BSrE has done already, in one sentence.</param>
    public sealed record Mendahului(IReadOnlyList<Tindakan> Usulan, string Kalimat) : TafsirStatus;

    /// <summary>BSrE says what the board cannot explain; no act follows from it.</summary>
    /// <param name="Periksa">What is the matter and what to look at, in one or two sentences.</param>
    public sealed record Bertentangan(string Periksa) : TafsirStatus;

    /// <summary>The person holds an active certificate before step 4: BSrE would refuse the registration (4024).</summary>
    /// <param name="Periksa">What to do.</param>
    public sealed record SudahBersertifikat(string Periksa) : TafsirStatus;

    /// <summary>The sentence for who looks after it; null when both say the same.</summary>
    public string? Kata => this switch
    {
        Mendahului m => m.Kalimat,
        Bertentangan b => b.Periksa,
        SudahBersertifikat s => s.Periksa,
        _ => null,
    };
}

/// <summary>What the board and the memory know when BSrE's answer is read.</summary>
/// <param name="Tahap">The stage on the board.</param>
/// <param name="KedaluwarsaDari">In Link kedaluwarsa: whose link it was.</param>
public sealed record PerkaraStatus(Tahap Tahap, Tahap? KedaluwarsaDari = null)
{
    /// <summary>The service: a renewal begins with an active certificate; of a change and a revocation BSrE's status says nothing.</summary>
    public Layanan Layanan { get; init; }

    /// <summary>RENEW was seen since the newest activation link: a later ISSUE is that of the new certificate.</summary>
    public bool PerpanjanganTerlihat { get; init; }

    /// <summary>NOT_REGISTERED was seen in this stage: what stands at BSrE now was entered meanwhile.</summary>
    public bool TadinyaTidakTerdaftar { get; init; }

    /// <summary>The office had entered this request at BSrE before (an activation link was recorded once).</summary>
    public bool PernahDidaftarkan { get; init; }

    /// <summary>NEW was seen since the newest activation link: a later WAITING_FOR_VERIFICATION is that of step 8.</summary>
    public bool BaruTerlihat { get; init; }

    /// <summary>This round began with "Tidak sesuai", and since then BSrE was not yet seen to wait for an activation: its old answer must not count as a new activation.</summary>
    public bool BelumDikembalikan { get; init; }
}
