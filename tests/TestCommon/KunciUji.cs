using System.Security.Cryptography;

namespace KlatenSE.TestCommon;

/// <summary>Files of keys that seal Data Protection's keys, for tests.</summary>
public static class KunciUji
{
    /// <summary>The value of KunciPelindung:Berkas for whoever needs no key of its own. Always the same key: two test processes may share the file.</summary>
    public static string Berkas { get; } = Buat(Path.Combine(AppContext.BaseDirectory, "kunci-uji"), Convert.ToBase64String(SHA256.HashData("kunci uji"u8)));

    /// <summary>Writes a file of keys, one a line, closed to others; a random one when none is given.</summary>
    public static string Buat(string berkas, params string[] kunci)
    {
        var baru = $"{berkas}.{Environment.ProcessId}";
        File.WriteAllLines(baru, kunci is [] ? [Acak()] : kunci);
        Hak(baru, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(baru, berkas, overwrite: true);
        return berkas;
    }

    /// <summary>Sets the rights of a file.</summary>
    public static void Hak(string berkas, UnixFileMode hak)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(berkas, hak);
        }
    }

    /// <summary>A random key as a line of the file.</summary>
    public static string Acak() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
