using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

/// <summary>Each way in which an upload can be wrong has its own sentence.</summary>
public sealed class BerkasBurukTests
{
    public static TheoryData<string, double> Potongan()
    {
        var data = new TheoryData<string, double>();
        foreach (var nama in (string[])["ktp-scan.png", "ktp-differs-from-letter.jpg", "ktp-phone-rotated-gps.jpg", "ktp-phone.heic", "surat-rekomendasi.pdf", "surat-rekomendasi-scanned.pdf"])
        {
            foreach (var bagian in (double[])[0.01, 0.1, 0.5, 0.9, 0.97])
            {
                data.Add(nama, bagian);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Potongan))]
    public async Task An_upload_cut_in_the_middle_is_refused(string nama, double bagian)
    {
        var utuh = AlatUji.Contoh(nama);
        var kalimat = await AlatUji.DitolakAsync(SebabTolak.Rusak, utuh[..(int)(utuh.Length * bagian)], nama);
        Assert.Contains("Unggah sekali lagi", kalimat);
    }

    [Fact]
    public async Task An_empty_file_is_refused() =>
        Assert.Contains("kosong", await AlatUji.DitolakAsync(SebabTolak.Kosong, [], "ktp.jpg"));

    [Fact]
    public async Task A_file_of_30_MB_is_refused_without_reading_it_all()
    {
        using var pemeriksa = AlatUji.Pemeriksa();
        using var aliran = new MemoryStream(new byte[30 * 1024 * 1024]);
        var hasil = Assert.IsType<HasilPeriksa.Ditolak>(
            await pemeriksa.PeriksaAsync(aliran, "ktp.jpg", JenisBerkas.Ktp, TestContext.Current.CancellationToken));
        Assert.Equal(SebabTolak.TerlaluBesar, hasil.Sebab);
        Assert.Contains("10 MB", hasil.Kalimat);
        Assert.InRange(aliran.Position, 1, 11 * 1024 * 1024);
    }

    public static TheoryData<string, byte[]> BukanDokumen() => new()
    {
        { "acak.jpg", [.. Enumerable.Range(0, 5000).Select(i => (byte)((i * 7919) ^ (i >> 3)))] },
        { "satu.jpg", [0xFF] },
        { "arsip.pdf", Zip() },
        { "gambar.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray() },
        { "ktp.jpg", "<!doctype html><html><script>alert(1)</script></html>"u8.ToArray() },
        { "ktp.gif", "GIF89a\u0001\0\u0001\0\0\0\0;"u8.ToArray() },
        { "ktp.heic", [0, 0, 0, 24, .. "ftypqt  "u8, 0, 0, 0, 0, .. "qt  "u8] },
        { "surat.pdf", [.. "<html>"u8, .. AlatUji.PdfHalaman(1)] },
        { "surat.pdf", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(BukanDokumen))]
    public async Task What_is_no_picture_and_no_PDF_is_refused_whatever_its_name(string nama, byte[] isi) =>
        Assert.Contains("Unggah foto (JPG, PNG, HEIC, atau WebP) atau PDF", await AlatUji.DitolakAsync(SebabTolak.TipeTidakDiterima, isi, nama));

    [Theory]
    [InlineData("jpg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]
    [InlineData("png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A })]
    [InlineData("pdf", new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D })]
    [InlineData("webp", new byte[] { 0x52, 0x49, 0x46, 0x46, 0x10, 0, 0, 0, 0x57, 0x45, 0x42, 0x50 })]
    public async Task The_first_bytes_of_a_type_before_rubbish_are_refused(string akhiran, byte[] awal) =>
        await AlatUji.DitolakAsync(SebabTolak.Rusak, [.. awal, .. Enumerable.Range(0, 5000).Select(i => (byte)((i * 7919) ^ (i >> 3)))], "a." + akhiran);

    [Fact]
    public async Task A_photo_with_a_page_of_script_behind_it_keeps_only_the_photo()
    {
        byte[] poliglot = [.. AlatUji.Contoh("ktp-differs-from-letter.jpg"), .. "<script>alert(1)</script>"u8, .. Zip()];
        var hasil = await AlatUji.DiterimaAsync(poliglot, "ktp.jpg.html");
        Assert.True(hasil.Isi.AsSpan().IndexOf("<script>"u8) < 0);
        Assert.EndsWith(".jpg", hasil.Nama);
    }

    [Fact]
    public async Task A_PDF_with_an_archive_behind_it_keeps_only_the_PDF()
    {
        byte[] poliglot = [.. AlatUji.Contoh("surat-rekomendasi.pdf"), .. Zip()];
        var hasil = await AlatUji.DiterimaAsync(poliglot, "surat.pdf", JenisBerkas.SuratRekomendasi);
        Assert.True(hasil.Isi.AsSpan().IndexOf("PK\u0003\u0004"u8) < 0);
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(9_000, 9_000)]
    public async Task A_small_file_that_unfolds_to_a_huge_picture_is_refused(int lebar, int tinggi)
    {
        var kalimat = await AlatUji.DitolakAsync(SebabTolak.TerlaluBanyakPiksel, Png(lebar, tinggi), "bom.png");
        Assert.Contains("64 megapiksel", kalimat);
    }

    [Theory]
    [InlineData(JenisBerkas.Ktp, "600 x 380")]
    [InlineData(JenisBerkas.SuratRekomendasi, "1000 x 700")]
    [InlineData(JenisBerkas.Selfie, "480 x 360")]
    public async Task A_picture_too_small_to_read_is_refused(JenisBerkas jenis, string batas)
    {
        var kecil = AlatUji.Olah(AlatUji.Contoh("ktp-scan.png"), "png", "png", "vips", "resize", "{0}", "{1}", "0.25");
        var kalimat = await AlatUji.DitolakAsync(SebabTolak.TerlaluKecil, kecil, "ktp.png", jenis);
        Assert.Contains("320 x 208", kalimat);
        Assert.Contains(batas, kalimat);
    }

    [Theory]
    [InlineData("../../etc/passwd.png", "passwd.jpg")]
    [InlineData("C:\\Users\\Sekar\\KTP saya.PNG", "KTP saya.jpg")]
    [InlineData("ktp\u0000\u202Egpj.exe", "ktp gpj.jpg")]
    [InlineData("", "berkas.jpg")]
    [InlineData(null, "berkas.jpg")]
    [InlineData("...", "berkas.jpg")]
    [InlineData("-rf \"; rm $(x)`.png", "rf rm (x).jpg")]
    [InlineData("KTP 😀.png", "KTP 😀.jpg")]
    [InlineData("Surat No. 12", "Surat No. 12.jpg")]
    [InlineData("ktp\uD800.png", "ktp.jpg")]
    public void A_claimed_name_is_cleaned(string? nama, string bersih) => Assert.Equal(bersih, NamaBerkas.Bersihkan(nama, "jpg"));

    [Fact]
    public void An_over_long_name_is_cut_between_letters()
    {
        var nama = NamaBerkas.Bersihkan(new string('a', 99) + string.Concat(Enumerable.Repeat("😀", 200)), "jpg");
        Assert.Equal(new string('a', 99) + ".jpg", nama);
    }

    [Fact]
    public void The_tools_are_there() => PemeriksaBerkas.PastikanAlat();

    [Fact]
    public async Task Nothing_is_left_on_disk_after_an_inspection()
    {
        const int Panjang = 50_001;
        await AlatUji.DitolakAsync(SebabTolak.Rusak, AlatUji.Contoh("ktp-scan.png")[..Panjang], "ktp.png");
        Assert.DoesNotContain(
            Directory.GetDirectories(Path.GetTempPath(), "klatense-berkas-*"),
            d => new FileInfo(Path.Combine(d, "masuk.png")) is { Exists: true, Length: Panjang });
    }

    private static byte[] Zip()
    {
        using var isi = new MemoryStream();
        using (var zip = new ZipArchive(isi, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var tulis = zip.CreateEntry("virus.exe").Open();
            tulis.Write("MZ"u8);
        }

        return isi.ToArray();
    }

    /// <summary>A grey PNG of nothing but zeros: a few kB that unfold to gigabytes.</summary>
    private static byte[] Png(int lebar, int tinggi)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var kepala = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(kepala, lebar);
        BinaryPrimitives.WriteInt32BigEndian(kepala.AsSpan(4), tinggi);
        kepala[8] = 8;
        Bagian(png, "IHDR", kepala);
        using var padat = new MemoryStream();
        using (var zlib = new ZLibStream(padat, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[1_000_000]);
        }

        Bagian(png, "IDAT", padat.ToArray());
        Bagian(png, "IEND", []);
        return png.ToArray();
    }

    private static void Bagian(Stream png, string nama, byte[] isi)
    {
        byte[] bernama = [.. Encoding.ASCII.GetBytes(nama), .. isi];
        Span<byte> angka = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(angka, isi.Length);
        png.Write(angka);
        png.Write(bernama);
        BinaryPrimitives.WriteUInt32BigEndian(angka, Crc(bernama));
        png.Write(angka);
    }

    private static uint Crc(byte[] isi)
    {
        var crc = uint.MaxValue;
        foreach (var b in isi)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
