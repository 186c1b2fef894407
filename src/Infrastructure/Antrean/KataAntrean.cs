using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>Why something stands in a queue, in the reader's words.</summary>
public static class KataAntrean
{
    /// <summary>For the person for whom the stage waits.</summary>
    public static string Menunggu(Tahap tahap, Layanan layanan = Layanan.Penerbitan) => tahap switch
    {
        Tahap.VerifikasiBerkas when layanan == Layanan.Pencabutan => "Menunggu Anda memeriksa permohonan pencabutan",
        Tahap.InputDataBsre when layanan == Layanan.PerubahanData => "Menunggu Anda mengubah data di Portal BSrE",
        Tahap.InputDataBsre when layanan == Layanan.Pencabutan => "Menunggu Anda mencabut sertifikat di Portal BSrE",
        Tahap.MenungguDisposisi => "Menunggu disposisi Anda",
        Tahap.PenerusanKabid => "Menunggu Anda teruskan ke Kasi",
        Tahap.VerifikasiBerkas => "Menunggu verifikasi berkas oleh Anda",
        Tahap.InputDataBsre => "Menunggu Anda memasukkan data ke Portal BSrE",
        Tahap.VerifikasiData => "Menunggu verifikasi data oleh Anda",
        Tahap.LinkKedaluwarsa => "Link pemohon kedaluwarsa: menunggu link baru dari Anda",
        Tahap.Draf or Tahap.MenungguKonfirmasi or Tahap.Aktivasi or Tahap.Passphrase or Tahap.PerluPerbaikan => "Menunggu pemohon",
        Tahap.Penerbitan => "Menunggu BSrE: catat hasilnya bila sudah terbit atau ditolak",
        Tahap.Selesai or Tahap.Ditolak or Tahap.Dibatalkan => "Sudah berakhir",
    };

    /// <summary>What a work item asks for.</summary>
    public static string Alasan(JenisButirKerja jenis, ModeOtoritas otoritas = ModeOtoritas.Sandbox) => (jenis, otoritas) switch
    {
        (JenisButirKerja.TigaPutaran, _) => "Sudah berkali-kali diperbaiki: bantu pemohon agar tidak berulang lagi",
        (JenisButirKerja.LewatBatasPenerbitan, ModeOtoritas.Bsre) => "Penerbitan lewat 360 menit: lihat di Portal BSrE, lalu catat hasilnya",
        (JenisButirKerja.LewatKabarBerhasil, ModeOtoritas.Bsre) => "Kabar berhasil lewat 1x24 jam: hubungi BSrE, lalu catat hasilnya",
        (JenisButirKerja.LinkBelumDiterima, ModeOtoritas.Bsre) => "Pemohon melaporkan link BSrE belum diterima: minta BSrE mengirim ulang, lalu catat waktunya",
        (JenisButirKerja.LewatBatasPenerbitan, _) => "Penerbitan lewat 360 menit: tanyakan ke BSrE",
        (JenisButirKerja.LewatKabarBerhasil, _) => "Kabar berhasil lewat 1x24 jam: tanyakan ke BSrE",
        (JenisButirKerja.LinkBelumDiterima, _) => "Pemohon melaporkan link belum diterima",
        (JenisButirKerja.PerbedaanBsre, _) => "Perbedaan status dengan BSrE",
        (JenisButirKerja.SudahBersertifikat, _) => "Pemohon sudah memiliki sertifikat aktif di BSrE",
    };
}
