using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>Which service may be asked for a certificate, and since when. Sentences say what to do instead.</summary>
public static class SyaratLayanan
{
    /// <summary>Why this service cannot be begun; null when it can.</summary>
    /// <param name="layanan">The service.</param>
    /// <param name="sertifikat">The person's newest certificate; null when the register has none.</param>
    /// <param name="hariTawar">Days before the end from which a renewal is offered (setting).</param>
    /// <param name="otoritas">Beside BSrE many certificates are older than the portal: the register need not have the one that is renewed or changed.</param>
    /// <param name="kini">The database's clock.</param>
    public static string? Keberatan(Layanan layanan, SertifikatTerbit? sertifikat, int hariTawar, ModeOtoritas otoritas, DateTimeOffset kini) => (layanan, sertifikat) switch
    {
        (Layanan.Penerbitan, { } ada) when ada.Berlaku(kini) =>
            $"Anda sudah memegang sertifikat elektronik yang berlaku sampai {Tanggal(ada.BerlakuSampai)}. Buka “Sertifikat saya” untuk memperpanjang, mengubah datanya, atau mencabutnya.",
        (Layanan.Penerbitan, _) => null,
        (Layanan.Perpanjangan or Layanan.PerubahanData, null) when otoritas == ModeOtoritas.Bsre => null,
        (_, null) => "Portal ini belum mencatat sertifikat elektronik atas nama Anda. Ajukan penerbitan dahulu.",
        (_, { } s) when SaatAjukan(layanan, s, kini) is { } kalimat => kalimat,
        // While the file is not recorded its end is only reckoned, and refuses nobody.
        (Layanan.Perpanjangan, { Serial: not null } s) when kini < TawarSejak(s, hariTawar) =>
            $"Perpanjangan dapat diajukan mulai {Tanggal(TawarSejak(s, hariTawar))}, {hariTawar} hari sebelum sertifikat berakhir.",
        _ => null,
    };

    /// <summary>Why a request on this certificate cannot be sent any more: it ended while the draft lay. Null when it can.</summary>
    public static string? SaatAjukan(Layanan layanan, SertifikatTerbit sertifikat, DateTimeOffset kini) => (layanan, sertifikat) switch
    {
        (Layanan.Penerbitan, _) => null,
        (_, { Status: StatusSertifikat.Dicabut }) => "Sertifikat ini sudah dicabut. Bila Anda masih memerlukannya, ajukan penerbitan baru.",
        (_, { Status: StatusSertifikat.Digantikan }) => "Sertifikat ini sudah digantikan dengan yang lebih baru. Buka “Sertifikat saya”, lalu pilih sertifikat yang berlaku.",
        (_, { } s) when !s.Berlaku(kini) => $"Masa berlaku sertifikat ini berakhir {Tanggal(s.BerlakuSampai)}. Ajukan penerbitan baru.",
        _ => null,
    };

    /// <summary>The moment from which a renewal is offered.</summary>
    public static DateTimeOffset TawarSejak(SertifikatTerbit sertifikat, int hariTawar)
    {
        ArgumentNullException.ThrowIfNull(sertifikat);
        return sertifikat.BerlakuSampai.AddDays(-hariTawar);
    }

    private static string Tanggal(DateTimeOffset saat) => TeksWaktu.TanggalPanjang(Jakarta.Tanggal(saat));
}
