using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Akun;

public sealed class AkunServiceTests(PostgresUji postgres) : IAsyncLifetime
{
    private RuangAkun ruang = null!;

    public async ValueTask InitializeAsync() => ruang = await RuangAkun.BukaAsync(postgres);

    public ValueTask DisposeAsync() => ruang.DisposeAsync();

    [Fact]
    public async Task Of_eight_tries_with_the_code_at_once_one_makes_an_administrator()
    {
        var kode = await KodeAsync();
        var hasil = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => PakaiAsync(kode, $"admin{n}.uji@contoh.go.id")));
        Assert.Single(hasil, h => h.Berhasil);
        Assert.Equal(1L, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM peran_pengguna WHERE peran = 'Administrator'"));
        Assert.Equal(1L, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM pengguna"));
    }

    [Fact]
    public async Task The_code_ends_after_24_hours_and_with_the_next_start()
    {
        var pertama = await KodeAsync();
        var kedua = await KodeAsync();
        Assert.False((await PakaiAsync(pertama, "a.uji@contoh.go.id")).Berhasil);
        ruang.Jam.Advance(TimeSpan.FromHours(24));
        Assert.False((await PakaiAsync(kedua, "a.uji@contoh.go.id")).Berhasil);
        Assert.True((await PakaiAsync((await KodeAsync()).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "a.uji@contoh.go.id")).Berhasil);
    }

    [Fact]
    public async Task With_an_administrator_no_code_is_made_and_an_old_file_goes()
    {
        await ruang.BuatAsync("Admin", Peran.Administrator);
        await ruang.Layanan.SiapkanAkunAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(ruang.BerkasKode));
        Assert.Equal(0L, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM pengaturan"));
    }

    [Fact]
    public async Task Two_administrators_who_close_each_other_at_once_leave_one()
    {
        var a = await ruang.BuatAsync("Admin A", Peran.Administrator);
        var b = await ruang.BuatAsync("Admin B", Peran.Administrator);
        var hasil = await Task.WhenAll(
            PenggunaAsync(p => p.NonaktifkanAsync(b.Id, new PelakuAudit(a.Id, a.Nama, null))),
            PenggunaAsync(p => p.NonaktifkanAsync(a.Id, new PelakuAudit(b.Id, b.Nama, null))));
        Assert.Single(hasil, h => h.Berhasil);
        Assert.Equal(1L, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM pengguna WHERE dinonaktifkan_pada IS NULL"));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_changes_no_account_and_the_try_is_recorded()
    {
        var kasi = await ruang.BuatAsync("Retno", Peran.Kasi);
        var hasil = await PenggunaAsync(p => p.UbahAsync(kasi.Id, "Retno", "", [Peran.Administrator], new PelakuAudit(kasi.Id, kasi.Nama, "10.0.0.7")));
        Assert.False(hasil.Berhasil);
        Assert.Equal(0L, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM peran_pengguna WHERE peran = 'Administrator'"));
        Assert.Equal("10.0.0.7", await ruang.BasisData.NilaiAsync<string>("SELECT alamat FROM audit WHERE jenis = 'TindakanDitolak'"));
    }

    [Fact]
    public async Task Five_failures_close_the_account_for_fifteen_minutes_even_to_the_right_password()
    {
        var akun = await ruang.BuatAsync("Retno", Peran.Kasi);
        for (var i = 0; i < PercobaanSandi.BatasGagal; i++)
        {
            Assert.False(await MasukAsync(akun, "bukan sandinya"));
        }

        Assert.False(await MasukAsync(akun, RuangAkun.Sandi));
        ruang.Jam.Advance(PercobaanSandi.LamaTerkunci);
        Assert.True(await MasukAsync(akun, RuangAkun.Sandi));
    }

    [Fact]
    public async Task The_right_password_after_four_failures_signs_in_and_starts_the_count_anew()
    {
        var akun = await ruang.BuatAsync("Retno", Peran.Kasi);
        for (var putaran = 0; putaran < 2; putaran++)
        {
            for (var i = 0; i < PercobaanSandi.BatasGagal - 1; i++)
            {
                Assert.False(await MasukAsync(akun, "bukan sandinya"));
            }

            Assert.True(await MasukAsync(akun, RuangAkun.Sandi));
        }
    }

    [Fact]
    public async Task Many_tries_at_once_guess_no_more_often_than_one_after_the_other()
    {
        var akun = await ruang.BuatAsync("Retno", Peran.Kasi);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => MasukAsync(akun, "bukan sandinya")));
        Assert.False(await MasukAsync(akun, RuangAkun.Sandi));
        Assert.Equal((long)PercobaanSandi.BatasGagal, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM audit WHERE alasan = 'Kata sandi salah'"));
    }

    [Fact]
    public async Task A_change_of_an_account_is_in_the_audit_with_the_role_and_old_and_new_values()
    {
        var admin = await ruang.BuatAsync("Admin", Peran.Administrator);
        var orang = await ruang.BuatAsync("Retno", Peran.Kasi);
        var oleh = new PelakuAudit(admin.Id, admin.Nama, null);
        await PenggunaAsync(p => p.UbahAsync(orang.Id, "Retno Sari", "Bidang Informatika", [Peran.Verifikator], oleh));
        await PenggunaAsync(p => p.NonaktifkanAsync(orang.Id, oleh));
        Assert.Equal(2L, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM audit WHERE jenis = 'Akun' AND peran = 'Administrator'"));
        Assert.Equal(
            "Akun Retno diubah; nama: Retno → Retno Sari; unit kerja: (kosong) → Bidang Informatika; peran: Kasi → Verifikator",
            await ruang.BasisData.NilaiAsync<string>("SELECT rincian FROM audit WHERE rincian LIKE '%diubah%'"));
        Assert.Contains("aktif → nonaktif", await ruang.BasisData.NilaiAsync<string>("SELECT rincian FROM audit WHERE rincian LIKE '%dinonaktifkan%'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_password_is_guessed_no_more_often_at_the_own_account_than_at_the_door()
    {
        var akun = await ruang.BuatAsync("Retno", Peran.Kasi);
        Task<HasilAkun> Ganti(string sandi) => ruang.DalamAsync(l =>
            l.GetRequiredService<SandiService>().MintaGantiEmailAsync(new PelakuAudit(akun.Id, akun.Nama, null), Surel("baru@contoh.go.id"), sandi));
        for (var i = 0; i < PercobaanSandi.BatasGagal; i++)
        {
            Assert.Equal("SandiKini", (await Ganti("bukan sandinya")).Bidang);
        }

        Assert.Contains("Tunggu 15 menit", (await Ganti(RuangAkun.Sandi)).Kalimat, StringComparison.Ordinal);
        Assert.False(await MasukAsync(akun, RuangAkun.Sandi));
        ruang.Jam.Advance(PercobaanSandi.LamaTerkunci);
        Assert.True((await Ganti(RuangAkun.Sandi)).Berhasil);
    }

    [Fact]
    public async Task A_new_mailbox_is_asked_for_five_times_in_an_hour_whatever_the_addresses()
    {
        var akun = await ruang.BuatAsync("Retno", Peran.Kasi);
        Task<HasilAkun> Ganti(int n) => ruang.DalamAsync(l =>
            l.GetRequiredService<SandiService>().MintaGantiEmailAsync(new PelakuAudit(akun.Id, akun.Nama, null), Surel($"baru{n}@contoh.go.id"), RuangAkun.Sandi));
        for (var i = 0; i < PendaftaranService.SuratPerJam; i++)
        {
            Assert.True((await Ganti(i)).Berhasil);
        }

        Assert.Equal("EmailBaru", (await Ganti(9)).Bidang);
        Assert.Equal((long)PendaftaranService.SuratPerJam, await ruang.BasisData.NilaiAsync<long>("SELECT count(*) FROM surel_keluar"));
        ruang.Jam.Advance(TimeSpan.FromHours(1));
        Assert.True((await Ganti(9)).Berhasil);
    }

    [Theory]
    [InlineData("pendek 9!", false)]
    [InlineData("sepuluh ka", true)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("Sekar Ayu Wulandari", false)]
    [InlineData("sekar.wulandari@contoh.go.id", false)]
    [InlineData("SekarWulandari", false)]
    [InlineData("sekar suka kopi tubruk", true)]
    public void A_password_is_long_and_not_one_s_own_name_or_mailbox(string sandi, bool boleh) =>
        Assert.Equal(boleh, PemeriksaSandi.Periksa(sandi, "sekar.wulandari@contoh.go.id", "Sekar Ayu Wulandari") is null);

    private async Task<string> KodeAsync()
    {
        await ruang.Layanan.SiapkanAkunAsync(TestContext.Current.CancellationToken);
        return (await File.ReadAllTextAsync(ruang.BerkasKode)).Trim();
    }

    private Task<HasilAkun> PakaiAsync(string kode, string email) => ruang.DalamAsync(l =>
        l.GetRequiredService<KodePertamaService>().PakaiAsync(
            kode, "Admin Uji", Surel(email), RuangAkun.Sandi, null));

    private static AlamatSurel Surel(string email) => AlamatSurel.Coba(email, [], out var surel, out _, []) ? surel : throw new ArgumentException(email);

    private Task<HasilAkun> PenggunaAsync(Func<PenggunaService, Task<HasilAkun>> kerja) =>
        ruang.DalamAsync(l => kerja(l.GetRequiredService<PenggunaService>()));

    private Task<bool> MasukAsync(Pengguna akun, string sandi) => ruang.DalamAsync(async l =>
    {
        var http = new DefaultHttpContext { RequestServices = l };
        l.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await l.GetRequiredService<MasukService>().MasukAsync(akun.Email!, sandi, "10.0.0.7") is not null;
    });
}
