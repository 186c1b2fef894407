using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KlatenSE.Domain.Pencocokan.StatusBsre;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>Who is known at BSrE before step 4 is found before step 4.</summary>
public sealed class SudahBersertifikatTests(PostgresUji postgres) : IAsyncLifetime
{
    private RuangBsre r = null!;

    public async ValueTask InitializeAsync() => r = await RuangBsre.BuatAsync(postgres);

    public ValueTask DisposeAsync() => r.DisposeAsync();

    [Theory]
    [InlineData(Tahap.MenungguDisposisi, Peran.Kepala)]
    [InlineData(Tahap.PenerusanKabid, Peran.Kabid)]
    [InlineData(Tahap.VerifikasiBerkas, Peran.Kasi)]
    [InlineData(Tahap.InputDataBsre, Peran.Verifikator)]
    [InlineData(Tahap.PerluPerbaikan, Peran.Kasi)]
    public async Task An_active_certificate_is_told_to_whoever_holds_the_request(Tahap tahap, Peran pemegang)
    {
        var contoh = await r.SampaiAsync(tahap);
        await r.DijawabAsync(contoh, Aktif);
        Assert.Equal([(JenisButirKerja.SudahBersertifikat, pemegang)], await r.TerbukaAsync(contoh));
        Assert.IsType<TafsirStatus.SudahBersertifikat>((await r.KabarAsync(contoh)).Penilaian.Tafsir);
    }

    [Fact]
    public async Task The_work_item_goes_along_to_the_next_who_holds_the_request()
    {
        var contoh = await r.SampaiAsync(Tahap.PenerusanKabid);
        await r.DijawabAsync(contoh, Aktif);
        await r.Uji.LanjutAsync(contoh);
        Assert.Equal([(JenisButirKerja.SudahBersertifikat, Peran.Kasi)], await r.TerbukaAsync(contoh));
        await r.Uji.LanjutAsync(contoh);
        var butir = Assert.Single(await r.ButirAsync(contoh), b => b.DitutupPada is null);
        Assert.Equal((Peran.Verifikator, (await r.Uji.PetugasAsync(Peran.Verifikator)).Id), (butir.Untuk, butir.UntukId!.Value));
    }

    [Fact]
    public async Task Step_4_is_refused_with_what_to_do_while_BSrE_knows_of_an_active_certificate()
    {
        var contoh = await r.SampaiAsync(Tahap.InputDataBsre);
        await r.DijawabAsync(contoh, Aktif);
        var kalimat = Assert.IsType<HasilTindakan.DitolakSop>(await r.Uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi())).Kalimat;
        Assert.Contains("sudah memiliki sertifikat aktif", kalimat, StringComparison.Ordinal);
        Assert.Equal(Tahap.InputDataBsre, await r.TahapAsync(contoh));

        await r.DijawabAsync(contoh, TidakTerdaftar);
        Assert.Empty(await r.TerbukaAsync(contoh));
        await r.Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi());
    }

    [Fact]
    public async Task An_old_answer_refuses_nobody()
    {
        var contoh = await r.SampaiAsync(Tahap.InputDataBsre);
        await r.DijawabAsync(contoh, Aktif);
        await r.Jam.GeserAsync(TimeSpan.FromHours(25));
        await r.Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi());
    }

    [Fact]
    public async Task Who_registered_alone_is_a_matter_for_the_Kasi()
    {
        var contoh = await r.SampaiAsync(Tahap.PenerusanKabid);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        Assert.Equal([(JenisButirKerja.PerbedaanBsre, Peran.Kasi)], await r.TerbukaAsync(contoh));
    }

    [Fact]
    public async Task A_request_that_comes_to_step_3_is_asked_about_at_once_unless_the_answer_is_fresh()
    {
        var contoh = await r.SampaiAsync(Tahap.PenerusanKabid);
        await r.PutaranAsync();
        await r.Jam.GeserAsync(TimeSpan.FromMinutes(3));
        await r.Uji.LanjutAsync(contoh);
        Assert.Equal(0, await r.PutaranAsync());

        // The portal was away for a while: the answer is old when the request moves.
        var lain = await r.SampaiAsync(Tahap.PenerusanKabid);
        await r.PutaranAsync();
        await r.Basis.JalankanAsync("UPDATE keadaan_bsre SET dijawab_pada = dijawab_pada - interval '10 min'");
        await r.Uji.LanjutAsync(lain);
        Assert.Equal(1, await r.PutaranAsync());
    }

    [Fact]
    public async Task After_the_NIK_was_mended_answers_about_the_old_one_count_no_more()
    {
        var contoh = await r.SampaiAsync(Tahap.MenungguDisposisi);
        await r.DijawabAsync(contoh, Aktif);
        await r.Uji.WajibAsync(contoh, Peran.Kepala, PermohonanUji.Perbaiki(BidangPermohonan.Nik));
        var p = await r.Uji.BacaAsync(contoh);
        await r.Uji.WajibAsync(contoh, Peran.Pemohon, new SimpanData(p.Data with { Nik = "3399011203850002" }, p.Surat));
        await r.Uji.WajibAsync(contoh, Peran.Pemohon, new Ajukan(BerkasSop.WajibSaatAjukan, []));
        Assert.Empty(await r.TerbukaAsync(contoh));
        await r.PutaranAsync();
        Assert.Equal(TidakTerdaftar, (await r.KabarAsync(contoh)).Status);
        Assert.Equal(1, (await r.Layanan.BacaAsync(db => db.Set<JawabanTercatat>().CountAsync(j => j.Status == TidakTerdaftar))));
    }
}
