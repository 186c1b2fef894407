namespace KlatenSE.Domain.Alur;

/// <summary>Who acts in the SOP ("Who acts"), plus the two actors that are no person: <see cref="Bsre"/> and <see cref="Sistem"/>.</summary>
public enum Peran
{
    Pemohon,
    Kepala,
    Kabid,
    Kasi,
    Verifikator,
    Administrator,

    /// <summary>Files at the counter for an applicant who brings paper, and collective letters.</summary>
    PetugasLoket,
    Bsre,
    Sistem,
}
