using System.IO.Compression;
using System.Text;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Loket;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>What a list may come as, and which files are refused as a whole, each with its own sentence.</summary>
public sealed class PembacaDaftarTests
{
    private static string Ditolak(HasilBaca hasil) => Assert.IsType<HasilBaca.Ditolak>(hasil).Kalimat;

    private static HasilBaca.Terbaca Terbaca(HasilBaca hasil) => hasil is HasilBaca.Terbaca t ? t : throw new InvalidOperationException(Ditolak(hasil));

    [Fact]
    public void The_template_read_back_is_an_empty_list_with_the_right_heading() =>
        Assert.Contains("belum berisi orang", Ditolak(PembacaDaftar.Berkas(PenulisXlsx.Templat())), StringComparison.Ordinal);

    [Fact]
    public void Numbers_written_by_the_portal_come_back_digit_by_digit_and_nothing_runs()
    {
        var d = RuangLoket.OrangBaru() with { Jabatan = "=HYPERLINK(\"http://x\")" };
        var isi = PenulisXlsx.Tulis(("Daftar", [[.. KolomDaftar.Semua.Select(k => k.Judul)], KolomDaftar.Isi(d)]));
        var baris = Assert.Single(Terbaca(PembacaDaftar.Berkas(isi)).Baris);
        Assert.Equal((d.Nik, d.Nip, d.Jabatan), (baris[BidangPermohonan.Nik], baris[BidangPermohonan.Nip], baris[BidangPermohonan.Jabatan]));
        using var zip = new ZipArchive(new MemoryStream(isi));
        using var lembar = new StreamReader(zip.Entries.First(e => e.FullName.Contains("worksheets", StringComparison.Ordinal)).Open());
        var xml = lembar.ReadToEnd();
        Assert.DoesNotContain("<x:f", xml, StringComparison.Ordinal);
        Assert.Contains("inlineStr", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_that_calls_itself_a_sheet_is_no_list() => Assert.Contains("bukan daftar XLSX", Ditolak(PembacaDaftar.Berkas("%PDF-1.7 isi"u8.ToArray())), StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_told() => Assert.Contains("kosong", Ditolak(PembacaDaftar.Berkas([])), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_told() => Assert.Contains("lebih besar dari 5 MB", Ditolak(PembacaDaftar.Berkas(new byte[PembacaDaftar.UkuranTerbesar + 1])), StringComparison.Ordinal);

    [Fact]
    public void The_old_format_is_told() => Assert.Contains("format Excel lama", Ditolak(PembacaDaftar.Berkas([0xD0, 0xCF, 0x11, 0xE0, 0, 0])), StringComparison.Ordinal);

    [Fact]
    public void A_locked_workbook_is_told() =>
        Assert.Contains("kata sandi", Ditolak(PembacaDaftar.Berkas([0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")])), StringComparison.Ordinal);

    [Fact]
    public void Macros_are_refused() =>
        Assert.Contains("berisi makro", Ditolak(PembacaDaftar.Berkas(new BukuUji { Makro = true }.Orang(RuangLoket.OrangBaru()).Isi())), StringComparison.Ordinal);

    [Fact]
    public void An_OpenDocument_sheet_is_told() =>
        Assert.Contains(".ods", Ditolak(PembacaDaftar.Berkas(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")))), StringComparison.Ordinal);

    [Fact]
    public void A_zip_of_something_else_is_no_list() => Assert.Contains("bukan daftar XLSX", Ditolak(PembacaDaftar.Berkas(Zip(("foto.txt", "x")))), StringComparison.Ordinal);

    [Fact]
    public void A_zip_bomb_is_not_opened()
    {
        using var isi = new MemoryStream();
        using (var zip = new ZipArchive(isi, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var bagian = zip.CreateEntry("xl/workbook.xml").Open())
            {
                bagian.Write("<x/>"u8);
            }

            using var besar = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var nol = new byte[1024 * 1024];
            for (var i = 0; i < 60; i++)
            {
                besar.Write(nol);
            }
        }

        Assert.True(isi.Length < 200_000);
        Assert.Contains("jauh lebih besar dari daftar biasa", Ditolak(PembacaDaftar.Berkas(isi.ToArray())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_workbook_is_told()
    {
        var isi = new BukuUji().Orang(RuangLoket.OrangBaru()).Isi();
        Assert.Contains("rusak", Ditolak(PembacaDaftar.Berkas(isi[..(isi.Length / 2)])), StringComparison.Ordinal);
        Assert.Contains("rusak", Ditolak(PembacaDaftar.Berkas(Zip(("xl/workbook.xml", "bukan xml <<")))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_heading_is_told_with_the_right_one()
    {
        var kalimat = Ditolak(PembacaDaftar.Berkas(new BukuUji().Judul("A", "B", "C").Orang(RuangLoket.OrangBaru()).Isi()));
        Assert.Contains("Judul kolom tidak ditemukan", kalimat, StringComparison.Ordinal);
        Assert.Contains("Nama (tanpa gelar), NIK, NIP", kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named() => Assert.Contains("Kolom ini tidak ada: Email .go.id, Nomor ponsel",
        Ditolak(PembacaDaftar.Berkas(new BukuUji().Judul("Nama", "NIK", "NIP", "Status", "Jabatan", "Unit kerja").Tambah(["a", "1", "2", "PNS", "x", "y"]).Isi())), StringComparison.Ordinal);

    [Fact]
    public void An_extra_column_is_named_and_not_taken() => Assert.Contains("Kolom L berjudul “Gaji pokok” tidak dikenal",
        Ditolak(PembacaDaftar.Berkas(new BukuUji().Judul([.. KolomDaftar.Semua.Select(k => (SelUji)k.Judul), "Gaji pokok"]).Orang(RuangLoket.OrangBaru()).Isi())), StringComparison.Ordinal);

    [Fact]
    public void A_column_that_stands_twice_is_named() => Assert.Contains("ada dua kali (B dan L)",
        Ditolak(PembacaDaftar.Berkas(new BukuUji().Judul([.. KolomDaftar.Semua.Select(k => (SelUji)k.Judul), "NIK"]).Orang(RuangLoket.OrangBaru()).Isi())), StringComparison.Ordinal);

    [Fact]
    public void More_than_five_hundred_people_are_told_to_be_split()
    {
        var buku = new BukuUji();
        for (var i = 0; i <= PembacaDaftar.BarisTerbanyak; i++)
        {
            buku.Orang(RuangLoket.OrangBaru());
        }

        Assert.Contains("lebih dari 500 orang", Ditolak(PembacaDaftar.Berkas(buku.Isi())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_above_the_heading_and_columns_in_another_order_are_read()
    {
        var d = RuangLoket.OrangBaru();
        var buku = new BukuUji().Judul("Daftar pegawai").Tambah(["NIK", "Nama", "Unit kerja", "Jabatan", "Nomor HP", "Email", "Status", "NIP"])
            .Tambah([d.Nik, d.Nama, d.UnitKerja, d.Jabatan, d.Ponsel, d.Surel, "pns", d.Nip]);
        var baris = Assert.Single(Terbaca(PembacaDaftar.Berkas(buku.Isi())).Baris);
        Assert.Equal((3, d.Nik, d.Nama, d.Surel), (baris.Nomor, baris[BidangPermohonan.Nik], baris[BidangPermohonan.Nama], baris[BidangPermohonan.Surel]));
    }

    [Theory]
    [InlineData(";", "utf-8")]
    [InlineData(",", "utf-8-bom")]
    [InlineData("\t", "utf-16")]
    public void A_CSV_is_read_with_any_separator_and_mark(string pemisah, string sandi)
    {
        var d = RuangLoket.OrangBaru() with { Nama = "Siti Nur’aini", Jabatan = $"Arsiparis{pemisah}Ahli \"Muda\"" };
        string Baris(IEnumerable<string> sel) => string.Join(pemisah, sel.Select(s => $"\"{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";
        var teks = Baris(KolomDaftar.Semua.Select(k => k.Judul)) + Baris(KolomDaftar.Isi(d));
        byte[] isi = sandi switch
        {
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(teks)],
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(teks)],
            _ => Encoding.UTF8.GetBytes(teks),
        };
        var baris = Assert.Single(Terbaca(PembacaDaftar.Berkas(isi)).Baris);
        Assert.Equal((d.Nama, d.Jabatan, d.Nik), (baris[BidangPermohonan.Nama], baris[BidangPermohonan.Jabatan], baris[BidangPermohonan.Nik]));
    }

    [Fact]
    public void A_CSV_in_another_encoding_is_told() => Assert.Contains("CSV UTF-8",
        Ditolak(PembacaDaftar.Berkas([.. "Nama;NIK\nSiti Nur"u8, 0x92, .. "aini;1\n"u8])), StringComparison.Ordinal);

    [Fact]
    public void Cells_pasted_without_a_heading_are_taken_in_the_order_of_the_template()
    {
        var (a, b) = (RuangLoket.OrangBaru(), RuangLoket.OrangBaru());
        var hasil = Terbaca(PembacaDaftar.Tempelan(string.Join('\t', KolomDaftar.Isi(a)) + "\n\n" + string.Join('\t', KolomDaftar.Isi(b)) + "\n"));
        Assert.Equal([a.Nik, b.Nik], hasil.Baris.Select(r => r[BidangPermohonan.Nik]));
        Assert.Equal("Baris 2: Baris kosong dilewati.", Assert.Single(hasil.Catatan).Lengkap);
    }

    [Fact]
    public void Pasted_prose_is_no_list() => Assert.Contains("bukan kolom lembar kerja", Ditolak(PembacaDaftar.Tempelan("mohon dibuatkan untuk Budi")), StringComparison.Ordinal);

    private static byte[] Zip(params (string Nama, string Isi)[] bagian)
    {
        using var isi = new MemoryStream();
        using (var zip = new ZipArchive(isi, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nama, teks) in bagian)
            {
                using var tulis = new StreamWriter(zip.CreateEntry(nama).Open());
                tulis.Write(teks);
            }
        }

        return isi.ToArray();
    }
}
