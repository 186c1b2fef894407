using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>Recognises settings that BSrE refused, without keeping them: a digest, sealed so that whoever reads the database cannot try passwords against it.</summary>
public sealed class SidikSandi(IDataProtectionProvider pelindung)
{
    private readonly IDataProtector protector = pelindung.CreateProtector("KlatenSE.Bsre.Sandi");

    internal string Buat(BsreOptions atur) => protector.Protect(Convert.ToHexStringLower(Sidik(atur)));

    /// <summary>Whether these are the settings behind a digest. A digest that cannot be read is nobody's.</summary>
    internal bool Sama(string sidik, BsreOptions atur)
    {
        try
        {
            return protector.Unprotect(sidik) == Convert.ToHexStringLower(Sidik(atur));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Sidik(BsreOptions atur) => SHA256.HashData(Encoding.UTF8.GetBytes($"{atur.Alamat}\n{atur.Pengguna}\n{atur.Sandi}"));
}
