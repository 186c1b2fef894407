using System.Globalization;
using System.Text;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>A PDF of one font family and one A4 page: enough for a plain letter, so that no library is needed for it.</summary>
internal sealed class PdfSederhana
{
    private const float Kiri = 72;
    private const float LebarIsi = 451;

    // Widths of Helvetica, 1/1000 em, for the characters from blank to tilde (Adobe's font metrics).
    private static readonly int[] Lebar =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly Encoding WinAnsi = CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;
    private readonly StringBuilder isi = new();
    private float y = 770;

    /// <summary>A paragraph, wrapped at the margin.</summary>
    public PdfSederhana Paragraf(string teks, float ukuran = 11, bool tebal = false, float sesudah = 8)
    {
        Tulis(teks, Kiri, LebarIsi, ukuran, tebal);
        y -= sesudah;
        return this;
    }

    /// <summary>A label with its value in two columns.</summary>
    public PdfSederhana Baris(string label, string nilai)
    {
        var awal = y;
        Tulis(label, Kiri, 150, 11, false);
        y = awal;
        Tulis(": " + nilai, Kiri + 160, LebarIsi - 160, 11, false);
        y -= 2;
        return this;
    }

    /// <summary>Moves on downwards, in points.</summary>
    public PdfSederhana Jarak(float titik)
    {
        y -= titik;
        return this;
    }

    /// <summary>The finished document.</summary>
    public byte[] Selesai(string judul)
    {
        var aliran = isi.ToString();
        string[] obyek =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
            $"<< /Length {aliran.Length} >>\nstream\n{aliran}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Title ({Lolos(judul)}) >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var letak = new List<int>();
        for (var i = 0; i < obyek.Length; i++)
        {
            letak.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{obyek[i]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {obyek.Length + 1}\n0000000000 65535 f \n");
        letak.ForEach(l => pdf.Append(CultureInfo.InvariantCulture, $"{l:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {obyek.Length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{xref}\n%%EOF\n");

        // Each character is one byte: the text holds WinAnsi codes (see Lolos), so offsets in characters are offsets in bytes.
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private void Tulis(string teks, float x, float lebar, float ukuran, bool tebal)
    {
        foreach (var baris in Bungkus(teks, lebar, ukuran))
        {
            y -= ukuran * 1.35f;
            isi.Append(CultureInfo.InvariantCulture, $"BT /{(tebal ? "F2" : "F1")} {ukuran} Tf {x} {y:0.##} Td ({Lolos(baris)}) Tj ET\n");
        }
    }

    private static IEnumerable<string> Bungkus(string teks, float lebar, float ukuran)
    {
        var baris = "";
        foreach (var kata in teks.Split(' ').SelectMany(k => Penggal(k, lebar, ukuran)))
        {
            var calon = baris.Length == 0 ? kata : baris + " " + kata;
            if (baris.Length > 0 && Ukur(calon, ukuran) > lebar)
            {
                yield return baris;
                calon = kata;
            }

            baris = calon;
        }

        yield return baris;
    }

    // A word longer than the line (a long mailbox) is cut rather than printed over the margin.
    private static IEnumerable<string> Penggal(string kata, float lebar, float ukuran)
    {
        while (kata.Length > 1 && Ukur(kata, ukuran) > lebar)
        {
            var n = kata.Length - 1;
            while (n > 1 && Ukur(kata[..n], ukuran) > lebar)
            {
                n--;
            }

            yield return kata[..n];
            kata = kata[n..];
        }

        yield return kata;
    }

    // Bold is a little wider; 8 % more is on the safe side for both.
    private static float Ukur(string teks, float ukuran) =>
        teks.Sum(c => c is >= ' ' and <= '~' ? Lebar[c - ' '] : 667) * 1.08f * ukuran / 1000;

    private static string Lolos(string teks) =>
        Encoding.Latin1.GetString(WinAnsi.GetBytes(teks)).Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)").ReplaceLineEndings(" ");
}
