using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Loket;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>A cell as spreadsheets really write it.</summary>
internal sealed record SelUji(string Teks, string Jenis = "teks", uint Gaya = 0)
{
    public static implicit operator SelUji(string teks) => new(teks);

    public static SelUji Angka(string nilai) => new(nilai, "angka");

    public static SelUji Tanggal(string hari) => new(hari, "angka", 1);

    public static SelUji Rumus(string rumus) => new(rumus, "rumus");

    public static SelUji Galat(string galat) => new(galat, "galat");

    public static SelUji Benar { get; } = new("1", "logika");
}

/// <summary>Writes workbooks with everything that a list should not have.</summary>
internal sealed class BukuUji
{
    private readonly List<(SelUji[] Sel, bool Tersembunyi)> _baris = [([.. KolomDaftar.Semua.Select(k => (SelUji)k.Judul)], false)];
    private readonly List<string> _gabungan = [];

    /// <summary>The sheets' names; the rows stand on the first.</summary>
    public string[] Lembar { get; init; } = ["Daftar"];

    public bool Makro { get; init; }

    public int Jumlah => _baris.Count;

    public static SelUji[] Sel(DataPemohon d) => [.. KolomDaftar.Isi(d).Select(s => (SelUji)s)];

    public BukuUji Judul(params SelUji[] sel)
    {
        _baris[0] = (sel, false);
        return this;
    }

    public BukuUji Tambah(SelUji[] sel, bool tersembunyi = false)
    {
        _baris.Add((sel, tersembunyi));
        return this;
    }

    public BukuUji Orang(DataPemohon d, params (BidangPermohonan Bidang, SelUji Sel)[] ganti)
    {
        var sel = Sel(d);
        foreach (var (bidang, isi) in ganti)
        {
            sel[KolomDaftar.Urutan(bidang)] = isi;
        }

        return Tambah(sel);
    }

    public BukuUji Gabung(string rentang)
    {
        _gabungan.Add(rentang);
        return this;
    }

    public byte[] Isi()
    {
        using var aliran = new MemoryStream();
        using (var dokumen = SpreadsheetDocument.Create(aliran, Makro ? SpreadsheetDocumentType.MacroEnabledWorkbook : SpreadsheetDocumentType.Workbook))
        {
            var buku = dokumen.AddWorkbookPart();
            if (Makro)
            {
                using var vba = new MemoryStream([1, 2, 3]);
                buku.AddNewPart<VbaProjectPart>().FeedData(vba);
            }

            buku.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var bersama = buku.AddNewPart<SharedStringTablePart>();
            bersama.SharedStringTable = new SharedStringTable();
            var daftar = new Sheets();
            foreach (var (nama, ke) in Lembar.Select((n, i) => (n, i)))
            {
                var bagian = buku.AddNewPart<WorksheetPart>();
                bagian.Worksheet = new Worksheet(ke == 0 ? Baris(bersama.SharedStringTable) : new SheetData());
                if (ke == 0 && _gabungan.Count > 0)
                {
                    bagian.Worksheet.Append(new MergeCells(_gabungan.Select(g => new MergeCell { Reference = g })));
                }

                daftar.Append(new Sheet { Id = buku.GetIdOfPart(bagian), SheetId = (uint)ke + 1, Name = nama });
            }

            buku.Workbook = new Workbook(daftar);
        }

        return aliran.ToArray();
    }

    private SheetData Baris(SharedStringTable bersama)
    {
        var data = new SheetData();
        for (var r = 0; r < _baris.Count; r++)
        {
            var row = new Row { RowIndex = (uint)r + 1 };
            if (_baris[r].Tersembunyi)
            {
                row.Hidden = true;
            }

            for (var k = 0; k < _baris[r].Sel.Length; k++)
            {
                if (_baris[r].Sel[k].Teks.Length > 0)
                {
                    row.Append(Sel(_baris[r].Sel[k], $"{KolomDaftar.Huruf(k)}{r + 1}", bersama));
                }
            }

            data.Append(row);
        }

        return data;
    }

    private static Cell Sel(SelUji s, string acuan, SharedStringTable bersama)
    {
        switch (s.Jenis)
        {
            case "angka":
                return new Cell { CellReference = acuan, StyleIndex = s.Gaya, CellValue = new CellValue(s.Teks) };
            case "rumus":
                return new Cell { CellReference = acuan, CellFormula = new CellFormula(s.Teks), CellValue = new CellValue("1") };
            case "galat":
                return new Cell { CellReference = acuan, DataType = CellValues.Error, CellValue = new CellValue(s.Teks) };
            case "logika":
                return new Cell { CellReference = acuan, DataType = CellValues.Boolean, CellValue = new CellValue(s.Teks) };
            default:
                bersama.Append(new SharedStringItem(new Text(s.Teks) { Space = SpaceProcessingModeValues.Preserve }));
                return new Cell { CellReference = acuan, DataType = CellValues.SharedString, CellValue = new CellValue((bersama.ChildElements.Count - 1).ToString()) };
        }
    }
}
