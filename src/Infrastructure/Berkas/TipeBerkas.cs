namespace KlatenSE.Infrastructure.Berkas;

/// <summary>The types that are taken, told by content and never by name.</summary>
public enum TipeBerkas
{
    Jpeg,
    Png,
    Heic,
    Webp,
    Pdf,
}

internal static class PengenalTipe
{
    private static readonly string[] MerekHeic = ["heic", "heix", "heim", "heis", "mif1"];

    /// <summary>The type that the first bytes show, or null for anything else.</summary>
    public static TipeBerkas? Kenali(ReadOnlySpan<byte> isi) => isi switch
    {
        [0xFF, 0xD8, 0xFF, ..] => TipeBerkas.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => TipeBerkas.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => TipeBerkas.Webp,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => TipeBerkas.Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] when Heic(isi[8..12]) => TipeBerkas.Heic,
        _ => null,
    };

    /// <summary>Ending of the file name, without the dot.</summary>
    public static string Akhiran(this TipeBerkas tipe) => tipe switch
    {
        TipeBerkas.Jpeg => "jpg",
        TipeBerkas.Png => "png",
        TipeBerkas.Heic => "heic",
        TipeBerkas.Webp => "webp",
        TipeBerkas.Pdf => "pdf",
    };

    /// <summary>The loader of libvips that must be the one to open it.</summary>
    public static string Pembuka(this TipeBerkas tipe) => tipe switch
    {
        TipeBerkas.Jpeg => "jpegload",
        TipeBerkas.Png => "pngload",
        TipeBerkas.Heic => "heifload",
        TipeBerkas.Webp => "webpload",
        TipeBerkas.Pdf => throw new ArgumentOutOfRangeException(nameof(tipe), "PDF is not opened by libvips."),
    };

    private static bool Heic(ReadOnlySpan<byte> merek)
    {
        foreach (var m in MerekHeic)
        {
            if (System.Text.Ascii.Equals(merek, m))
            {
                return true;
            }
        }

        return false;
    }
}
