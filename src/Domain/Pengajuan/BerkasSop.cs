namespace KlatenSE.Domain.Pengajuan;

/// <summary>Which documents the SOP asks for, and the field each one is in a fix-list.</summary>
public static class BerkasSop
{
    /// <summary>Needed before sending (SOP step 1).</summary>
    public static IReadOnlyList<JenisBerkas> WajibSaatAjukan { get; } = [JenisBerkas.SuratPermohonan, JenisBerkas.SuratRekomendasi, JenisBerkas.Ktp];

    /// <summary>The document as a field of the request.</summary>
    public static BidangPermohonan Bidang(this JenisBerkas jenis) => jenis switch
    {
        JenisBerkas.SuratPermohonan => BidangPermohonan.BerkasSuratPermohonan,
        JenisBerkas.SuratRekomendasi => BidangPermohonan.BerkasSuratRekomendasi,
        JenisBerkas.Ktp => BidangPermohonan.BerkasKtp,
        JenisBerkas.FotoKtpAktivasi => BidangPermohonan.FotoKtp,
        JenisBerkas.Selfie => BidangPermohonan.Selfie,
    };
}
