using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Domain.Kata;

/// <summary>The services as the screen names them.</summary>
public static class KataLayanan
{
    /// <summary>Short name, for a badge.</summary>
    public static string Nama(this Layanan layanan) => layanan switch
    {
        Layanan.Penerbitan => "Penerbitan",
        Layanan.Perpanjangan => "Perpanjangan",
        Layanan.PerubahanData => "Perubahan data",
        Layanan.Pencabutan => "Pencabutan",
    };

    /// <summary>What is asked for, within a sentence: "permohonan penerbitan sertifikat elektronik".</summary>
    public static string Perihal(this Layanan layanan) => layanan switch
    {
        Layanan.Penerbitan => "penerbitan sertifikat elektronik",
        Layanan.Perpanjangan => "perpanjangan sertifikat elektronik",
        Layanan.PerubahanData => "perubahan data sertifikat elektronik",
        Layanan.Pencabutan => "pencabutan sertifikat elektronik",
    };
}
