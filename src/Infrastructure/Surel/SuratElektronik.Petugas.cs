namespace KlatenSE.Infrastructure.Surel;

public sealed partial class SuratElektronik
{
    /// <summary>Output of step 3: the person appointed as verifikator.</summary>
    public OutboxMessage DitunjukVerifikator(Penerima kepada, PerkaraSurat perkara, string namaPemohon, string? unitKerja, DateTimeOffset? batas) =>
        Biasa(JenisSurel.DitunjukVerifikator, kepada, perkara, "Anda ditunjuk sebagai verifikator", Tenggat(Naskah(kepada)
            .Paragraf("Anda ditunjuk sebagai verifikator untuk permohonan berikut. Masukkan datanya ke Portal Layanan BSrE sesuai surat permohonan, lalu terbitkan link aktivasi.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon), ("Unit kerja", unitKerja)), "Standar waktu sampai", batas)
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

    /// <summary>To the Kasi: a loop has run three rounds. <paramref name="putaran"/> such as "dikembalikan untuk diperbaiki".</summary>
    public OutboxMessage TigaPutaran(Penerima kepada, PerkaraSurat perkara, string namaPemohon, string putaran, int kali) =>
        Biasa(JenisSurel.ButirKerja, kepada, perkara, "Permohonan berputar berulang kali", Naskah(kepada)
            .Paragraf($"Sebuah permohonan sudah {kali} kali {Bersih.SatuBaris(putaran, 100)}. Hubungi pemohon dan verifikatornya, lalu putuskan jalan keluarnya.")
            .Rincian(("Nomor resi", perkara.NomorResi), ("Pemohon", namaPemohon))
            .Tombol("Kerjakan permohonan", HalamanKerja(perkara.PermohonanId)), null, "putaran");

    private static NaskahSurat Tenggat(NaskahSurat naskah, string kata, DateTimeOffset? batas) =>
        batas is { } b ? naskah.Tenggat(kata, b) : naskah;
}
