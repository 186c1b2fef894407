using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Writes sheets in which every cell is text: no formula can run, and no number loses its digits.</summary>
public static class PenulisXlsx
{
    /// <summary>The sheet that is read.</summary>
    internal const string NamaLembar = "Daftar";

    private static readonly string[] Petunjuk =
    [
        "Isi satu orang per baris di lembar “Daftar”. Jangan mengubah judul kolom, jangan menggabung sel, jangan memakai rumus.",
        "Semua kolom berformat Teks, supaya NIK dan NIP tidak kehilangan angka. Bila menempel dari lembar lain, pilih “Tempel nilai” (Paste Values).",
        "Nama ditulis tanpa gelar, sama seperti di KTP. NIK 16 angka. NIP 18 angka; bagi PPPK isilah NI PPPK.",
        "Status kepegawaian: PNS, PPPK, atau Lainnya. Email harus email pribadi berakhiran .go.id, bukan email kantor.",
        "Pangkat/golongan, Kabupaten/kota, dan Provinsi boleh dikosongkan.",
        "Contoh: Sekar Wulandari | 3399015507900003 | 199007152015032002 | PNS | sekar.wulandari@contoh.go.id | 081234567890 | Penata, III/c | Arsiparis Ahli Muda | Dinas Perpustakaan dan Arsip",
    ];

    /// <summary>The empty list to fill in.</summary>
    public static byte[] Templat() => Tulis(
        (NamaLembar, [[.. KolomDaftar.Semua.Select(k => k.Judul)]]), ("Petunjuk", [.. Petunjuk.Select(p => new[] { p })]));

    /// <summary>A workbook of text cells.</summary>
    public static byte[] Tulis(params (string Nama, IReadOnlyList<string[]> Baris)[] lembar)
    {
        ArgumentNullException.ThrowIfNull(lembar);
        using var aliran = new MemoryStream();
        using (var dokumen = SpreadsheetDocument.Create(aliran, SpreadsheetDocumentType.Workbook))
        {
            var buku = dokumen.AddWorkbookPart();
            var gaya = buku.AddNewPart<WorkbookStylesPart>();
            gaya.Stylesheet = Gaya();
            var daftar = new Sheets();
            foreach (var (nama, baris) in lembar)
            {
                var bagian = buku.AddNewPart<WorksheetPart>();
                Lembar(bagian, baris);
                daftar.Append(new Sheet { Id = buku.GetIdOfPart(bagian), SheetId = (uint)daftar.ChildElements.Count + 1, Name = nama });
            }

            buku.Workbook = new Workbook(daftar);
        }

        return aliran.ToArray();
    }

    private static void Lembar(WorksheetPart bagian, IReadOnlyList<string[]> baris)
    {
        var kolom = Math.Max(1, baris.Max(b => b.Length));
        using var tulis = OpenXmlWriter.Create(bagian);
        tulis.WriteStartElement(new Worksheet());
        tulis.WriteStartElement(new Columns());
        // Empty cells of these columns are text too: what is typed there keeps its digits.
        tulis.WriteElement(new Column { Min = 1, Max = (uint)kolom, Style = 1, Width = kolom == 1 ? 110 : 24, CustomWidth = true });
        tulis.WriteEndElement();
        tulis.WriteStartElement(new SheetData());
        for (var r = 0; r < baris.Count; r++)
        {
            tulis.WriteStartElement(new Row { RowIndex = (uint)r + 1 });
            for (var k = 0; k < baris[r].Length; k++)
            {
                tulis.WriteElement(new Cell
                {
                    CellReference = $"{KolomDaftar.Huruf(k)}{r + 1}",
                    StyleIndex = r == 0 && kolom > 1 ? 2u : 1u,
                    DataType = CellValues.InlineString,
                    InlineString = new InlineString(new Text(Bersih(baris[r][k])) { Space = SpaceProcessingModeValues.Preserve }),
                });
            }

            tulis.WriteEndElement();
        }

        tulis.WriteEndElement();
        tulis.WriteEndElement();
    }

    // What XML cannot carry must not break the file.
    private static string Bersih(string teks) => string.Concat(teks.Where(System.Xml.XmlConvert.IsXmlChar));

    private static Stylesheet Gaya() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            // 49 is "@": text.
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, FontId = 1, ApplyNumberFormat = true, ApplyFont = true }));
}
