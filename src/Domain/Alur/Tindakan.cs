namespace KlatenSE.Domain.Alur;

/// <summary>Everything that may be done to a request. What is allowed where, and by whom, stands in <see cref="AlurSop"/> alone.</summary>
public enum Tindakan
{
    SimpanData,
    UnggahBerkas,
    Ajukan,
    Disposisikan,
    Teruskan,
    CatatPerbandingan,
    TunjukVerifikator,
    TerbitkanLinkAktivasi,
    BukaLink,
    PeriksaData,
    UnggahFotoKtp,
    UnggahSelfie,
    SelesaikanAktivasi,
    CatatAktivasi,
    Setujui,
    TidakSesuai,
    BuatPassphrase,
    CatatPassphrase,
    TerbitkanSertifikat,
    TolakBsre,
    Kedaluwarsakan,
    TerbitkanUlangLink,
    GantiVerifikator,
    LaporkanLinkBelumDiterima,
    TandaiLewatBatas,
    Kembalikan,
    Tolak,
    Batalkan,
}
