using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>Deadlines beside the links: drafts, mending, and the two clocks of step 8.</summary>
public sealed class TenggatTests(PostgresUji postgres)
{
    private static async Task SapuPadaAsync(RuangValiditas ruang, DateTimeOffset saat)
    {
        await ruang.Jam.HentikanAsync(saat);
        await ruang.Ambil<PengingatTenggatService>().KirimAsync();
        await ruang.Ambil<TenggatService>().JalankanAsync();
    }

    [Fact]
    public async Task A_draft_is_removed_after_a_reminder_three_days_before()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Draf);
        var batas = (await ruang.Uji.BacaAsync(contoh)).BatasBerikutnya!.Value;
        await SapuPadaAsync(ruang, batas.AddDays(-3).AddSeconds(-1));
        Assert.Equal(0, await ruang.SurelAsync(contoh, "DrafAkanDihapus"));
        await SapuPadaAsync(ruang, batas.AddDays(-3));
        await SapuPadaAsync(ruang, batas.AddSeconds(-1));
        Assert.Equal(1, await ruang.SurelAsync(contoh, "DrafAkanDihapus"));
        Assert.Equal(Tahap.Draf, (await ruang.Uji.BacaAsync(contoh)).Tahap);
        await SapuPadaAsync(ruang, batas);
        Assert.Equal(Tahap.Dibatalkan, (await ruang.Uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task A_draft_whose_reminder_could_not_be_sent_in_time_gets_three_days_more()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Draf);
        var batas = (await ruang.Uji.BacaAsync(contoh)).BatasBerikutnya!.Value;
        await SapuPadaAsync(ruang, batas.AddDays(10));
        Assert.Equal((Tahap.Draf, batas.AddDays(13)), ((await ruang.Uji.BacaAsync(contoh)).Tahap, (await ruang.Uji.BacaAsync(contoh)).BatasBerikutnya));
        await SapuPadaAsync(ruang, batas.AddDays(13));
        Assert.Equal(Tahap.Dibatalkan, (await ruang.Uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Mending_has_two_reminders_and_then_the_system_cancels()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.PerluPerbaikan);
        // Five working days after Monday 5 January: Monday 12 January, at the end of work.
        var batas = (await ruang.Uji.BacaAsync(contoh)).BatasBerikutnya!.Value;
        Assert.Equal(new DateTimeOffset(2026, 1, 12, 9, 0, 0, TimeSpan.Zero), batas);
        await SapuPadaAsync(ruang, new DateTimeOffset(2026, 1, 9, 0, 29, 59, TimeSpan.Zero));
        Assert.Equal(0, await ruang.SurelAsync(contoh, "PengingatPerbaikan"));
        await SapuPadaAsync(ruang, new DateTimeOffset(2026, 1, 9, 0, 30, 0, TimeSpan.Zero));
        await SapuPadaAsync(ruang, new DateTimeOffset(2026, 1, 11, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await ruang.SurelAsync(contoh, "PengingatPerbaikan"));
        await SapuPadaAsync(ruang, new DateTimeOffset(2026, 1, 12, 0, 30, 0, TimeSpan.Zero));
        await SapuPadaAsync(ruang, batas.AddSeconds(-1));
        Assert.Equal(2, await ruang.SurelAsync(contoh, "PengingatPerbaikan"));
        Assert.Equal(Tahap.PerluPerbaikan, (await ruang.Uji.BacaAsync(contoh)).Tahap);
        await SapuPadaAsync(ruang, batas);
        Assert.Equal(Tahap.Dibatalkan, (await ruang.Uji.BacaAsync(contoh)).Tahap);
        Assert.Equal(1, await ruang.SurelAsync(contoh, "Dibatalkan"));
    }

    [Fact]
    public async Task Late_reminders_of_mending_are_one_and_not_two()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.PerluPerbaikan);
        await SapuPadaAsync(ruang, new DateTimeOffset(2026, 1, 12, 5, 0, 0, TimeSpan.Zero));
        await SapuPadaAsync(ruang, new DateTimeOffset(2026, 1, 12, 6, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await ruang.SurelAsync(contoh, "PengingatPerbaikan"));
    }

    [Fact]
    public async Task Step_8_past_each_of_its_clocks_becomes_one_work_item_and_one_mail()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Penerbitan);
        var p = await ruang.Uji.BacaAsync(contoh);
        var (standar, kabar) = (p.BatasBerikutnya!.Value, p.BatasKabarBerhasil!.Value);
        // Monday 08.00 and 360 working minutes with an hour of break: 15.00.
        Assert.Equal(p.SejakTahap.AddHours(7), standar);
        Assert.Equal(p.SejakTahap.AddHours(24), kabar);
        await SapuPadaAsync(ruang, standar.AddSeconds(-1));
        Assert.Equal(0, await ruang.HitungAsync("butir_kerja"));
        await SapuPadaAsync(ruang, standar);
        await SapuPadaAsync(ruang, kabar.AddSeconds(-1));
        Assert.Equal((1, 1), (await ruang.HitungAsync("butir_kerja WHERE jenis = 'LewatBatasPenerbitan'"), await ruang.SurelAsync(contoh, "ButirKerja")));
        await SapuPadaAsync(ruang, kabar);
        await SapuPadaAsync(ruang, kabar.AddDays(2));
        Assert.Equal((1, 2), (await ruang.HitungAsync("butir_kerja WHERE jenis = 'LewatKabarBerhasil'"), await ruang.SurelAsync(contoh, "ButirKerja")));
        Assert.Equal(2, await ruang.HitungAsync("riwayat WHERE tindakan = 'TandaiLewatBatas'"));
        Assert.Equal(Tahap.Penerbitan, (await ruang.Uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Two_sweeps_at_once_mark_step_8_once()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        await using var lain = RuangValiditas.Proses(ruang.Basis);
        var contoh = await ruang.Uji.SampaiAsync(Tahap.Penerbitan);
        await ruang.Jam.HentikanAsync((await ruang.Uji.BacaAsync(contoh)).BatasBerikutnya!.Value);
        await Task.WhenAll(ruang.Ambil<TenggatService>().JalankanAsync(), ((TenggatService)lain.Layanan.GetService(typeof(TenggatService))!).JalankanAsync());
        Assert.Equal(1, await ruang.HitungAsync("riwayat WHERE tindakan = 'TandaiLewatBatas'"));
    }
}
