using static KlatenSE.Domain.Alur.Tindakan;

namespace KlatenSE.Domain.Alur;

/// <summary>
/// A step of SOP no. 70.2 tahun 2022 as the paper describes it. What may be done in it, by whom and how long it takes is not repeated
/// here: it comes from <see cref="AlurSop"/>.
/// </summary>
/// <param name="Nomor">1 to 8.</param>
/// <param name="Judul">Title.</param>
/// <param name="Pelaku">Who carries it out.</param>
/// <param name="Uraian">What happens, part by part.</param>
/// <param name="Kelengkapan">What it needs.</param>
/// <param name="Waktu">The time standard as the SOP prints it.</param>
/// <param name="Keluaran">What it gives.</param>
/// <param name="Dicatat">What the portal records.</param>
/// <param name="Tahap">The stages of the table that belong to it, in order.</param>
public sealed record LangkahSop(
    int Nomor, string Judul, Peran Pelaku, IReadOnlyList<string> Uraian, IReadOnlyList<string> Kelengkapan, string Waktu,
    IReadOnlyList<string> Keluaran, IReadOnlyList<string> Dicatat, IReadOnlyList<Tahap> Tahap)
{
    /// <summary>The eight steps in order.</summary>
    public static IReadOnlyList<LangkahSop> Semua { get; } =
    [
        new(1, "Pengajuan permohonan", Peran.Pemohon,
            ["Mengajukan Surat Permohonan Penerbitan Sertifikat Elektronik dan membawa berkasnya ke kantor.", "Kepala Diskominfo memberi disposisi atas surat yang masuk."],
            ["Surat rekomendasi atasan langsung", "KTP elektronik (berwarna)", "Email .go.id yang aktif", "Data pribadi"], "10 menit",
            ["Surat Permintaan/Disposisi"],
            ["Data pemohon", "Surat rekomendasi: nomor, tanggal, atasan", "Nomor agenda (Buku Agenda)", "Lembar Disposisi: instruksi, sifat, catatan"],
            [Alur.Tahap.Draf, Alur.Tahap.MenungguKonfirmasi, Alur.Tahap.MenungguDisposisi]),
        new(2, "Disposisi dan penerusan oleh Kabid", Peran.Kabid,
            ["Menerima disposisi dari Kepala Diskominfo dan meneruskan permohonan kepada Kasi."],
            ["Surat Permintaan/Disposisi"], "10 menit", ["Surat", "Buku Agenda", "Lembar Disposisi"],
            ["Siapa meneruskan, kapan, dan catatannya"], [Alur.Tahap.PenerusanKabid]),
        new(3, "Verifikasi berkas dan penunjukan verifikator", Peran.Kasi,
            ["Memverifikasi berkas permohonan: membandingkan isian, surat rekomendasi, dan KTP.", "Menunjuk verifikator untuk surat rekomendasi ke BSrE dan pengiriman berkas ke BSrE."],
            ["Surat", "Buku Agenda", "Lembar Disposisi"], "10 menit", ["Surat", "Lembar Disposisi", "Personil verifikator"],
            ["Yang tertulis di surat: nama, NIK, NIP, email", "Yang tertulis di KTP: nama, NIK", "Bahwa dokumen asli sudah ditunjukkan", "Verifikator yang ditunjuk"],
            [Alur.Tahap.VerifikasiBerkas]),
        new(4, "Input data pada Portal Layanan BSrE", Peran.Verifikator,
            ["Memasukkan data sesuai surat permohonan ke Portal Layanan BSrE."],
            ["Surat", "Lembar Disposisi"], "15 menit", ["Link aktivasi"], ["Kapan link dikirim, dan batas berlakunya"], [Alur.Tahap.InputDataBsre]),
        new(5, "Aktivasi oleh pemohon (1x24 jam)", Peran.Pemohon,
            [
                "Menerima link aktivasi di email yang terdaftar; berlaku 1x24 jam.", "Membuka link.", "Memeriksa data sendiri dan langsung membetulkan yang salah.",
                "Memotret KTP, lalu selfie, menurut urutan aktivasi.", "Aktivasi selesai.",
            ],
            ["Link aktivasi"], "1 hari", ["Data aktivasi"],
            ["Kapan link dibuka", "Data yang dibetulkan: lama dan baru", "Foto KTP dan selfie"], [Alur.Tahap.Aktivasi]),
        new(6, "Verifikasi data pemohon (Sesuai / Tidak sesuai)", Peran.Verifikator,
            ["Memverifikasi data pemohon.", "Sesuai: disetujui. Tidak sesuai: dikembalikan kepada pemohon."],
            ["Data aktivasi"], "15 menit", ["Persetujuan data"], ["Penilaian setiap data, dan daftar perbaikan bila tidak sesuai"], [Alur.Tahap.VerifikasiData]),
        new(7, "Pembuatan passphrase (1x24 jam)", Peran.Pemohon,
            [
                "Menerima link untuk membuat passphrase lewat email (berlaku 1x24 jam), serta nama pengguna dan kata sandi Portal BSrE; membuat passphrase paling sedikit 8 karakter dengan huruf dan angka.",
                "Pendaftaran lengkap; BSrE memverifikasinya.", "Menerima kabar berhasil lewat email dalam 1x24 jam.",
            ],
            ["Persetujuan data"], "15 menit", ["Passphrase", "Data login Portal BSrE", "Data permohonan penerbitan sertifikat elektronik"],
            ["Bahwa passphrase dibuat (passphrase sendiri tidak pernah disimpan)", "Bahwa data login sudah diterima"], [Alur.Tahap.Passphrase]),
        new(8, "Penerbitan sertifikat elektronik", Peran.Bsre,
            ["BSrE menerbitkan sertifikat elektronik, dan pemohon dapat memakainya."],
            ["Passphrase", "Data login", "Data permohonan"], "360 menit", ["Sertifikat elektronik"],
            ["Nomor seri, subjek, dan masa berlaku sertifikat (register pemegang sertifikat)"], [Alur.Tahap.Penerbitan]),
    ];

    /// <summary>The stages beside the steps, which an applicant or official may meet as well.</summary>
    public static IReadOnlyList<Tahap> DiLuarLangkah { get; } = [Alur.Tahap.LinkKedaluwarsa, Alur.Tahap.PerluPerbaikan];

    /// <summary>The acts of this step by the table: who may do what, and where it leads.</summary>
    public IEnumerable<Aturan> Tindakan(AlurSop alur) => Tahap.SelectMany(alur.Dalam).Where(a => a.Tindakan is not (SimpanData or UnggahBerkas or BukaLink or PeriksaData or UnggahFotoKtp or UnggahSelfie));
}
