using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>What became of a change to an account.</summary>
/// <param name="Kalimat">Why not and what to do, or null when it is done.</param>
/// <param name="Bidang">The field that the sentence belongs to, when there is one.</param>
public sealed record HasilAkun(string? Kalimat = null, string? Bidang = null)
{
    public static HasilAkun Baik { get; } = new();

    public bool Berhasil => Kalimat is null;

    /// <summary>The first fault that Identity names.</summary>
    public static HasilAkun Dari(IdentityResult hasil, string? bidang = null) =>
        hasil.Succeeded ? Baik : new(hasil.Errors.First().Description, bidang);
}
