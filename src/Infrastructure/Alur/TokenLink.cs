using System.Buffers.Text;
using System.Security.Cryptography;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>A new link. The portal's own goes into the mail with 256 random bits, of which the database keeps the hash alone; BSrE's is only followed.</summary>
/// <param name="Rahasia">The token as the mail carries it; null when BSrE sent the link.</param>
/// <param name="Batas">End of its validity.</param>
public sealed record TokenLink(Guid LinkId, string? Rahasia, DateTimeOffset Batas)
{
    internal static TokenLink Baru(DateTimeOffset batas) =>
        new(Guid.CreateVersion7(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), batas);

    internal static TokenLink MilikBsre(DateTimeOffset batas) => new(Guid.CreateVersion7(), null, batas);

    /// <summary>SHA-256 of a token; null when it is not one of ours in form.</summary>
    public static byte[]? Hash(string? token)
    {
        if (token is null || token.Length > 64 || !Base64Url.IsValid(token, out var panjang) || panjang != 32)
        {
            return null;
        }

        return SHA256.HashData(Base64Url.DecodeFromChars(token));
    }

    public override string ToString() => nameof(TokenLink);
}
