using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Infrastructure.Surel;

public sealed partial class SuratElektronik
{
    /// <summary>Tanda terima (step 1). <paramref name="menunggu"/>: what the request waits for now, with the post as settings name it.</summary>
    public OutboxMessage PermohonanDiterima(
        Penerima kepada, PerkaraSurat perkara, DateTimeOffset diterimaPada, string? nomorAgenda, string menunggu, Layanan layanan = Layanan.Penerbitan) =>
        Biasa(JenisSurel.PermohonanDiterima, kepada, perkara, "Permohonan Anda kami terima", Naskah(kepada)
            .Paragraf($"Permohonan {layanan.Perihal()} Anda sudah kami terima. Simpan email ini sebagai tanda terima.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Nomor agenda", nomorAgenda), ("Diterima", TeksWaktu.Lengkap(diterimaPada)))
            .Paragraf($"Sekarang permohonan menunggu {Bersih.SatuBaris(menunggu, 200)}. Anda belum perlu melakukan apa pun. Kami mengirim email setiap kali ada yang perlu Anda kerjakan.")
            .Tombol("Lihat perjalanan permohonan", HalamanPermohonan(perkara.PermohonanId)));

    /// <summary>Sent back with a fix-list. <paramref name="dari"/> is the post that sent it back, as settings name it.</summary>
    public OutboxMessage Dikembalikan(Penerima kepada, PerkaraSurat perkara, string dari, string? alasan,
        IReadOnlyCollection<string> butir, DateTimeOffset batas) =>
        Biasa(JenisSurel.Dikembalikan, kepada, perkara, "Permohonan Anda perlu diperbaiki", Naskah(kepada)
            .Paragraf("Permohonan Anda dikembalikan untuk diperbaiki. Permohonan tidak ditolak: perbaiki bagian di bawah ini, lalu kirim lagi.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Dikembalikan oleh", dari))
            .Daftar("Yang perlu diperbaiki", butir)
            .Kutipan("Penjelasan", alasan)
            .Tenggat("Perbaiki paling lambat", batas)
            .Paragraf("Lewat dari waktu itu permohonan dibatalkan oleh sistem dan Anda perlu mengajukan yang baru.")
            .Tombol("Perbaiki permohonan", HalamanPermohonan(perkara.PermohonanId)));

    public OutboxMessage PengingatPerbaikan(Penerima kepada, PerkaraSurat perkara, DateTimeOffset batas, string pembeda) =>
        Biasa(JenisSurel.PengingatPerbaikan, kepada, perkara, "Pengingat: permohonan Anda menunggu perbaikan", Naskah(kepada)
            .Paragraf("Permohonan Anda masih menunggu perbaikan dari Anda.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tenggat("Perbaiki paling lambat", batas)
            .Paragraf("Lewat dari waktu itu permohonan dibatalkan oleh sistem.")
            .Tombol("Perbaiki permohonan", HalamanPermohonan(perkara.PermohonanId)), batas, pembeda);

    public OutboxMessage Ditolak(Penerima kepada, PerkaraSurat perkara, string dari, string alasan) =>
        Biasa(JenisSurel.Ditolak, kepada, perkara, "Permohonan Anda ditolak", Naskah(kepada)
            .Paragraf("Permohonan sertifikat elektronik Anda ditolak dan tidak diproses lebih lanjut.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Ditolak oleh", dari))
            .Kutipan("Alasan", alasan)
            .Paragraf("Jika alasan itu sudah Anda atasi, Anda boleh mengajukan permohonan baru.")
            .Tombol("Lihat permohonan", HalamanPermohonan(perkara.PermohonanId)));

    /// <summary><paramref name="olehSistem"/>: the time for mending ran out; otherwise the applicant withdrew.</summary>
    public OutboxMessage Dibatalkan(Penerima kepada, PerkaraSurat perkara, bool olehSistem, string? alasan) =>
        Biasa(JenisSurel.Dibatalkan, kepada, perkara, "Permohonan Anda dibatalkan", Naskah(kepada)
            .Paragraf(olehSistem
                ? "Permohonan Anda dibatalkan oleh sistem karena tidak diperbaiki sampai batas waktunya."
                : "Permohonan Anda sudah dibatalkan sesuai permintaan Anda. Link yang pernah dikirim tidak berlaku lagi.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Kutipan("Alasan", alasan)
            .Paragraf("Anda boleh mengajukan permohonan baru kapan saja.")
            .Tombol("Lihat permohonan", HalamanPermohonan(perkara.PermohonanId)));

    /// <summary>A draft has no receipt number yet. <paramref name="pembeda"/> tells several reminders of one draft apart.</summary>
    public OutboxMessage DrafAkanDihapus(Penerima kepada, Guid permohonanId, DateTimeOffset dihapusPada, string pembeda) =>
        Buat(JenisSurel.DrafAkanDihapus, kepada, Kunci(JenisSurel.DrafAkanDihapus, permohonanId, kepada, pembeda),
            "Draf permohonan Anda akan dihapus", Naskah(kepada)
                .Paragraf("Anda menyimpan draf permohonan sertifikat elektronik yang belum dikirim. Draf itu akan dihapus beserta dokumen di dalamnya.")
                .Tenggat("Dihapus pada", dihapusPada)
                .Paragraf("Lanjutkan dan kirim sebelum waktu itu jika Anda masih memerlukannya. Jika tidak, Anda tidak perlu melakukan apa pun.")
                .Tombol("Lanjutkan draf", HalamanPermohonan(permohonanId)),
            false, new PerkaraSurat(permohonanId, "", permohonanId), dihapusPada);

    /// <summary>To the holder: somebody else asked for the revocation.</summary>
    public OutboxMessage PencabutanDiajukan(Penerima kepada, PerkaraSurat perkara, string olehNama, string alasan) =>
        Biasa(JenisSurel.PencabutanDiajukan, kepada, perkara, "Pencabutan sertifikat elektronik Anda diajukan", Naskah(kepada)
            .Paragraf("Atasan atau petugas mengajukan pencabutan sertifikat elektronik Anda. Sertifikat tetap dapat Anda pakai sampai pencabutan selesai diproses.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Diajukan oleh", olehNama), ("Alasan", alasan))
            .Paragraf("Bila menurut Anda ini keliru, segera hubungi atasan Anda atau kantor kami dan sebutkan nomor resi di atas.")
            .Tombol("Lihat sertifikat saya", Alamat("/sertifikat")));

    /// <summary>To the holder: what somebody else asked for came to nothing.</summary>
    public OutboxMessage PencabutanTidakJadi(Penerima kepada, PerkaraSurat perkara) =>
        Biasa(JenisSurel.PencabutanTidakJadi, kepada, perkara, "Pencabutan sertifikat elektronik Anda tidak jadi", Naskah(kepada)
            .Paragraf("Permohonan pencabutan sertifikat elektronik Anda sudah berakhir tanpa pencabutan. Sertifikat Anda tetap berlaku.")
            .Rincian(("Nomor resi", perkara.NomorResi))
            .Tombol("Lihat sertifikat saya", Alamat("/sertifikat")));

    /// <summary>The certificate was revoked, at <paramref name="pada"/>.</summary>
    public OutboxMessage SertifikatDicabut(Penerima kepada, PerkaraSurat perkara, string pemegang, string? nomorSeri, DateTimeOffset pada, string alasan) =>
        Biasa(JenisSurel.SertifikatDicabut, kepada, perkara, "Sertifikat elektronik sudah dicabut", Naskah(kepada)
            .Paragraf("Sertifikat elektronik berikut sudah dicabut dan tidak dapat dipakai lagi. Dokumen yang sudah ditandatangani sebelumnya tetap sah.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemegang", pemegang), ("Nomor seri", nomorSeri), ("Dicabut", TeksWaktu.Lengkap(pada)), ("Alasan", alasan))
            .Tombol("Buka portal", Alamat("/")));

    /// <summary>Word of success (step 7c, step 8).</summary>
    public OutboxMessage SertifikatTerbit(Penerima kepada, PerkaraSurat perkara, string nomorSeri, DateTimeOffset berlakuSampai) =>
        Biasa(JenisSurel.SertifikatTerbit, kepada, perkara, "Sertifikat elektronik Anda sudah terbit", Naskah(kepada)
            .Paragraf("Sertifikat elektronik Anda sudah terbit dan dapat digunakan.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Nomor seri", nomorSeri), ("Berlaku sampai", TeksWaktu.TanggalPanjang(Jakarta.Tanggal(berlakuSampai))))
            .Paragraf("Masuk ke portal untuk mengunduhnya. Anda memerlukan passphrase yang Anda buat sendiri. Jangan berikan passphrase itu kepada siapa pun, termasuk petugas kami.")
            .Tombol("Buka permohonan", HalamanPermohonan(perkara.PermohonanId)));
}
