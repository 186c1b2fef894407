using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.BsreStandIn;

/// <summary>Where a registration stands inside the stand-in. Which word the API says for it stands in <see cref="Orang.StatusBsre"/>.</summary>
internal enum Keadaan
{
    MenungguAktivasi,
    MenungguVerifikasi,
    MenungguPassphrase,
    Diproses,
    Terbit,
    Ditolak,
    Ditangguhkan,
    Dicabut,
}

internal enum JenisTautan
{
    Aktivasi,
    Passphrase,
}

/// <summary>One link that was mailed. It stays known after its end, so that the page can say what became of it.</summary>
internal sealed class Tautan(Orang orang, JenisTautan jenis, string token, DateTimeOffset batas)
{
    public Orang Orang => orang;

    public JenisTautan Jenis => jenis;

    public string Token => token;

    public DateTimeOffset Batas => batas;

    public bool Dipakai { get; set; }

    public string Jalur => $"/{(jenis == JenisTautan.Aktivasi ? "aktivasi" : "passphrase")}/{token}";

    /// <summary>Why the link opens nothing, or null when it does.</summary>
    public string? Keberatan(DateTimeOffset kini) =>
        Dipakai ? "Link ini sudah dipakai." :
        orang.Tautan != this ? "Link ini sudah diganti oleh link yang lebih baru. Buka email terbaru dari BSrE." :
        kini >= batas ? $"Link {(jenis == JenisTautan.Aktivasi ? "aktivasi" : "passphrase")} sudah kedaluwarsa. Mintalah link baru kepada verifikator instansi Anda." :
        null;
}

/// <summary>A person as BSrE knows them. Changed only by <see cref="Pendaftaran"/>, under its lock.</summary>
internal sealed class Orang(string id, DataOrang data)
{
    public string Id => id;

    public DataOrang Data { get; set; } = data;

    public Keadaan Keadaan { get; set; }

    /// <summary>Registered alone, without the verifikator.</summary>
    public bool Mandiri { get; init; }

    /// <summary>A renewal runs; the certificate at hand stays until the new one is issued.</summary>
    public bool Perpanjangan { get; set; }

    /// <summary>Reason of the last return, refusal, suspension or revocation.</summary>
    public string? Alasan { get; set; }

    /// <summary>The newest link.</summary>
    public Tautan? Tautan { get; set; }

    public bool DataBenar { get; set; }

    public byte[]? Ktp { get; set; }

    public byte[]? Selfie { get; set; }

    public string? SandiAkun { get; set; }

    /// <summary>When the passphrase was set. The passphrase itself is kept nowhere.</summary>
    public DateTimeOffset? PassphrasePada { get; set; }

    public X509Certificate2? Sertifikat { get; set; }

    /// <summary>The word that the API says; the table in README.md is this method.</summary>
    public string StatusBsre(DateTimeOffset kini) => MemperpanjangBerjalan ? "RENEW" : Keadaan switch
    {
        Keadaan.Ditangguhkan => "SUSPEND",
        Keadaan.Dicabut => "REVOKE",
        Keadaan.Terbit => kini.UtcDateTime >= Sertifikat!.NotAfter.ToUniversalTime() ? "EXPIRED" : "ISSUE",
        Keadaan.MenungguAktivasi or Keadaan.Ditolak => "NO_CERTIFICATE",
        Keadaan.MenungguPassphrase => "NEW",
        Keadaan.MenungguVerifikasi or Keadaan.Diproses => "WAITING_FOR_VERIFICATION",
    };

    private bool MemperpanjangBerjalan => Perpanjangan && Keadaan is not (Keadaan.Terbit or Keadaan.Ditangguhkan or Keadaan.Dicabut);

    public string NamaKeadaan => Keadaan switch
    {
        Keadaan.MenungguAktivasi when Alasan is not null => "Dikembalikan, menunggu aktivasi ulang",
        Keadaan.MenungguAktivasi => "Menunggu aktivasi",
        Keadaan.MenungguVerifikasi => "Menunggu persetujuan verifikator",
        Keadaan.MenungguPassphrase => "Menunggu passphrase",
        Keadaan.Diproses => "Diverifikasi BSrE",
        Keadaan.Terbit => "Sertifikat terbit",
        Keadaan.Ditolak => "Penerbitan ditolak",
        Keadaan.Ditangguhkan => "Sertifikat ditangguhkan",
        Keadaan.Dicabut => "Sertifikat dicabut",
    };
}

/// <summary>An act that BSrE's rules forbid. <paramref name="kalimat"/> is for the reader; it never holds a NIK.</summary>
internal sealed class DitolakException(int kodeHttp, string kalimat) : Exception(kalimat)
{
    public int KodeHttp => kodeHttp;
}
