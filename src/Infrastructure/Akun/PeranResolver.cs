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
        var akun = await Pemegang(db, db.Users.Where(u => u.Id == penggunaId), kini).SingleOrDefaultAsync(ct);
        return akun is null ? [] : akun.Semua;
    }

    /// <summary>The same for every account that holds more than the applicant's role, in one query: for what many pages ask at a time.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PeranDipegang>>> PetugasAsync(KlatenDb db, DateTimeOffset kini, CancellationToken ct = default)
    {
        var saat = kini.ToUniversalTime();
        var petugas = db.Users.Where(u => db.Set<PeranPengguna>().Any(p => p.PenggunaId == u.Id && p.Peran != Peran.Pemohon)
            || db.Set<Mandat>().Any(m => m.PenggunaId == u.Id && m.Mulai <= saat && saat < m.Sampai && m.DicabutPada == null));
        return (await Pemegang(db, petugas, kini).ToListAsync(ct)).ToDictionary(a => a.Id, a => a.Semua);
    }

    private static IQueryable<Akun> Pemegang(KlatenDb db, IQueryable<Pengguna> siapa, DateTimeOffset kini)
    {
        var saat = kini.ToUniversalTime();
        return siapa.AsNoTracking().AsSingleQuery().Where(u => u.DinonaktifkanPada == null && u.EmailConfirmed)
            .Select(u => new Akun
            {
                Id = u.Id,
                Sendiri = db.Set<PeranPengguna>().Where(p => p.PenggunaId == u.Id).Select(p => p.Peran).ToList(),
                Mandat = db.Set<Mandat>().Where(m => m.PenggunaId == u.Id && m.Mulai <= saat && saat < m.Sampai && m.DicabutPada == null)
                    .Select(m => new Wakil { Id = m.Id, Peran = m.Peran, Jenis = m.Jenis, NomorSurat = m.NomorSurat }).ToList(),
            });
    }

    private sealed class Akun
    {
        public Guid Id { get; init; }
        public List<Peran> Sendiri { get; init; } = [];
        public List<Wakil> Mandat { get; init; } = [];

        public IReadOnlyList<PeranDipegang> Semua =>
        [
            .. Sendiri.Distinct().Order().Select(p => new PeranDipegang(p)),
            .. Mandat.DistinctBy(m => m.Id).OrderBy(m => m.Peran).Select(m => new PeranDipegang(m.Peran, m.Jenis.ToString(), m.NomorSurat)),
        ];
    }

    private sealed class Wakil
    {
        public Guid Id { get; init; }
        public Peran Peran { get; init; }
        public JenisMandat Jenis { get; init; }
        public string NomorSurat { get; init; } = "";
    }

    /// <summary>The person as an administrator for the audit, acting mark and all; null when the role is not held at this moment.</summary>
    public static async Task<PelakuAudit?> AdministratorAsync(KlatenDb db, PelakuAudit oleh, DateTimeOffset kini, CancellationToken ct = default) =>
        (await AmbilAsync(db, oleh.Id, kini, ct)).FirstOrDefault(p => p.Peran == Peran.Administrator) is { } dipegang
            ? oleh with { Peran = dipegang.Peran, Sebagai = dipegang.Sebagai }
            : null;
}
