using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// Roles for deciding which pages open, read from the database at most once in <see cref="Umur"/> per account, so that a grant that
/// begins later works without a new sign-in. Acts do not rely on it: the door reads the roles itself.
/// </summary>
public sealed class PeranAktif(IDbContextFactory<KlatenDb> pabrik, TimeProvider jam) : IDisposable
{
    /// <summary>How old an answer may be.</summary>
    public static TimeSpan Umur { get; } = TimeSpan.FromSeconds(5);

    private readonly MemoryCache simpanan = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The roles of an account now, at most <see cref="Umur"/> old.</summary>
    public async ValueTask<IReadOnlyList<PeranDipegang>> AmbilAsync(Guid penggunaId, CancellationToken ct = default)
    {
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
    public void Lupakan(Guid penggunaId) => simpanan.Remove(penggunaId);

    public void Dispose() => simpanan.Dispose();
}
