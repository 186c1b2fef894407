using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>There is always somebody who can administer: whatever may change that goes one after the other.</summary>
internal static class KunciAdministrator
{
    private const long Kunci = 7_022_022;

    /// <summary>Waits for its turn; held until the transaction ends.</summary>
    public static Task AmbilAsync(KlatenDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Kunci})", ct);

    /// <summary>Active accounts with the role that can sign in, without the one named.</summary>
    public static Task<int> HitungSelainAsync(KlatenDb db, Guid kecuali, CancellationToken ct) =>
        db.Users.CountAsync(
            u => u.Id != kecuali && u.DinonaktifkanPada == null && u.PasswordHash != null
                && db.Set<PeranPengguna>().Any(p => p.PenggunaId == u.Id && p.Peran == Peran.Administrator),
            ct);

    /// <summary>Whether any account has the role, active or not.</summary>
    public static Task<bool> AdaAsync(KlatenDb db, CancellationToken ct) => db.Set<PeranPengguna>().AnyAsync(p => p.Peran == Peran.Administrator, ct);
}
