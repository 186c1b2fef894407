using KlatenSE.Domain.Alur;

namespace KlatenSE.Domain.Pengajuan;

/// <summary>What came of an act: done (<see cref="Kejadian"/>) or refused by the SOP (<see cref="Penolakan"/>).</summary>
public abstract record HasilSop;

/// <summary>The SOP says no.</summary>
/// <param name="Kalimat">One Indonesian sentence that says what to do.</param>
/// <param name="Rahasia">The request's existence must not be told to this actor: the answer is 404.</param>
public sealed record Penolakan(string Kalimat, bool Rahasia = false) : HasilSop;

/// <summary>An act was done: what history, audit, mail and the board are written from.</summary>
public sealed record Kejadian(
    Tindakan Tindakan, Tahap Dari, Tahap Ke, PeranDipegang Peran, string? Alasan,
    IReadOnlyList<ButirPerbaikan> DaftarPerbaikan, IReadOnlyList<Perubahan> Perubahan) : HasilSop
{
    /// <summary>A passphrase or activation link is to be opened, with this purpose.</summary>
    public JenisLink? LinkBaru { get; init; }

    /// <summary>When the validity of that link began: now, or the time at which BSrE sent it.</summary>
    public DateTimeOffset LinkTerbitPada { get; init; }

    /// <summary>Why the running link ends with this act; null when it goes on.</summary>
    public SebabTutup? TutupLink { get; init; }

    /// <summary>A work item that the act opens.</summary>
    public ButirKerjaBaru? ButirKerja { get; init; }
}

/// <summary>Kinds of work items: things outside the stages that somebody must look at.</summary>
public enum JenisButirKerja
{
    TigaPutaran,
    LewatBatasPenerbitan,
    LewatKabarBerhasil,
    LinkBelumDiterima,

    /// <summary>BSrE's status and the board differ.</summary>
    PerbedaanBsre,

    /// <summary>Before step 4 BSrE knows of an active certificate.</summary>
    SudahBersertifikat,
}

/// <summary>A work item to open for a role.</summary>
public sealed record ButirKerjaBaru(JenisButirKerja Jenis, Peran Untuk);
