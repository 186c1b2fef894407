using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>What a mailed link of an account is for.</summary>
public enum TujuanTautan
{
    /// <summary>Proves the mailbox of a new account.</summary>
    BuktiEmail,

    /// <summary>Proves a new mailbox of an account, which then goes over to it.</summary>
    GantiEmail,

    /// <summary>Sets a password: a forgotten one, or an official's first.</summary>
    AturSandi,
}

/// <summary>What a mailed link says once it is opened.</summary>
/// <param name="Tujuan">What it is for.</param>
/// <param name="AkunId">Whose account.</param>
/// <param name="Email">The mailbox it was sent to.</param>
/// <param name="Cap">The account's security stamp at that time: any later change of password or mailbox ends the link.</param>
/// <param name="Sampai">End of its validity.</param>
public sealed record IsiTautan(TujuanTautan Tujuan, Guid AkunId, string Email, string Cap, DateTimeOffset Sampai);

/// <summary>
/// Links by which accounts are proven and passwords set: sealed, dated and bound to the security stamp, so that each works once and
/// nothing needs to be stored. The links of SOP steps 5 and 7 are another matter.
/// </summary>
public sealed class TautanAkun(IDataProtectionProvider pelindung, TimeProvider jam)
{
    private readonly IDataProtector protector = pelindung.CreateProtector("KlatenSE.Akun.Tautan");

    public static TimeSpan MasaBukti { get; } = TimeSpan.FromHours(24);

    public static TimeSpan MasaLupaSandi { get; } = TimeSpan.FromHours(2);

    public static TimeSpan MasaSandiPertama { get; } = TimeSpan.FromDays(3);

    /// <summary>Makes the text of a link and the end of its validity.</summary>
    public (string Teks, DateTimeOffset Sampai) Buat(TujuanTautan tujuan, Pengguna akun, string email, TimeSpan masa)
    {
        var sampai = jam.GetUtcNow() + masa;
        var isi = new IsiTautan(tujuan, akun.Id, email, akun.SecurityStamp ?? "", sampai);
        return (WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(isi))), sampai);
    }

    /// <summary>Reads a link; null when it is not ours, for another purpose, or over.</summary>
    public IsiTautan? Baca(string? teks, TujuanTautan tujuan)
    {
        if (string.IsNullOrEmpty(teks) || teks.Length > 4000)
        {
            return null;
        }

        try
        {
            var isi = JsonSerializer.Deserialize<IsiTautan>(protector.Unprotect(WebEncoders.Base64UrlDecode(teks)));
            return isi?.Tujuan == tujuan && jam.GetUtcNow() < isi.Sampai ? isi : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Typed or cut off by a mail program: the page says that the link does not hold.
            return null;
        }
    }
}
