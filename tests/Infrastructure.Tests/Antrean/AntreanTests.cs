using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Antrean;

/// <summary>Whose queue a request stands in, on real PostgreSQL.</summary>
public sealed class AntreanTests(PostgresUji postgres) : IAsyncLifetime
{
    private BasisDataUji basis = null!;
    private LayananUji layanan = null!;
    private PermohonanUji uji = null!;

    public async ValueTask InitializeAsync()
    {
        basis = await postgres.CloneAsync();
        layanan = LayananUji.Buat(basis.Portal, (s, _) => s.AddSingleton<PeranAktif>().AddSingleton<UmpanAntrean>().AddSingleton<ButirKerjaService>().AddSingleton<KerjaQuery>());
        uji = new PermohonanUji(layanan.Layanan);
    }

    public async ValueTask DisposeAsync()
    {
        await layanan.DisposeAsync();
        await basis.DisposeAsync();
    }

    [Fact]
    public async Task Every_stage_that_waits_for_the_office_stands_in_exactly_one_queue()
    {
        foreach (var tahap in AlurSop.Terbaru.SemuaTahap.Where(t => t.Menunggu is { } p && AntreanQuery.PeranBerantrean.Contains(p)))
        {
            var contoh = await uji.SampaiAsync(tahap.Tahap);
            var pemilik = new List<Peran>();
            foreach (var peran in AntreanQuery.PeranBerantrean)
            {
                if ((await AntreanAsync(await uji.PetugasAsync(peran))).Any(t => t.Permohonan.Id == contoh.Id))
                {
                    pemilik.Add(peran);
                }
            }

            Assert.Equal([tahap.Menunggu!.Value], pemilik);
        }
    }

    [Fact]
    public async Task Beside_BSrE_step_8_stands_in_the_queue_of_its_verifikator_alone_and_says_what_to_do()
    {
        await using var bsre = LayananUji.Buat(basis.Portal, (s, _) => s.AddSingleton<ILayananSertifikat, LayananSertifikatBsre>().AddSingleton<PeranAktif>().AddSingleton<UmpanAntrean>());
        var ujiBsre = new PermohonanUji(bsre.Layanan);
        var contoh = await ujiBsre.SampaiAsync(Tahap.Penerbitan);
        var umpan = bsre.Layanan.GetRequiredService<UmpanAntrean>();
        foreach (var peran in AntreanQuery.PeranBerantrean)
        {
            var ada = (await umpan.BacaAsync((await ujiBsre.PetugasAsync(peran)).Id)).Where(t => t.Permohonan.Id == contoh.Id).Select(t => t.Alasan);
            Assert.Equal(peran == Peran.Verifikator ? ["Menunggu BSrE: catat hasilnya bila sudah terbit atau ditolak"] : [], ada);
        }

        // Past the 360 minutes the work item says the same more urgently: one row, not two.
        await basis.JalankanAsync("UPDATE permohonan SET batas_berikutnya = waktu_kini()");
        await bsre.Pintu.LakukanSistemAsync(contoh.Id, new TandaiLewatBatas());
        var tugas = Assert.Single(await umpan.BacaAsync((await ujiBsre.PetugasAsync(Peran.Verifikator)).Id));
        Assert.Equal("Penerbitan lewat 360 menit: lihat di Portal BSrE, lalu catat hasilnya", tugas.Alasan);
    }

    [Fact]
    public async Task What_waits_already_is_also_the_acting_officers_and_no_longer_after_the_grant()
    {
        var contoh = await uji.SampaiAsync(Tahap.MenungguDisposisi);
        var plh = await uji.OrangAsync("Pelaksana Harian", Peran.Kabid);
        Assert.Empty(await AntreanAsync(plh));
        var mandat = new Mandat { PenggunaId = plh.Id, Peran = Peran.Kepala, Jenis = JenisMandat.Plh, NomorSurat = "800/12/2026", Mulai = DateTimeOffset.UnixEpoch, Sampai = TimeProvider.System.GetUtcNow().AddDays(1), DibuatOleh = plh.Id };
        await SimpanAsync(plh, db => db.Add(mandat));
        var tugas = Assert.Single(await AntreanAsync(plh));
        Assert.Equal((contoh.Id, "Plh", "Menunggu disposisi Anda"), (tugas.Permohonan.Id, tugas.Sebagai.Sebagai, tugas.Alasan));
        await SimpanAsync(plh, db => db.Set<Mandat>().Single(m => m.Id == mandat.Id).DicabutPada = TimeProvider.System.GetUtcNow());
        Assert.Empty(await AntreanAsync(plh));
    }

    [Fact]
    public async Task Own_requests_and_those_of_another_verifikator_are_not_in_the_queue()
    {
        await uji.SampaiAsync(Tahap.InputDataBsre);
        Assert.Empty(await AntreanAsync(await uji.OrangAsync("Verifikator Lain", Peran.Verifikator)));
        var kepala = await uji.OrangAsync("Kepala Pemohon", Peran.Kepala, Peran.Pemohon);
        await uji.SampaiAsync(Tahap.MenungguDisposisi, kepala);
        Assert.Empty(await AntreanAsync(kepala));
    }

    [Fact]
    public async Task The_nearest_deadline_comes_first()
    {
        var (nanti, segera) = (await uji.SampaiAsync(Tahap.PenerusanKabid), await uji.SampaiAsync(Tahap.PenerusanKabid));
        await using (var db = await layanan.Pabrik.CreateDbContextAsync())
        {
            await db.Permohonan.Where(p => p.Id == segera.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.BatasBerikutnya, DateTimeOffset.UnixEpoch));
        }

        Assert.Equal([segera.Id, nanti.Id], (await AntreanAsync(await uji.PetugasAsync(Peran.Kabid))).Select(t => t.Permohonan.Id));
    }

    [Fact]
    public async Task A_work_item_of_three_rounds_waits_for_the_kasi_until_it_is_handled_once_and_audited()
    {
        var contoh = await uji.SampaiAsync(Tahap.MenungguDisposisi);
        var butir = new ButirKerja { PermohonanId = contoh.Id, Jenis = JenisButirKerja.TigaPutaran, Untuk = Peran.Kasi, DibukaPada = DateTimeOffset.UnixEpoch };
        var (kasi, kabid) = (await uji.PetugasAsync(Peran.Kasi), await uji.PetugasAsync(Peran.Kabid));
        await SimpanAsync(kasi, db => db.Add(butir));
        Assert.Equal(butir.Id, Assert.Single(await AntreanAsync(kasi)).Kunci);
        var layananButir = layanan.Layanan.GetRequiredService<ButirKerjaService>();
        Assert.NotNull(await layananButir.TanganiAsync(butir.Id, kabid.Pelaku));
        Assert.Null(await layananButir.TanganiAsync(butir.Id, kasi.Pelaku));
        Assert.Null(await layananButir.TanganiAsync(butir.Id, kasi.Pelaku));
        Assert.Empty(await AntreanAsync(kasi));
        var audit = await layanan.BacaAsync(db => db.Set<CatatanAudit>().Where(a => a.Rincian!.StartsWith("Butir kerja")).OrderBy(a => a.Id).Select(a => new { a.Jenis, a.PelakuId }).ToListAsync());
        Assert.Equal([(JenisAudit.TindakanDitolak, kabid.Id), (JenisAudit.Tindakan, kasi.Id)], audit.Select(a => (a.Jenis, a.PelakuId!.Value)));
    }

    [Fact]
    public async Task Verifikators_are_offered_by_load_without_applicant_kasi_and_inactive_accounts()
    {
        await uji.SampaiAsync(Tahap.InputDataBsre);
        var sibuk = await uji.PetugasAsync(Peran.Verifikator);
        var senggang = await uji.OrangAsync("Verifikator Senggang", Peran.Verifikator);
        var mati = await uji.OrangAsync("Verifikator Lama", Peran.Verifikator);
        await SimpanAsync(mati, db => db.Users.Single(u => u.Id == mati.Id).DinonaktifkanPada = TimeProvider.System.GetUtcNow());
        var kasi = await uji.OrangAsync("Kasi Rangkap", Peran.Kasi, Peran.Verifikator);
        var pemohon = await uji.OrangAsync("Verifikator Pemohon", Peran.Verifikator, Peran.Pemohon);
        var contoh = await uji.SampaiAsync(Tahap.VerifikasiBerkas, pemohon);
        var pilihan = await layanan.Layanan.GetRequiredService<KerjaQuery>().VerifikatorAsync(await uji.BacaAsync(contoh), kasi.Id);
        Assert.Equal([(senggang.Id, 0), (sibuk.Id, 1)], pilihan.Select(v => (v.Id, v.Beban)));
        // Who set no password cannot sign in and comes last, however little there is to do.
        await SimpanAsync(sibuk, db => db.Users.Single(u => u.Id == sibuk.Id).PasswordHash = "ada");
        pilihan = await layanan.Layanan.GetRequiredService<KerjaQuery>().VerifikatorAsync(await uji.BacaAsync(contoh), kasi.Id);
        Assert.Equal([(sibuk.Id, true), (senggang.Id, false)], pilihan.Select(v => (v.Id, v.DapatMasuk)));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\ud83d")]
    public async Task What_cannot_be_stored_is_refused_with_a_sentence_and_nothing_is_recorded(string teks)
    {
        var contoh = await uji.SampaiAsync(Tahap.VerifikasiBerkas);
        foreach (var isi in new[] { teks, new string('x', 201) })
        {
            var hasil = await uji.LakukanAsync(contoh, Peran.Kasi, new CatatPerbandingan(DataUji.Cocok(contoh.Data) with { KtpNama = isi }));
            Assert.Contains("Nama di KTP", Assert.IsType<HasilTindakan.BelumLengkap>(hasil).KalimatGagal, StringComparison.Ordinal);
        }

        Assert.Null((await uji.BacaAsync(contoh)).Perbandingan);
    }

    private Task<IReadOnlyList<TugasAntrean>> AntreanAsync(OrangUji orang) => layanan.Layanan.GetRequiredService<UmpanAntrean>().BacaAsync(orang.Id);

    private async Task SimpanAsync(OrangUji orang, Action<KlatenSE.Infrastructure.BasisData.KlatenDb> ubah)
    {
        await using var db = await layanan.Pabrik.CreateDbContextAsync();
        ubah(db);
        await db.SaveChangesAsync();
        layanan.Layanan.GetRequiredService<PeranAktif>().Lupakan(orang.Id);
    }
}
