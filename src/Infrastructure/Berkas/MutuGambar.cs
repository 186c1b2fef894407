namespace KlatenSE.Infrastructure.Berkas;

/// <summary>
/// What can be measured in a decoded picture: how much of it is in colour and how sharp its sharpest details are.
/// Thresholds were found by trying the sample documents turned, scaled, dimmed, recompressed, noisy and blurred.
/// </summary>
/// <param name="BagianBerwarna">0 to 1: share of the pixels with content that are truly coloured (not merely tinted paper or light).</param>
/// <param name="Ketajaman">0 (no detail) to 1 (crisp): how much of the detail at edges a slight blur would take away.</param>
internal sealed record MutuGambar(double BagianBerwarna, double Ketajaman)
{
    /// <summary>Below this share a KTP is a grey photocopy: refused.</summary>
    public const double BatasKelabu = 0.02;

    /// <summary>Below this share colour is scarce: taken, with advice.</summary>
    public const double BatasPucat = 0.05;

    /// <summary>Below this the text cannot be expected to be legible: taken, with advice.</summary>
    public const double BatasBuram = 0.47;

    private const int SisiPetak = 32;

    /// <summary>Measures a picture. <paramref name="abaikanTepi"/> leaves the outer fifth out of the colour measure (a table around a card).</summary>
    public static MutuGambar Ukur(GambarPiksel gambar, bool abaikanTepi) =>
        new(UkurWarna(gambar, abaikanTepi), UkurKetajaman(gambar));

    private static double UkurWarna(GambarPiksel gambar, bool abaikanTepi)
    {
        // Averaging blocks first takes away the colour noise of cheap cameras and of JPEG's chroma.
        var sisi = Math.Max(1, Math.Max(gambar.Lebar, gambar.Tinggi) / 160);
        var kolom = gambar.Lebar / sisi;
        var baris = gambar.Tinggi / sisi;
        if (abaikanTepi)
        {
            var (berisi, berwarna) = HitungWarna(gambar, sisi, kolom / 5, kolom - (kolom / 5), baris / 5, baris - (baris / 5));
            if (berisi > kolom * baris / 10)
            {
                return (double)berwarna / berisi;
            }
        }

        // A small card at the edge of a scanner's white sheet.
        var (semua, warna) = HitungWarna(gambar, sisi, 0, kolom, 0, baris);
        return semua == 0 ? 0 : (double)warna / semua;
    }

    private static (int Berisi, int Berwarna) HitungWarna(GambarPiksel gambar, int sisi, int x0, int x1, int y0, int y1)
    {
        int berisi = 0, berwarna = 0;
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var (r, g, b) = gambar.Rerata(x * sisi, y * sisi, sisi);
                var terang = Math.Max(r, Math.Max(g, b));
                var gelap = Math.Min(r, Math.Min(g, b));
                if (gelap > 235 || terang < 40)
                {
                    continue;
                }

                berisi++;
                berwarna += Berwarna(r, g, b, terang, gelap) ? 1 : 0;
            }
        }

        return (berisi, berwarna);
    }

    private static bool Berwarna(double r, double g, double b, double terang, double gelap)
    {
        var kejenuhan = (terang - gelap) / terang;

        // Lamp light and old paper tint a grey copy yellow to orange, never strongly.
        var rona = g >= b && r >= g ? 60 * (g - b) / (terang - gelap + 1e-9) : 360;
        var cahayaLampu = rona is >= 12 and <= 60 && kejenuhan < 0.4;
        return kejenuhan > 0.14 && !cahayaLampu;
    }

    private static double UkurKetajaman(GambarPiksel gambar)
    {
        var terang = gambar.Terang();
        var petak = new List<(double Asli, double Kabur)>();
        for (var y = 6; y + SisiPetak + 6 <= gambar.Tinggi; y += SisiPetak)
        {
            for (var x = 6; x + SisiPetak + 6 <= gambar.Lebar; x += SisiPetak)
            {
                petak.Add(UkurPetak(terang, gambar.Lebar, x, y));
            }
        }

        // Only tiles with real edges (writing, outlines) tell; among them the sharper ones: a soft background is no fault.
        var tepi = petak
            .Where(p => p.Kabur >= 0.6)
            .Select(p => Math.Max(0, 1 - (p.Kabur / Math.Max(p.Asli, p.Kabur))))
            .Order()
            .ToList();
        return tepi.Count == 0 ? 0 : tepi[(int)(tepi.Count * 0.85)];
    }

    /// <summary>
    /// Mean difference of neighbours as they are and after a blur, noise taken out. After Crete et al. (2007):
    /// blurring a crisp picture again changes much, blurring a blurred one changes little.
    /// </summary>
    private static (double Asli, double Kabur) UkurPetak(float[] terang, int lebar, int x0, int y0)
    {
        const int Banyak = 2 * SisiPetak * SisiPetak;
        Span<int> sebaran = stackalloc int[4096];
        double asli = 0, kabur = 0;
        for (var y = y0; y < y0 + SisiPetak; y++)
        {
            for (var x = x0; x < x0 + SisiPetak; x++)
            {
                var i = (y * lebar) + x;
                foreach (var langkah in (ReadOnlySpan<int>)[1, lebar])
                {
                    var beda = Math.Abs(terang[i] - terang[i - langkah]);
                    sebaran[(int)(beda * 16)]++;
                    asli += beda;

                    // A running mean of 9 differs from its neighbour by (entering - leaving) / 9.
                    kabur += Math.Abs(terang[i + (4 * langkah)] - terang[i - (5 * langkah)]) / 9;
                }
            }
        }

        // Noise lies everywhere, edges only here and there: the small differences of a tile tell its noise.
        // 2.07: mean by 30th percentile of a half-normal spread; 0.19: what of it the blur above lets through.
        int dilalui = 0, kecil = 0;
        while ((dilalui += sebaran[kecil]) < Banyak * 0.3)
        {
            kecil++;
        }

        var derau = 2.07 * (kecil / 16.0);
        return (Bersih(asli / Banyak, derau), Bersih(kabur / Banyak, 0.19 * derau));
    }

    private static double Bersih(double beda, double derau) => Math.Sqrt(Math.Max(0, (beda * beda) - (derau * derau)));
}
