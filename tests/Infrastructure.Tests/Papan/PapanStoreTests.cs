using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Papan;

public sealed class PapanStoreTests
{
    private static readonly DateTimeOffset Kini = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _jam = new(Kini);
    private readonly PapanStore _store;

    public PapanStoreTests() => _store = new PapanStore(NullLogger<PapanStore>.Instance, _jam);

    [Fact]
    public void The_state_follows_the_age_of_the_last_heartbeat()
    {
        Assert.Equal(KeadaanPapan.Terputus, _store.Keadaan);
        _store.CatatDenyut(Kini);
        Assert.Equal(KeadaanPapan.Langsung, _store.Keadaan);
        _jam.Advance(PapanStore.AmbangTertinggal + TimeSpan.FromSeconds(1));
        Assert.Equal(KeadaanPapan.Tertinggal, _store.Keadaan);
        _jam.Advance(PapanStore.AmbangTerputus);
        Assert.Equal(KeadaanPapan.Terputus, _store.Keadaan);
    }

    [Fact]
    public void A_lost_connection_is_told_at_once()
    {
        _store.CatatDenyut(Kini);
        _store.CatatPutus();
        Assert.Equal(KeadaanPapan.Tertinggal, _store.Keadaan);
    }

    [Fact]
    public async Task However_many_changes_arrive_one_refresh_runs_and_one_waits()
    {
        var (mulai, lepas) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var kali = 0;
        using var langganan = _store.Langgan(async () =>
        {
            kali++;
            mulai.Release();
            await lepas.WaitAsync();
        });
        _store.CatatDenyut(Kini);
        await mulai.WaitAsync();
        for (var i = 0; i < 50; i++)
        {
            _store.CatatDenyut(Kini);
        }

        Assert.Equal(1, kali);
        lepas.Release();
        await mulai.WaitAsync();
        lepas.Release();
        // The next change starts a refresh of its own: the fifty before made exactly one.
        Assert.Equal(2, kali);
        _store.CatatDenyut(Kini);
        await mulai.WaitAsync();
        Assert.Equal(3, kali);
        lepas.Release();
    }

    [Fact]
    public async Task A_viewer_that_throws_disturbs_nobody_and_is_called_again()
    {
        var (gagal, lain) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        using var satu = _store.Langgan(() =>
        {
            gagal.Release();
            throw new InvalidOperationException("penonton rusak");
        });
        using var dua = _store.Langgan(() =>
        {
            lain.Release();
            return Task.CompletedTask;
        });
        for (var i = 0; i < 2; i++)
        {
            _store.CatatDenyut(Kini);
            await gagal.WaitAsync();
            await lain.WaitAsync();
        }
    }

    [Fact]
    public void Who_left_is_not_called_again()
    {
        _store.Langgan(() => Task.CompletedTask).Dispose();
        Assert.Equal(0, _store.JumlahPenonton);
    }

    [Fact]
    public async Task A_follower_gets_the_newest_change_of_its_request_alone()
    {
        using var batas = new CancellationTokenSource();
        var (satu, dua) = (Kartu(Tahap.MenungguDisposisi), Kartu(Tahap.MenungguDisposisi));
        var ikut = _store.Ikuti(satu.Id, batas.Token).GetAsyncEnumerator();
        _store.Ganti([dua], [], Kini);
        _store.Ganti([satu], [], Kini);
        _store.Ganti([satu with { Tahap = Tahap.PenerusanKabid, Versi = 7 }], [], Kini);
        Assert.True(await ikut.MoveNextAsync());
        Assert.Equal(new PerubahanPermohonan(satu.Id, 7, Tahap.PenerusanKabid, ""), ikut.Current);
        await batas.CancelAsync();
        Assert.Equal(0, _store.JumlahPenonton);
    }

    [Fact]
    public void A_card_read_again_unchanged_publishes_nothing()
    {
        var kartu = Kartu(Tahap.Aktivasi);
        _store.Ganti([kartu], [], Kini);
        var papan = _store.Kini;
        _store.Ganti([kartu with { }], [], Kini);
        Assert.Same(papan, _store.Kini);
    }

    [Fact]
    public async Task A_bell_for_what_no_card_shows_still_reaches_the_queues()
    {
        var kartu = Kartu(Tahap.Aktivasi);
        _store.Ganti([kartu], [], Kini);
        var dipanggil = new SemaphoreSlim(0);
        using var langganan = _store.Langgan(() =>
        {
            dipanggil.Release();
            return Task.CompletedTask;
        });
        _store.Ganti([kartu with { }], [], Kini);
        Assert.True(await dipanggil.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void The_nearest_deadline_stands_on_top()
    {
        var (nanti, dulu) = (Kartu(Tahap.Aktivasi) with { BatasLink = Kini.AddHours(9) }, Kartu(Tahap.Aktivasi) with { BatasLink = Kini.AddHours(2) });
        _store.Ganti([nanti, dulu], [], Kini);
        var kolom = _store.Kini.Kolom.Single(k => k.Sop.Tahap == Tahap.Aktivasi);
        Assert.Equal([dulu, nanti], kolom.Kartu);
        Assert.Equal(1, kolom.HampirHabis);
    }

    private static KartuPapan Kartu(Tahap tahap) => new()
    {
        Id = Guid.CreateVersion7(),
        Versi = 1,
        NomorResi = "2026-0001",
        Nama = "Dewi Lestari",
        UnitKerja = "Dinas Kesehatan",
        Tahap = tahap,
        VersiAlur = 1,
        PemohonId = Guid.CreateVersion7(),
        Sejak = Kini,
        Batas = Kini.AddMinutes(10),
    };
}
