using System.Buffers.Binary;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>A photo that an app wrapped in a PDF still carries its EXIF data, with the place where it was taken.</summary>
internal static class MetadataPdf
{
    /// <summary>Blanks EXIF and XMP segments of embedded JPEGs in place: lengths stay, so the cross-reference table stays right.</summary>
    public static byte[] Kosongkan(byte[] pdf)
    {
        for (var i = 0; i + 4 < pdf.Length; i++)
        {
            var lompat = pdf.AsSpan(i).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xE1]);
            if (lompat < 0)
            {
                break;
            }

            i += lompat;
            var sisa = pdf.AsSpan(i + 2);
            if (sisa.Length < 2)
            {
                break;
            }

            var panjang = BinaryPrimitives.ReadUInt16BigEndian(sisa);
            if (panjang > 2 && panjang <= sisa.Length && (sisa[2..].StartsWith("Exif\0"u8) || sisa[2..].StartsWith("http://ns.adobe.com/"u8)))
            {
                sisa[2..panjang].Clear();
            }
        }

        return pdf;
    }
}
