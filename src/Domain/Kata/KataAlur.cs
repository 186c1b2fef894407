using KlatenSE.Domain.Alur;

namespace KlatenSE.Domain.Kata;

/// <summary>The words of the SOP for roles and acts, as the screen shows them.</summary>
public static class KataAlur
{
    /// <summary>Name of a role. Titles of posts are settings; this is the role behind the title.</summary>
    public static string Nama(this Peran peran) => peran switch
    {
        Peran.Pemohon => "Pemohon",
        Peran.Kepala => "Kepala Diskominfo",
        Peran.Kabid => "Kabid",
        Peran.Kasi => "Kasi",
        Peran.Verifikator => "Verifikator",
        Peran.Administrator => "Administrator",
        Peran.PetugasLoket => "Petugas loket",
        Peran.Bsre => "BSrE",
        Peran.Sistem => "Sistem",
    };

    /// <summary>The act as a button's label.</summary>
    public static string Nama(this Tindakan tindakan) => tindakan switch
    {
        Tindakan.SimpanData => "Simpan data",
        Tindakan.UnggahBerkas => "Unggah berkas",
        Tindakan.Ajukan => "Kirim permohonan",
        Tindakan.AjukanLoket => "Ajukan di loket",
        Tindakan.Konfirmasi => "Konfirmasi data",
        Tindakan.KirimUlangKonfirmasi => "Kirim ulang konfirmasi",
        Tindakan.Disposisikan => "Disposisikan",
        Tindakan.Teruskan => "Teruskan ke Kasi",
        Tindakan.CatatPerbandingan => "Catat isi surat dan KTP",
        Tindakan.TunjukVerifikator => "Tunjuk verifikator",
        Tindakan.TerbitkanLinkAktivasi => "Terbitkan link aktivasi",
        Tindakan.BukaLink => "Buka link",
        Tindakan.PeriksaData => "Periksa data",
        Tindakan.UnggahFotoKtp => "Foto KTP",
        Tindakan.UnggahSelfie => "Ambil selfie",
        Tindakan.SelesaikanAktivasi => "Selesaikan aktivasi",
        Tindakan.CatatAktivasi => "Catat aktivasi selesai",
        Tindakan.Setujui => "Sesuai, setujui",
        Tindakan.TidakSesuai => "Tidak sesuai",
        Tindakan.BuatPassphrase => "Buat passphrase",
        Tindakan.CatatPassphrase => "Catat passphrase selesai",
        Tindakan.KirimKeBsre => "Catat data sudah diubah",
        Tindakan.CabutSertifikat => "Catat sertifikat dicabut",
        Tindakan.TerbitkanSertifikat => "Terbitkan sertifikat",
        Tindakan.TolakBsre => "Tolak (BSrE)",
        Tindakan.Kedaluwarsakan => "Kedaluwarsakan link",
        Tindakan.TerbitkanUlangLink => "Terbitkan ulang link",
        Tindakan.GantiVerifikator => "Ganti verifikator",
        Tindakan.LaporkanLinkBelumDiterima => "Link belum diterima",
        Tindakan.TandaiLewatBatas => "Tandai lewat batas",
        Tindakan.Kembalikan => "Kembalikan untuk diperbaiki",
        Tindakan.Tolak => "Tolak permohonan",
        Tindakan.Batalkan => "Batalkan permohonan",
    };

    /// <summary>The label beside an authority: on BSrE's own portal BSrE acts, and here it is recorded.</summary>
    public static string Nama(this Tindakan tindakan, ModeOtoritas otoritas) => (tindakan, otoritas) switch
    {
        (Tindakan.TerbitkanLinkAktivasi, ModeOtoritas.Bsre) => "Catat link aktivasi",
        (Tindakan.TerbitkanUlangLink, ModeOtoritas.Bsre) => "Catat link baru",
        (Tindakan.TerbitkanSertifikat, ModeOtoritas.Bsre) => "Catat sertifikat terbit",
        (Tindakan.TolakBsre, ModeOtoritas.Bsre) => "Catat penolakan BSrE",
        _ => tindakan.Nama(),
    };

    /// <summary>The act within a sentence: "… tidak dapat dilakukan".</summary>
    public static string KataKerja(this Tindakan tindakan) => $"“{tindakan.Nama()}”";

    /// <summary>What happened, as history tells it after the actor's name: "Kabid (nama) meneruskan ke Kasi".</summary>
    public static string Terjadi(this Tindakan tindakan) => tindakan switch
    {
        Tindakan.SimpanData => "menyimpan data",
        Tindakan.UnggahBerkas => "mengunggah berkas",
        Tindakan.Ajukan => "mengirim permohonan",
        Tindakan.AjukanLoket => "mencatat permohonan di loket",
        Tindakan.Konfirmasi => "menyatakan data benar dan mengirim permohonan",
        Tindakan.KirimUlangKonfirmasi => "mengirim ulang email konfirmasi",
        Tindakan.Disposisikan => "memberi disposisi",
        Tindakan.Teruskan => "meneruskan ke Kasi",
        Tindakan.CatatPerbandingan => "mencatat isi surat dan KTP",
        Tindakan.TunjukVerifikator => "menunjuk verifikator",
        Tindakan.TerbitkanLinkAktivasi => "menerbitkan link aktivasi",
        Tindakan.BukaLink => "membuka link",
        Tindakan.PeriksaData => "memeriksa data",
        Tindakan.UnggahFotoKtp => "mengunggah foto KTP",
        Tindakan.UnggahSelfie => "mengunggah selfie",
        Tindakan.SelesaikanAktivasi => "menyelesaikan aktivasi",
        Tindakan.CatatAktivasi => "mencatat bahwa aktivasi selesai",
        Tindakan.Setujui => "menyatakan data sesuai",
        Tindakan.TidakSesuai => "menyatakan data tidak sesuai",
        Tindakan.BuatPassphrase => "membuat passphrase",
        Tindakan.CatatPassphrase => "mencatat bahwa passphrase selesai dibuat",
        Tindakan.KirimKeBsre => "mencatat bahwa data sudah diubah di BSrE",
        Tindakan.CabutSertifikat => "mencabut sertifikat",
        Tindakan.TerbitkanSertifikat => "menerbitkan sertifikat",
        Tindakan.TolakBsre => "menolak penerbitan",
        Tindakan.Kedaluwarsakan => "mencatat link kedaluwarsa",
        Tindakan.TerbitkanUlangLink => "menerbitkan ulang link",
        Tindakan.GantiVerifikator => "mengganti verifikator",
        Tindakan.LaporkanLinkBelumDiterima => "melaporkan link belum diterima",
        Tindakan.TandaiLewatBatas => "mencatat batas waktu lewat",
        Tindakan.Kembalikan => "mengembalikan untuk diperbaiki",
        Tindakan.Tolak => "menolak permohonan",
        Tindakan.Batalkan => "membatalkan permohonan",
    };

    /// <summary>"Dengan hormat harap" on the Lembar Disposisi.</summary>
    public static string Nama(this Pengajuan.InstruksiDisposisi instruksi) => instruksi switch
    {
        Pengajuan.InstruksiDisposisi.TanggapanDanSaran => "Tanggapan dan saran",
        Pengajuan.InstruksiDisposisi.ProsesLebihLanjut => "Proses lebih lanjut",
        Pengajuan.InstruksiDisposisi.KoordinasiKonfirmasikan => "Koordinasi/konfirmasikan",
    };

    /// <summary>"Sifat" on the Lembar Disposisi.</summary>
    public static string Nama(this Pengajuan.SifatSurat sifat) => sifat switch
    {
        Pengajuan.SifatSurat.SangatSegera => "Sangat segera",
        Pengajuan.SifatSurat.Segera => "Segera",
        Pengajuan.SifatSurat.Rahasia => "Rahasia",
    };
}
