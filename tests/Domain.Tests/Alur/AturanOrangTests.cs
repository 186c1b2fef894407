using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>Who may, loops, ways back, and versions of the table.</summary>
public sealed class AturanOrangTests
{
    [Fact]
    public void Only_the_appointed_verifikator_acts_and_is_named_to_the_others()
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre);
        var lain = new Pelaku(Guid.NewGuid(), "Verifikator lain", [new(Peran.Verifikator)]);
        Assert.Contains("Verifikator", Assert.IsType<Penolakan>(perkara.Lakukan(new TerbitkanLinkAktivasi(), lain)).Kalimat, StringComparison.Ordinal);
        perkara.Wajib(Peran.Kasi, new GantiVerifikator(lain.Id!.Value, lain.Nama) { Alasan = "Cuti." });
        Assert.IsType<Penolakan>(perkara.Lakukan(new TerbitkanLinkAktivasi(), Perkara.Orang(Peran.Verifikator)));
        Assert.IsType<Kejadian>(perkara.Lakukan(new TerbitkanLinkAktivasi(), lain));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_does_both_step_3_and_step_6_unless_the_office_allows_it(bool pisahkan)
    {
        var perkara = Perkara.Di(Tahap.VerifikasiBerkas, new PengaturanSop { PisahkanKasiDanVerifikator = pisahkan });
        var rangkap = new Pelaku(Perkara.KasiId, "Rangkap", [new(Peran.Kasi), new(Peran.Verifikator)]);
        var hasil = perkara.Lakukan(new TunjukVerifikator(Perkara.KasiId, "Rangkap"), rangkap);
        Assert.Equal(pisahkan, hasil is Penolakan);
    }

    [Fact]
    public void The_kasi_cannot_be_made_verifikator_of_the_request_afterwards_either()
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre);
        Assert.IsType<Penolakan>(perkara.Lakukan(new GantiVerifikator(Perkara.KasiId, "Kasi") { Alasan = "Cuti." }, new Pelaku(Guid.NewGuid(), "Plt", [new(Peran.Kasi, "Plt", "800/1")])));
    }

    [Fact]
    public void Who_compared_the_papers_cannot_be_made_verifikator_by_another_kasi()
    {
        var perkara = Perkara.Di(Tahap.VerifikasiBerkas);
        var plh = new Pelaku(Guid.NewGuid(), "Plh", [new(Peran.Kasi, "Plh", "800/1")]);
        Assert.IsType<Penolakan>(perkara.Lakukan(new TunjukVerifikator(Perkara.KasiId, "Kasi"), plh));
        perkara.Wajib(Peran.Kasi, new TunjukVerifikator(Perkara.VerifikatorId, "Verifikator"));
        Assert.IsType<Penolakan>(perkara.Lakukan(new GantiVerifikator(Perkara.KasiId, "Kasi") { Alasan = "Cuti." }, plh));
    }

    [Fact]
    public void Who_appointed_in_an_earlier_round_stays_out_of_step_6()
    {
        var perkara = Perkara.Di(Tahap.Penerbitan);
        perkara.Wajib(Peran.Bsre, new TolakBsre { Alasan = "Nama berbeda." });
        var plh = new Pelaku(Guid.NewGuid(), "Plh", [new(Peran.Kasi, "Plh", "800/1")]);
        Assert.IsType<Kejadian>(perkara.Lakukan(perkara.Perintah(Tindakan.CatatPerbandingan), plh));
        Assert.IsType<Penolakan>(perkara.Lakukan(new TunjukVerifikator(Perkara.KasiId, "Kasi"), plh));
    }

    [Fact]
    public void A_ktp_photographed_again_asks_for_the_selfie_again()
    {
        var perkara = Perkara.Di(Tahap.Aktivasi);
        Assert.NotNull(perkara.Permohonan.SelfiePada);
        perkara.Wajib(Peran.Pemohon, perkara.Perintah(Tindakan.UnggahFotoKtp));
        Assert.Null(perkara.Permohonan.SelfiePada);
        Assert.IsType<Penolakan>(perkara.Lakukan(new SelesaikanAktivasi(), Perkara.Orang(Peran.Pemohon)));
    }

    [Fact]
    public void Data_corrected_after_the_photos_ask_for_them_again_and_the_same_data_do_not()
    {
        var perkara = Perkara.Di(Tahap.Aktivasi);
        perkara.Wajib(Peran.Pemohon, new PeriksaData(perkara.Permohonan.Data));
        Assert.NotNull(perkara.Permohonan.SelfiePada);
        perkara.Wajib(Peran.Pemohon, new PeriksaData(perkara.Permohonan.Data with { Jabatan = "Pranata Komputer" }));
        Assert.Equal((null, null), (perkara.Permohonan.FotoKtpPada, perkara.Permohonan.SelfiePada));
    }

    [Fact]
    public void A_warning_follows_the_data_corrected_at_the_activation()
    {
        var perkara = Perkara.Di(Tahap.Aktivasi);
        perkara.Wajib(Peran.Pemohon, new PeriksaData(perkara.Permohonan.Data) { Peringatan = ["Tanggal lahir pada NIK dan NIP berbeda."] });
        Assert.Single(perkara.Permohonan.Peringatan);
        perkara.Wajib(Peran.Pemohon, new PeriksaData(perkara.Permohonan.Data) { Peringatan = [] });
        Assert.Empty(perkara.Permohonan.Peringatan);
    }

    [Fact]
    public void Sending_again_takes_over_the_mailbox_that_was_proven_meanwhile()
    {
        var perkara = Perkara.Di(Tahap.PerluPerbaikan);
        Assert.IsType<Kejadian>(perkara.Lakukan(new Ajukan(BerkasSop.WajibSaatAjukan, []) { SurelTerbukti = "baru@contoh.go.id" }, Perkara.Orang(Peran.Pemohon)));
        Assert.Equal("baru@contoh.go.id", perkara.Permohonan.Data.Surel);
        Assert.Contains(new Perubahan(BidangPermohonan.Surel, "sekar@contoh.go.id", "baru@contoh.go.id"), perkara.Terakhir!.Perubahan);
    }

    [Fact]
    public void Step_8_does_not_end_without_a_certificate()
    {
        var perkara = Perkara.Di(Tahap.Penerbitan);
        Assert.IsType<Penolakan>(perkara.Lakukan(new TerbitkanSertifikat(null), Pelaku.Bsre));
    }

    [Fact]
    public void The_applicant_cannot_be_made_verifikator_of_the_own_request()
    {
        var perkara = Perkara.Di(Tahap.VerifikasiBerkas);
        Assert.IsType<Penolakan>(perkara.Lakukan(new TunjukVerifikator(Perkara.PemohonId, "Pemohon"), Perkara.Orang(Peran.Kasi)));
    }

    [Fact]
    public void An_acting_officer_acts_and_history_says_so()
    {
        var perkara = Perkara.Di(Tahap.MenungguDisposisi);
        var plt = new Pelaku(Guid.NewGuid(), "Pengganti", [new(Peran.Kabid), new(Peran.Kepala, "Plt", "800/17/2026")]);
        var k = Assert.IsType<Kejadian>(perkara.Lakukan(perkara.Perintah(Tindakan.Disposisikan), plt));
        Assert.Equal(new PeranDipegang(Peran.Kepala, "Plt", "800/17/2026"), k.Peran);
    }

    [Fact]
    public void The_request_keeps_what_was_said_of_it_and_by_whom()
    {
        var perkara = Perkara.Di(Tahap.MenungguDisposisi);
        var isi = new Disposisi { Instruksi = [InstruksiDisposisi.TanggapanDanSaran], Sifat = SifatSurat.Rahasia, Catatan = "Harap segera." };
        perkara.Lakukan(new Disposisikan(isi), new Pelaku(Guid.NewGuid(), "Pengganti", [new(Peran.Kepala, "Plh", "800/17/2026")]));
        Assert.Equal(new DisposisiTercatat(isi, "Pengganti", "Plh", perkara.Permohonan.SejakTahap), perkara.Permohonan.Disposisi);
    }

    [Fact]
    public void Who_holds_the_post_acts_in_it_and_not_as_acting()
    {
        var perkara = Perkara.Di(Tahap.MenungguDisposisi);
        var dua = new Pelaku(Guid.NewGuid(), "Kepala", [new(Peran.Kepala, "Plh", "800/2"), new(Peran.Kepala)]);
        Assert.Null(Assert.IsType<Kejadian>(perkara.Lakukan(perkara.Perintah(Tindakan.Disposisikan), dua)).Peran.Sebagai);
    }

    [Fact]
    public void Three_rounds_of_sending_back_become_a_work_item_of_the_kasi()
    {
        var perkara = Perkara.Di(Tahap.MenungguDisposisi);
        TigaPutaran(perkara, () => perkara.Maju(Tahap.MenungguDisposisi), Peran.Kepala, Tindakan.Kembalikan);
    }

    [Fact]
    public void Three_rounds_of_tidak_sesuai_become_a_work_item_of_the_kasi()
    {
        var perkara = Perkara.Di(Tahap.VerifikasiData);
        TigaPutaran(perkara, () => perkara.Maju(Tahap.VerifikasiData), Peran.Verifikator, Tindakan.TidakSesuai);
    }

    [Fact]
    public void Three_refusals_of_bsre_become_a_work_item_of_the_kasi()
    {
        var perkara = Perkara.Di(Tahap.Penerbitan);
        TigaPutaran(perkara, () => perkara.Maju(Tahap.Penerbitan), Peran.Bsre, Tindakan.TolakBsre);
    }

    [Fact]
    public void Three_expired_links_become_a_work_item_of_the_kasi()
    {
        var perkara = Perkara.Di(Tahap.Aktivasi);
        for (var n = 1; n <= 3; n++)
        {
            perkara.Maju(Tahap.Aktivasi);
            perkara.Kedaluwarsa();
            Assert.Equal(n == 3 ? new ButirKerjaBaru(JenisButirKerja.TigaPutaran, Peran.Kasi) : null, perkara.Terakhir!.ButirKerja);
        }
    }

    [Theory]
    [InlineData(Tahap.MenungguDisposisi, false, Tahap.MenungguDisposisi)]
    [InlineData(Tahap.PenerusanKabid, false, Tahap.PenerusanKabid)]
    [InlineData(Tahap.PenerusanKabid, true, Tahap.MenungguDisposisi)]
    [InlineData(Tahap.VerifikasiBerkas, false, Tahap.VerifikasiBerkas)]
    [InlineData(Tahap.VerifikasiBerkas, true, Tahap.VerifikasiBerkas)]
    [InlineData(Tahap.InputDataBsre, false, Tahap.VerifikasiBerkas)]
    public void What_was_mended_goes_back_to_where_it_came_from(Tahap dari, bool suratBerubah, Tahap ke)
    {
        var perkara = Perkara.Di(dari);
        var oleh = perkara.Permohonan.TahapSop.Menunggu!.Value;
        var bidang = suratBerubah ? BidangPermohonan.NomorSurat : BidangPermohonan.Jabatan;
        perkara.Wajib(oleh, new Kembalikan { Alasan = "Betulkan.", DaftarPerbaikan = [new(bidang, "Betulkan.")] });
        var (d, s) = (perkara.Permohonan.Data, perkara.Permohonan.Surat);
        perkara.Wajib(Peran.Pemohon, suratBerubah ? new SimpanData(d, s with { Nomor = "2/2026" }) : new SimpanData(d with { Jabatan = "Pranata Komputer" }, s));
        perkara.Wajib(Peran.Pemohon, perkara.Perintah(Tindakan.Ajukan));
        Assert.Equal(ke, perkara.Permohonan.Tahap);
    }

    [Fact]
    public void A_new_link_leads_back_to_the_step_whose_link_expired()
    {
        var perkara = Perkara.Di(Tahap.Passphrase);
        perkara.Kedaluwarsa();
        perkara.Wajib(Peran.Verifikator, perkara.Perintah(Tindakan.TerbitkanUlangLink));
        Assert.Equal((Tahap.Passphrase, JenisLink.Passphrase), (perkara.Permohonan.Tahap, perkara.Link!.Jenis));
    }

    [Fact]
    public void An_old_request_is_carried_through_under_the_version_it_began_with()
    {
        var perkara = Perkara.Di(Tahap.Draf);
        var versi = perkara.Permohonan.VersiAlur;
        perkara.Maju(Tahap.Selesai);
        Assert.Equal((1, 1), (versi, perkara.Permohonan.VersiAlur));
        Assert.Same(AlurSop.Versi(1), perkara.Permohonan.Alur);
        Assert.Throws<ArgumentOutOfRangeException>(() => AlurSop.Versi(AlurSop.Terbaru.Nomor + 1));
    }

    private static void TigaPutaran(Perkara perkara, Action kembali, Peran oleh, Tindakan tindakan)
    {
        for (var n = 1; n <= 3; n++)
        {
            kembali();
            perkara.Wajib(oleh, perkara.Perintah(tindakan));
            Assert.Equal(n == 3 ? new ButirKerjaBaru(JenisButirKerja.TigaPutaran, Peran.Kasi) : null, perkara.Terakhir!.ButirKerja);
        }
    }
}
