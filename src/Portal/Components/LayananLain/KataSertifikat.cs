using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Components.Bersama;

namespace KlatenSE.Portal.Components.LayananLain;

/// <summary>The words for where a certificate stands in its life.</summary>
internal static class KataSertifikat
{
    public static string Nama(this KeadaanSertifikat keadaan) => keadaan switch
    {
        KeadaanSertifikat.Berlaku => "Berlaku",
        KeadaanSertifikat.SegeraBerakhir => "Segera berakhir",
        KeadaanSertifikat.Berakhir => "Berakhir",
        KeadaanSertifikat.Digantikan => "Digantikan",
        KeadaanSertifikat.Dicabut => "Dicabut",
    };

    public static Nada Nada(this KeadaanSertifikat keadaan) => keadaan switch
    {
        KeadaanSertifikat.Berlaku => Bersama.Nada.Baik,
        KeadaanSertifikat.SegeraBerakhir => Bersama.Nada.Dekat,
        KeadaanSertifikat.Berakhir or KeadaanSertifikat.Dicabut => Bersama.Nada.Lewat,
        KeadaanSertifikat.Digantikan => Bersama.Nada.Netral,
    };

    /// <summary>The state of an own certificate: whoever owns it is told of a near end by the offer.</summary>
    public static KeadaanSertifikat Keadaan(this SertifikatSaya s) => s.Sertifikat.Status switch
    {
        StatusSertifikat.Digantikan => KeadaanSertifikat.Digantikan,
        StatusSertifikat.Dicabut => KeadaanSertifikat.Dicabut,
        StatusSertifikat.Aktif => !s.Berlaku ? KeadaanSertifikat.Berakhir : s.Kini >= s.TawarSejak ? KeadaanSertifikat.SegeraBerakhir : KeadaanSertifikat.Berlaku,
    };

    public static string Tanggal(DateTimeOffset saat) => TeksWaktu.TanggalPanjang(Jakarta.Tanggal(saat));

    /// <summary>The end of validity; while the certificate's file is not recorded it is only reckoned, and says so.</summary>
    public static string Sampai(DateTimeOffset sampai, string? serial) => Tanggal(sampai) + (serial is null ? " (perkiraan)" : "");

    /// <summary>The serial number, or that only BSrE's status tells of the certificate yet.</summary>
    public static string Serial(string? serial) => serial ?? "belum dicatat";
}
