using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Surel;

public sealed partial class SuratElektronik
{
    /// <summary>The person appointed as verifikator: output of step 3, or in another's place at a later stage (<paramref name="tahap"/>).</summary>
    public OutboxMessage DitunjukVerifikator(
        Penerima kepada, PerkaraSurat perkara, string namaPemohon, string? unitKerja, DateTimeOffset? batas, Tahap tahap = Tahap.InputDataBsre,
        Layanan layanan = Layanan.Penerbitan) =>
        Biasa(JenisSurel.DitunjukVerifikator, kepada, perkara, "Anda ditunjuk sebagai verifikator", Tenggat(Naskah(kepada)
            .Paragraf($"Anda ditunjuk sebagai verifikator untuk permohonan berikut. {TugasVerifikator(tahap, layanan)}")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon), ("Unit kerja", unitKerja)), tahap is Tahap.Aktivasi or Tahap.Passphrase ? "Link pemohon berlaku sampai" : "Standar waktu sampai", batas)
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)));

    /// <summary>To the Kasi: BSrE refused (step 8), the request is back at step 3.</summary>
    public OutboxMessage PenolakanBsre(Penerima kepada, PerkaraSurat perkara, string namaPemohon, string alasan) =>
        Biasa(JenisSurel.PenolakanBsre, kepada, perkara, "BSrE menolak penerbitan sertifikat", Naskah(kepada)
            .Paragraf("BSrE menolak penerbitan sertifikat elektronik. Permohonan kembali ke tahap 3: periksa lagi berkasnya, lalu kembalikan kepada pemohon atau tunjuk verifikator lagi.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon))
            .Kutipan("Alasan BSrE", alasan)
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)));

    /// <summary>To the verifikator: step 8 is past 360 minutes or past 1x24 hours (<paramref name="standar"/> in words). <paramref name="pembeda"/> tells the two apart.</summary>
    public OutboxMessage PenerbitanTerlambat(Penerima kepada, PerkaraSurat perkara, string namaPemohon, string standar, string pembeda) =>
        Biasa(JenisSurel.ButirKerja, kepada, perkara, "Penerbitan sertifikat melewati standar waktu", Naskah(kepada)
            .Paragraf($"Penerbitan sertifikat elektronik oleh BSrE sudah melewati standar {Bersih.SatuBaris(standar, 100)}. Tanyakan kemajuannya kepada BSrE, lalu catat hasilnya.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon))
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)), null, pembeda);

    /// <summary>To the verifikator, at once: the applicant told that the mail with the link (SOP 5a, 7a) did not arrive.</summary>
    public OutboxMessage LinkBelumDiterima(Penerima kepada, PerkaraSurat perkara, TautanSop tautan, string namaPemohon, string surelPemohon, DateTimeOffset batas) =>
        Biasa(JenisSurel.ButirKerja, kepada, perkara, $"Pemohon belum menerima {Nama(tautan)}", Naskah(kepada)
            .Paragraf($"Seorang pemohon melaporkan bahwa {Nama(tautan)} belum sampai di emailnya. Periksa apakah alamat emailnya benar, lalu terbitkan link baru. Link yang lama berjalan terus sampai batasnya.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon), ("Email pemohon", surelPemohon))
            .Tenggat("Link berlaku sampai", batas)
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)), null, "link");

    /// <summary>To the Kasi: a loop has run three rounds. <paramref name="putaran"/> such as "dikembalikan untuk diperbaiki".</summary>
    public OutboxMessage TigaPutaran(Penerima kepada, PerkaraSurat perkara, string namaPemohon, string putaran, int kali) =>
        Biasa(JenisSurel.ButirKerja, kepada, perkara, "Permohonan berputar berulang kali", Naskah(kepada)
            .Paragraf($"Sebuah permohonan sudah {kali} kali {Bersih.SatuBaris(putaran, 100)}. Hubungi pemohon dan verifikatornya, lalu putuskan jalan keluarnya.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon))
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)), null, "putaran");

    private static string TugasVerifikator(Tahap tahap, Layanan layanan) => tahap switch
    {
        Tahap.InputDataBsre when layanan == Layanan.PerubahanData => "Ubah datanya di Portal Layanan BSrE sesuai surat permohonan, lalu catat bahwa perubahannya sudah dikirim.",
        Tahap.InputDataBsre when layanan == Layanan.Pencabutan => "Cabut sertifikatnya di Portal Layanan BSrE, lalu catat waktunya.",
        Tahap.Aktivasi => "Pemohon sedang melakukan aktivasi. Bila linknya tidak sampai, terbitkan link baru; sesudah aktivasi selesai, periksa datanya.",
        Tahap.VerifikasiData => "Aktivasi pemohon sudah selesai. Cocokkan data, foto KTP, dan selfienya, lalu nyatakan sesuai atau tidak sesuai.",
        Tahap.Passphrase => "Pemohon sedang membuat passphrase. Bila linknya tidak sampai, terbitkan link baru.",
        Tahap.Penerbitan => "BSrE sedang menerbitkan sertifikatnya. Bila melewati standar waktu, tanyakan kemajuannya kepada BSrE.",
        Tahap.LinkKedaluwarsa => "Link pemohon sudah kedaluwarsa. Terbitkan link baru.",
        _ => "Masukkan datanya ke Portal Layanan BSrE sesuai surat permohonan, lalu terbitkan link aktivasi.",
    };

    private static NaskahSurat Tenggat(NaskahSurat naskah, string kata, DateTimeOffset? batas) =>
        batas is { } b ? naskah.Tenggat(kata, b) : naskah;
}
