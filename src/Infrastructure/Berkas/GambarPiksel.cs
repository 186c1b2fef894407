using System.Globalization;
using System.Text;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>A decoded picture of 8-bit red, green and blue, as the tools write it in PPM form.</summary>
internal sealed class GambarPiksel(int lebar, int tinggi, byte[] data, int awal)
{
    public int Lebar { get; } = lebar;

    public int Tinggi { get; } = tinggi;

    /// <summary>Reads a binary PPM (P6) or PGM (P5).</summary>
    /// <exception cref="InvalidDataException">The bytes are no such picture: a tool did not do what it should.</exception>
    public static GambarPiksel BacaPpm(byte[] ppm)
    {
        var i = 0;
        var jenis = Kata(ppm, ref i);
        var lebar = int.Parse(Kata(ppm, ref i), CultureInfo.InvariantCulture);
        var tinggi = int.Parse(Kata(ppm, ref i), CultureInfo.InvariantCulture);
        var terbesar = Kata(ppm, ref i);
        var awal = i + 1;
        if (terbesar != "255")
        {
            throw new InvalidDataException($"Unexpected sample depth: {terbesar}.");
        }

        return jenis switch
        {
            "P6" when ppm.Length - awal >= 3L * lebar * tinggi => new(lebar, tinggi, ppm, awal),
            "P5" when ppm.Length - awal >= (long)lebar * tinggi => new(lebar, tinggi, Gandakan(ppm.AsSpan(awal, lebar * tinggi)), 0),
            _ => throw new InvalidDataException($"Unexpected picture form: {jenis}, {ppm.Length} bytes."),
        };
    }

    /// <summary>Mean colour of a square block, 0 to 255 a channel.</summary>
    public (double R, double G, double B) Rerata(int x0, int y0, int sisi)
    {
        long r = 0, g = 0, b = 0;
        for (var y = y0; y < y0 + sisi; y++)
        {
            var i = awal + (3 * ((y * Lebar) + x0));
            for (var x = 0; x < sisi; x++, i += 3)
            {
                r += data[i];
                g += data[i + 1];
                b += data[i + 2];
            }
        }

        double n = sisi * sisi;
        return (r / n, g / n, b / n);
    }

    /// <summary>Luminance of every pixel, 0 to 255, smoothed over 3 x 3 so that sensor noise does not pass for detail.</summary>
    public float[] Terang()
    {
        var y = new float[Lebar * Tinggi];
        for (int p = 0, i = awal; p < y.Length; p++, i += 3)
        {
            y[p] = (0.299f * data[i]) + (0.587f * data[i + 1]) + (0.114f * data[i + 2]);
        }

        return Haluskan(Haluskan(y, 1), Lebar);
    }

    private static float[] Haluskan(float[] y, int langkah)
    {
        var hasil = (float[])y.Clone();
        for (var p = langkah; p < y.Length - langkah; p++)
        {
            hasil[p] = (y[p - langkah] + (2 * y[p]) + y[p + langkah]) / 4;
        }

        return hasil;
    }

    private static byte[] Gandakan(ReadOnlySpan<byte> kelabu)
    {
        var rgb = new byte[3 * kelabu.Length];
        for (var p = 0; p < kelabu.Length; p++)
        {
            rgb.AsSpan(3 * p, 3).Fill(kelabu[p]);
        }

        return rgb;
    }

    private static string Kata(byte[] ppm, ref int i)
    {
        while (i < ppm.Length && (char.IsWhiteSpace((char)ppm[i]) || ppm[i] == '#'))
        {
            if (ppm[i] == '#')
            {
                i = Array.IndexOf(ppm, (byte)'\n', i);
            }

            i++;
        }

        var awal = i;
        while (i < ppm.Length && !char.IsWhiteSpace((char)ppm[i]))
        {
            i++;
        }

        return Encoding.ASCII.GetString(ppm, awal, i - awal);
    }
}
