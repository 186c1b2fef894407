using System.IO.Compression;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Reads a list of people out of what the counter was given: an XLSX, a CSV, or cells pasted from a spreadsheet.</summary>
public static class PembacaDaftar
{
    /// <summary>Most people on one letter.</summary>
    public const int BarisTerbanyak = 500;

    /// <summary>Largest file, in bytes.</summary>
    public const int UkuranTerbesar = 5 * 1024 * 1024;

    /// <summary>Largest content of a sheet once unpacked, in bytes: a zip bomb ends here.</summary>
    internal const long UraianTerbesar = 48L * 1024 * 1024;

    private const int BagianTerbanyak = 200;

    private const string BukanDaftar = "Berkas ini bukan daftar XLSX atau CSV. Pakai templat dari halaman ini, isi, lalu simpan sebagai Excel Workbook (.xlsx).";
    private const string Rusak = "Berkas XLSX ini rusak atau tidak lengkap. Buka di aplikasi lembar kerja, simpan lagi sebagai .xlsx, lalu unggah ulang.";

    /// <summary>The refusal of a file that is larger than <see cref="UkuranTerbesar"/>.</summary>
    public static HasilBaca TerlaluBesar { get; } =
        new HasilBaca.Ditolak($"Berkas ini lebih besar dari {UkuranTerbesar / (1024 * 1024)} MB. Hapus gambar dan lembar lain, lalu simpan lagi.");

    /// <summary>Reads a file; what it is decides its content, not its name.</summary>
    /// <param name="isi">Its bytes.</param>
    /// <param name="bentuk">Its columns; null: the list of people.</param>
    public static HasilBaca Berkas(byte[] isi, BentukDaftar? bentuk = null)
    {
        ArgumentNullException.ThrowIfNull(isi);
        bentuk ??= BentukDaftar.Orang;
        if (isi.Length == 0)
        {
            return new HasilBaca.Ditolak("Berkas ini kosong. Pilih berkas daftar yang sudah diisi.");
        }

        if (isi.Length > UkuranTerbesar)
        {
            return TerlaluBesar;
        }

        return isi switch
        {
            [0x50, 0x4B, 3, 4, ..] => Zip(isi, bentuk),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new HasilBaca.Ditolak(
                System.Text.Encoding.Unicode.GetString(isi).Contains("EncryptedPackage", StringComparison.Ordinal)
                    ? "Berkas ini dikunci dengan kata sandi. Buka, hapus kata sandinya, simpan, lalu unggah ulang."
                    : "Berkas ini memakai format Excel lama (.xls). Buka, pilih Simpan Sebagai, Excel Workbook (.xlsx), lalu unggah hasilnya."),
            _ => PembacaTeks.Csv(isi, bentuk) ?? new HasilBaca.Ditolak(BukanDaftar),
        };
    }

    /// <summary>Reads cells pasted from a spreadsheet, with or without their heading.</summary>
    public static HasilBaca Tempelan(string? teks, BentukDaftar? bentuk = null) => PembacaTeks.Tempelan(teks ?? "", bentuk ?? BentukDaftar.Orang);

    private static HasilBaca Zip(byte[] isi, BentukDaftar bentuk)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(isi, writable: false), ZipArchiveMode.Read))
            {
                if (Keberatan(zip) is { } kalimat)
                {
                    return new HasilBaca.Ditolak(kalimat);
                }
            }

            return PembacaXlsx.Baca(isi, bentuk);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException
            or FileFormatException or FormatException or OverflowException or KeyNotFoundException or ArgumentException or EndOfStreamException or NotSupportedException)
        {
            // What the libraries throw at a broken package; a bug of ours in reading it would be one of theirs as well.
            return new HasilBaca.Ditolak(Rusak);
        }
    }

    private static string? Keberatan(ZipArchive zip)
    {
        var nama = zip.Entries.Select(e => e.FullName).ToList();
        if (nama.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return "Berkas ini berisi makro, yang tidak diterima. Simpan sebagai Excel Workbook (.xlsx) tanpa makro, lalu unggah ulang.";
        }

        if (!nama.Contains("xl/workbook.xml", StringComparer.OrdinalIgnoreCase))
        {
            return nama.Contains("mimetype") && nama.Contains("content.xml")
                ? "Berkas ini berformat OpenDocument (.ods). Buka, pilih Simpan Sebagai, Excel 2007–365 (.xlsx), lalu unggah hasilnya."
                : BukanDaftar;
        }

        return zip.Entries.Count > BagianTerbanyak || Uraian(zip) > UraianTerbesar
            ? "Isi berkas ini jauh lebih besar dari daftar biasa, sehingga tidak dibuka. Salin barisnya saja ke templat, lalu unggah."
            : null;
    }

    /// <summary>Bytes that really come out, counted up to the limit: what the directory claims may be a lie.</summary>
    private static long Uraian(ZipArchive zip)
    {
        long jumlah = 0;
        var penyangga = new byte[81920];
        foreach (var bagian in zip.Entries)
        {
            using var aliran = bagian.Open();
            int n;
            while (jumlah <= UraianTerbesar && (n = aliran.Read(penyangga, 0, penyangga.Length)) > 0)
            {
                jumlah += n;
            }
        }

        return jumlah;
    }
}
