using KlatenSE.Portal.Components.Bersama;

namespace KlatenSE.Portal.Components.Gaya;

/// <summary>Fictional content of the style page.</summary>
internal static class ContohGaya
{
    public static readonly IReadOnlyList<ButirLangkah> Perjalanan =
    [
        new(1, "Permohonan dikirim", "Jumat 20 Nov, 08.12", KeadaanLangkah.Selesai),
        new(2, "Disposisi dan penerusan", "selesai dalam 17 menit kerja", KeadaanLangkah.Selesai),
        new(3, "Berkas diverifikasi", "Kasi Infrastruktur TI", KeadaanLangkah.Selesai),
        new(4, "Data dimasukkan ke BSrE", "Minggu 22 Nov, 11.40", KeadaanLangkah.Selesai),
        new(5, "Aktivasi oleh Anda", "cek data → foto KTP → selfie", KeadaanLangkah.Kini),
        new(6, "Verifikasi data", "biasanya 15 menit kerja", KeadaanLangkah.Nanti),
        new(7, "Membuat passphrase", "Anda, link 1×24 jam", KeadaanLangkah.Nanti),
        new(8, "Sertifikat terbit", "BSrE, biasanya 6 jam", KeadaanLangkah.Nanti),
    ];

    public static readonly IReadOnlyList<BarisBanding> Banding =
    [
        new("nama", "Nama", [[new("Sekar Ayu Wulandari")], [new("Sekar Ayu Wulandari")], [new("Sekar Ayu "), new("Wulan", true)]]),
        new("nik", "NIK", [[new("3399 0155 0790 0003")], [new("3399 0155 0790 0003")], [new("3399 0155 0790 00"), new("30", true)]]),
        new("nip", "NIP", [[new("19900715 201503 2 002")], [new("19900715 201503 2 002")], null]),
        new("surel", "Email", [[new("sekar.wulandari@contoh.go.id")], [new("sekar.wulandari@contoh.go.id")], null], "terbukti aktif"),
    ];

    public static readonly IReadOnlyList<GalatIsian> Galat =
    [
        new("gaya-nik-galat-isian", "Isi NIK dengan 16 angka seperti di KTP."),
        new("gaya-ktp", "Berkas KTP kosong. Pilih foto lain."),
        new(null, "Permohonan ini sudah diubah Kasi pada 08.02. Periksa lagi isian Anda."),
    ];

    public static readonly IReadOnlyList<(string Kata, string? Href)> Pengajuan =
        [("Data", "/gaya#data"), ("Berkas", "/gaya#berkas"), ("Periksa", null), ("Kirim", null)];
}
