using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>What the privacy notice promises to destroy is destroyed, and nothing else.</summary>
public sealed class RetensiTests(PostgresUji postgres)
{
    [Fact]
    public async Task Pictures_of_a_closed_request_lose_their_bytes_after_30_days_and_letters_stay()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Selesai);
        var berjalan = await ruang.Uji.SampaiAsync(Tahap.VerifikasiData);
        var selesai = (await ruang.Uji.BacaAsync(contoh)).SelesaiPada!.Value;
        await ruang.Jam.HentikanAsync(selesai.AddDays(30));
        Assert.Equal(0, await ruang.Ambil<RetensiService>().JalankanAsync());
        await ruang.Jam.HentikanAsync(selesai.AddDays(30).AddSeconds(1));
        Assert.Equal(3, await ruang.Ambil<RetensiService>().JalankanAsync());
        Assert.Equal(0, await ruang.Ambil<RetensiService>().JalankanAsync());
        Assert.Equal(2, await ruang.HitungAsync($"isi_berkas i JOIN berkas b ON b.id = i.berkas_id WHERE b.permohonan_id = '{contoh.Id}' AND b.jenis LIKE 'Surat%'"));
        Assert.Equal(2, await ruang.HitungAsync($"isi_berkas i JOIN berkas b ON b.id = i.berkas_id WHERE b.permohonan_id = '{contoh.Id}'"));
        Assert.Equal(3, await ruang.HitungAsync("audit WHERE jenis = 'Retensi' AND berkas_id IS NOT NULL"));
        Assert.Equal(5, await ruang.HitungAsync($"isi_berkas i JOIN berkas b ON b.id = i.berkas_id WHERE b.permohonan_id = '{berjalan.Id}'"));
    }

    [Fact]
    public async Task A_draft_that_was_never_sent_keeps_no_personal_value()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Draf);
        await ruang.Uji.WajibAsync(contoh, Peran.Pemohon, new Batalkan());
        await ruang.Ambil<RetensiService>().JalankanAsync();
        var p = await ruang.Uji.BacaAsync(contoh);
        Assert.Equal(new DataPemohon(), p.Data);
        Assert.Equal(new DataSurat(), p.Surat);
        Assert.Equal(0, await ruang.HitungAsync("isi_berkas"));
        Assert.Equal(1, await ruang.HitungAsync("kunci_permohonan WHERE terbungkus IS NULL AND dihancurkan_pada IS NOT NULL"));
    }

    [Fact]
    public async Task Years_after_the_end_nothing_personal_is_left_of_a_request_and_its_numbers_stay()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Ditolak);
        var resi = (await ruang.Uji.BacaAsync(contoh)).NomorResi;
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(5 * 365));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.NotEqual("", (await ruang.Uji.BacaAsync(contoh)).Data.Nama);
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(3));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        var p = await ruang.Uji.BacaAsync(contoh);
        Assert.Equal((new DataPemohon(), new DataSurat(), null, resi), (p.Data, p.Surat, p.AlasanTerakhir, p.NomorResi));
        Assert.Equal(0, await ruang.HitungAsync("isi_berkas"));
        Assert.Equal(0, await ruang.HitungAsync("kunci_permohonan WHERE terbungkus IS NOT NULL"));
        Assert.Equal(1, await ruang.HitungAsync("audit WHERE jenis = 'Retensi' AND rincian LIKE 'Isian permohonan dimusnahkan%'"));
    }

    [Fact]
    public async Task A_request_whose_certificate_ended_less_than_five_years_ago_is_kept()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Selesai);
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(6 * 365));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.NotEqual("", (await ruang.Uji.BacaAsync(contoh)).Data.Nama);
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(370));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.Equal("", (await ruang.Uji.BacaAsync(contoh)).Data.Nama);
    }

    [Fact]
    public async Task The_text_of_a_mail_goes_90_days_after_it_was_sent()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        await ruang.Uji.SampaiAsync(Tahap.MenungguDisposisi);
        await ruang.Basis.JalankanAsync("UPDATE surel_keluar SET terkirim_pada = waktu_kini()");
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(89));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.Equal(1, await ruang.HitungAsync("surel_keluar WHERE isi_teks IS NOT NULL"));
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(2));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.Equal(1, await ruang.HitungAsync("surel_keluar WHERE isi_teks IS NULL AND isi_html IS NULL AND nama_kepada = ''"));
    }

    [Fact]
    public async Task Keys_of_submits_are_forgotten_after_30_days()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        await ruang.Uji.SampaiAsync(Tahap.MenungguDisposisi);
        Assert.True(await ruang.HitungAsync("kunci_tindakan") > 0);
        await ruang.Jam.GeserAsync(TimeSpan.FromDays(31));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.Equal(0, await ruang.HitungAsync("kunci_tindakan"));
    }
}
