using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

public sealed class PdfTests
{
    private static readonly byte[] Surat = AlatUji.Contoh("surat-rekomendasi.pdf");

    [Fact]
    public async Task A_PDF_named_jpg_is_taken_as_PDF_where_PDF_will_do()
    {
        var hasil = await AlatUji.DiterimaAsync(Surat, "surat.jpg", JenisBerkas.SuratRekomendasi);
        Assert.Equal(("application/pdf", "surat.pdf"), (hasil.TipeMedia, hasil.Nama));
    }

    [Theory]
    [InlineData(JenisBerkas.Selfie)]
    [InlineData(JenisBerkas.FotoKtpAktivasi)]
    public async Task A_PDF_named_jpg_is_refused_where_a_photo_is_needed(JenisBerkas jenis)
    {
        var kalimat = await AlatUji.DitolakAsync(SebabTolak.HarusFoto, Surat, "selfie.jpg", jenis);
        Assert.Contains("isinya PDF", kalimat);
        Assert.Contains("Ambil foto", kalimat);
    }

    [Fact]
    public async Task A_PDF_that_asks_for_a_password_is_refused()
    {
        var terkunci = AlatUji.Olah(Surat, "pdf", "pdf", "qpdf", "--encrypt", "rahasia", "pemilik", "256", "--", "{0}", "{1}");
        Assert.Contains("tanpa kata sandi", await AlatUji.DitolakAsync(SebabTolak.Terkunci, terkunci, "surat.pdf", JenisBerkas.SuratRekomendasi));
    }

    [Fact]
    public async Task A_PDF_that_everybody_may_read_but_not_print_is_kept_unlocked()
    {
        var terbatas = AlatUji.Olah(Surat, "pdf", "pdf", "qpdf", "--encrypt", "", "pemilik", "256", "--print=none", "--", "{0}", "{1}");
        var hasil = await AlatUji.DiterimaAsync(terbatas, "surat.pdf", JenisBerkas.SuratRekomendasi);
        Assert.True(hasil.Isi.AsSpan().IndexOf("/Encrypt"u8) < 0);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "11 halaman, paling banyak 10")]
    public async Task A_PDF_has_at_most_ten_pages(int halaman, string? kalimat)
    {
        var pdf = AlatUji.PdfHalaman(halaman);
        if (kalimat is null)
        {
            Assert.Equal(halaman, (await AlatUji.DiterimaAsync(pdf, "s.pdf", JenisBerkas.SuratRekomendasi)).Halaman);
        }
        else
        {
            Assert.Contains(kalimat, await AlatUji.DitolakAsync(SebabTolak.TerlaluBanyakHalaman, pdf, "s.pdf", JenisBerkas.SuratRekomendasi));
        }
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>")]
    [InlineData("/AA << /WC << /S /Launch /F (calc.exe) >> >>")]
    [InlineData("/Names << /EmbeddedFiles << /Names [] >> >>")]
    [InlineData("/AcroForm << /XFA [] >>")]
    [InlineData("/OpenAction << /S /SubmitForm /F (http://contoh.go.id) >>")]
    public async Task A_PDF_with_a_program_or_an_attachment_is_refused(string katalog) =>
        Assert.Contains(
            "Cetak dokumennya menjadi PDF baru",
            await AlatUji.DitolakAsync(SebabTolak.IsiAktif, AlatUji.PdfHalaman(1, katalog), "s.pdf", JenisBerkas.SuratRekomendasi));

    [Fact]
    public async Task A_program_hidden_in_an_object_stream_is_found()
    {
        var pdf = AlatUji.PdfHalaman(1, "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
        var padat = AlatUji.Olah(pdf, "pdf", "pdf", "qpdf", "--object-streams=generate", "--compress-streams=y", "{0}", "{1}");
        Assert.True(padat.AsSpan().IndexOf("/JavaScript"u8) < 0);
        await AlatUji.DitolakAsync(SebabTolak.IsiAktif, padat, "s.pdf", JenisBerkas.SuratRekomendasi);
    }

    [Fact]
    public async Task A_real_attachment_is_refused()
    {
        var pdf = AlatUji.Olah(Surat, "pdf", "pdf", "bash", "-c", "echo x > {0}.txt && qpdf {0} --add-attachment {0}.txt -- {1}");
        await AlatUji.DitolakAsync(SebabTolak.IsiAktif, pdf, "s.pdf", JenisBerkas.SuratRekomendasi);
    }

    [Fact]
    public async Task A_signed_letter_is_kept_byte_for_byte()
    {
        var pdf = AlatUji.PdfHalaman(1, "/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T (ttd) /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >> >>] >>");
        Assert.Equal(pdf, (await AlatUji.DiterimaAsync(pdf, "s.pdf", JenisBerkas.SuratRekomendasi)).Isi);
    }

    [Fact]
    public async Task A_KTP_as_PDF_in_colour_is_taken()
    {
        var hasil = await AlatUji.DiterimaAsync(AlatUji.PdfFoto(AlatUji.Contoh("ktp-differs-from-letter.jpg")), "ktp.pdf");
        Assert.Empty(hasil.Catatan);
        Assert.Equal("application/pdf", hasil.TipeMedia);
    }

    [Fact]
    public async Task A_grey_KTP_as_PDF_is_refused() =>
        await AlatUji.DitolakAsync(SebabTolak.TidakBerwarna, AlatUji.PdfFoto(AlatUji.Contoh("ktp-photocopy-gray.jpg"), "/DeviceGray"), "ktp.pdf");

    [Fact]
    public async Task A_letter_is_no_KTP_in_colour() =>
        await AlatUji.DitolakAsync(SebabTolak.TidakBerwarna, AlatUji.Contoh("surat-rekomendasi-scanned.pdf"), "ktp.pdf");

    [Fact]
    public async Task A_blurred_KTP_as_PDF_is_taken_with_advice() =>
        Assert.Contains(
            "kurang jelas",
            Assert.Single((await AlatUji.DiterimaAsync(AlatUji.PdfFoto(AlatUji.Contoh("ktp-blurred.jpg")), "ktp.pdf")).Catatan));

    [Fact]
    public async Task The_place_in_a_photo_that_a_PDF_wraps_is_not_kept()
    {
        var pdf = AlatUji.PdfFoto(AlatUji.Contoh("ktp-phone-rotated-gps.jpg"));
        Assert.True(pdf.AsSpan().IndexOf("Exif\0"u8) > 0);
        var hasil = await AlatUji.DiterimaAsync(pdf, "ktp.pdf");
        Assert.True(hasil.Isi.AsSpan().IndexOf("Exif\0"u8) < 0);
        Assert.Empty(hasil.Catatan);
        AlatUji.Olah(hasil.Isi, "pdf", "txt", "bash", "-c", "qpdf --check {0} > {1}");
    }

    [Fact]
    public async Task A_PDF_damaged_in_the_middle_is_refused()
    {
        var rusak = AlatUji.Contoh("surat-rekomendasi.pdf");
        for (var i = 40; i < rusak.Length - 60; i++)
        {
            rusak[i] = (byte)'x';
        }

        await AlatUji.DitolakAsync(SebabTolak.Rusak, rusak, "s.pdf", JenisBerkas.SuratRekomendasi);
    }

    [Fact]
    public async Task A_page_that_eats_the_processor_is_refused_and_not_an_outage()
    {
        const string Bom = "<< /Type /XObject /Subtype /Image /Width 200000 /Height 200000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 3 >>\nstream\nabc\nendstream";
        const string Gambar = "q 500 0 0 325 50 40 cm /G Do Q";
        var pdf = AlatUji.PdfDari(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources << /XObject << /G 5 0 R >> >> >>",
            $"<< /Length {Gambar.Length} >>\nstream\n{Gambar}\nendstream",
            Bom);
        using var pemeriksa = AlatUji.Pemeriksa(new BerkasOptions { DetikProsesor = 1, DetikTerlama = 300 });
        var hasil = await pemeriksa.PeriksaAsync(new MemoryStream(pdf), "s.pdf", JenisBerkas.SuratRekomendasi, TestContext.Current.CancellationToken);
        Assert.Equal(SebabTolak.TerlaluRumit, Assert.IsType<HasilPeriksa.Ditolak>(hasil).Sebab);
    }
}
