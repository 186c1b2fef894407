using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>
/// The keys that seal Data Protection's keys in the database. They stand in a file outside of it, so that a dump alone opens neither
/// documents nor sessions: base64 of 32 random bytes a line, the first line seals, every line opens (a new key goes on top).
/// </summary>
public sealed class KunciPelindung
{
    /// <summary>The setting that names the file.</summary>
    public const string Setelan = "KunciPelindung:Berkas";

    private static readonly byte[] Tempat = "kunci_proteksi"u8.ToArray();

    private readonly Dictionary<string, byte[]> _kunci;

    private KunciPelindung(IReadOnlyList<byte[]> kunci)
    {
        _kunci = kunci.ToDictionary(Tanda);
        TandaUtama = Tanda(kunci[0]);
    }

    /// <summary>Name of the key that seals: the head of its digest, which gives nothing of it away.</summary>
    internal string TandaUtama { get; }

    /// <summary>Reads the file that the setting names. Null without the setting: nothing is then sealed (the portal itself does not start so).</summary>
    /// <exception cref="KunciPelindungException">No such file, open to others, or not a key a line.</exception>
    public static KunciPelindung? Baca(IConfiguration konfigurasi)
    {
        if (konfigurasi[Setelan] is not { Length: > 0 } berkas)
        {
            return null;
        }

        if (!File.Exists(berkas))
        {
            throw new KunciPelindungException($"Berkas kunci pelindung {berkas} tidak ada. Kembalikan berkas itu dari cadangannya, atau betulkan {Setelan}.");
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(berkas).HasFlag(UnixFileMode.OtherRead))
        {
            throw new KunciPelindungException($"Berkas kunci pelindung {berkas} dapat dibaca semua pengguna komputer ini. Tutup dahulu dengan: chmod 600 {berkas}");
        }

        var kunci = Isi(berkas).Select(b => b.Trim()).Where(b => b.Length > 0).Select(Urai).ToList();
        return kunci.Count > 0 && kunci.TrueForAll(k => k is not null)
            ? new KunciPelindung([.. kunci.OfType<byte[]>().DistinctBy(Tanda)])
            : throw new KunciPelindungException(
                $"Berkas kunci pelindung {berkas} tidak berisi kunci. Tiap baris memuat satu kunci: 32 byte acak dalam base64, misalnya dari: head -c 32 /dev/urandom | base64");
    }

    /// <summary>Why the portal must not start with this setting: Indonesian sentences; null when it may.</summary>
    public static string? Keberatan(IConfiguration konfigurasi)
    {
        try
        {
            return Baca(konfigurasi) is null
                ? $"Kunci pelindung belum diatur. Buat berkas kunci yang hanya dapat dibaca pengguna portal (head -c 32 /dev/urandom | base64), lalu sebutkan di {Setelan} (variabel KunciPelindung__Berkas)."
                : null;
        }
        catch (KunciPelindungException e)
        {
            return e.Message;
        }
    }

    internal (string Tanda, string Tersegel) Segel(string isi) =>
        (TandaUtama, Convert.ToBase64String(Enkripsi.Segel(_kunci[TandaUtama], Encoding.UTF8.GetBytes(isi), Tempat)));

    /// <exception cref="CryptographicException">The key of that name is not in the file, or the value was changed.</exception>
    internal string Buka(string tanda, string tersegel) => _kunci.TryGetValue(tanda, out var kunci)
        ? Encoding.UTF8.GetString(Enkripsi.Buka(kunci, Convert.FromBase64String(tersegel), Tempat))
        : throw new CryptographicException($"Key {tanda} is not in the file of {Setelan}.");

    private static string[] Isi(string berkas)
    {
        try
        {
            return File.ReadAllLines(berkas);
        }
        catch (UnauthorizedAccessException)
        {
            throw new KunciPelindungException($"Berkas kunci pelindung {berkas} tidak dapat dibaca oleh pengguna yang menjalankan portal. Jadikan pengguna itu pemiliknya.");
        }
    }

    private static byte[]? Urai(string baris)
    {
        var kunci = new byte[Enkripsi.PanjangKunci];
        return Convert.TryFromBase64String(baris, kunci, out var panjang) && panjang == kunci.Length ? kunci : null;
    }

    private static string Tanda(byte[] kunci) => Convert.ToHexStringLower(SHA256.HashData(kunci))[..16];
}

/// <summary>The file of keys does not serve; the message is an Indonesian sentence for whoever runs the portal.</summary>
public sealed class KunciPelindungException(string kalimat) : Exception(kalimat);
