using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>The refusals, each with its own sentence.</summary>
internal static class Tolak
{
    public static HasilPeriksa.Ditolak Kosong() =>
        new(SebabTolak.Kosong, "Berkas ini kosong. Pilih berkas yang berisi dokumen Anda, lalu unggah kembali.");

    public static HasilPeriksa.Ditolak TerlaluBesar(int batas) =>
        new(SebabTolak.TerlaluBesar, $"Berkas ini lebih besar dari {batas / (1024 * 1024)} MB. Perkecil berkasnya atau foto ulang dengan ukuran gambar yang lebih kecil, lalu unggah kembali.");

    public static HasilPeriksa.Ditolak TipeTidakDiterima(JenisBerkas jenis) =>
        new(SebabTolak.TipeTidakDiterima, jenis.HanyaFoto()
            ? "Isi berkas ini bukan foto yang dapat kami buka. Unggah foto JPG, PNG, HEIC, atau WebP."
            : "Isi berkas ini bukan foto atau PDF yang dapat kami buka. Unggah foto (JPG, PNG, HEIC, atau WebP) atau PDF.");

    public static HasilPeriksa.Ditolak HarusFoto(bool bernamaLain) =>
        new(SebabTolak.HarusFoto, bernamaLain
            ? "Nama berkas ini berakhiran gambar, tetapi isinya PDF, padahal yang diperlukan foto. Ambil foto dengan kamera, lalu unggah foto itu."
            : "Berkas ini PDF, padahal yang diperlukan foto. Ambil foto dengan kamera, lalu unggah foto itu.");

    public static HasilPeriksa.Ditolak Rusak() =>
        new(SebabTolak.Rusak, "Berkas ini rusak atau terpotong saat diunggah. Unggah sekali lagi; bila tetap gagal, foto atau pindai ulang dokumennya.");

    public static HasilPeriksa.Ditolak Terkunci() =>
        new(SebabTolak.Terkunci, "PDF ini terkunci dengan kata sandi. Simpan salinannya tanpa kata sandi, lalu unggah salinan itu.");

    public static HasilPeriksa.Ditolak TerlaluBanyakHalaman(int halaman, int batas) =>
        new(SebabTolak.TerlaluBanyakHalaman, $"PDF ini berisi {halaman} halaman, paling banyak {batas}. Unggah halaman yang diperlukan saja.");

    public static HasilPeriksa.Ditolak TerlaluKecil(int lebar, int tinggi, int panjangMin, int pendekMin) =>
        new(SebabTolak.TerlaluKecil, $"Gambar ini terlalu kecil ({lebar} x {tinggi} piksel). Foto atau pindai ulang dari dekat, paling sedikit {panjangMin} x {pendekMin} piksel, lalu unggah kembali.");

    public static HasilPeriksa.Ditolak TerlaluBanyakPiksel(int batas) =>
        new(SebabTolak.TerlaluBanyakPiksel, $"Gambar ini lebih dari {batas} megapiksel. Perkecil gambarnya atau foto ulang dengan ukuran yang lebih kecil, lalu unggah kembali.");

    public static HasilPeriksa.Ditolak TidakBerwarna() =>
        new(SebabTolak.TidakBerwarna, "KTP harus berwarna, sedangkan gambar ini hitam putih seperti hasil fotokopi. Foto atau pindai KTP asli secara berwarna, lalu unggah kembali.");

    public static HasilPeriksa.Ditolak IsiAktif() =>
        new(SebabTolak.IsiAktif, "PDF ini memuat program, formulir aktif, atau lampiran. Cetak dokumennya menjadi PDF baru, lalu unggah PDF baru itu.");

    public static HasilPeriksa.Ditolak TerlaluRumit() =>
        new(SebabTolak.TerlaluRumit, "Berkas ini terlalu berat untuk dibuka. Foto atau pindai ulang dokumennya, lalu unggah hasilnya.");
}

/// <summary>Advice that goes with a document that is taken.</summary>
internal static class Catatan
{
    public const string Buram = "Foto kurang jelas. Periksa apakah semua tulisan terbaca; bila tidak, foto ulang di tempat terang dengan kamera yang tidak bergerak.";
    public const string PdfBuram = "Halaman pertama kurang jelas. Periksa apakah semua tulisan terbaca; bila tidak, pindai ulang dokumennya.";
    public const string WajahBuram = "Foto kurang jelas. Periksa apakah wajah Anda terlihat tajam; bila tidak, foto ulang di tempat terang.";
    public const string Pucat = "Warna foto ini sangat lemah. Pastikan yang difoto KTP asli, bukan fotokopi, dan foto di tempat terang.";
    public const string Kecil = "Ukuran gambar ini kecil. Periksa apakah tulisan kecil pada dokumen masih terbaca.";
}
