using KlatenSE.Domain.Alur;

namespace KlatenSE.Infrastructure.Surel;

public sealed partial class SuratElektronik
{
    /// <summary>
    /// What the counter filed waits for its person: the one mail with the link. It serves who has an account and who has none yet.
    /// <c>Peristiwa</c> is the link's id.
    /// </summary>
    public OutboxMessage KonfirmasiLoket(Penerima kepada, PerkaraSurat perkara, string? nomorAgenda, string jalur, DateTimeOffset batas) =>
        Rahasia(JenisSurel.KonfirmasiLoket, kepada, perkara, "Periksa dan konfirmasi permohonan Anda", Naskah(kepada)
            .Paragraf("Surat permohonan sertifikat elektronik atas nama Anda sudah diterima di loket kami. Permohonan baru diproses setelah Anda memeriksa data yang dicatat petugas dan menyatakannya benar.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Nomor agenda", nomorAgenda))
            .Tombol("Periksa dan konfirmasi", Alamat(jalur))
            .Tenggat("Konfirmasi paling lambat", batas)
            .Paragraf("Bila Anda belum mempunyai kata sandi di portal ini, halaman itu meminta Anda membuatnya. Bila sudah, Anda diminta masuk. Siapkan foto KTP elektronik (berwarna).")
            .Paragraf("Bila ini bukan permohonan Anda, nyatakan di halaman yang sama. Lewat dari waktu di atas tanpa konfirmasi, permohonan dibatalkan oleh sistem.")
            .Paragraf("Link ini hanya untuk Anda. Jangan teruskan email ini kepada siapa pun."), batas);

    /// <summary>A day before the end, once, with a new link: the portal keeps only the hash of the one mailed before.</summary>
    public OutboxMessage PengingatKonfirmasi(Penerima kepada, PerkaraSurat perkara, string jalur, DateTimeOffset batas) =>
        Rahasia(JenisSurel.PengingatKonfirmasi, kepada, perkara, "Pengingat: permohonan Anda menunggu konfirmasi", Naskah(kepada)
            .Paragraf("Permohonan sertifikat elektronik atas nama Anda yang dicatat di loket masih menunggu konfirmasi dari Anda.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tombol("Periksa dan konfirmasi", Alamat(jalur))
            .Tenggat("Konfirmasi paling lambat", batas)
            .Paragraf("Pakailah link dalam email ini; link dalam email sebelumnya tidak berlaku lagi. Lewat dari waktu itu permohonan dibatalkan oleh sistem."), batas);

    /// <summary>It ended before it was confirmed. <paramref name="oleh"/>: the applicant, the counter, or the system.</summary>
    public OutboxMessage KonfirmasiBerakhir(Penerima kepada, PerkaraSurat perkara, Peran oleh, string? alasan) =>
        Biasa(JenisSurel.KonfirmasiBerakhir, kepada, perkara, "Permohonan dari loket dibatalkan", Naskah(kepada)
            .Paragraf(oleh switch
            {
                Peran.Sistem => "Permohonan Anda yang dicatat di loket dibatalkan oleh sistem karena tidak dikonfirmasi sampai batas waktunya.",
                Peran.PetugasLoket => "Permohonan Anda yang dicatat di loket dibatalkan oleh petugas loket. Link yang pernah dikirim tidak berlaku lagi.",
                _ => "Permohonan yang dicatat di loket atas nama Anda sudah dibatalkan sesuai pernyataan Anda. Link yang pernah dikirim tidak berlaku lagi.",
            })
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Kutipan("Alasan", alasan)
            .Paragraf("Bila Anda tetap memerlukan sertifikat elektronik, ajukan permohonan baru lewat portal, atau datang lagi ke loket.")
            .Tombol("Buka portal", Alamat("/")));

    /// <summary>To whoever filed it: the person says that it is not theirs, and why.</summary>
    public OutboxMessage KonfirmasiDitolak(Penerima kepada, PerkaraSurat perkara, string nama, string alasan) =>
        Biasa(JenisSurel.KonfirmasiDitolak, kepada, perkara, "Permohonan dari loket tidak diakui", Naskah(kepada)
            .Paragraf("Pemilik email menyatakan bahwa permohonan yang Anda catat di loket bukan permohonannya. Permohonan itu sudah dibatalkan. Periksa nama dan alamat email pada suratnya.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Nama yang dicatat", nama))
            .Kutipan("Alasan", alasan)
            .Tombol("Buka catatan loket", Alamat($"/loket/{perkara.PermohonanId}")));
}
