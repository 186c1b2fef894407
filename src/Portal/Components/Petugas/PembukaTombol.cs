using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What opens a button that the table allows but that is still closed. The door judges the same once more.</summary>
public static class PembukaTombol
{
    /// <summary>The sentence under the closed button; null when it is open.</summary>
    public static string? Sebab(Permohonan permohonan, Tindakan tindakan, IsianPenilaian nilai, bool cocokBelumDisimpan) => tindakan switch
    {
        Tindakan.TunjukVerifikator when permohonan.Layanan == Layanan.Pencabutan => null,
        Tindakan.TunjukVerifikator => Tunjuk(permohonan, cocokBelumDisimpan),
        Tindakan.Setujui when nilai.Tidak.Count > 0 => "Terbuka bila semua data dinyatakan sesuai.",
        Tindakan.Setujui when nilai.Sisa > 0 => $"Terbuka setelah {nilai.Sisa} data lagi dinyatakan sesuai.",
        Tindakan.TidakSesuai when nilai.Tidak.Count == 0 => "Terbuka setelah ada data yang dinyatakan tidak sesuai.",
        _ => null,
    };

    private static string? Tunjuk(Permohonan p, bool belumDisimpan) => p switch
    {
        _ when belumDisimpan => "Terbuka setelah hasil pencocokan disimpan.",
        { Perbandingan: null } => "Terbuka setelah isi surat dan KTP dicatat dan disimpan.",
        _ when p.BidangBerbeda().Count > 0 => "Terbuka bila semua data sesuai.",
        { Perbandingan.AsliDitunjukkan: false } => "Terbuka setelah dicentang bahwa dokumen asli sudah ditunjukkan.",
        _ => null,
    };
}
