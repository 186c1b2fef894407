namespace KlatenSE.Domain.Alur;

/// <summary>The stages of a request, as the SOP orders them. The numbered ones are the columns of the board.</summary>
public enum Tahap
{
    Draf,
    MenungguKonfirmasi,
    MenungguDisposisi,
    PenerusanKabid,
    VerifikasiBerkas,
    InputDataBsre,
    Aktivasi,
    VerifikasiData,
    Passphrase,
    Penerbitan,
    LinkKedaluwarsa,
    PerluPerbaikan,
    Selesai,
    Ditolak,
    Dibatalkan,
}
