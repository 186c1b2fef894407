using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Pengajuan;

public sealed partial class Permohonan
{
    /// <summary>The rows of the table that this person may use on this request now. Buttons, queues and the board's offers come from here.</summary>
    public IReadOnlyList<Aturan> YangBoleh(Pelaku pelaku, PengaturanSop pengaturan) =>
        [.. Alur.Untuk(pengaturan.Otoritas).Dalam(Tahap).Where(a => TolakIzin(a, pelaku, pengaturan) is null)];

    /// <summary>Whether the act stands open to this person now; null when it does, else why not.</summary>
    public Penolakan? Periksa(Tindakan tindakan, Pelaku pelaku, PengaturanSop pengaturan, out Aturan? aturan)
    {
        aturan = null;
        if (!BolehTahu(pelaku))
        {
            return new Penolakan("Permohonan tidak ditemukan.", Rahasia: true);
        }

        var baris = Alur.Untuk(pengaturan.Otoritas).Cari(Tahap, tindakan).ToList();
        if (baris.Count == 0)
        {
            return new Penolakan(
                $"Permohonan ini berada pada tahap “{TahapSop.Nama}”, sehingga {tindakan.KataKerja()} tidak dapat dilakukan. Muat ulang halaman untuk melihat keadaan terbaru.");
        }

        Penolakan? sebab = null;
        foreach (var calon in baris)
        {
            var tolak = TolakIzin(calon, pelaku, pengaturan);
            if (tolak is null)
            {
                aturan = calon;
                return null;
            }

            // The reason that is nearest to the person: a role they hold, before one they do not.
            if (sebab is null || pelaku.Sebagai(calon.Oleh) is not null)
            {
                sebab = tolak;
            }
        }

        return sebab;
    }

    /// <summary>An applicant knows of the own requests; officials of all; the system and BSrE of all.</summary>
    public bool BolehTahu(Pelaku pelaku) =>
        pelaku.Id == PemohonId || pelaku.Memegang.Any(p => p.Peran != Peran.Pemohon);

    /// <summary>
    /// Whether this person may look at the documents that show the applicant's identity: the applicant always; while the request is on its way
    /// the Kepala, Kabid and Kasi (own or acting) and the verifikator appointed to it, who process it; before that, while the applicant has not
    /// confirmed it, whoever scanned them at the counter. Nobody else (UU PDP 27/2022: needed for the purpose).
    /// </summary>
    public bool BolehLihatIdentitas(Pelaku pelaku) =>
        pelaku.Id == PemohonId
        || (Tahap == Tahap.MenungguKonfirmasi && LoketId == pelaku.Id && pelaku.Sebagai(Peran.PetugasLoket) is not null)
        || (Tahap is not (Tahap.Draf or Tahap.MenungguKonfirmasi) && TahapSop.Terbuka
            && pelaku.Memegang.Any(p => p.Peran is Peran.Kepala or Peran.Kabid or Peran.Kasi || (p.Peran == Peran.Verifikator && VerifikatorId == pelaku.Id)));

    private Penolakan? TolakIzin(Aturan aturan, Pelaku pelaku, PengaturanSop pengaturan)
    {
        if (pelaku.Sebagai(aturan.Oleh) is null)
        {
            return new Penolakan($"Tindakan ini hanya untuk {aturan.Oleh.Nama()}. Mintalah {aturan.Oleh.Nama()} melakukannya.");
        }

        if ((aturan.Syarat.HasFlag(Syarat.DariAktivasi) && KedaluwarsaDari != Tahap.Aktivasi)
            || (aturan.Syarat.HasFlag(Syarat.DariPassphrase) && KedaluwarsaDari != Tahap.Passphrase))
        {
            return new Penolakan($"Link yang kedaluwarsa adalah link {(KedaluwarsaDari == Tahap.Aktivasi ? "aktivasi" : "passphrase")}, sehingga {aturan.Tindakan.KataKerja()} tidak dapat dilakukan.");
        }

        if (aturan.Oleh == Peran.Pemohon)
        {
            return pelaku.Id == PemohonId ? null : new Penolakan("Hanya pemohon sendiri yang dapat melakukan tindakan ini.");
        }

        if (Menyangkut(pelaku.Id))
        {
            return new Penolakan("Anda tidak dapat memproses permohonan Anda sendiri. Mintalah rekan lain atau pejabat pelaksana melakukannya.");
        }

        if (aturan.Tindakan == Tindakan.Kembalikan && BidangDapatDiperbaiki.Count == 0)
        {
            return new Penolakan("Pada pencabutan oleh pemegangnya tidak ada yang dapat diperbaiki. Bila permohonan ini keliru, tolaklah dengan alasannya.");
        }

        if (aturan.Oleh == Peran.Verifikator && VerifikatorId is not null && VerifikatorId != pelaku.Id)
        {
            return new Penolakan($"Permohonan ini ditugaskan kepada {VerifikatorNama}. Mintalah Kasi mengganti verifikator bila perlu.");
        }

        if (aturan.Oleh == Peran.Verifikator && pengaturan.PisahkanKasiDanVerifikator && pelaku.Id is { } diri && PemeriksaBerkas.Contains(diri))
        {
            return new Penolakan("Anda sudah memverifikasi berkas permohonan ini sebagai Kasi, sehingga verifikasi data harus dilakukan orang lain.");
        }

        return null;
    }
}
