namespace KlatenSE.Infrastructure.Surel;

/// <summary>Every kind of mail the portal sends; stored by name.</summary>
public enum JenisSurel
{
    BuktiEmail,
    LupaSandi,
    AkunDibuat,
    SudahTerdaftar,
    EmailBerganti,
    PermohonanDiterima,
    Dikembalikan,
    PengingatPerbaikan,
    Ditolak,
    Dibatalkan,
    DrafAkanDihapus,
    LinkAktivasi,
    LinkPassphrase,
    PengingatLink,
    LinkKedaluwarsa,
    LinkKedaluwarsaVerifikator,
    TidakSesuai,
    SertifikatTerbit,
    PencabutanDiajukan,
    PencabutanTidakJadi,
    SertifikatDicabut,
    PenolakanBsre,
    DitunjukVerifikator,
    ButirKerja,
    KonfirmasiLoket,
    PengingatKonfirmasi,
    KonfirmasiBerakhir,
    KonfirmasiDitolak,
}

/// <summary>Why a mail will not be sent any more.</summary>
public enum SebabMati
{
    /// <summary>The mail server refused the recipient for good (5xx).</summary>
    DitolakPenerima,

    /// <summary>Tries or time used up.</summary>
    HabisPercobaan,

    /// <summary>Its deadline passed before it could be delivered.</summary>
    LewatBatas,

    /// <summary>The act that it announces or reminds of is over.</summary>
    Dibatalkan,

    AlamatTidakSah,

    /// <summary>Body erased, or its key is gone.</summary>
    IsiTidakTerbaca,
}

/// <summary>Where a mail stands, as the administrator sees it.</summary>
public enum StatusSurel
{
    Menunggu,
    SmtpBelumDiatur,
    SedangDikirim,
    Terkirim,
    Gagal,
    Dibuang,
}

/// <summary>The two links of the SOP that expire after 1x24 hours (steps 5 and 7).</summary>
public enum TautanSop
{
    Aktivasi,
    Passphrase,
}
