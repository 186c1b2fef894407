using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Tests.PeragaBsre;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static KlatenSE.Domain.Pencocokan.StatusBsre;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>The reconciler against the stand-in's bad habits, with a clock that the test moves.</summary>
public sealed class PemeriksaBsreTests(PostgresUji postgres) : IAsyncLifetime
{
    private RuangBsre r = null!;

    public async ValueTask InitializeAsync() => r = await RuangBsre.BuatAsync(postgres);

    public ValueTask DisposeAsync() => r.DisposeAsync();

    private async Task<string> PotretAsync(ContohPermohonan contoh) => JsonSerializer.Serialize(
        (await r.Uji.BacaAsync(contoh), await r.Basis.NilaiAsync<long>("SELECT count(*) FROM riwayat"), await r.Basis.NilaiAsync<long>("SELECT count(*) FROM surel_keluar")));

    [Theory]
    [InlineData("galat-200", GagalBsre.GalatDalamJawaban)]
    [InlineData("json-rusak", GagalBsre.JsonRusak)]
    [InlineData("kosong", GagalBsre.JsonRusak)]
    [InlineData("html", GagalBsre.JenisKontenSalah)]
    [InlineData("jenis-konten", GagalBsre.JenisKontenSalah)]
    [InlineData("status-asing", GagalBsre.StatusAsing)]
    [InlineData("sandi-salah", GagalBsre.SandiSalah)]
    [InlineData("429", GagalBsre.TerlaluSering)]
    [InlineData("503", GagalBsre.TidakTersedia)]
    [InlineData("504", GagalBsre.GerbangHabisWaktu)]
    [InlineData("500", GagalBsre.GalatServer)]
    [InlineData("putus", GagalBsre.SambunganPutus)]
    public async Task No_bad_habit_harms_a_request_each_is_told_on_the_health_page_and_asking_goes_on_after_it(string kebiasaan, GagalBsre gagal)
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.PutaranAsync();
        var sebelum = await PotretAsync(contoh);
        await r.KebiasaanAsync(new { jenis = kebiasaan });
        await r.PutaranBerikutAsync();
        var (jawaban, kabar) = ((await r.JawabanAsync())[^1], await r.KesehatanAsync());
        Assert.Equal((gagal, null), (jawaban.Gagal, jawaban.Status));
        Assert.Equal(KeadaanPemeriksaan.Terganggu, kabar.Keadaan);
        Assert.Contains(gagal.Nama(), kabar.Kalimat, StringComparison.Ordinal);
        Assert.Equal(RuangBsre.Senin, kabar.TerakhirBaik);
        Assert.Equal(await r.Jam.KiniAsync(), kabar.Sejak);
        // The answer of before stays what it was: no work item comes or goes by a failure.
        Assert.Equal(sebelum, await PotretAsync(contoh));

        await r.BiasaLagiAsync();
        Assert.Equal(1, await r.PutaranSetelahAsync(TimeSpan.FromHours(1)));
        Assert.Equal(KeadaanPemeriksaan.Baik, (await r.KesehatanAsync()).Keadaan);
    }

    [Theory]
    [InlineData("habis-waktu", GagalBsre.HabisWaktu)]
    [InlineData("port-tertutup", GagalBsre.SambunganDitolak)]
    [InlineData("nama-asing", GagalBsre.NamaTidakDitemukan)]
    [InlineData("tls-asing", GagalBsre.TlsTidakDipercaya)]
    [InlineData("tls-kedaluwarsa", GagalBsre.TlsKedaluwarsa)]
    public async Task What_goes_wrong_before_an_answer_comes_is_told_apart_as_well(string kejadian, GagalBsre gagal)
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await using var peraga = await RuangPeraga.MulaiAsync(o => (o.PortTls, o.PortTlsKedaluwarsa) = (0, 0));
        await peraga.KendaliAsync("kebiasaan", new { jenis = "habis-waktu" });
        var alamat = kejadian switch
        {
            "habis-waktu" => peraga.App.Alamat,
            "port-tertutup" => new Uri("http://127.0.0.1:1"),
            "nama-asing" => new Uri("https://esign.invalid"),
            "tls-asing" => peraga.App.AlamatTls!,
            _ => peraga.App.AlamatTlsKedaluwarsa!,
        };
        await using var buruk = RuangBsre.Proses(r.Basis, alamat, r.Log, ("Bsre:BatasWaktu", kejadian == "habis-waktu" ? "00:00:00.3" : "00:00:30"));
        Assert.Equal(1, await buruk.Layanan.GetRequiredService<PemeriksaBsre>().PutaranAsync());
        Assert.Equal(gagal, Assert.Single(await r.JawabanAsync()).Gagal);
        Assert.Contains(gagal.Nama(), (await r.KesehatanAsync()).Kalimat, StringComparison.Ordinal);
        Assert.Equal(Tahap.Aktivasi, await r.TahapAsync(contoh));
        Assert.Empty(await r.ButirAsync(contoh));
        Assert.Equal(1, await r.PutaranBerikutAsync());
        Assert.Equal(KeadaanPemeriksaan.Baik, (await r.KesehatanAsync()).Keadaan);
    }

    [Fact]
    public async Task An_answer_that_comes_late_an_answer_that_repeats_the_NIK_and_code_2011_are_answers()
    {
        var contoh = await r.SampaiAsync(Tahap.MenungguDisposisi);
        foreach (var jenis in (string[])["tunda", "nik-tampil", "kode-2011"])
        {
            await r.BiasaLagiAsync();
            await r.KebiasaanAsync(new { jenis, detik = 0.05 });
            await r.PutaranBerikutAsync();
            Assert.Equal(TidakTerdaftar, (await r.JawabanAsync())[^1].Status);
        }

        Assert.Equal(TidakTerdaftar, (await r.KabarAsync(contoh)).Status);
        Assert.Equal(KeadaanPemeriksaan.Baik, (await r.KesehatanAsync()).Keadaan);
    }

    [Fact]
    public async Task A_work_item_outlives_failures_and_is_not_doubled_by_them()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        await r.BiasaLagiAsync();
        await r.KebiasaanAsync(new { jenis = "json-rusak", nik = contoh.Data.Nik });
        await r.PutaranBerikutAsync();
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        Assert.Null(Assert.Single(await r.ButirAsync(contoh)).DitutupPada);
    }

    [Fact]
    public async Task While_BSrE_is_away_it_is_asked_less_and_less_and_by_one_call_at_a_time()
    {
        for (var i = 0; i < 6; i++)
        {
            await r.SampaiAsync(Tahap.MenungguDisposisi);
        }

        await r.KebiasaanAsync(new { jenis = "503" });
        Assert.Equal(1, await r.PutaranAsync());
        var satuan = new List<int>();
        foreach (var detik in (int[])[4, 1, 9, 1, 19, 1])
        {
            satuan.Add(await r.PutaranSetelahAsync(TimeSpan.FromSeconds(detik)));
        }

        Assert.Equal([0, 1, 0, 1, 0, 1], satuan);
        await r.BiasaLagiAsync();
        // Back again: all that waited is asked in one round.
        Assert.Equal(6, await r.PutaranSetelahAsync(TimeSpan.FromMinutes(5)));
        Assert.Null((await r.KesehatanAsync()).Sejak);
    }

    [Fact]
    public async Task Retry_After_is_kept_to()
    {
        await r.SampaiAsync(Tahap.MenungguDisposisi);
        await r.KebiasaanAsync(new { jenis = "429", detik = 90, kali = 1 });
        await r.PutaranAsync();
        Assert.Equal(0, await r.PutaranSetelahAsync(TimeSpan.FromSeconds(89)));
        Assert.Equal(1, await r.PutaranSetelahAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Wrong_credentials_stop_the_asking_until_they_are_changed()
    {
        await r.SampaiAsync(Tahap.MenungguDisposisi);
        await using var salah = RuangBsre.Proses(r.Basis, r.Peraga.App.Alamat, r.Log, ("Bsre:Sandi", "keliru"));
        var pemeriksa = salah.Layanan.GetRequiredService<PemeriksaBsre>();
        Assert.Equal(1, await pemeriksa.PutaranAsync());
        await r.Jam.GeserAsync(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await pemeriksa.PutaranAsync());
        Assert.Contains("sandi layanan ditolak", (await r.KesehatanAsync()).Kalimat, StringComparison.Ordinal);
        // Other settings, as after a restart: tried at once.
        Assert.Equal(1, await r.PutaranAsync());
        Assert.Equal(KeadaanPemeriksaan.Baik, (await r.KesehatanAsync()).Keadaan);
    }

    [Fact]
    public async Task One_person_whose_answer_never_comes_keeps_nobody_else_waiting()
    {
        var macet = await r.SampaiAsync(Tahap.MenungguDisposisi);
        var lain = await r.SampaiAsync(Tahap.MenungguDisposisi);
        await r.KebiasaanAsync(new { jenis = "504", nik = macet.Data.Nik });
        for (var i = 0; i < 60; i++)
        {
            await r.PutaranSetelahAsync(TimeSpan.FromSeconds(10));
        }

        var ditanya = (await r.JawabanAsync()).Where(j => j.PermohonanId == lain.Id).Select(j => j.DitanyaPada).ToList();
        Assert.All(ditanya.Zip(ditanya.Skip(1)), d => Assert.InRange(d.Second - d.First, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5)));
        Assert.InRange(ditanya.Count, 2, 4);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_request_moved_on_says_nothing_of_the_new_stage()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, TanpaSertifikat);
        await r.Jam.GeserAsync(TimeSpan.FromMinutes(5));
        var antrean = new AntreanBsre(r.Ambil<NpgsqlDataSource>());
        var tiket = (await antrean.AmbilAsync(4, TimeSpan.FromMinutes(1), default))!;
        await r.Jam.GeserAsync(TimeSpan.FromSeconds(1));
        await r.Uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        await r.Ambil<PencatatJawaban>().CatatAsync(tiket, new JawabanBsre.Status(TanpaSertifikat, null, 200), TimeSpan.FromSeconds(1), null, default);
        Assert.Empty(await r.ButirAsync(contoh));
        await r.StatusAsync(contoh, MenungguVerifikasi);
        Assert.Equal(1, await r.PutaranAsync());
        Assert.Empty(await r.ButirAsync(contoh));
    }

    [Fact]
    public async Task By_setting_the_portal_records_by_itself_what_the_table_allows_to_the_system()
    {
        await r.OtomatisAsync(MenungguVerifikasi, Aktif);
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        Assert.Equal(Tahap.VerifikasiData, await r.TahapAsync(contoh));
        Assert.Empty(await r.ButirAsync(contoh));
        Assert.Equal("Sistem", await r.Basis.NilaiAsync<string>("SELECT pelaku_nama FROM riwayat WHERE tindakan = 'CatatAktivasi'"));

        // The approval is the verifikator's own: it is proposed, not done.
        await r.DijawabAsync(contoh, Aktif);
        Assert.Equal(Tahap.VerifikasiData, await r.TahapAsync(contoh));
        Assert.Equal([(JenisButirKerja.PerbedaanBsre, Peran.Verifikator)], await r.TerbukaAsync(contoh));

        var terbit = await r.SampaiAsync(Tahap.Passphrase);
        await r.DijawabAsync(terbit, Aktif);
        Assert.Equal(Tahap.Selesai, await r.TahapAsync(terbit));
    }

    [Fact]
    public async Task A_status_that_is_not_in_the_setting_is_only_proposed()
    {
        await r.OtomatisAsync(Aktif);
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        Assert.Equal(Tahap.Aktivasi, await r.TahapAsync(contoh));
        Assert.Single(await r.TerbukaAsync(contoh));
    }

    [Fact]
    public async Task Answers_are_only_added_and_the_week_old_that_repeat_may_go()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.PutaranAsync();
        await r.PutaranBerikutAsync();
        Assert.Equal([true, false], (await r.JawabanAsync()).Select(j => j.Berubah));
        await Assert.ThrowsAsync<PostgresException>(() => r.Basis.JalankanAsync("UPDATE jawaban_bsre SET status = 'Aktif'"));
        await Assert.ThrowsAsync<PostgresException>(() => r.Basis.JalankanAsync("DELETE FROM jawaban_bsre"));
        await r.Jam.GeserAsync(TimeSpan.FromDays(8));
        await new RetensiService(r.Layanan.Pabrik, r.Ambil<Infrastructure.Pengaturan.PengaturanService>()).JalankanAsync();
        Assert.True(Assert.Single(await r.JawabanAsync()).Berubah);
        await Assert.ThrowsAsync<PostgresException>(() => r.Basis.JalankanAsync("DELETE FROM jawaban_bsre"));
        Assert.Equal(contoh.Id, (await r.JawabanAsync())[0].PermohonanId);
    }

    [Fact]
    public async Task No_NIK_is_kept_with_the_answers_or_written_to_any_log()
    {
        var contoh = await r.SampaiAsync(Tahap.Aktivasi);
        await r.KebiasaanAsync(new { jenis = "nik-tampil", kali = 1 });
        await r.PutaranAsync();
        await r.DijawabAsync(contoh, MenungguVerifikasi);
        await r.KebiasaanAsync(new { jenis = "putus" });
        await r.PutaranBerikutAsync();
        Assert.NotEmpty(r.Log.Baris);
        Assert.All(r.Log.Baris, b => Assert.DoesNotContain(contoh.Data.Nik, b, StringComparison.Ordinal));
        foreach (var tabel in (string[])["jawaban_bsre", "keadaan_bsre", "layanan_bsre", "butir_kerja"])
        {
            Assert.Equal(0, await r.Basis.NilaiAsync<long>($"SELECT count(*) FROM {tabel} t WHERE t::text LIKE '%{contoh.Data.Nik}%'"));
        }
    }

    [Fact]
    public async Task It_is_off_without_credentials_and_says_so_when_the_settings_do_not_serve()
    {
        await using var tanpa = RuangBsre.Proses(r.Basis, r.Peraga.App.Alamat, r.Log, ("Bsre:Pengguna", null), ("Bsre:Sandi", null));
        Assert.False(tanpa.Layanan.GetRequiredService<PemeriksaBsre>().Aktif);
        Assert.Equal(KeadaanPemeriksaan.Mati, (await tanpa.Layanan.GetRequiredService<PemeriksaanQuery>().BacaAsync()).Keadaan);

        await using var separuh = RuangBsre.Proses(r.Basis, r.Peraga.App.Alamat, r.Log, ("Bsre:Sandi", null));
        Assert.False(separuh.Layanan.GetRequiredService<PemeriksaBsre>().Aktif);
        Assert.Equal(KeadaanPemeriksaan.SalahAtur, (await separuh.Layanan.GetRequiredService<PemeriksaanQuery>().BacaAsync()).Keadaan);
        Assert.True(r.Pemeriksa.Aktif);
    }
}
