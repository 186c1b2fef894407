namespace KlatenSE.Domain.Alur;

/// <summary>How the time of a stage is counted (domain facts: "Two kinds of time").</summary>
public enum JenisJam
{
    Tidak,

    /// <summary>Working time, with holidays and breaks left out.</summary>
    JamKerja,

    /// <summary>By the clock, at weekends too: link windows.</summary>
    JamDinding,

    /// <summary>Whole working days.</summary>
    HariKerja,

    /// <summary>Calendar days.</summary>
    HariKalender,
}

/// <summary>A stage as the office sees it: name, whom it waits for, its clock and the step of the SOP that it belongs to.</summary>
/// <param name="Tahap">The stage.</param>
/// <param name="Nama">Name on the board.</param>
/// <param name="Menunggu">For whom the request waits; null at the end.</param>
/// <param name="Langkah">Step of the SOP (1–8); null for the stages beside the steps.</param>
/// <param name="Standar">Time standard of the SOP; null where there is none.</param>
/// <param name="Jam">How <paramref name="Standar"/> is counted.</param>
/// <param name="BerlakuLink">How long the applicant's link is valid in this stage; null where there is no link.</param>
/// <param name="DiPapan">Whether the stage is a column of the board.</param>
public sealed record TahapSop(
    Tahap Tahap, string Nama, Peran? Menunggu, int? Langkah, TimeSpan? Standar, JenisJam Jam, TimeSpan? BerlakuLink, bool DiPapan)
{
    /// <summary>True while somebody still has to act.</summary>
    public bool Terbuka => Menunggu is not null;
}
