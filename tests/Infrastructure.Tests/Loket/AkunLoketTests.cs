using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>Filing for a mailbox never gives anybody else's account away, and never changes one.</summary>
public sealed class AkunLoketTests(PostgresUji postgres)
{
    private const string Sandi = "kata sandi pemohon loket";

    [Fact]
    public async Task A_proven_account_is_left_as_it_is_and_its_link_sets_no_password()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var orang = await ruang.Uji.OrangAsync("Sekar Wulandari", Peran.Pemohon);
        var sebelum = await PotretAsync(ruang, orang.Surel);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru() with { Surel = orang.Surel.ToUpperInvariant() });
        Assert.Equal((orang.Id, orang.Surel), (p.PemohonId, p.Data.Surel));
        var token = await ruang.TokenAsync(p.Id);
        Assert.False((await ruang.DenganLinkAsync(k => k.CariAsync(token)))!.PerluSandi);
        Assert.Contains("sudah mempunyai kata sandi", (await ruang.DenganLinkAsync(k => k.BuatSandiAsync(token, Sandi, null))).Kalimat, StringComparison.Ordinal);
        Assert.Equal(sebelum, await PotretAsync(ruang, orang.Surel));
        Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new Konfirmasi()));
    }

    [Theory]
    [InlineData(Peran.Kasi)]
    [InlineData(Peran.Administrator)]
    [InlineData(Peran.Verifikator)]
    public async Task An_officials_mailbox_is_refused_and_the_account_stays(Peran peran)
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var petugas = await ruang.Uji.PetugasAsync(peran);
        var sebelum = await PotretAsync(ruang, petugas.Surel);
        Assert.Contains("akun petugas", await GalatSurelAsync(ruang, petugas.Surel), StringComparison.Ordinal);
        Assert.Equal(sebelum, await PotretAsync(ruang, petugas.Surel));
    }

    [Fact]
    public async Task An_invited_official_who_has_not_come_yet_is_refused_too()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var undangan = await ruang.Uji.OrangAsync("Undangan Baru", Peran.Kasi, Peran.Pemohon);
        await ruang.Basis.JalankanAsync($"UPDATE pengguna SET email_confirmed = false WHERE id = '{undangan.Id}'");
        Assert.Contains("belum diaktifkan pemiliknya", await GalatSurelAsync(ruang, undangan.Surel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_refused()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var orang = await ruang.Uji.OrangAsync("Pemohon Lama", Peran.Pemohon);
        await ruang.Basis.JalankanAsync($"UPDATE pengguna SET dinonaktifkan_pada = now() WHERE id = '{orang.Id}'");
        Assert.Contains("dinonaktifkan", await GalatSurelAsync(ruang, orang.Surel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registered_the_mailbox_without_proving_it_loses_the_password_to_its_owner()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var orang = RuangLoket.OrangBaru();
        Assert.True(AlamatSurel.Coba(orang.Surel, [], out var surel, out _));
        await using (var lingkup = ruang.Layanan.Layanan.CreateAsyncScope())
        {
            await lingkup.ServiceProvider.GetRequiredService<PendaftaranService>().DaftarAsync(surel, "Penyusup", "", "sandi milik penyusup", null);
        }

        var p = await ruang.WajibAsync(orang);
        await ruang.BuktikanAsync(p);
        var akun = (await ruang.AkunAsync(orang.Surel))!;
        var hasher = new PasswordHasher<Pengguna>();
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(akun, akun.PasswordHash!, "sandi milik penyusup"));
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(akun, akun.PasswordHash!, Sandi));
    }

    [Fact]
    public async Task Registering_a_mailbox_that_the_counter_has_made_an_account_for_changes_nothing()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        var sebelum = await PotretAsync(ruang, p.Data.Surel);
        Assert.True(AlamatSurel.Coba(p.Data.Surel, [], out var surel, out _));
        await using (var lingkup = ruang.Layanan.Layanan.CreateAsyncScope())
        {
            await lingkup.ServiceProvider.GetRequiredService<PendaftaranService>().DaftarAsync(surel, "Penyusup", "", "sandi milik penyusup", null);
        }

        Assert.Equal(sebelum, await PotretAsync(ruang, p.Data.Surel));
    }

    [Fact]
    public async Task The_password_is_set_once_and_an_unproven_account_does_nothing_at_the_door()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        Assert.IsType<HasilTindakan.DitolakSop>(await ruang.LakukanAsync(p, new SimpanData(p.Data, p.Surat)));
        var token = await ruang.TokenAsync(p.Id);
        Assert.Contains("10 karakter", (await ruang.DenganLinkAsync(k => k.BuatSandiAsync(token, "pendek", null))).Kalimat, StringComparison.Ordinal);
        Assert.True((await ruang.DenganLinkAsync(k => k.BuatSandiAsync(token, Sandi, null))).Berhasil);
        Assert.False((await ruang.DenganLinkAsync(k => k.BuatSandiAsync(token, "sandi lain yang panjang", null))).Berhasil);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bukan-token")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_link_leads_nowhere(string? token)
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        Assert.Null(await ruang.DenganLinkAsync(k => k.CariAsync(token)));
    }

    [Fact]
    public async Task One_open_request_a_person_whether_by_NIK_or_by_mailbox()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        var nik = Assert.IsType<HasilLoket.BelumLengkap>(await ruang.CatatAsync(RuangLoket.OrangBaru() with { Nik = p.Data.Nik })).Galat;
        Assert.Contains(nik, g => g.Bidang == nameof(BidangPermohonan.Nik) && g.Kalimat.Contains(p.NomorResi!, StringComparison.Ordinal));
        Assert.Contains(p.NomorResi!, await GalatSurelAsync(ruang, p.Data.Surel), StringComparison.Ordinal);
    }

    private static async Task<string> GalatSurelAsync(RuangLoket ruang, string surel) =>
        Assert.IsType<HasilLoket.BelumLengkap>(await ruang.CatatAsync(RuangLoket.OrangBaru() with { Surel = surel })).Galat
            .Single(g => g.Bidang == nameof(BidangPermohonan.Surel)).Kalimat;

    private static async Task<string> PotretAsync(RuangLoket ruang, string surel)
    {
        var a = (await ruang.AkunAsync(surel))!;
        var peran = await ruang.BacaAsync(db => db.Set<PeranPengguna>().Where(r => r.PenggunaId == a.Id).Select(r => r.Peran).ToListAsync());
        return $"{a.Nama}|{a.UnitKerja}|{a.PasswordHash}|{a.SecurityStamp}|{a.EmailConfirmed}|{a.DinonaktifkanPada}|{string.Join(',', peran.Order())}";
    }
}
