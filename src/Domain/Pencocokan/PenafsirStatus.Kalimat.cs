using static KlatenSE.Domain.Pencocokan.StatusBsre;
using static KlatenSE.Domain.Pencocokan.TafsirStatus;

namespace KlatenSE.Domain.Pencocokan;

/// <summary>The sentences of what several stages have in common.</summary>
public static partial class PenafsirStatus
{
    private static Bertentangan TidakDikenal() => new(
        "BSrE tidak mengenal NIK ini. Lihat di Portal BSrE apakah data pemohon sudah tersimpan dan NIK-nya benar.");

    private static Bertentangan MendaftarSendiri(string apa) => new(
        $"Pemohon {apa} sebelum datanya dimasukkan kantor, mungkin lewat MyASN. BSrE menolak pendaftaran kedua. "
        + "Hubungi pemohon dan lihat di Portal BSrE apakah permohonan ini masih diperlukan.");

    private static Bertentangan Jejak(StatusBsre status) => new(
        $"Pendaftaran dari putaran sebelumnya masih berjalan di BSrE ({status.Nama()}). Lihat di Portal BSrE sebelum meneruskan.");

    private static SudahBersertifikat Pemegang() => new(
        "Menurut BSrE pemohon sudah memiliki sertifikat aktif, sehingga BSrE menolak pendaftaran baru. Hubungi pemohon. Bila sertifikat itu masih dipakai, mintalah pemohon "
        + "membatalkan permohonan ini, atau Kasi menolaknya. Bila hampir berakhir, arahkan ke perpanjangan. Bila NIK-nya salah, kembalikan untuk diperbaiki.");

    private static Bertentangan SertifikatLama(StatusBsre status) => new(status switch
    {
        Perpanjangan => "Menurut BSrE sertifikat pemohon sedang diperpanjang. Lihat di Portal BSrE apakah permohonan ini masih diperlukan.",
        Kedaluwarsa => "Menurut BSrE pemohon memegang sertifikat yang masa berlakunya berakhir. Lihat di Portal BSrE apakah pemohon didaftarkan lagi atau diperpanjang.",
        Ditangguhkan => "Menurut BSrE sertifikat pemohon ditangguhkan. Tanyakan sebabnya kepada BSrE sebelum meneruskan.",
        Dicabut => "Menurut BSrE sertifikat pemohon pernah dicabut. Lihat alasannya di Portal BSrE sebelum meneruskan.",
        TidakTerdaftar or TanpaSertifikat or Baru or MenungguVerifikasi or Aktif => throw new ArgumentOutOfRangeException(nameof(status), status, "No earlier certificate follows from this status."),
    });
}
