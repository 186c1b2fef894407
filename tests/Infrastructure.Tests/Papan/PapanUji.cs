using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Logging.Abstractions;

namespace KlatenSE.Infrastructure.Tests.Papan;

/// <summary>A board with its listener on a database of its own.</summary>
internal sealed class PapanUji : IAsyncDisposable
{
    private static readonly TimeSpan PalingLama = TimeSpan.FromSeconds(30);

    private bool milikSendiri = true;

    private PapanUji(BasisDataUji basis, PapanOptions? pilihan)
    {
        Basis = basis;
        Semai = new SemaiPapan(basis);
        Store = new PapanStore(NullLogger<PapanStore>.Instance, Jam);
        Listener = new BoardListener(
            Store, Jam, (pilihan ?? Jarang) with { ConnectionString = basis.Portal }, NullLogger<BoardListener>.Instance);
    }

    /// <summary>Comparing so rarely that a change can only come by the bell.</summary>
    public static PapanOptions Jarang { get; } = new()
    {
        ConnectionString = "",
        JedaDenyut = TimeSpan.FromHours(1),
        JedaBanding = TimeSpan.FromHours(1),
        JedaAwal = TimeSpan.FromMilliseconds(20),
    };

    public BasisDataUji Basis { get; }
    public SemaiPapan Semai { get; }
    public JamBasisData Jam { get; } = new();
    public PapanStore Store { get; }
    public BoardListener Listener { get; }
    public Guid Pemohon { get; private set; }

    public static async Task<PapanUji> BuatAsync(PostgresUji postgres, PapanOptions? pilihan = null)
    {
        var uji = new PapanUji(await postgres.CloneAsync(), pilihan);
        uji.Pemohon = await uji.Semai.OrangAsync("Sekar Wulandari", Peran.Pemohon);
        return uji;
    }

    /// <summary>Another process on the same database; the first one keeps the database.</summary>
    public static PapanUji KeDua(PapanUji pertama) => new(pertama.Basis, null) { milikSendiri = false };

    public Task<Guid> PermohonanAsync(Tahap tahap) => Semai.PermohonanAsync(tahap, Pemohon);

    /// <summary>Starts listening and waits for the first load.</summary>
    public async Task MulaiAsync()
    {
        await Listener.StartAsync(CancellationToken.None);
        await TungguAsync(_ => Store.Denyut is not null);
    }

    /// <summary>Waits until the snapshot is as wanted.</summary>
    public async Task<PapanSnapshot> TungguAsync(Func<PapanSnapshot, bool> syarat)
    {
        var tercapai = new TaskCompletionSource<PapanSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task Lihat()
        {
            if (Store.Kini is var papan && syarat(papan))
            {
                tercapai.TrySetResult(papan);
            }

            return Task.CompletedTask;
        }

        using var langganan = Store.Langgan(Lihat);
        await Lihat();
        return await tercapai.Task.WaitAsync(PalingLama);
    }

    public Task<PapanSnapshot> TungguTahapAsync(Guid id, Tahap tahap) => TungguAsync(p => p.Kartu.TryGetValue(id, out var k) && k.Tahap == tahap);

    public async ValueTask DisposeAsync()
    {
        await Listener.StopAsync(CancellationToken.None);
        Listener.Dispose();
        if (milikSendiri)
        {
            await Basis.DisposeAsync();
        }
    }
}
