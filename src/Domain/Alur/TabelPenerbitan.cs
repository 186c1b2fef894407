using static KlatenSE.Domain.Alur.BarisTabel;
using static KlatenSE.Domain.Alur.Peran;
using static KlatenSE.Domain.Alur.Syarat;
using static KlatenSE.Domain.Alur.Tahap;
using static KlatenSE.Domain.Alur.Tindakan;

namespace KlatenSE.Domain.Alur;

/// <summary>Version 1 of SOP no. 70.2 tahun 2022: the eight steps of an issue. A renewal goes the same way.</summary>
internal static class TabelPenerbitan
{
    public static TahapSop[] Tahap()
    {
        static TimeSpan Menit(int n) => TimeSpan.FromMinutes(n);
        var sehari = TimeSpan.FromHours(24);
        return
        [
            new(Draf, "Draf", Pemohon, null, TimeSpan.FromDays(30), JenisJam.HariKalender, null, false),
            new(MenungguKonfirmasi, "Menunggu konfirmasi", Pemohon, null, TimeSpan.FromDays(3), JenisJam.HariKalender, null, false),
            new(MenungguDisposisi, "Menunggu disposisi", Kepala, 1, Menit(10), JenisJam.JamKerja, null, true),
            new(PenerusanKabid, "Penerusan Kabid", Kabid, 2, Menit(10), JenisJam.JamKerja, null, true),
            new(VerifikasiBerkas, "Verifikasi berkas", Kasi, 3, Menit(10), JenisJam.JamKerja, null, true),
            new(InputDataBsre, "Input data BSrE", Verifikator, 4, Menit(15), JenisJam.JamKerja, null, true),
            new(Aktivasi, "Aktivasi", Pemohon, 5, sehari, JenisJam.JamDinding, sehari, true),
            new(VerifikasiData, "Verifikasi data", Verifikator, 6, Menit(15), JenisJam.JamKerja, null, true),
            new(Alur.Tahap.Passphrase, "Passphrase", Pemohon, 7, Menit(15), JenisJam.JamDinding, sehari, true),
            new(Penerbitan, "Penerbitan", Peran.Bsre, 8, Menit(360), JenisJam.JamKerja, null, true),
            new(LinkKedaluwarsa, "Link kedaluwarsa", Verifikator, null, Menit(15), JenisJam.JamKerja, null, true),
            new(PerluPerbaikan, "Perlu perbaikan", Pemohon, null, TimeSpan.FromDays(5), JenisJam.HariKerja, null, true),
            new(Selesai, "Selesai", null, null, null, JenisJam.Tidak, null, false),
            new(Ditolak, "Ditolak", null, null, null, JenisJam.Tidak, null, false),
            new(Dibatalkan, "Dibatalkan", null, null, null, JenisJam.Tidak, null, false),
        ];
    }

    public static Aturan[] Aturan()
    {
        const Syarat Link = LinkBerlaku | LinkDibuka;
        return
        [
            Tetap(Draf, SimpanData, Pemohon), Tetap(Draf, UnggahBerkas, Pemohon),
            Maju(Draf, Ajukan, Pemohon, MenungguDisposisi), Batal(Draf), Maju(Draf, Batalkan, Sistem, Dibatalkan, LewatBatas),

            // Counter and collective letters: filed on paper, confirmed by the person.
            Maju(Draf, AjukanLoket, PetugasLoket, MenungguKonfirmasi),
            Tetap(MenungguKonfirmasi, SimpanData, Pemohon, SebelumBatas), Tetap(MenungguKonfirmasi, UnggahBerkas, Pemohon, SebelumBatas),
            Maju(MenungguKonfirmasi, Konfirmasi, Pemohon, MenungguDisposisi, SebelumBatas), Maju(MenungguKonfirmasi, Batalkan, Pemohon, Dibatalkan, Alasan),
            Tetap(MenungguKonfirmasi, KirimUlangKonfirmasi, PetugasLoket, SebelumBatas), Maju(MenungguKonfirmasi, Batalkan, PetugasLoket, Dibatalkan, Alasan),
            Maju(MenungguKonfirmasi, Batalkan, Sistem, Dibatalkan, LewatBatas),

            Maju(MenungguDisposisi, Disposisikan, Kepala, PenerusanKabid),
            Kembali(MenungguDisposisi, Kepala), Henti(MenungguDisposisi, Kepala), Batal(MenungguDisposisi),

            Maju(PenerusanKabid, Teruskan, Kabid, VerifikasiBerkas), Kembali(PenerusanKabid, Kabid), Batal(PenerusanKabid),

            Tetap(VerifikasiBerkas, CatatPerbandingan, Kasi), Maju(VerifikasiBerkas, TunjukVerifikator, Kasi, InputDataBsre, BerkasCocok),
            Kembali(VerifikasiBerkas, Kasi), Henti(VerifikasiBerkas, Kasi), Batal(VerifikasiBerkas),

            Maju(InputDataBsre, TerbitkanLinkAktivasi, Verifikator, Aktivasi), Kembali(InputDataBsre, Verifikator),
            Ganti(InputDataBsre), Batal(InputDataBsre),

            .. Sandbox(
                Tetap(Aktivasi, BukaLink, Pemohon, LinkBerlaku), Tetap(Aktivasi, PeriksaData, Pemohon, Link),
                Tetap(Aktivasi, UnggahFotoKtp, Pemohon, Link), Tetap(Aktivasi, UnggahSelfie, Pemohon, Link),
                Maju(Aktivasi, SelesaikanAktivasi, Pemohon, VerifikasiData, Link)),
            .. Bsre(
                Maju(Aktivasi, SelesaikanAktivasi, Pemohon, VerifikasiData, LinkBerlaku),
                Maju(Aktivasi, CatatAktivasi, Verifikator, VerifikasiData), Maju(Aktivasi, CatatAktivasi, Sistem, VerifikasiData)),
            Maju(Aktivasi, Kedaluwarsakan, Sistem, LinkKedaluwarsa, LewatBatas),
            Tetap(Aktivasi, LaporkanLinkBelumDiterima, Pemohon, LinkBerlaku),
            Tetap(Aktivasi, TerbitkanUlangLink, Verifikator), Ganti(Aktivasi), Batal(Aktivasi),

            Maju(VerifikasiData, Setujui, Verifikator, Alur.Tahap.Passphrase),
            Maju(VerifikasiData, TidakSesuai, Verifikator, Aktivasi, Alasan | DaftarPerbaikan),
            Henti(VerifikasiData, Verifikator), Ganti(VerifikasiData),

            .. Sandbox(
                Tetap(Alur.Tahap.Passphrase, BukaLink, Pemohon, LinkBerlaku),
                Maju(Alur.Tahap.Passphrase, BuatPassphrase, Pemohon, Penerbitan, Link)),
            .. Bsre(
                Maju(Alur.Tahap.Passphrase, CatatPassphrase, Pemohon, Penerbitan, LinkBerlaku),
                Maju(Alur.Tahap.Passphrase, CatatPassphrase, Verifikator, Penerbitan), Maju(Alur.Tahap.Passphrase, CatatPassphrase, Sistem, Penerbitan)),
            Maju(Alur.Tahap.Passphrase, Kedaluwarsakan, Sistem, LinkKedaluwarsa, LewatBatas),
            Tetap(Alur.Tahap.Passphrase, LaporkanLinkBelumDiterima, Pemohon, LinkBerlaku),
            Tetap(Alur.Tahap.Passphrase, TerbitkanUlangLink, Verifikator), Ganti(Alur.Tahap.Passphrase), Batal(Alur.Tahap.Passphrase),

            .. JawabanBsre(),

            new(LinkKedaluwarsa, TerbitkanUlangLink, Verifikator, Tujuan.KeAsalLink, null, Tidak),
            .. Bsre(
                Maju(LinkKedaluwarsa, CatatAktivasi, Verifikator, VerifikasiData, DariAktivasi), Maju(LinkKedaluwarsa, CatatAktivasi, Sistem, VerifikasiData, DariAktivasi),
                Maju(LinkKedaluwarsa, CatatPassphrase, Verifikator, Penerbitan, DariPassphrase), Maju(LinkKedaluwarsa, CatatPassphrase, Sistem, Penerbitan, DariPassphrase)),
            Henti(LinkKedaluwarsa, Verifikator), Ganti(LinkKedaluwarsa), Batal(LinkKedaluwarsa),

            Tetap(PerluPerbaikan, SimpanData, Pemohon), new(PerluPerbaikan, Ajukan, Pemohon, Tujuan.KeAsalPerbaikan, null, Tidak), .. Perbaikan(),
        ];
    }
}
