using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What the form of an act says before it is sent: what will happen, and beside BSrE what is to be done there first.</summary>
public static class PenjelasanTindakan
{
    public static string Untuk(IsianTindakan isian, LembarKerja lembar) => isian.Bsre && DiBsre(isian.Tindakan, lembar.Permohonan.Data) is { } diBsre ? diBsre : isian.Tindakan switch
    {
        Tindakan.Disposisikan => "Setelah disposisi, permohonan berpindah ke Kabid.",
        Tindakan.Teruskan => "Permohonan berpindah ke Kasi untuk verifikasi berkas.",
        Tindakan.TunjukVerifikator => isian.Dipilihkan ? "Yang dapat bekerja dan bebannya paling sedikit sudah dipilihkan." : "Pilih verifikator yang akan menangani permohonan ini.",
        Tindakan.GantiVerifikator => "Tahap permohonan tidak berubah; tugasnya berpindah ke orang yang Anda pilih.",
        Tindakan.TerbitkanLinkAktivasi => $"Link aktivasi dikirim ke {lembar.Permohonan.Data.Surel} dan berlaku 1x24 jam.",
        Tindakan.TerbitkanUlangLink => "Link lama tidak berlaku lagi begitu link baru dikirim. Link baru berlaku 1x24 jam.",
        Tindakan.KirimKeBsre => "Permohonan berpindah ke BSrE, yang menerbitkan sertifikat dengan data baru.",
        Tindakan.CabutSertifikat => "Sertifikat dicatat tidak berlaku lagi sejak waktu ini, dan pemegangnya menerima email. Ini tidak dapat diurungkan.",
        Tindakan.Setujui => "Semua data dinyatakan sesuai. Pemohon menerima link untuk membuat passphrase, berlaku 1x24 jam.",
        Tindakan.TidakSesuai => "Pemohon menerima daftar perbaikan ini dan link aktivasi baru.",
        Tindakan.Kembalikan => "Pemohon hanya dapat memperbaiki yang Anda pilih. Nomor agenda tetap.",
        Tindakan.Tolak => "Permohonan berakhir. Bila masih dapat diperbaiki, pilih “Kembalikan untuk diperbaiki”.",
        _ => "",
    };

    private static string? DiBsre(Tindakan tindakan, DataPemohon data) => tindakan switch
    {
        Tindakan.TerbitkanLinkAktivasi => $"BSrE mengirim {PemberitahuanBsre.Aktivasi(data.Status)} ke {data.Surel}. Masa berlaku link 1x24 jam dihitung dari waktu BSrE mengirimnya.",
        Tindakan.TerbitkanUlangLink => "Kirim ulang link di Portal BSrE dahulu, lalu catat waktunya di sini. Link yang lama tidak berlaku lagi.",
        Tindakan.Setujui => "Setujui dahulu di Portal BSrE. BSrE lalu mengirim link passphrase kepada pemohon; catat waktunya di sini.",
        Tindakan.TidakSesuai => "Nyatakan tidak sesuai dahulu di Portal BSrE. BSrE lalu mengirim link aktivasi baru; catat waktunya di sini. Daftar perbaikan ini dikirim kepada pemohon.",
        Tindakan.CatatAktivasi => "Catat kapan pemohon menyelesaikan aktivasi menurut Portal BSrE. Permohonan lalu menunggu verifikasi data oleh Anda.",
        Tindakan.CatatPassphrase => "Catat kapan pemohon membuat passphrase menurut Portal BSrE. Permohonan lalu menunggu BSrE menerbitkan sertifikat.",
        Tindakan.TerbitkanSertifikat => "Catat bahwa BSrE sudah menerbitkan sertifikat. Permohonan selesai, dan pemohon menerima kabar lewat email.",
        Tindakan.TolakBsre => "Permohonan kembali ke Kasi (langkah 3) dengan alasan dari BSrE.",
        _ => null,
    };
}
