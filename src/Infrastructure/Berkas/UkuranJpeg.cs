using System.Buffers.Binary;

namespace KlatenSE.Infrastructure.Berkas;

internal static class UkuranJpeg
{
    /// <summary>Width and height in pixels of a JPEG that an own tool wrote.</summary>
    /// <exception cref="InvalidDataException">No frame header: not such a JPEG.</exception>
    public static (int Lebar, int Tinggi) Baca(ReadOnlySpan<byte> jpeg)
    {
        for (var i = 2; i + 9 <= jpeg.Length && jpeg[i] == 0xFF;)
        {
            var tanda = jpeg[i + 1];
            if (tanda is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(i + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(i + 5)..]));
            }

            i += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(i + 2)..]);
        }

        throw new InvalidDataException("A JPEG without a frame header.");
    }
}
