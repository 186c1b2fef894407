using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Demo;
using KlatenSE.Infrastructure.Papan;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Demo;

public sealed class DemoTerisiTests(BasisDemo demo) : IClassFixture<BasisDemo>
{
    [Fact]
    public async Task Every_stage_of_the_table_has_a_request()
    {
        var ada = await demo.Basis.NilaiAsync<string[]>("SELECT array_agg(DISTINCT tahap) FROM permohonan");
        Assert.Empty(Enum.GetNames<Tahap>().Except(ada!));
    }

    [Fact]
    public async Task There_are_about_fifty_requests_of_ten_offices() => Assert.Equal(
        "48 10", await demo.Basis.NilaiAsync<string>("SELECT count(*) || ' ' || count(DISTINCT pengguna.unit_kerja) FROM permohonan JOIN pengguna ON pengguna.id = pemohon_id"));

    [Fact]
    public async Task Every_open_request_waits_in_one_queue_for_somebody_who_can_act()
    {
        await using var sambungan = new NpgsqlConnection(demo.Basis.Portal);
        await sambungan.OpenAsync();
        var hasil = await InvarianAntrean.PeriksaAsync(sambungan, ModeOtoritas.Sandbox);
        Assert.True(hasil.Diperiksa > 25);
        Assert.True(hasil.Utuh, string.Join("; ", hasil.Pelanggaran));
    }

    [Fact]
    public async Task All_history_lies_in_the_past_and_in_order()
    {
        Assert.Equal(0L, await demo.Basis.NilaiAsync<long>("SELECT count(*) FROM riwayat WHERE pada > clock_timestamp()"));
        Assert.Equal(0L, await demo.Basis.NilaiAsync<long>("SELECT count(*) FROM (SELECT pada < lag(pada) OVER (ORDER BY id) AS mundur FROM riwayat) r WHERE mundur"));
    }

    [Fact]
    public async Task Running_links_have_from_two_to_more_than_twenty_hours_left()
    {
        const string dari = "(extract(epoch FROM batas - clock_timestamp()) / 3600)::float8 FROM link_pemohon WHERE ditutup_pada IS NULL";
        Assert.InRange(await demo.Basis.NilaiAsync<double>($"SELECT {dari} ORDER BY batas LIMIT 1"), 1, 3);
        Assert.InRange(await demo.Basis.NilaiAsync<double>($"SELECT {dari} ORDER BY batas DESC LIMIT 1"), 20, 24);
    }

    [Fact]
    public async Task The_real_clock_is_back()
    {
        Assert.InRange(await demo.Basis.NilaiAsync<double>("SELECT extract(epoch FROM clock_timestamp() - waktu_kini())::float8"), -1, 1);
        Assert.Null(await demo.Basis.NilaiAsync<string>("SELECT to_regclass('jam_demo')::text"));
    }

    [Fact]
    public async Task Finished_requests_have_a_certificate_in_the_register() =>
        Assert.Equal(6L, await demo.Basis.NilaiAsync<long>("SELECT count(*) FROM sertifikat_terbit"));

    [Fact]
    public async Task The_Plh_is_shown_as_acting_in_history() =>
        Assert.True(await demo.Basis.NilaiAsync<bool>("SELECT bool_and(sebagai = 'Plh' AND nomor_surat_mandat <> '') FROM riwayat r JOIN mandat m ON m.pengguna_id = r.pelaku_id"));

    [Fact]
    public async Task A_second_start_adds_nothing_and_keeps_the_passwords()
    {
        var (sebelum, isi) = (await JejakAsync(), await File.ReadAllTextAsync(demo.BerkasAkun));
        await PengisiDemo.SiapkanAsync(demo.Konfigurasi);
        Assert.Equal(sebelum, await JejakAsync());
        Assert.Equal(isi, await File.ReadAllTextAsync(demo.BerkasAkun));
    }

    [Fact]
    public async Task A_lost_file_of_accounts_is_written_again_with_other_passwords()
    {
        var (tanpaAkun, isi) = (await demo.Basis.NilaiAsync<long>("SELECT count(*) FROM audit"), await File.ReadAllTextAsync(demo.BerkasAkun));
        File.Delete(demo.BerkasAkun);
        await PengisiDemo.SiapkanAsync(demo.Konfigurasi);
        Assert.NotEqual(isi, await File.ReadAllTextAsync(demo.BerkasAkun));
        Assert.Equal(tanpaAkun, await demo.Basis.NilaiAsync<long>("SELECT count(*) FROM audit"));
    }

    [Fact]
    public void The_file_of_accounts_is_for_its_owner_alone()
    {
        Assert.False(OperatingSystem.IsWindows(), "The portal runs on Debian, and so do its tests.");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(demo.BerkasAkun));
        }
    }

    [Fact]
    public async Task Real_use_refuses_a_demo_database() =>
        Assert.Contains("peragaan", await GerbangDemo.KeberatanAsync(BasisDemo.Untuk(demo.Basis, demo: false)));

    [Fact]
    public async Task The_demo_may_start_again_on_its_own_database() => Assert.Null(await GerbangDemo.KeberatanAsync(demo.Konfigurasi));

    private async Task<string?> JejakAsync() => await demo.Basis.NilaiAsync<string>(
        "SELECT concat_ws(' ', (SELECT count(*) FROM permohonan), (SELECT count(*) FROM pengguna), (SELECT count(*) FROM audit), (SELECT count(*) FROM surel_keluar), (SELECT md5(string_agg(password_hash, '' ORDER BY id)) FROM pengguna))");
}
