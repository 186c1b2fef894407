using System.Text;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>The form of what an act carries: the one place where the door checks it. Sentences by the field's name.</summary>
internal static class PemeriksaIsi
{
    public static Dictionary<string, string[]>? Periksa(Perintah perintah, Permohonan permohonan, PengaturanPortal atur, DateTimeOffset kini)
    {
        var galat = new Dictionary<string, string[]>();
        Teks(galat, nameof(Perintah.Alasan), "Alasan", perintah.Alasan, BatasTeks.Alasan);
        foreach (var butir in perintah.DaftarPerbaikan)
        {
            Teks(galat, nameof(Perintah.DaftarPerbaikan), "Catatan perbaikan", butir.Catatan, BatasTeks.Catatan);
        }

        switch (perintah)
        {
            case SimpanData s:
                Bidang(galat, IsianLengkap.PeriksaDraf(s.Data, s.Surat, atur, kini));
                break;
            // A revocation carries the data of the certificate; its letter was checked when the draft was made.
            case Konfirmasi:
            case Ajukan when permohonan.Layanan != Layanan.Pencabutan:
                Bidang(galat, IsianLengkap.Periksa(permohonan.Data, permohonan.Surat, atur, kini));
                break;
            case PeriksaData p:
                Bidang(galat, IsianLengkap.PeriksaData(p.Data, atur));
                break;
            case Disposisikan d:
                Teks(galat, nameof(Disposisi.Catatan), "Catatan", d.Isi.Catatan, BatasTeks.Catatan);
                if (d.Isi.Instruksi.Count == 0)
                {
                    galat[nameof(Disposisi.Instruksi)] = ["Pilih paling sedikit satu instruksi disposisi."];
                }

                break;
            case CatatPerbandingan c:
                foreach (var (bidang, nama, teks) in Terbaca(c.Isi))
                {
                    Teks(galat, bidang, nama, teks, BatasTeks.Terbaca);
                }

                break;
            case Teruskan t:
                Teks(galat, nameof(Teruskan.Catatan), "Catatan", t.Catatan, BatasTeks.Catatan);
                break;
        }

        return galat;
    }

    private static (string, string, string)[] Terbaca(Perbandingan p) =>
    [
        (nameof(p.SuratNama), "Nama di surat", p.SuratNama), (nameof(p.SuratNik), "NIK di surat", p.SuratNik), (nameof(p.SuratNip), "NIP di surat", p.SuratNip),
        (nameof(p.SuratSurel), "Email di surat", p.SuratSurel), (nameof(p.KtpNama), "Nama di KTP", p.KtpNama), (nameof(p.KtpNik), "NIK di KTP", p.KtpNik),
    ];

    private static void Bidang(Dictionary<string, string[]> galat, IReadOnlyList<(string Bidang, string Kalimat)> salah)
    {
        foreach (var (bidang, kalimat) in salah)
        {
            galat[bidang] = [kalimat];
        }
    }

    private static void Teks(Dictionary<string, string[]> galat, string bidang, string nama, string? teks, int panjang)
    {
        if (teks is null)
        {
            return;
        }

        if (teks.Length > panjang)
        {
            galat[bidang] = [$"{nama} paling panjang {panjang} huruf; tulisan Anda {teks.Length} huruf. Ringkaslah."];
        }
        else if (teks.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || teks.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            galat[bidang] = [TeksAman.TidakDapatDisimpan(nama)];
        }
    }
}
