using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KlatenSE.Domain.Pencocokan.StatusBsre;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>Work items of differences: opened once, closed by themselves, and one press that records what BSrE has done.</summary>
public sealed class PerbedaanBsreTests(PostgresUji postgres) : IAsyncLifetime
{
    private RuangBsre r = null!;

    public async ValueTask InitializeAsync() => r = await RuangBsre.BuatAsync(postgres);

    public ValueTask DisposeAsync() => r.DisposeAsync();

    private async Task<HasilTindakan> TekanAsync(ContohPermohonan contoh, Guid? kunci = null)
    {
        var usulan = (await r.KabarAsync(contoh)).Penilaian.Rencana.Select(p => p.Tindakan).ToList();
        return await r.Ambil<PerbedaanBsreService>().CatatAsync(
            contoh.Id, (await r.Uji.BacaAsync(contoh)).Version, usulan, (await r.Uji.PetugasAsync(Peran.Verifikator)).Pelaku, kunci ?? Guid.NewGuid());
    }

    [Fact]
    public async Task When_both_say_the_same_nothing_is_opened()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        Assert.Empty(await r.ButirAsync(contoh));
        Assert.Equal(TanpaSertifikat, (await r.KabarAsync(contoh)).Status);
    }

    [Fact]
    public async Task An_activation_that_BSrE_knows_of_is_proposed_once_and_recorded_by_one_press_with_the_time_of_the_first_answer()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        var pertama = await r.Jam.KiniAsync();
        await r.PutaranBerikutAsync();
        Assert.Equal([(JenisButirKerja.PerbedaanBsre, Peran.Verifikator)], await r.TerbukaAsync(contoh));
        Assert.Equal(Tahap.Aktivasi, await r.TahapAsync(contoh));
        Assert.Equal(new CatatAktivasi(pertama), Assert.Single((await r.KabarAsync(contoh)).Penilaian.Rencana));

        var hasil = Assert.IsType<HasilTindakan.Berhasil>(await TekanAsync(contoh));
        Assert.Equal((Tahap.Aktivasi, Tahap.VerifikasiData), (hasil.Dari, hasil.Ke));
        Assert.Empty(await r.TerbukaAsync(contoh));
        await r.PutaranBerikutAsync();
        Assert.Single(await r.ButirAsync(contoh));
    }

    [Fact]
    public async Task Three_steps_ahead_are_recorded_in_a_row_up_to_the_certificate()
    {
        var contoh = await r.SampaiAsync(Tahap.VerifikasiData);
        await r.DijawabAsync(contoh, Aktif);
        Assert.Equal(
            [Tindakan.Setujui, Tindakan.CatatPassphrase, Tindakan.TerbitkanSertifikat], (await r.KabarAsync(contoh)).Penilaian.Rencana.Select(p => p.Tindakan));
        var hasil = Assert.IsType<HasilTindakan.Berhasil>(await TekanAsync(contoh));
        Assert.Equal((Tahap.VerifikasiData, Tahap.Selesai), (hasil.Dari, hasil.Ke));
        Assert.Null((await r.Layanan.BacaAsync(db => db.Set<SertifikatTerbit>().SingleAsync())).Serial);
        Assert.Empty(await r.TerbukaAsync(contoh));
    }

    [Fact]
    public async Task A_second_press_with_the_same_key_is_the_same_press()
    {
        var contoh = await r.SampaiAsync(Tahap.Penerbitan);
        await r.DijawabAsync(contoh, Aktif);
        var kunci = Guid.NewGuid();
        await TekanAsync(contoh, kunci);
        Assert.True(Assert.IsType<HasilTindakan.Berhasil>(await TekanAsync(contoh, kunci)).SudahPernah);
    }

    [Fact]
    public async Task Who_is_not_the_appointed_verifikator_cannot_press()
    {
        var contoh = await r.SampaiAsync(Tahap.Penerbitan);
        await r.DijawabAsync(contoh, Aktif);
        var lain = await r.Uji.OrangAsync("Verifikator Lain", Peran.Verifikator);
        var hasil = await r.Ambil<PerbedaanBsreService>().CatatAsync(
            contoh.Id, (await r.Uji.BacaAsync(contoh)).Version, [Tindakan.TerbitkanSertifikat], lain.Pelaku, Guid.NewGuid());
        Assert.IsType<HasilTindakan.DitolakSop>(hasil);
        Assert.Equal(Tahap.Penerbitan, await r.TahapAsync(contoh));
    }

    [Fact]
    public async Task What_BSrE_takes_back_before_the_press_is_not_recorded()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        var dilihat = (await r.KabarAsync(contoh)).Penilaian.Rencana.Select(p => p.Tindakan).ToList();
        await r.DijawabAsync(contoh, TanpaSertifikat);
        var hasil = await r.Ambil<PerbedaanBsreService>().CatatAsync(
            contoh.Id, (await r.Uji.BacaAsync(contoh)).Version, dilihat, (await r.Uji.PetugasAsync(Peran.Verifikator)).Pelaku, Guid.NewGuid());
        Assert.IsType<HasilTindakan.Bentrok>(hasil);
        Assert.Empty(await r.TerbukaAsync(contoh));
    }

    [Fact]
    public async Task A_contradiction_is_a_work_item_that_closes_by_itself_when_it_is_gone()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, TidakTerdaftar);
        Assert.Equal([(JenisButirKerja.PerbedaanBsre, Peran.Verifikator)], await r.TerbukaAsync(contoh));
        Assert.IsType<TafsirStatus.Bertentangan>((await r.KabarAsync(contoh)).Penilaian.Tafsir);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        var butir = Assert.Single(await r.ButirAsync(contoh));
        Assert.NotNull(butir.DitutupPada);
        Assert.Null(butir.DitutupOleh);
    }

    [Fact]
    public async Task A_difference_that_was_looked_at_is_not_told_again_until_BSrE_says_something_else()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, TidakTerdaftar);
        var butir = Assert.Single(await r.ButirAsync(contoh));
        Assert.Null(await r.Ambil<ButirKerjaService>().TanganiAsync(butir.Id, (await r.Uji.PetugasAsync(Peran.Verifikator)).Pelaku));
        await r.PutaranBerikutAsync();
        Assert.Single(await r.ButirAsync(contoh));
        await r.DijawabAsync(contoh, Ditangguhkan);
        Assert.Equal(2, (await r.ButirAsync(contoh)).Count);
    }

    [Fact]
    public async Task An_activation_just_before_the_deadline_that_was_heard_of_after_it_counts_as_inside()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        var batas = (await r.Uji.LinkAsync(contoh))!.Batas;
        await r.StatusAsync(contoh, TanpaSertifikat);
        await r.Jam.HentikanAsync(batas.AddMinutes(-2));
        await r.PutaranAsync();
        await r.StatusAsync(contoh, MenungguVerifikasi);
        await r.Jam.HentikanAsync(batas.AddMinutes(1));
        await r.Layanan.Pintu.LakukanSistemAsync(contoh.Id, new Kedaluwarsakan());
        await r.PutaranBerikutAsync();
        Assert.Equal(Tahap.LinkKedaluwarsa, await r.TahapAsync(contoh));
        Assert.Equal(batas - TimeSpan.FromMicroseconds(1), Assert.IsType<CatatAktivasi>(Assert.Single((await r.KabarAsync(contoh)).Penilaian.Rencana)).Pada);
        Assert.Equal(Tahap.VerifikasiData, Assert.IsType<HasilTindakan.Berhasil>(await TekanAsync(contoh)).Ke);
    }

    [Fact]
    public async Task An_activation_after_the_deadline_was_by_a_link_that_is_not_recorded_and_a_person_looks()
    {
        var contoh = await r.SampaiAsync(Tahap.LinkKedaluwarsa);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        var kabar = await r.KabarAsync(contoh);
        Assert.Contains("Catat link baru", Assert.IsType<TafsirStatus.Bertentangan>(kabar.Penilaian.Tafsir).Periksa, StringComparison.Ordinal);
        Assert.Empty(kabar.Penilaian.Rencana);

        // As told: the new link is recorded with its time, and then what BSrE says is recorded too.
        await r.Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(contoh.Pemohon.Surel) { LinkDikirimPada = await r.Jam.KiniAsync() - TimeSpan.FromMinutes(7) });
        await r.PutaranBerikutAsync();
        Assert.Equal(Tahap.VerifikasiData, Assert.IsType<HasilTindakan.Berhasil>(await TekanAsync(contoh)).Ke);
    }

    [Fact]
    public async Task After_tidak_sesuai_BSrEs_old_answer_is_no_activation_and_a_new_one_is()
    {
        var contoh = await r.SampaiAsync(Tahap.VerifikasiData);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        await r.Uji.WajibAsync(contoh, Peran.Verifikator, new TidakSesuai
        {
            Alasan = "Nama berbeda.",
            DaftarPerbaikan = [new ButirPerbaikan(BidangPermohonan.Nama, "Samakan dengan KTP.")],
        });
        await r.PutaranBerikutAsync();
        Assert.IsType<TafsirStatus.Bertentangan>((await r.KabarAsync(contoh)).Penilaian.Tafsir);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        Assert.Empty(await r.TerbukaAsync(contoh));
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        Assert.Equal([Tindakan.CatatAktivasi], (await r.KabarAsync(contoh)).Penilaian.Rencana.Select(p => p.Tindakan));
    }

    [Fact]
    public async Task A_link_that_was_sent_but_not_recorded_at_step_4_is_proposed_with_its_time()
    {
        var contoh = await r.SampaiAsync(Tahap.InputDataBsre);
        await r.DijawabAsync(contoh, TidakTerdaftar);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        var kirim = await r.Jam.KiniAsync();
        await r.PutaranBerikutAsync();
        Assert.Equal(Tahap.Aktivasi, Assert.IsType<HasilTindakan.Berhasil>(await TekanAsync(contoh)).Ke);
        Assert.Equal(kirim.AddHours(24), (await r.Uji.LinkAsync(contoh))!.Batas);
    }
}
