using System.Security.Cryptography.X509Certificates;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Jenis = KlatenSE.Domain.Pengajuan.Layanan;

namespace KlatenSE.Infrastructure.Tests.LayananLain;

/// <summary>Renewal and change of data: a new certificate takes the place of the old one.</summary>
public sealed class PerpanjanganTests(PostgresUji postgres) : RuangLayanan(postgres)
{
    [Fact]
    public async Task A_renewal_is_offered_only_in_the_last_sixty_days()
    {
        var lama = await PemegangAsync();
        var dini = await Pengajuan.BuatDrafAsync(Jenis.Perpanjangan, lama.Pemohon.Pelaku);
        Assert.Null(dini.Id);
        Assert.Contains("60 hari sebelum", dini.Kalimat, StringComparison.Ordinal);
        Assert.False(Assert.Single(await Ambil<SertifikatSayaQuery>().DaftarAsync(lama.Pemohon.Id)).TawarkanPerpanjangan);

        await GeserAsync(DuapuluhTigaBulan);
        Assert.True(Assert.Single(await Ambil<SertifikatSayaQuery>().DaftarAsync(lama.Pemohon.Id)).TawarkanPerpanjangan);
        Assert.NotNull((await Pengajuan.BuatDrafAsync(Jenis.Perpanjangan, lama.Pemohon.Pelaku)).Id);
        Assert.False(Assert.Single(await Ambil<SertifikatSayaQuery>().DaftarAsync(lama.Pemohon.Id)).TawarkanPerpanjangan);
    }

    [Fact]
    public async Task A_renewal_begins_with_the_data_of_the_certificate_and_goes_the_whole_way_of_an_issue()
    {
        var lama = await PemegangAsync();
        await GeserAsync(DuapuluhTigaBulan);
        var baru = await Uji.DrafAsync(lama.Pemohon, Jenis.Perpanjangan);
        Assert.Equal(lama.Data, (await Uji.BacaAsync(baru)).Data);

        List<Tahap> jalan = [];
        for (var t = Tahap.Draf; t != Tahap.Selesai; jalan.Add(t))
        {
            t = await Uji.LanjutAsync(baru);
        }

        Assert.Equal([Tahap.MenungguDisposisi, Tahap.PenerusanKabid, Tahap.VerifikasiBerkas, Tahap.InputDataBsre, Tahap.Aktivasi, Tahap.VerifikasiData, Tahap.Passphrase, Tahap.Penerbitan, Tahap.Selesai], jalan);
        var (dulu, kini) = (await SertifikatAsync(lama.Id), await SertifikatAsync(baru.Id));
        Assert.Equal((StatusSertifikat.Digantikan, kini.Id), (dulu.Status, dulu.DigantikanOlehId!.Value));
        Assert.Equal(StatusSertifikat.Aktif, kini.Status);
        Assert.True(kini.BerlakuSampai > dulu.BerlakuSampai);
    }

    [Fact]
    public async Task A_renewal_after_the_end_is_refused_and_an_issue_is_not()
    {
        var lama = await PemegangAsync();
        await GeserAsync(TimeSpan.FromDays(740));
        Assert.Contains("Ajukan penerbitan baru", (await Pengajuan.BuatDrafAsync(Jenis.Perpanjangan, lama.Pemohon.Pelaku)).Kalimat, StringComparison.Ordinal);
        Assert.NotNull((await Pengajuan.BuatDrafAsync(Jenis.Penerbitan, lama.Pemohon.Pelaku)).Id);
    }

    [Fact]
    public async Task Who_holds_a_valid_certificate_is_led_to_it_instead_of_a_second_issue()
    {
        var lama = await PemegangAsync();
        var hasil = await Pengajuan.BuatDrafAsync(Jenis.Penerbitan, lama.Pemohon.Pelaku);
        Assert.Null(hasil.Id);
        Assert.Contains("Sertifikat saya", hasil.Kalimat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Jenis.Perpanjangan)]
    [InlineData(Jenis.PerubahanData)]
    public async Task Who_holds_none_is_led_to_an_issue(Jenis layanan)
    {
        var orang = await Uji.OrangAsync("Tanpa Sertifikat", Peran.Pemohon);
        Assert.Contains("Ajukan penerbitan", (await Pengajuan.BuatDrafAsync(layanan, orang.Pelaku)).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_data_come_on_a_certificate_with_the_same_key_and_the_same_end()
    {
        var lama = await PemegangAsync();
        var ubah = await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData);
        await Uji.WajibAsync(ubah, Peran.Pemohon, new SimpanData(ubah.Data with { UnitKerja = "Kecamatan Trucuk" }, (await Uji.BacaAsync(ubah)).Surat));
        await Uji.MajuKeAsync(ubah, Tahap.Selesai);

        var (dulu, kini) = (await SertifikatAsync(lama.Id), await SertifikatAsync(ubah.Id));
        Assert.Equal((StatusSertifikat.Digantikan, kini.Id), (dulu.Status, dulu.DigantikanOlehId!.Value));
        Assert.Contains("Kecamatan Trucuk", kini.Subjek, StringComparison.Ordinal);
        Assert.Equal(dulu.BerlakuSampai, kini.BerlakuSampai);
        using var a = X509CertificateLoader.LoadCertificate(dulu.Der);
        using var b = X509CertificateLoader.LoadCertificate(kini.Der);
        Assert.Equal(a.GetPublicKey(), b.GetPublicKey());
        using var frasa = new Passphrase(PermohonanUji.TeksPassphrase);
        Assert.NotNull((await Ambil<UnduhSertifikatService>().UnduhAsync(ubah.Id, frasa, lama.Pemohon.Pelaku)).Isi);
    }

    [Fact]
    public async Task A_change_of_data_on_a_certificate_revoked_meanwhile_goes_back_to_the_Kasi_with_the_reason()
    {
        var lama = await PemegangAsync();
        var ubah = await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData);
        await Uji.MajuKeAsync(ubah, Tahap.Penerbitan);
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        Assert.Equal(Tahap.VerifikasiBerkas, await Uji.LanjutAsync(ubah));
        Assert.Contains("sudah dicabut", (await Uji.BacaAsync(ubah)).AlasanTerakhir, StringComparison.Ordinal);
        Assert.Equal(StatusSertifikat.Dicabut, (await SertifikatAsync(lama.Id)).Status);
    }

    [Fact]
    public async Task A_draft_of_a_change_cannot_be_sent_once_the_certificate_is_gone()
    {
        var lama = await PemegangAsync();
        var ubah = await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData);
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        Assert.Contains("sudah dicabut", await DitolakAsync(ubah, Peran.Pemohon, new Ajukan(BerkasSop.WajibSaatAjukan, [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revocation_is_not_undone_by_a_renewal_that_was_on_its_way()
    {
        var lama = await PemegangAsync();
        await GeserAsync(DuapuluhTigaBulan);
        var baru = await Uji.DrafAsync(lama.Pemohon, Jenis.Perpanjangan);
        await Uji.MajuKeAsync(baru, Tahap.Penerbitan);
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        Assert.Equal(Tahap.VerifikasiBerkas, await Uji.LanjutAsync(baru));
        var s = await SertifikatAsync(lama.Id);
        Assert.Equal((StatusSertifikat.Dicabut, null), (s.Status, s.DigantikanOlehId));
        Assert.Equal(1, await HitungAsync("sertifikat_terbit"));
    }

    [Fact]
    public async Task The_replaced_certificate_is_downloaded_no_more()
    {
        var lama = await PemegangAsync();
        await Uji.MajuKeAsync(await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData), Tahap.Selesai);
        using var frasa = new Passphrase(PermohonanUji.TeksPassphrase);
        Assert.Equal(SebabUnduhGagal.Ditolak, (await Ambil<UnduhSertifikatService>().UnduhAsync(lama.Id, frasa, lama.Pemohon.Pelaku)).Sebab);
    }

    [Theory]
    [InlineData(Jenis.PerubahanData, Tahap.VerifikasiBerkas)]
    [InlineData(Jenis.PerubahanData, Tahap.InputDataBsre)]
    [InlineData(Jenis.PerubahanData, Tahap.Penerbitan)]
    [InlineData(Jenis.Pencabutan, Tahap.VerifikasiBerkas)]
    [InlineData(Jenis.Pencabutan, Tahap.InputDataBsre)]
    public async Task The_invariant_of_the_queues_holds_in_every_stage_of_the_short_tables(Jenis layanan, Tahap tahap)
    {
        var lama = await PemegangAsync();
        var contoh = layanan == Jenis.Pencabutan ? await DrafCabutAsync(lama.Pemohon, Sendiri()) : await Uji.DrafAsync(lama.Pemohon, layanan);
        await Uji.MajuKeAsync(contoh, tahap);
        await using var koneksi = new NpgsqlConnection(Basis.Portal);
        await koneksi.OpenAsync(TestContext.Current.CancellationToken);
        var hasil = await InvarianAntrean.PeriksaAsync(koneksi, ModeOtoritas.Sandbox, TestContext.Current.CancellationToken);
        Assert.Equal((1, true), (hasil.Diperiksa, hasil.Utuh));
    }

    [Fact]
    public async Task The_letter_of_a_renewal_says_so_in_the_book()
    {
        var lama = await PemegangAsync();
        var ubah = await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData);
        await Uji.MajuKeAsync(ubah, Tahap.VerifikasiBerkas);
        Assert.Equal(1, await HitungAsync("surat_masuk WHERE perihal = 'Permohonan perubahan data sertifikat elektronik'"));
        Assert.Equal(1, await HitungAsync("surel_keluar WHERE jenis = 'PermohonanDiterima' AND isi_teks LIKE '%perubahan data sertifikat elektronik%' AND isi_teks LIKE '%menunggu pemeriksaan%'"));
    }
}
