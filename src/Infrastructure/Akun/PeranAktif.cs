using System.Diagnostics;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// Roles for deciding which pages open, at most <see cref="Umur"/> old, so that a grant that begins later works without a new sign-in. One
/// query a process reads those of all officials, however many boards and queues are open. Acts do not rely on it: the door reads the roles itself.
/// </summary>
public sealed class PeranAktif(IDbContextFactory<KlatenDb> pabrik, TimeProvider jam) : IDisposable
{
    /// <summary>How old an answer may be.</summary>
    public static TimeSpan Umur { get; } = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim giliran = new(1);
    private volatile Bacaan? petugas;
    private readonly MemoryCache simpanan = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The roles of an account now, at most <see cref="Umur"/> old.</summary>
    public async ValueTask<IReadOnlyList<PeranDipegang>> AmbilAsync(Guid penggunaId, CancellationToken ct = default)
    {
        if ((await PetugasAsync(ct)).TryGetValue(penggunaId, out var memegang))
        {
            return memegang;
        }

        if (simpanan.TryGetValue(penggunaId, out IReadOnlyList<PeranDipegang>? ada))
        {
            return ada!;
        }

        await using var db = await pabrik.CreateDbContextAsync(ct);
        var peran = await PeranResolver.AmbilAsync(db, penggunaId, jam.GetUtcNow(), ct);
        simpanan.Set(penggunaId, peran, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Umur, Size = 1 });
        return peran;
    }

    /// <summary>Forgets an answer, after a change that this process made itself.</summary>
    public void Lupakan(Guid penggunaId)
    {
        simpanan.Remove(penggunaId);
        petugas = null;
    }

    public void Dispose()
    {
        simpanan.Dispose();
        giliran.Dispose();
    }

    private async ValueTask<IReadOnlyDictionary<Guid, IReadOnlyList<PeranDipegang>>> PetugasAsync(CancellationToken ct)
    {
        if (petugas is { Segar: true } ada)
        {
            return ada.Isi;
        }

        await giliran.WaitAsync(ct);
        try
        {
            if (petugas is { Segar: true } baru)
            {
                return baru.Isi;
            }

            await using var db = await pabrik.CreateDbContextAsync(ct);
            var sejak = Stopwatch.GetTimestamp();
            var isi = await PeranResolver.PetugasAsync(db, jam.GetUtcNow(), ct);
            petugas = new Bacaan(isi, sejak);
            return isi;
        }
        finally
        {
            giliran.Release();
        }
    }

    private sealed record Bacaan(IReadOnlyDictionary<Guid, IReadOnlyList<PeranDipegang>> Isi, long Sejak)
    {
        public bool Segar => Stopwatch.GetElapsedTime(Sejak) < Umur;
    }
}
