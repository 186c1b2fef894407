using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Akun;

public sealed class PeranResolverTests(PostgresUji postgres) : IAsyncLifetime
{
    private static readonly DateTimeOffset Mulai = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset Sampai = Mulai.AddDays(14);
    private static readonly PeranDipegang Plt = new(Peran.Kepala, "Plt", "800/7/2026");
    private RuangAkun ruang = null!;

    public async ValueTask InitializeAsync() => ruang = await RuangAkun.BukaAsync(postgres);

    public ValueTask DisposeAsync() => ruang.DisposeAsync();

    [Fact]
    public async Task A_grant_holds_from_its_first_moment_up_to_but_not_including_its_end()
    {
        var kabid = await DenganMandatAsync();
        Assert.DoesNotContain(Plt, await PeranAsync(kabid, Mulai.AddTicks(-10)));
        Assert.Contains(Plt, await PeranAsync(kabid, Mulai));
        Assert.Contains(Plt, await PeranAsync(kabid, Sampai.AddTicks(-10)));
        Assert.DoesNotContain(Plt, await PeranAsync(kabid, Sampai));
    }

    [Fact]
    public async Task One_s_own_role_comes_before_the_acting_one_and_stays_when_the_grant_ends()
    {
        var kabid = await DenganMandatAsync();
        Assert.Equal([new PeranDipegang(Peran.Kabid), Plt], await PeranAsync(kabid, Mulai));
        Assert.Equal([new PeranDipegang(Peran.Kabid)], await PeranAsync(kabid, Sampai));
    }

    [Fact]
    public async Task All_officials_at_once_hold_what_each_of_them_holds_alone_and_applicants_are_left_out()
    {
        var (kabid, kasi, pemohon) = (await DenganMandatAsync(), await ruang.BuatAsync("Orang Kasi", Peran.Kasi, Peran.Pemohon), await ruang.BuatAsync("Orang Pemohon", Peran.Pemohon));
        foreach (var saat in (DateTimeOffset[])[Mulai.AddTicks(-10), Mulai, Sampai])
        {
            var semua = await ruang.DalamAsync(l => PeranResolver.PetugasAsync(l.GetRequiredService<KlatenDb>(), saat));
            Assert.True(semua.Keys.ToHashSet().SetEquals([kabid, kasi.Id]));
            Assert.Equal(await PeranAsync(kabid, saat), semua[kabid]);
            Assert.Equal(await PeranAsync(kasi.Id, saat), semua[kasi.Id]);
            Assert.False(semua.ContainsKey(pemohon.Id));
        }
    }

    [Fact]
    public async Task A_revoked_grant_holds_no_more()
    {
        var kabid = await DenganMandatAsync();
        await ruang.BasisData.JalankanAsync("UPDATE mandat SET dicabut_pada = now()");
        Assert.Equal([new PeranDipegang(Peran.Kabid)], await PeranAsync(kabid, Mulai));
    }

    [Fact]
    public async Task A_deactivated_account_holds_nothing()
    {
        var kabid = await DenganMandatAsync();
        await ruang.BasisData.JalankanAsync("UPDATE pengguna SET dinonaktifkan_pada = now()");
        Assert.Empty(await PeranAsync(kabid, Mulai));
    }

    [Fact]
    public async Task An_applicant_holds_the_role_only_with_a_proven_mailbox()
    {
        var akun = await ruang.BuatAsync("Sekar", Peran.Pemohon);
        Assert.Equal([new PeranDipegang(Peran.Pemohon)], await PeranAsync(akun.Id, Mulai));
        await ruang.BasisData.JalankanAsync("UPDATE pengguna SET email_confirmed = false");
        Assert.Empty(await PeranAsync(akun.Id, Mulai));
    }

    [Fact]
    public async Task Overlapping_grants_and_several_roles_are_listed_once_each()
    {
        var kabid = await DenganMandatAsync();
        await ruang.DalamAsync(async l =>
        {
            var db = l.GetRequiredService<KlatenDb>();
            db.Add(new PeranPengguna { PenggunaId = kabid, Peran = Peran.Verifikator });
            db.Add(new Mandat { PenggunaId = kabid, Peran = Peran.Kasi, Jenis = JenisMandat.Plh, NomorSurat = "800/8/2026", Mulai = Mulai.ToUniversalTime(), Sampai = Sampai.ToUniversalTime() });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(
            [new(Peran.Kabid), new(Peran.Verifikator), Plt, new(Peran.Kasi, "Plh", "800/8/2026")],
            await PeranAsync(kabid, Mulai));
    }

    private async Task<Guid> DenganMandatAsync()
    {
        var kabid = await ruang.BuatAsync("Wahyu", Peran.Kabid);
        await ruang.DalamAsync(async l =>
        {
            var db = l.GetRequiredService<KlatenDb>();
            db.Add(new Mandat { PenggunaId = kabid.Id, Peran = Peran.Kepala, Jenis = JenisMandat.Plt, NomorSurat = Plt.NomorSurat!, Mulai = Mulai.ToUniversalTime(), Sampai = Sampai.ToUniversalTime() });
            return await db.SaveChangesAsync();
        });
        return kabid.Id;
    }

    private Task<IReadOnlyList<PeranDipegang>> PeranAsync(Guid id, DateTimeOffset kini) =>
        ruang.DalamAsync(l => PeranResolver.AmbilAsync(l.GetRequiredService<KlatenDb>(), id, kini));
}
