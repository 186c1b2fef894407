namespace KlatenSE.Domain.Alur;

/// <summary>What SOP no. 70.2 tahun 2022 says beside its eight steps.</summary>
public static class TeksSop
{
    public const string Judul = "Pendaftaran dan Penerbitan Sertifikat Elektronik";

    public const string Nomor = "SOP nomor 70.2 tahun 2022, Dinas Komunikasi dan Informatika Kabupaten Klaten";

    /// <summary>In force since.</summary>
    public static DateOnly BerlakuSejak { get; } = new(2022, 1, 25);

    public static IReadOnlyList<string> DasarHukum { get; } =
    [
        "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik",
        "Peraturan Pemerintah Nomor 71 Tahun 2019 tentang Penyelenggaraan Sistem dan Transaksi Elektronik",
        "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik",
        "Peraturan Bupati Klaten Nomor 5 Tahun 2022 tentang sertifikat elektronik",
    ];

    public static IReadOnlyList<string> Peringatan { get; } =
    [
        "Email .go.id yang tertulis di surat rekomendasi harus aktif, karena verifikasi dilakukan lewat email itu.",
        "Bila data di surat rekomendasi dan di KTP tidak sama, BSrE menolak penerbitan sertifikat saat verifikasi.",
    ];

    public static IReadOnlyList<string> Perlengkapan { get; } =
        ["Surat rekomendasi", "KTP elektronik berwarna", "Email .go.id yang aktif", "Nomor ponsel yang aktif", "Komputer, pencetak, dan pemindai", "Jaringan internet"];

    public static IReadOnlyList<string> Kualifikasi { get; } =
        ["Mampu mengoperasikan komputer", "Memahami administrasi perkantoran", "Memahami pendaftaran sertifikat elektronik"];

    public static IReadOnlyList<string> SopTerkait { get; } = ["SOP Permintaan Layanan Egov"];

    /// <summary>The registers to keep (pencatatan dan pendataan).</summary>
    public static IReadOnlyList<string> Pencatatan { get; } = ["Data pemohon", "Surat rekomendasi", "Pegawai yang sudah memiliki sertifikat elektronik"];

    /// <summary>"Catatan penafsiran SOP": how unclear points are read.</summary>
    public static IReadOnlyList<string> CatatanPenafsiran { get; } =
    [
        "Kepala Diskominfo mempunyai kolom tetapi tidak mempunyai langkah: di antara langkah 1 dan 2 permohonan menunggu disposisi, dengan waktu 10 menit milik langkah 1.",
        "Buku Agenda disebut sebagai keluaran langkah 2; nomornya diberikan sejak surat diterima, supaya tidak ada surat tanpa nomor.",
        "Ke mana “Tidak sesuai” pada langkah 6 mengarah tidak terbaca: permohonan kembali ke langkah 5 dengan link baru dan daftar yang harus diperbaiki.",
        "Langkah 8 menyebut 360 menit, langkah 7 menyebut kabar berhasil dalam 1x24 jam: kedua batas itu dijaga.",
        "SOP tidak menyebut apa yang terjadi bila link kedaluwarsa: permohonan tetap terlihat, dan verifikator menerbitkan link baru.",
        "Batas dalam menit dihitung menurut jam kerja; masa berlaku link dihitung menurut jam dinding.",
    ];
}
