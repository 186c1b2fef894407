namespace KlatenSE.Portal.Keamanan;

/// <summary>
/// Pages whose address may carry a mailed link's token, and the sign-in page, which carries such an address on: none of it goes out in a
/// Referer. The proxy's log leaves the query of the same paths out (deploy/README.md).
/// </summary>
internal static class AlamatBertoken
{
    private static readonly HashSet<string> Jalur = new(StringComparer.OrdinalIgnoreCase)
    {
        "/aktivasi", "/passphrase", "/atur-sandi", "/bukti-surel", "/ganti-surel", "/konfirmasi", "/masuk",
    };

    /// <summary>A slash at the end routes to the same page.</summary>
    public static bool Memuat(PathString jalur) => Jalur.Contains(jalur.Value?.TrimEnd('/') ?? "");
}
