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

/// <summary>How documents are named to people, and what is particular to each kind.</summary>
public static class NamaJenisBerkas
{
    /// <summary>The Indonesian name to show, in sentence case.</summary>
    public static string Nama(this JenisBerkas jenis) => jenis switch
    {
        JenisBerkas.SuratPermohonan => "Surat permohonan",
        JenisBerkas.SuratRekomendasi => "Surat rekomendasi atasan langsung",
        JenisBerkas.Ktp => "KTP elektronik",
        JenisBerkas.FotoKtpAktivasi => "Foto KTP saat aktivasi",
        JenisBerkas.Selfie => "Selfie",
    };

    /// <summary>True where only a photograph will do (SOP step 5d); letters and the KTP may also be a PDF.</summary>
    public static bool HanyaFoto(this JenisBerkas jenis) => jenis is JenisBerkas.FotoKtpAktivasi or JenisBerkas.Selfie;

    /// <summary>True for pictures of the KTP, which the SOP wants in colour.</summary>
    public static bool HarusBerwarna(this JenisBerkas jenis) => jenis is JenisBerkas.Ktp or JenisBerkas.FotoKtpAktivasi;

    /// <summary>True for documents that show a person's identity: every view of one is audited.</summary>
    public static bool DokumenIdentitas(this JenisBerkas jenis) => jenis is JenisBerkas.Ktp or JenisBerkas.FotoKtpAktivasi or JenisBerkas.Selfie;
}
