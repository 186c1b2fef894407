using System.Diagnostics;
using System.Text;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

/// <summary>Every sample document leads to what its README says.</summary>
public sealed class ContohDokumenTests
{
    [Theory]
    [InlineData("ktp-scan.png", JenisBerkas.Ktp, 1280, 831)]
    [InlineData("ktp-differs-from-letter.jpg", JenisBerkas.Ktp, 1280, 831)]
    [InlineData("ktp-phone-rotated-gps.jpg", JenisBerkas.Ktp, 2016, 1512)]
    [InlineData("ktp-phone-rotated-gps.jpg", JenisBerkas.FotoKtpAktivasi, 2016, 1512)]
    [InlineData("ktp-phone.heic", JenisBerkas.Ktp, 1600, 1039)]
    [InlineData("ktp-phone.heic", JenisBerkas.Selfie, 1600, 1039)]
    public async Task A_sharp_colour_picture_is_taken_without_advice(string nama, JenisBerkas jenis, int lebar, int tinggi)
    {
        var hasil = await AlatUji.DiterimaAsync(AlatUji.Contoh(nama), nama, jenis);
        Assert.Empty(hasil.Catatan);
        Assert.Equal((lebar, tinggi, 1), (hasil.Lebar, hasil.Tinggi, hasil.Halaman));
        Assert.Equal("image/jpeg", hasil.TipeMedia);
        Assert.Equal(Path.ChangeExtension(nama, "jpg"), hasil.Nama);
        Assert.Equal(TipeBerkas.Jpeg, PengenalTipe.Kenali(hasil.Isi));
        Assert.Equal(Math.Min(lebar, 1600), UkuranJpeg.Baca(hasil.Pratinjau).Lebar);
    }

    [Theory]
    [InlineData("surat-rekomendasi.pdf")]
    [InlineData("surat-rekomendasi-scanned.pdf")]
    public async Task A_letter_is_taken_without_advice(string nama)
    {
        var hasil = await AlatUji.DiterimaAsync(AlatUji.Contoh(nama), nama, JenisBerkas.SuratRekomendasi);
        Assert.Empty(hasil.Catatan);
        Assert.Equal(("application/pdf", 1, nama), (hasil.TipeMedia, hasil.Halaman, hasil.Nama));
        Assert.Equal(1600, UkuranJpeg.Baca(hasil.Pratinjau).Tinggi);
        Assert.Equal(TipeBerkas.Pdf, PengenalTipe.Kenali(hasil.Isi));
    }

    [Theory]
    [InlineData(JenisBerkas.Ktp)]
    [InlineData(JenisBerkas.FotoKtpAktivasi)]
    public async Task A_grey_photocopy_of_the_KTP_is_refused_at_once(JenisBerkas jenis) =>
        Assert.Contains(
            "KTP harus berwarna",
            await AlatUji.DitolakAsync(SebabTolak.TidakBerwarna, AlatUji.Contoh("ktp-photocopy-gray.jpg"), "ktp.jpg", jenis));

    [Fact]
    public async Task A_grey_letter_is_no_fault() =>
        Assert.Empty((await AlatUji.DiterimaAsync(AlatUji.Contoh("ktp-photocopy-gray.jpg"), "surat.jpg", JenisBerkas.SuratRekomendasi)).Catatan);

    [Theory]
    [InlineData(JenisBerkas.Ktp, "semua tulisan terbaca")]
    [InlineData(JenisBerkas.SuratRekomendasi, "semua tulisan terbaca")]
    [InlineData(JenisBerkas.Selfie, "wajah Anda terlihat tajam")]
    public async Task A_blurred_picture_is_taken_with_advice(JenisBerkas jenis, string nasihat)
    {
        var hasil = await AlatUji.DiterimaAsync(AlatUji.Contoh("ktp-blurred.jpg"), "ktp.jpg", jenis);
        var catatan = Assert.Single(hasil.Catatan);
        Assert.StartsWith("Foto kurang jelas", catatan);
        Assert.Contains(nasihat, catatan);
    }

    [Fact]
    public async Task The_sample_photo_has_a_place_and_a_camera_and_what_is_kept_has_neither()
    {
        var asli = AlatUji.Contoh("ktp-phone-rotated-gps.jpg");
        Assert.Contains("GPSLatitude", Kepala(asli));
        var hasil = await AlatUji.DiterimaAsync(asli, "IMG_1.jpg");
        foreach (var isi in (byte[][])[hasil.Isi, hasil.Pratinjau])
        {
            Assert.True(isi.AsSpan().IndexOf("Exif\0"u8) < 0);
            Assert.DoesNotContain("exif", Kepala(isi));
        }
    }

    [Fact]
    public async Task The_turned_photo_is_kept_upright()
    {
        // The portrait's red background stands right of the middle when the card is upright.
        var hasil = await AlatUji.DiterimaAsync(AlatUji.Contoh("ktp-phone-rotated-gps.jpg"), "IMG_1.jpg");
        var gambar = GambarPiksel.BacaPpm(AlatUji.Olah(hasil.Isi, "jpg", "ppm", "vips", "copy", "{0}", "{1}"));
        var (r, g, b) = gambar.Rerata(1355, 560, 20);
        Assert.True(r > g + 60 && r > b + 60, $"{r:F0} {g:F0} {b:F0}");
    }

    [Fact]
    public async Task A_photo_of_12_megapixels_does_not_keep_people_waiting()
    {
        var besar = AlatUji.Olah(AlatUji.Contoh("ktp-phone-rotated-gps.jpg"), "jpg", "jpg", "vips", "resize", "{0}", "{1}[Q=90]", "2");
        var mulai = Stopwatch.GetTimestamp();
        await AlatUji.DiterimaAsync(besar, "a.jpg");
        var lama = Stopwatch.GetElapsedTime(mulai);
        TestContext.Current.TestOutputHelper?.WriteLine($"12 MP: {lama.TotalMilliseconds:F0} ms");

        // Well under 2 s on its own; a busy test machine may be many times slower.
        Assert.True(lama < TimeSpan.FromSeconds(30), lama.ToString());
    }

    private static string Kepala(byte[] jpeg) =>
        Encoding.Latin1.GetString(AlatUji.Olah(jpeg, "jpg", "txt", "bash", "-c", "vipsheader -a {0} > {1}"));
}
