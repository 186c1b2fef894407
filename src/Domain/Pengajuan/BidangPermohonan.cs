namespace KlatenSE.Domain.Pengajuan;

/// <summary>The fields and documents of a request, as fix-lists and comparisons name them.</summary>
public enum BidangPermohonan
{
    Nama,
    Nik,
    Nip,
    StatusKepegawaian,
    Surel,
    Ponsel,
    Pangkat,
    Jabatan,
    UnitKerja,
    Kota,
    Provinsi,
    NomorSurat,
    TanggalSurat,
    AtasanNama,
    AtasanNip,
    AtasanJabatan,
    BerkasSuratPermohonan,
    BerkasSuratRekomendasi,
    BerkasKtp,
    FotoKtp,
    Selfie,
}

/// <summary>Names and groups of the fields.</summary>
public static class BidangPermohonanKata
{
    /// <summary>The fields that stand on the letter of recommendation: a change in one of them makes the letter a changed one.</summary>
    public static IReadOnlySet<BidangPermohonan> Surat { get; } = new HashSet<BidangPermohonan>
    {
        BidangPermohonan.NomorSurat, BidangPermohonan.TanggalSurat, BidangPermohonan.AtasanNama, BidangPermohonan.AtasanNip,
        BidangPermohonan.AtasanJabatan, BidangPermohonan.BerkasSuratRekomendasi,
    };

    /// <summary>The documents among the fields.</summary>
    public static IReadOnlySet<BidangPermohonan> Berkas { get; } = new HashSet<BidangPermohonan>
    {
        BidangPermohonan.BerkasSuratPermohonan, BidangPermohonan.BerkasSuratRekomendasi, BidangPermohonan.BerkasKtp,
    };

    /// <summary>The name to show.</summary>
    public static string Nama(this BidangPermohonan bidang) => bidang switch
    {
        BidangPermohonan.Nama => "Nama (tanpa gelar)",
        BidangPermohonan.Nik => "NIK",
        BidangPermohonan.Nip => "NIP",
        BidangPermohonan.StatusKepegawaian => "Status kepegawaian",
        BidangPermohonan.Surel => "Email .go.id",
        BidangPermohonan.Ponsel => "Nomor ponsel",
        BidangPermohonan.Pangkat => "Pangkat/golongan",
        BidangPermohonan.Jabatan => "Jabatan",
        BidangPermohonan.UnitKerja => "Unit kerja",
        BidangPermohonan.Kota => "Kabupaten/kota",
        BidangPermohonan.Provinsi => "Provinsi",
        BidangPermohonan.NomorSurat => "Nomor surat rekomendasi",
        BidangPermohonan.TanggalSurat => "Tanggal surat rekomendasi",
        BidangPermohonan.AtasanNama => "Nama atasan langsung",
        BidangPermohonan.AtasanNip => "NIP atasan langsung",
        BidangPermohonan.AtasanJabatan => "Jabatan atasan langsung",
        BidangPermohonan.BerkasSuratPermohonan => "Surat permohonan",
        BidangPermohonan.BerkasSuratRekomendasi => "Surat rekomendasi",
        BidangPermohonan.BerkasKtp => "KTP elektronik",
        BidangPermohonan.FotoKtp => "Foto KTP saat aktivasi",
        BidangPermohonan.Selfie => "Selfie saat aktivasi",
    };
}

/// <summary>One thing to mend: which field or document, and what is wrong with it.</summary>
public sealed record ButirPerbaikan(BidangPermohonan Bidang, string Catatan);

/// <summary>An old and a new value of a field. Personal: goes into the audit only encrypted.</summary>
public sealed record Perubahan(BidangPermohonan Bidang, string? Lama, string? Baru);
