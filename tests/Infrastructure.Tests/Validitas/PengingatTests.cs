using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>Reminders of links: 12 h, 3 h and 30 min before the end.</summary>
public sealed class PengingatTests(PostgresUji postgres)
{
    private static TimeSpan Sebelum(int menit) => TimeSpan.FromMinutes(menit);

    private static async Task<int> PadaAsync(RuangValiditas ruang, DateTimeOffset saat)
    {
        await ruang.Jam.HentikanAsync(saat);
        return await ruang.Ambil<PengingatLinkService>().KirimAsync();
    }

    [Fact]
    public async Task Each_is_sent_once_at_its_moment()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        var batas = await ruang.BatasLinkAsync(contoh);
        foreach (var menit in PengingatLinkService.Menit)
        {
            Assert.Equal(0, await PadaAsync(ruang, batas - Sebelum(menit) - TimeSpan.FromMilliseconds(1)));
            Assert.Equal(1, await PadaAsync(ruang, batas - Sebelum(menit)));
            Assert.Equal(0, await PadaAsync(ruang, batas - Sebelum(menit)));
        }

        Assert.Equal(3, await ruang.SurelAsync(contoh, "PengingatLink"));
        Assert.Equal(1, await ruang.HitungAsync("surel_keluar WHERE jenis = 'PengingatLink' AND perihal LIKE '%30 menit%'"));
    }

    [Fact]
    public async Task After_a_standstill_only_the_nearest_is_sent()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Passphrase);
        var batas = await ruang.BatasLinkAsync(contoh);
        Assert.Equal(1, await PadaAsync(ruang, batas - Sebelum(20)));
        Assert.Equal(0, await PadaAsync(ruang, batas - Sebelum(10)));
        Assert.Equal(1, await ruang.SurelAsync(contoh, "PengingatLink"));
    }

    [Fact]
    public async Task None_is_sent_when_too_little_is_left()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        Assert.Equal(0, await PadaAsync(ruang, await ruang.BatasLinkAsync(contoh) - Sebelum(2)));
        Assert.Equal(0, await ruang.SurelAsync(contoh, "PengingatLink"));
    }

    [Fact]
    public async Task None_is_sent_after_completion()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        var batas = await ruang.BatasLinkAsync(contoh);
        await ruang.Uji.LanjutAsync(contoh);
        Assert.Equal(0, await PadaAsync(ruang, batas - Sebelum(30)));
    }

    [Fact]
    public async Task A_reminder_still_in_the_outbox_is_dropped_on_completion()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await PadaAsync(ruang, await ruang.BatasLinkAsync(contoh) - Sebelum(180));
        await ruang.Uji.LanjutAsync(contoh);
        Assert.Equal(0, await ruang.HitungAsync("surel_keluar WHERE jenis = 'PengingatLink' AND mati_pada IS NULL"));
    }

    [Fact]
    public async Task A_reissued_link_has_its_own()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await PadaAsync(ruang, await ruang.BatasLinkAsync(contoh) - Sebelum(720));
        await ruang.Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(contoh.Pemohon.Surel));
        Assert.Equal(1, await PadaAsync(ruang, await ruang.BatasLinkAsync(contoh) - Sebelum(720)));
        Assert.Equal(2, await ruang.SurelAsync(contoh, "PengingatLink"));
    }

    [Fact]
    public async Task Two_processes_at_once_send_it_once()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        await using var lain = RuangValiditas.Proses(ruang.Basis);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Aktivasi);
        await ruang.Jam.HentikanAsync(await ruang.BatasLinkAsync(contoh) - Sebelum(180));
        var terkirim = await Task.WhenAll(
            ruang.Ambil<PengingatLinkService>().KirimAsync(), ((PengingatLinkService)lain.Layanan.GetService(typeof(PengingatLinkService))!).KirimAsync());
        Assert.Equal(1, terkirim.Sum());
    }
}
