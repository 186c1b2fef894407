using System.Text.Json.Serialization;

namespace KlatenSE.Domain.Pencocokan;

/// <summary>What BSrE says of a person (e-Sign Client Service API v2, domain facts "BSrE as it works today"), with our reading of each word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatusBsre>))]
public enum StatusBsre
{
    /// <summary>NOT_REGISTERED: never entered, or forgotten again. Also what the codes 1110 and 2011 say.</summary>
    TidakTerdaftar,

    /// <summary>NO_CERTIFICATE: entered (step 4 there) or registered alone, and the activation is awaited; also after BSrE sent back or refused.</summary>
    TanpaSertifikat,

    /// <summary>NEW: the data were approved (step 6 there); the certificate waits for the passphrase (step 7).</summary>
    Baru,

    /// <summary>WAITING_FOR_VERIFICATION: before NEW it is the activated person's data that wait (step 6), after NEW the request for the certificate (step 8).</summary>
    MenungguVerifikasi,

    /// <summary>ISSUE: the certificate is active; the only status that can sign.</summary>
    Aktif,

    /// <summary>RENEW: a renewal is on its way.</summary>
    Perpanjangan,

    /// <summary>EXPIRED: the validity of the certificate is over.</summary>
    Kedaluwarsa,

    /// <summary>SUSPEND: the certificate is suspended.</summary>
    Ditangguhkan,

    /// <summary>REVOKE: the certificate was revoked.</summary>
    Dicabut,
}

/// <summary>BSrE's words for its statuses, and ours.</summary>
public static class KataStatusBsre
{
    private static readonly Dictionary<string, StatusBsre> MenurutKata = Enum.GetValues<StatusBsre>().ToDictionary(s => s.Kata(), StringComparer.Ordinal);

    /// <summary>The word as the API writes it.</summary>
    public static string Kata(this StatusBsre status) => status switch
    {
        StatusBsre.TidakTerdaftar => "NOT_REGISTERED",
        StatusBsre.TanpaSertifikat => "NO_CERTIFICATE",
        StatusBsre.Baru => "NEW",
        StatusBsre.MenungguVerifikasi => "WAITING_FOR_VERIFICATION",
        StatusBsre.Aktif => "ISSUE",
        StatusBsre.Perpanjangan => "RENEW",
        StatusBsre.Kedaluwarsa => "EXPIRED",
        StatusBsre.Ditangguhkan => "SUSPEND",
        StatusBsre.Dicabut => "REVOKE",
    };

    /// <summary>The status behind a word of the API; null for a word that the documents do not have.</summary>
    public static StatusBsre? Baca(string? kata) => kata is not null && MenurutKata.TryGetValue(kata.Trim(), out var status) ? status : null;

    /// <summary>The status for who reads the screen.</summary>
    public static string Nama(this StatusBsre status) => status switch
    {
        StatusBsre.TidakTerdaftar => "belum terdaftar",
        StatusBsre.TanpaSertifikat => "terdaftar, belum aktivasi",
        StatusBsre.Baru => "data disetujui, menunggu passphrase",
        StatusBsre.MenungguVerifikasi => "menunggu verifikasi",
        StatusBsre.Aktif => "sertifikat aktif",
        StatusBsre.Perpanjangan => "sedang diperpanjang",
        StatusBsre.Kedaluwarsa => "sertifikat kedaluwarsa",
        StatusBsre.Ditangguhkan => "sertifikat ditangguhkan",
        StatusBsre.Dicabut => "sertifikat dicabut",
    };
}
