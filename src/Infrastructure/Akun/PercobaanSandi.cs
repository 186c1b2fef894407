using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>How often a password may be guessed, at the sign-in and wherever else it is asked for, and how often mail goes to one mailbox.</summary>
public static class PercobaanSandi
{
    /// <summary>Failures in a row after which the account is closed for <see cref="LamaTerkunci"/>.</summary>
    public const int BatasGagal = 5;

    public static TimeSpan LamaTerkunci { get; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts the try before the password is looked at, in one statement: many at once cannot guess more often than one after the
    /// other. The fifth closes the account; a right password, also at the fifth, opens it again.
    /// </summary>
    internal static async Task<bool> PesanPercobaanAsync(this KlatenDb db, Guid akunId, DateTimeOffset kini, CancellationToken ct)
    {
        DateTimeOffset? sampai = kini + LamaTerkunci;
        return await db.Users.Where(u => u.Id == akunId && (u.LockoutEnd == null || u.LockoutEnd <= kini)).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.LockoutEnd, u => u.AccessFailedCount + 1 >= BatasGagal ? sampai : null)
                .SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1 >= BatasGagal ? 0 : u.AccessFailedCount + 1),
            ct) == 1;
    }

    /// <summary>After a right password the count begins anew.</summary>
    internal static Task<int> BukaPercobaanAsync(this KlatenDb db, Guid akunId, CancellationToken ct) =>
        db.Users.Where(u => u.Id == akunId).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null), ct);

    /// <summary>Whether a mailbox may get one more mail of this kind in this hour: no form is a means to flood somebody.</summary>
    internal static async Task<bool> BolehSuratAsync(this KlatenDb db, string kepada, JenisSurel jenis, DateTimeOffset kini, CancellationToken ct)
    {
        var sejak = kini.AddHours(-1);
        return await db.Set<OutboxMessage>().CountAsync(o => o.Kepada == kepada && o.Jenis == jenis && o.DibuatPada > sejak, ct) < PendaftaranService.SuratPerJam;
    }
}
