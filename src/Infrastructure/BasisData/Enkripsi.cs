using System.Security.Cryptography;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>
/// AES-256-GCM for personal values under a key per request, so that destroying the key destroys the values.
/// Layout of a sealed value: 12 random nonce bytes, 16 tag bytes, ciphertext.
/// </summary>
public static class Enkripsi
{
    /// <summary>Length of a key in bytes.</summary>
    public const int PanjangKunci = 32;

    private const int PanjangNonce = 12;
    private const int PanjangTag = 16;

    /// <summary>A new random key of <see cref="PanjangKunci"/> bytes.</summary>
    public static byte[] KunciBaru() => RandomNumberGenerator.GetBytes(PanjangKunci);

    /// <summary>Seals a value. <paramref name="aad"/> names the place it is kept in and must be given again to open it.</summary>
    /// <exception cref="ArgumentException">The key is not 32 bytes long.</exception>
    public static byte[] Segel(byte[] kunci, ReadOnlySpan<byte> isi, ReadOnlySpan<byte> aad)
    {
        using var aes = Aes(kunci);
        var hasil = new byte[PanjangNonce + PanjangTag + isi.Length];
        var nonce = hasil.AsSpan(0, PanjangNonce);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, isi, hasil.AsSpan(PanjangNonce + PanjangTag), hasil.AsSpan(PanjangNonce, PanjangTag), aad);
        return hasil;
    }

    /// <summary>Opens a value that <see cref="Segel"/> sealed.</summary>
    /// <exception cref="ArgumentException">The key is not 32 bytes long.</exception>
    /// <exception cref="CryptographicException">Wrong key, wrong <paramref name="aad"/>, or the value was changed or cut.</exception>
    public static byte[] Buka(byte[] kunci, ReadOnlySpan<byte> tersegel, ReadOnlySpan<byte> aad)
    {
        using var aes = Aes(kunci);
        if (tersegel.Length < PanjangNonce + PanjangTag)
        {
            throw new CryptographicException("A sealed value is shorter than its nonce and tag.");
        }

        var isi = new byte[tersegel.Length - PanjangNonce - PanjangTag];
        aes.Decrypt(
            tersegel[..PanjangNonce],
            tersegel[(PanjangNonce + PanjangTag)..],
            tersegel.Slice(PanjangNonce, PanjangTag),
            isi,
            aad);
        return isi;
    }

    private static AesGcm Aes(byte[] kunci)
    {
        ArgumentNullException.ThrowIfNull(kunci);
        return kunci.Length == PanjangKunci
            ? new AesGcm(kunci, PanjangTag)
            : throw new ArgumentException("The key must have 32 bytes.", nameof(kunci));
    }
}
