using KlatenSE.Domain.Pencocokan;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>What came of one question to BSrE: a status, or one of the failures. Who goes away gets neither, but a cancellation.</summary>
public abstract record JawabanBsre
{
    private JawabanBsre()
    {
    }

    /// <summary>BSrE answered.</summary>
    /// <param name="Isi">The status.</param>
    /// <param name="Kode">Its code where there is one (1111, 1110, 2011).</param>
    /// <param name="Http">The HTTP status.</param>
    public sealed record Status(StatusBsre Isi, int? Kode, int Http) : JawabanBsre;

    /// <summary>No usable answer.</summary>
    /// <param name="Jenis">Which failure.</param>
    /// <param name="Http">The HTTP status where there was one.</param>
    /// <param name="Kode">BSrE's own code where there was one.</param>
    /// <param name="Tunggu">How long BSrE asks to wait (Retry-After).</param>
    public sealed record Gagal(GagalBsre Jenis, int? Http = null, int? Kode = null, TimeSpan? Tunggu = null) : JawabanBsre;
}

/// <summary>Every way in which a question may fail, told apart.</summary>
public enum GagalBsre
{
    /// <summary>HTTP 200 that carries <c>error</c>.</summary>
    GalatDalamJawaban,

    /// <summary>The body is no JSON object, or empty.</summary>
    JsonRusak,

    /// <summary>The answer is something else than JSON by its own word.</summary>
    JenisKontenSalah,

    /// <summary>A status that the documents do not have, or that does not go with its code.</summary>
    StatusAsing,

    /// <summary>401 or 403: the credentials are wrong.</summary>
    SandiSalah,

    /// <summary>4014 or 4015: BSrE does not accept the NIK's form.</summary>
    DataDitolak,

    /// <summary>429.</summary>
    TerlaluSering,

    /// <summary>503.</summary>
    TidakTersedia,

    /// <summary>504.</summary>
    GerbangHabisWaktu,

    /// <summary>Another 5xx.</summary>
    GalatServer,

    /// <summary>Another HTTP status, a redirection for example: the address is not that of the API.</summary>
    AlamatSalah,

    /// <summary>No complete answer in time.</summary>
    HabisWaktu,

    SambunganDitolak,

    /// <summary>The connection broke before the answer was complete.</summary>
    SambunganPutus,

    NamaTidakDitemukan,

    /// <summary>The server's TLS certificate is vouched for by nobody that is trusted here.</summary>
    TlsTidakDipercaya,

    TlsKedaluwarsa,

    /// <summary>The server's TLS certificate is that of another host.</summary>
    TlsNamaLain,

    /// <summary>TLS failed otherwise.</summary>
    TlsGagal,

    TerlaluBesar,
}

/// <summary>The failures for who looks after the server, and whom each concerns.</summary>
public static class KataGagalBsre
{
    /// <summary>The failure in words that say what to look at; no name, number or address.</summary>
    public static string Nama(this GagalBsre gagal) => gagal switch
    {
        GagalBsre.GalatDalamJawaban => "BSrE menjawab dengan galat",
        GagalBsre.JsonRusak => "jawaban BSrE rusak dan tidak dapat dibaca",
        GagalBsre.JenisKontenSalah => "jawaban BSrE bukan JSON",
        GagalBsre.StatusAsing => "BSrE menyebut status yang tidak dikenal",
        GagalBsre.SandiSalah => "nama pengguna atau sandi layanan ditolak; perbaiki Bsre:Pengguna dan Bsre:Sandi",
        GagalBsre.DataDitolak => "BSrE tidak menerima bentuk NIK",
        GagalBsre.TerlaluSering => "BSrE meminta jeda karena terlalu sering ditanya (429)",
        GagalBsre.TidakTersedia => "layanan BSrE sedang tidak tersedia (503)",
        GagalBsre.GerbangHabisWaktu => "gerbang BSrE kehabisan waktu (504)",
        GagalBsre.GalatServer => "server BSrE bermasalah (5xx)",
        GagalBsre.AlamatSalah => "alamat layanan bukan API yang diharapkan; periksa Bsre:Alamat",
        GagalBsre.HabisWaktu => "BSrE tidak menjawab sampai batas waktu",
        GagalBsre.SambunganDitolak => "sambungan ditolak; periksa apakah e-Sign Client Service berjalan",
        GagalBsre.SambunganPutus => "sambungan terputus sebelum jawaban lengkap",
        GagalBsre.NamaTidakDitemukan => "nama server tidak ditemukan; periksa Bsre:Alamat dan DNS",
        GagalBsre.TlsTidakDipercaya => "sertifikat TLS server tidak dipercaya; periksa Bsre:BerkasCa",
        GagalBsre.TlsKedaluwarsa => "sertifikat TLS server kedaluwarsa",
        GagalBsre.TlsNamaLain => "sertifikat TLS server milik nama lain; periksa Bsre:Alamat",
        GagalBsre.TlsGagal => "sambungan TLS gagal",
        GagalBsre.TerlaluBesar => "jawaban BSrE terlalu besar",
    };

    /// <summary>True: the service as a whole is away or must not be asked now. False: it answered, and only this answer is of no use.</summary>
    public static bool SeluruhLayanan(this GagalBsre gagal) => gagal switch
    {
        GagalBsre.SandiSalah or GagalBsre.TerlaluSering or GagalBsre.TidakTersedia or GagalBsre.GerbangHabisWaktu or GagalBsre.GalatServer
            or GagalBsre.AlamatSalah or GagalBsre.HabisWaktu or GagalBsre.SambunganDitolak or GagalBsre.SambunganPutus or GagalBsre.NamaTidakDitemukan
            or GagalBsre.TlsTidakDipercaya or GagalBsre.TlsKedaluwarsa or GagalBsre.TlsNamaLain or GagalBsre.TlsGagal => true,
        GagalBsre.GalatDalamJawaban or GagalBsre.JsonRusak or GagalBsre.JenisKontenSalah or GagalBsre.StatusAsing or GagalBsre.DataDitolak or GagalBsre.TerlaluBesar => false,
    };
}
