using KlatenSE.Domain.Alur;

namespace KlatenSE.Domain.Pengajuan;

public sealed partial class Permohonan
{
    private List<Perubahan> Terapkan(Perintah perintah, Pelaku pelaku, KonteksTindakan k)
    {
        List<Perubahan> perubahan = [];
        switch (perintah)
        {
            case SimpanData s:
                perubahan = Bandingkan(s.Data, s.Surat);
                (Data, Surat) = (s.Data, s.Surat);
                Tandai(perubahan.Select(p => p.Bidang));
                break;
            case UnggahBerkas u:
                Tandai([u.Jenis.Bidang()]);
                break;
            case Ajukan a:
                DiajukanPada ??= k.Kini;
                Peringatan = [.. a.Peringatan];
                if (Tahap == Tahap.PerluPerbaikan && a.SurelTerbukti is { } terbukti && !string.Equals(terbukti, Data.Surel, StringComparison.OrdinalIgnoreCase))
                {
                    // The account went over to another mailbox meanwhile: links go there, whatever the fix-list says.
                    perubahan = GantiSurel(terbukti);
                    Tandai([BidangPermohonan.Surel]);
                }

                // What was compared belongs to the data as they were; the Kasi compares anew.
                Perbandingan = BidangBerubah.Count > 0 ? null : Perbandingan;
                break;
            case AjukanLoket l:
                Peringatan = [.. l.Peringatan];
                break;
            case Konfirmasi c:
                DiajukanPada ??= k.Kini;
                Peringatan = [.. c.Peringatan];
                break;
            case Disposisikan d:
                Disposisi = new DisposisiTercatat(d.Isi, pelaku.Nama, pelaku.Sebagai(Peran.Kepala)?.Sebagai, k.Kini);
                break;
            case CatatPerbandingan c:
                Perbandingan = c.Isi;
                CatatPemeriksa(pelaku);
                break;
            case TunjukVerifikator t:
                (VerifikatorId, VerifikatorNama, KasiId) = (t.VerifikatorId, t.VerifikatorNama, pelaku.Id);
                CatatPemeriksa(pelaku);
                MulaiBersih();
                break;
            case GantiVerifikator g:
                (VerifikatorId, VerifikatorNama) = (g.VerifikatorId, g.VerifikatorNama);
                break;
            case BukaLink:
                k.Link!.DibukaPada ??= k.Kini;
                break;
            case PeriksaData d:
                perubahan = Bandingkan(d.Data, Surat);
                (Data, Peringatan) = (d.Data, d.Peringatan is { } p ? [.. p] : Peringatan);
                DataDiperiksaPada = k.Kini;
                // In the order of the activation (SOP 5d): photos belong to the data as they are now, the selfie to the KTP just photographed.
                (FotoKtpPada, SelfiePada) = perubahan.Count > 0 ? (null, null) : (FotoKtpPada, SelfiePada);
                break;
            case UnggahFotoKtp:
                (FotoKtpPada, SelfiePada) = (k.Kini, null);
                break;
            case UnggahSelfie:
                SelfiePada = k.Kini;
                break;
            case TidakSesuai:
                DaftarPerbaikan = [.. perintah.DaftarPerbaikan];
                PutaranTidakSesuai++;
                (DataDiperiksaPada, FotoKtpPada, SelfiePada) = (null, null, null);
                break;
            case Setujui:
                DaftarPerbaikan = [];
                break;
            case BuatPassphrase:
                DataLoginDiterimaPada = k.Kini;
                break;
            case Kembalikan:
                (DikembalikanDari, DaftarPerbaikan) = (Tahap, [.. perintah.DaftarPerbaikan]);
                BidangBerubah = [];
                PutaranKembali++;
                break;
            case Kedaluwarsakan:
                KedaluwarsaDari = Tahap;
                PutaranKedaluwarsa++;
                break;
            case TerbitkanUlangLink u when !string.Equals(u.SurelTerbukti, Data.Surel, StringComparison.OrdinalIgnoreCase):
                perubahan = GantiSurel(u.SurelTerbukti);
                break;
            case TolakBsre:
                PutaranTolakBsre++;
                Perbandingan = null;
                break;
        }

        return perubahan;
    }

    private Tahap TahapBerikut(Aturan aturan, List<Perubahan> perubahan) => aturan.Tujuan switch
    {
        Tujuan.Maju => aturan.Ke!.Value,
        Tujuan.Tetap => Tahap,
        Tujuan.KeAsalLink => KedaluwarsaDari ?? Tahap.Aktivasi,
        // Design table: to 1 if sent back from 1; to 2 from 2 (1 if the letter changed); to 3 from 3 or 4.
        Tujuan.KeAsalPerbaikan => DikembalikanDari switch
        {
            Tahap.PenerusanKabid => BidangBerubah.Exists(BidangPermohonanKata.Surat.Contains) ? Tahap.MenungguDisposisi : Tahap.PenerusanKabid,
            Tahap.VerifikasiBerkas or Tahap.InputDataBsre => Tahap.VerifikasiBerkas,
            _ => Tahap.MenungguDisposisi,
        },
    };

    private void Pindah(Tahap ke, DateTimeOffset kini)
    {
        Tahap = ke;
        SejakTahap = kini;
        BatasBerikutnya = null;
        BatasKabarBerhasil = null;
        if (!Alur.Dari(ke).Terbuka)
        {
            SelesaiPada = kini;
        }
    }

    private void MulaiBersih()
    {
        DaftarPerbaikan = [];
        (DataDiperiksaPada, FotoKtpPada, SelfiePada, DataLoginDiterimaPada) = (null, null, null, null);
    }

    private static JenisLink? LinkUntuk(Perintah perintah, Tahap ke) => (perintah, ke) switch
    {
        (TerbitkanLinkAktivasi or TidakSesuai, _) => JenisLink.Aktivasi,
        (Setujui, _) => JenisLink.Passphrase,
        (TerbitkanUlangLink, Tahap.Passphrase) => JenisLink.Passphrase,
        (TerbitkanUlangLink, _) => JenisLink.Aktivasi,
        _ => null,
    };

    private static SebabTutup? Tutup(Perintah perintah, Tahap dari, Tahap ke) => perintah switch
    {
        SelesaikanAktivasi or BuatPassphrase or CatatAktivasi or CatatPassphrase => SebabTutup.Digunakan,
        Kedaluwarsakan => SebabTutup.Kedaluwarsa,
        TerbitkanUlangLink => SebabTutup.Diganti,
        _ => dari == ke ? null : SebabTutup.Dibatalkan,
    };

    private ButirKerjaBaru? ButirUntuk(Perintah perintah, PengaturanSop pengaturan, DateTimeOffset kini)
    {
        var putaran = perintah switch
        {
            Kembalikan => PutaranKembali,
            TidakSesuai => PutaranTidakSesuai,
            Kedaluwarsakan => PutaranKedaluwarsa,
            TolakBsre => PutaranTolakBsre,
            _ => 0,
        };
        return perintah switch
        {
            _ when putaran > 0 && putaran % pengaturan.BatasPutaran == 0 => new(JenisButirKerja.TigaPutaran, Peran.Kasi),
            LaporkanLinkBelumDiterima => new(JenisButirKerja.LinkBelumDiterima, Peran.Verifikator),
            TandaiLewatBatas => new(
                kini >= BatasKabarBerhasil ? JenisButirKerja.LewatKabarBerhasil : JenisButirKerja.LewatBatasPenerbitan, Peran.Verifikator),
            _ => null,
        };
    }

    private List<Perubahan> Bandingkan(DataPemohon data, DataSurat surat) =>
    [
        .. Data.Nilai().Zip(data.Nilai()).Where(p => p.First.Nilai != p.Second.Nilai)
            .Select(p => new Perubahan(p.First.Bidang, p.First.Nilai, p.Second.Nilai)),
        .. Surat.Nilai().Zip(surat.Nilai()).Where(p => p.First.Nilai != p.Second.Nilai)
            .Select(p => new Perubahan(p.First.Bidang, p.First.Nilai, p.Second.Nilai)),
    ];

    private List<Perubahan> GantiSurel(string terbukti)
    {
        var perubahan = new Perubahan(BidangPermohonan.Surel, Data.Surel, terbukti);
        Data = Data with { Surel = terbukti };
        return [perubahan];
    }

    private void CatatPemeriksa(Pelaku pelaku)
    {
        if (pelaku.Id is { } id && !PemeriksaBerkas.Contains(id))
        {
            PemeriksaBerkas = [.. PemeriksaBerkas, id];
        }
    }

    private void Tandai(IEnumerable<BidangPermohonan> bidang)
    {
        if (Tahap == Tahap.PerluPerbaikan)
        {
            BidangBerubah = [.. BidangBerubah.Union(bidang)];
        }
    }

    private BidangPermohonan? BerubahDiLuarDaftar(SimpanData simpan) =>
        Bandingkan(simpan.Data, simpan.Surat).Select(p => (BidangPermohonan?)p.Bidang).FirstOrDefault(b => !BolehDiubah(b!.Value));

    /// <summary>
    /// What still has to be mended before sending again: each document on the fix-list is brought anew. A field may turn out to be right,
    /// but something must have changed.
    /// </summary>
    private BidangPermohonan? BelumDiperbaiki()
    {
        var belum = DaftarPerbaikan.Select(b => b.Bidang).Where(b => !BidangBerubah.Contains(b)).ToList();
        return belum.Where(BidangPermohonanKata.Berkas.Contains).Select(b => (BidangPermohonan?)b).FirstOrDefault()
            ?? (BidangBerubah.Count == 0 && belum.Count > 0 ? belum[0] : null);
    }
}
