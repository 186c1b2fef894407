using System.Diagnostics;
using System.Text;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using Microsoft.Extensions.Options;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

/// <summary>What the tests of documents share: the samples, the inspector, and the tools to make other documents of them.</summary>
internal static class AlatUji
{
    public static byte[] Contoh(string nama) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contoh-dokumen", nama));

    public static PemeriksaBerkas Pemeriksa(BerkasOptions? options = null) => new(Options.Create(options ?? new BerkasOptions()));

    public static async Task<HasilPeriksa> PeriksaAsync(byte[] isi, string nama, JenisBerkas jenis = JenisBerkas.Ktp)
    {
        using var pemeriksa = Pemeriksa();
        return await pemeriksa.PeriksaAsync(new MemoryStream(isi), nama, jenis, TestContext.Current.CancellationToken);
    }

    public static async Task<HasilPeriksa.Diterima> DiterimaAsync(byte[] isi, string nama, JenisBerkas jenis = JenisBerkas.Ktp) =>
        Assert.IsType<HasilPeriksa.Diterima>(await PeriksaAsync(isi, nama, jenis));

    public static async Task<string> DitolakAsync(SebabTolak sebab, byte[] isi, string nama, JenisBerkas jenis = JenisBerkas.Ktp)
    {
        var hasil = Assert.IsType<HasilPeriksa.Ditolak>(await PeriksaAsync(isi, nama, jenis));
        Assert.Equal(sebab, hasil.Sebab);
        return hasil.Kalimat;
    }

    /// <summary>Puts the bytes in a file, runs a tool on it ({0} in, {1} out) and returns what it wrote.</summary>
    public static byte[] Olah(byte[] masuk, string akhiranMasuk, string akhiranKeluar, string alat, params string[] argumen)
    {
        var direktori = Directory.CreateTempSubdirectory("uji-berkas-").FullName;
        try
        {
            var sumber = Path.Combine(direktori, "a." + akhiranMasuk);
            var tujuan = Path.Combine(direktori, "b." + akhiranKeluar);
            File.WriteAllBytes(sumber, masuk);
            using var proses = Process.Start(alat, argumen.Select(a => a.Replace("{0}", sumber).Replace("{1}", tujuan)));
            proses.WaitForExit();
            Assert.Equal(0, proses.ExitCode);
            return File.ReadAllBytes(tujuan);
        }
        finally
        {
            Directory.Delete(direktori, recursive: true);
        }
    }

    /// <summary>A PDF of the given objects, the first of which is the catalogue.</summary>
    public static byte[] PdfDari(params string[] objek)
    {
        var teks = new StringBuilder("%PDF-1.7\n");
        var letak = new List<int>();
        for (var i = 0; i < objek.Length; i++)
        {
            letak.Add(teks.Length);
            teks.Append($"{i + 1} 0 obj\n{objek[i]}\nendobj\n");
        }

        var xref = teks.Length;
        teks.Append($"xref\n0 {objek.Length + 1}\n0000000000 65535 f \n");
        letak.ForEach(l => teks.Append($"{l:D10} 00000 n \n"));
        teks.Append($"trailer\n<< /Size {objek.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(teks.ToString());
    }

    /// <summary>A PDF of one page that shows a JPEG, as phone apps make it.</summary>
    public static byte[] PdfFoto(byte[] jpeg, string ruangWarna = "/DeviceRGB")
    {
        const string Gambar = "q 500 0 0 325 50 40 cm /G Do Q";
        var (lebar, tinggi) = UkuranJpeg.Baca(jpeg);
        return PdfDari(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources << /XObject << /G 5 0 R >> >> >>",
            $"<< /Length {Gambar.Length} >>\nstream\n{Gambar}\nendstream",
            $"<< /Type /XObject /Subtype /Image /Width {lebar} /Height {tinggi} /ColorSpace {ruangWarna} /BitsPerComponent 8 /Filter /DCTDecode /Length {jpeg.Length} >>\nstream\n{Encoding.Latin1.GetString(jpeg)}\nendstream");
    }

    /// <summary>A PDF of blank pages.</summary>
    public static byte[] PdfHalaman(int banyak, string katalog = "") => PdfDari(
        [
            $"<< /Type /Catalog /Pages 2 0 R {katalog} >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(3, banyak).Select(n => $"{n} 0 R"))}] /Count {banyak} >>",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", banyak),
        ]);
}
