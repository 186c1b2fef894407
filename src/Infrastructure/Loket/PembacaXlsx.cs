using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Reads the cells of a sheet one by one; nothing is kept but what the list needs.</summary>
internal static class PembacaXlsx
{
    // Excel's last column would make a row of nothing but commas huge.
    private const int KolomTerbanyak = 60;
    private const int TeksTerpanjang = 1000;
    private const int BarisDibaca = PembacaDaftar.BarisTerbanyak + 600;

    /// <summary>Reads the sheet "Daftar", or else the first that is visible.</summary>
    public static HasilBaca Baca(byte[] isi, BentukDaftar bentuk)
    {
        using var dokumen = SpreadsheetDocument.Open(new MemoryStream(isi, writable: false), false);
        var buku = dokumen.WorkbookPart ?? throw new InvalidDataException("Tanpa buku kerja.");
        if (dokumen.DocumentType is not SpreadsheetDocumentType.Workbook)
        {
            return new HasilBaca.Ditolak("Berkas ini berupa templat atau berisi makro. Simpan sebagai Excel Workbook (.xlsx), lalu unggah ulang.");
        }

        var lembar = buku.Workbook.Descendants<Sheet>().Where(s => s.State is null || s.State.Value == SheetStateValues.Visible).ToList();
        if ((lembar.Find(s => s.Name?.Value == PenulisXlsx.NamaLembar) ?? lembar.FirstOrDefault())?.Id?.Value is not { } id || buku.GetPartById(id) is not WorksheetPart bagian)
        {
            return new HasilBaca.Ditolak("Berkas ini tidak mempunyai lembar kerja yang terlihat. Pakai templat dari halaman ini.");
        }

        var (baris, gabungan) = Lembar(bagian, Bersama(buku), FormatTanggal(buku));
        return PenafsirDaftar.Tafsirkan(baris, gabungan, wajibJudul: true, bentuk);
    }

    private static (List<BarisMentah> Baris, List<string> Gabungan) Lembar(WorksheetPart bagian, List<string> bersama, HashSet<uint> tanggal)
    {
        List<BarisMentah> baris = [];
        List<string> gabungan = [];
        using var baca = OpenXmlReader.Create(bagian);
        var terakhir = 0;
        while (baca.Read())
        {
            if (baca.ElementType == typeof(Row) && baca.IsStartElement && baris.Count <= BarisDibaca)
            {
                // One row at a time is small: its columns are limited below.
                var row = (Row)baca.LoadCurrentElement()!;
                terakhir = row.RowIndex?.Value is { } n ? (int)n : terakhir + 1;
                var sel = Sel(row, bersama, tanggal);
                var satu = new BarisMentah(terakhir, sel, row.Hidden?.Value == true);
                if (!satu.Kosong || baris.Count > 0)
                {
                    baris.Add(satu);
                }
            }
            else if (baca.ElementType == typeof(MergeCell) && baca.IsStartElement && gabungan.Count < 1000)
            {
                gabungan.Add(((MergeCell)baca.LoadCurrentElement()!).Reference?.Value ?? "");
            }
        }

        // Formatted rows below the list are no rows of it.
        while (baris.Count > 0 && baris[^1].Kosong)
        {
            baris.RemoveAt(baris.Count - 1);
        }

        return (baris, gabungan);
    }

    private static Dictionary<int, SelMentah> Sel(Row row, List<string> bersama, HashSet<uint> tanggal)
    {
        Dictionary<int, SelMentah> sel = [];
        var ke = 0;
        foreach (var c in row.Elements<Cell>())
        {
            var indeks = c.CellReference?.Value is { } acuan ? Indeks(acuan) : ke;
            ke = indeks + 1;
            if (indeks < KolomTerbanyak && Isi(c, bersama, tanggal) is { } isi && (isi.Sifat != SifatSel.Teks || isi.Teks.Length > 0))
            {
                sel[indeks] = isi;
            }
        }

        return sel;
    }

    private static SelMentah Isi(Cell c, List<string> bersama, HashSet<uint> tanggal)
    {
        var nilai = c.CellValue?.Text ?? "";
        if (c.CellFormula is not null)
        {
            return new("", SifatSel.Rumus);
        }

        var jenis = c.DataType?.Value ?? CellValues.Number;
        return jenis switch
        {
            CellValues.SharedString => new(int.TryParse(nilai, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < bersama.Count ? bersama[n] : throw new InvalidDataException("Teks bersama tidak ada."), SifatSel.Teks),
            CellValues.InlineString => new(Potong(TeksKaya(c.InlineString)), SifatSel.Teks),
            CellValues.String => new(Potong(nilai), SifatSel.Teks),
            CellValues.Boolean => new(nilai, SifatSel.Logika),
            CellValues.Error => new(Potong(nilai), SifatSel.Galat),
            CellValues.Date => new(nilai, SifatSel.Tanggal),
            _ when nilai.Length == 0 => new("", SifatSel.Teks),
            _ => new(Angka(nilai), c.StyleIndex?.Value is { } gaya && tanggal.Contains(gaya) ? SifatSel.Tanggal : SifatSel.Angka),
        };
    }

    /// <summary>A whole number in plain digits; anything else as it stands.</summary>
    private static string Angka(string nilai) =>
        double.TryParse(nilai, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && Math.Abs(d) < 1e22 && d == Math.Floor(d)
            ? d.ToString("F0", CultureInfo.InvariantCulture) : Potong(nilai);

    private static List<string> Bersama(WorkbookPart buku)
    {
        List<string> daftar = [];
        if (buku.SharedStringTablePart is { } bagian)
        {
            using var baca = OpenXmlReader.Create(bagian);
            while (baca.Read())
            {
                if (baca.ElementType == typeof(SharedStringItem) && baca.IsStartElement)
                {
                    daftar.Add(Potong(TeksKaya((SharedStringItem)baca.LoadCurrentElement()!)));
                }
            }
        }

        return daftar;
    }

    /// <summary>Plain text, or the runs of a formatted one; readings beside it (phonetic) are none of it.</summary>
    private static string TeksKaya(OpenXmlElement? isi) => isi is null ? "" : string.Concat(isi.ChildElements.Select(e => e switch
    {
        Text t => t.Text,
        Run r => r.Text?.Text ?? "",
        _ => "",
    }));

    /// <summary>The cell formats that show a number as a date.</summary>
    private static HashSet<uint> FormatTanggal(WorkbookPart buku)
    {
        var gaya = buku.WorkbookStylesPart?.Stylesheet;
        var sendiri = gaya?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.FormatCode?.Value is { } kode && MenyebutTanggal(kode)).Select(f => f.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        HashSet<uint> hasil = [];
        var ke = 0u;
        foreach (var f in gaya?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (f.NumberFormatId?.Value is { } id && (id is (>= 14 and <= 22) or (>= 45 and <= 47) || sendiri.Contains(id)))
            {
                hasil.Add(ke);
            }

            ke++;
        }

        return hasil;
    }

    private static bool MenyebutTanggal(string kode)
    {
        var tanpaKutip = new StringBuilder();
        var dalam = false;
        foreach (var c in kode)
        {
            dalam = c == '"' ? !dalam : dalam;
            tanpaKutip.Append(dalam || c == '"' ? ' ' : char.ToLowerInvariant(c));
        }

        var bersih = tanpaKutip.ToString();
        return !bersih.Contains("general", StringComparison.Ordinal) && (bersih.Contains('y') || bersih.Contains("dd", StringComparison.Ordinal) || bersih.Contains("mm", StringComparison.Ordinal));
    }

    internal static int Indeks(string acuan)
    {
        var n = 0;
        foreach (var c in acuan.TakeWhile(char.IsAsciiLetter).Take(3))
        {
            n = (n * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return n - 1;
    }

    private static string Potong(string teks) => teks.Length > TeksTerpanjang ? teks[..TeksTerpanjang] : teks;
}
