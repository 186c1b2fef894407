using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>The mails of steps 5, 7 and 8 when they happen on BSrE's own portal: BSrE mails the links, ours say what to do with them.</summary>
public sealed partial class SuratElektronik
{
    /// <summary>Step 5a: BSrE sent the activation link. <c>Peristiwa</c> is the link's id.</summary>
    public OutboxMessage LinkAktivasiBsre(Penerima kepada, PerkaraSurat perkara, StatusKepegawaian status, DateTimeOffset dikirimPada, DateTimeOffset batas) =>
        Biasa(JenisSurel.LinkAktivasi, kepada, perkara, "BSrE mengirim link aktivasi kepada Anda", Naskah(kepada)
            .Paragraf($"Data Anda sudah dimasukkan ke Portal BSrE. BSrE mengirim {PemberitahuanBsre.Aktivasi(status)} ke alamat email ini. Sekarang giliran Anda melakukan aktivasi di Portal BSrE.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Dikirim BSrE", TeksWaktu.Lengkap(dikirimPada)), ("Portal BSrE", alamatBsre()))
            .Tenggat("Link berlaku sampai", batas)
            .Daftar("Yang Anda lakukan, berurutan", LangkahAktivasi)
            .Paragraf("Periksa juga folder spam. Jika email BSrE belum ada, buka panduan di bawah dan tekan “Link belum diterima”.")
            .Tombol("Buka panduan aktivasi", Alamat($"/permohonan/{perkara.PermohonanId}/aktivasi")), batas);

    /// <summary>Step 6b, Tidak sesuai: BSrE sends a new activation link.</summary>
    public OutboxMessage TidakSesuaiBsre(Penerima kepada, PerkaraSurat perkara, IReadOnlyCollection<string> butir, string? catatan, DateTimeOffset batas) =>
        Biasa(JenisSurel.TidakSesuai, kepada, perkara, "Data aktivasi Anda belum sesuai", Naskah(kepada)
            .Paragraf("Verifikator memeriksa data aktivasi Anda dan menemukan yang belum sesuai. BSrE mengirim link baru ke alamat email ini. Ulangi aktivasi di Portal BSrE lewat link baru itu.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Daftar("Yang belum sesuai", butir)
            .Kutipan("Catatan verifikator", catatan)
            .Tenggat("Link berlaku sampai", batas)
            .Tombol("Buka panduan aktivasi", Alamat($"/permohonan/{perkara.PermohonanId}/aktivasi")), batas);

    /// <summary>Step 7a: BSrE sends the passphrase link and the login data. The passphrase is typed on BSrE's portal alone.</summary>
    public OutboxMessage LinkPassphraseBsre(Penerima kepada, PerkaraSurat perkara, DateTimeOffset batas) =>
        Biasa(JenisSurel.LinkPassphrase, kepada, perkara, "BSrE mengirim link pembuatan passphrase", Naskah(kepada)
            .Paragraf("Data aktivasi Anda sudah disetujui. BSrE mengirim link pembuatan passphrase dan data masuk Portal BSrE ke alamat email ini. Buat passphrase Anda di Portal BSrE.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Portal BSrE", alamatBsre()))
            .Tenggat("Link berlaku sampai", batas)
            .Paragraf("Passphrase paling sedikit 8 karakter dan berisi huruf serta angka. Hanya Anda yang boleh mengetahuinya. Portal kami tidak pernah memintanya.")
            .Tombol("Buka panduan passphrase", Alamat($"/permohonan/{perkara.PermohonanId}/passphrase")), batas);

    /// <summary>Word of success (step 7c, step 8): the certificate is used on BSrE's portal. <paramref name="berlakuSampai"/>: null while not recorded.</summary>
    public OutboxMessage SertifikatTerbitBsre(Penerima kepada, PerkaraSurat perkara, string? nomorSeri, DateTimeOffset? berlakuSampai) =>
        Biasa(JenisSurel.SertifikatTerbit, kepada, perkara, "Sertifikat elektronik Anda sudah terbit", Naskah(kepada)
            .Paragraf("BSrE sudah menerbitkan sertifikat elektronik Anda. Sertifikat itu dapat langsung digunakan dengan passphrase Anda.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Nomor seri", nomorSeri), ("Berlaku sampai", berlakuSampai is { } b ? TeksWaktu.TanggalPanjang(Jakarta.Tanggal(b)) : null), ("Portal BSrE", alamatBsre()))
            .Paragraf("Jangan berikan passphrase kepada siapa pun, termasuk petugas kami.")
            .Tombol("Buka permohonan", HalamanPermohonan(perkara.PermohonanId)));
}
