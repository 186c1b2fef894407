namespace KlatenSE.Domain.Pengajuan;

/// <summary>The documents and pictures of a request.</summary>
public enum JenisBerkas
{
    SuratPermohonan,
    SuratRekomendasi,
    Ktp,
    FotoKtpAktivasi,
    Selfie,
}
