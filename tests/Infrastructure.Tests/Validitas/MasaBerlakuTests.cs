using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>The end of a link's validity at the exact moment, and races for it.</summary>
public sealed class MasaBerlakuTests(PostgresUji postgres)
{
    private static readonly TimeSpan Sesaat = TimeSpan.FromMicroseconds(1);

    [Fact]
    public async Task A_link_lives_exactly_24_hours()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        var link = (await ruang.Uji.LinkAsync(contoh))!;
        Assert.Equal(TimeSpan.FromHours(24), link.Batas - link.TerbitPada);
        Assert.Equal(link.Batas, (await ruang.Uji.BacaAsync(contoh)).BatasBerikutnya);
    }

    [Fact]
    public async Task One_tick_before_the_deadline_an_act_passes_and_nothing_expires()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await ruang.Jam.HentikanAsync(await ruang.BatasLinkAsync(contoh) - Sesaat);
        Assert.Equal(0, await ruang.Ambil<ValiditasService>().TutupYangLewatAsync());
        Assert.False(await ruang.Ambil<ValiditasService>().PastikanAsync(contoh.Id));
        Assert.IsType<HasilTindakan.DitolakSop>(await ruang.Uji.Pintu.LakukanSistemAsync(contoh.Id, new Kedaluwarsakan()));
        Assert.Equal(Tahap.Aktivasi, await ruang.Uji.BukaLinkAsync(contoh));
    }

    [Fact]
    public async Task At_the_deadline_an_act_is_refused_before_any_job_has_run()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        var link = (await ruang.Uji.LinkAsync(contoh))!;
        await ruang.Jam.HentikanAsync(link.Batas);
        var hasil = await ruang.Uji.LakukanAsync(contoh, Peran.Pemohon, new BukaLink(link.HashToken!));
        Assert.Contains("tidak berlaku", Assert.IsType<HasilTindakan.DitolakSop>(hasil).Kalimat, StringComparison.Ordinal);
        Assert.Equal(1, await ruang.Ambil<ValiditasService>().TutupYangLewatAsync());
        Assert.Equal(Tahap.LinkKedaluwarsa, (await ruang.Uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Reading_closes_an_overdue_link_at_once()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Passphrase);
        await ruang.Jam.HentikanAsync(await ruang.BatasLinkAsync(contoh));
        Assert.True(await ruang.Ambil<ValiditasService>().PastikanAsync(contoh.Id));
        Assert.False(await ruang.Ambil<ValiditasService>().PastikanAsync(contoh.Id));
        var p = await ruang.Uji.BacaAsync(contoh);
        Assert.Equal((Tahap.LinkKedaluwarsa, Tahap.Passphrase), (p.Tahap, p.KedaluwarsaDari));
        Assert.Equal(Tahap.Passphrase, await ruang.Uji.LanjutAsync(contoh));
    }

    [Fact]
    public async Task Timer_sweep_and_reading_at_once_close_a_link_once_and_leave_no_refusal()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        await using var lain = RuangValiditas.Proses(ruang.Basis);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await ruang.Jam.HentikanAsync(await ruang.BatasLinkAsync(contoh));
        var satu = ruang.Ambil<ValiditasService>();
        var dua = (ValiditasService)lain.Layanan.GetService(typeof(ValiditasService))!;
        await Task.WhenAll(
            satu.TutupYangLewatAsync(), dua.TutupYangLewatAsync(), satu.PastikanAsync(contoh.Id), dua.PastikanAsync(contoh.Id), satu.PastikanAsync(contoh.Id));
        Assert.Equal(1, await ruang.HitungAsync("riwayat WHERE tindakan = 'Kedaluwarsakan'"));
        Assert.Equal(1, await ruang.HitungAsync("audit WHERE tindakan = 'Kedaluwarsakan'"));
        Assert.Equal(1, await ruang.SurelAsync(contoh, "LinkKedaluwarsa"));
    }

    [Fact]
    public async Task Finishing_and_expiring_at_the_same_moment_have_one_winner()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var validitas = ruang.Ambil<ValiditasService>();
        for (var putaran = 0; putaran < 10; putaran++)
        {
            var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
            await ruang.Uji.BukaLinkAsync(contoh);
            await ruang.Uji.WajibAsync(contoh, Peran.Pemohon, new PeriksaData(contoh.Data));
            await ruang.Uji.WajibAsync(contoh, Peran.Pemohon, new UnggahFotoKtp(PermohonanUji.Berkas));
            await ruang.Uji.WajibAsync(contoh, Peran.Pemohon, new UnggahSelfie(PermohonanUji.Berkas));
            await ruang.Basis.JalankanAsync($"UPDATE link_pemohon SET batas = waktu_kini() + interval '{putaran * 3} ms' WHERE ditutup_pada IS NULL");
            async Task TutupAsync()
            {
                while (await ruang.Uji.LinkAsync(contoh) is not null)
                {
                    await validitas.PastikanAsync(contoh.Id);
                }
            }

            var tutup = TutupAsync();
            var selesai = await ruang.Uji.LakukanAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
            await tutup;
            var (p, link) = (await ruang.Uji.BacaAsync(contoh), Assert.Single(await ruang.SemuaLinkAsync(contoh)));
            Assert.Equal(
                selesai is HasilTindakan.Berhasil ? (Tahap.VerifikasiData, SebabTutup.Digunakan) : (Tahap.LinkKedaluwarsa, SebabTutup.Kedaluwarsa),
                (p.Tahap, link.Sebab!.Value));
            Assert.Equal(link.Sebab == SebabTutup.Kedaluwarsa, link.DitutupPada >= link.Batas);
        }
    }

    [Fact]
    public async Task One_that_cannot_be_closed_holds_up_none_of_the_others_and_is_told()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var baik = new[] { await ruang.Uji.SampaiAsync(Tahap.Aktivasi), await ruang.Uji.SampaiAsync(Tahap.Aktivasi) };
        var rusak = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await ruang.Basis.JalankanAsync(
            $"CREATE FUNCTION gagal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.permohonan_id = '{rusak.Id}' THEN RAISE EXCEPTION 'rusak'; END IF; RETURN NEW; END $$;"
            + "CREATE TRIGGER gagal BEFORE INSERT ON riwayat FOR EACH ROW EXECUTE FUNCTION gagal()");
        await ruang.Jam.GeserAsync(TimeSpan.FromHours(25));
        await Assert.ThrowsAsync<AggregateException>(() => ruang.Ambil<ValiditasService>().TutupYangLewatAsync());
        Assert.Equal(Tahap.Aktivasi, (await ruang.Uji.BacaAsync(rusak)).Tahap);
        foreach (var contoh in baik)
        {
            Assert.Equal(Tahap.LinkKedaluwarsa, (await ruang.Uji.BacaAsync(contoh)).Tahap);
        }
    }

    [Fact]
    public async Task A_reissued_link_kills_the_old_one_and_its_waiting_mail()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        var lama = (await ruang.Uji.LinkAsync(contoh))!;
        await ruang.Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(contoh.Pemohon.Surel));
        Assert.IsType<HasilTindakan.DitolakSop>(await ruang.Uji.LakukanAsync(contoh, Peran.Pemohon, new BukaLink(lama.HashToken!)));
        Assert.Equal(SebabTutup.Diganti, (await ruang.SemuaLinkAsync(contoh))[0].Sebab);
        Assert.Equal(1, await ruang.HitungAsync($"surel_keluar WHERE permohonan_id = '{contoh.Id}' AND jenis = 'LinkAktivasi' AND mati_pada IS NULL"));
    }
}
