using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>Which roles an account holds at a moment: its own, and those of running grants (Plt/Plh).</summary>
public static class PeranResolver
{
    /// <summary>
    /// Roles at the moment <paramref name="kini"/>, in one query; none for an unknown or deactivated account. A grant holds from its
    /// beginning up to, not including, its end. Nobody holds any before the mailbox is proven (the SOP's warning).
    /// </summary>
    public static async Task<IReadOnlyList<PeranDipegang>> AmbilAsync(KlatenDb db, Guid penggunaId, DateTimeOffset kini, CancellationToken ct = default)
    {
        var saat = kini.ToUniversalTime();
        var akun = await db.Users.AsNoTracking().AsSingleQuery()
            .Where(u => u.Id == penggunaId && u.DinonaktifkanPada == null)
            .Select(u => new
            {
                u.EmailConfirmed,
                Sendiri = db.Set<PeranPengguna>().Where(p => p.PenggunaId == u.Id).Select(p => p.Peran).ToList(),
                Mandat = db.Set<Mandat>()
                    .Where(m => m.PenggunaId == u.Id && m.Mulai <= saat && saat < m.Sampai && m.DicabutPada == null)
                    .Select(m => new { m.Id, m.Peran, m.Jenis, m.NomorSurat }).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (akun is not { EmailConfirmed: true })
        {
            return [];
        }

        var sendiri = akun.Sendiri.Distinct().Order().Select(p => new PeranDipegang(p));
        var mandat = akun.Mandat.DistinctBy(m => m.Id).OrderBy(m => m.Peran).Select(m => new PeranDipegang(m.Peran, m.Jenis.ToString(), m.NomorSurat));
        return [.. sendiri, .. mandat];
    }

    /// <summary>The person as an administrator for the audit, acting mark and all; null when the role is not held at this moment.</summary>
    public static async Task<PelakuAudit?> AdministratorAsync(KlatenDb db, PelakuAudit oleh, DateTimeOffset kini, CancellationToken ct = default) =>
        (await AmbilAsync(db, oleh.Id, kini, ct)).FirstOrDefault(p => p.Peran == Peran.Administrator) is { } dipegang
            ? oleh with { Peran = dipegang.Peran, Sebagai = dipegang.Sebagai }
            : null;
}
