using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>An account as the administrator's list shows it.</summary>
public sealed record BarisPengguna(
    Guid Id, string Nama, string Email, string UnitKerja, bool Aktif, bool EmailTerbukti, bool AdaSandi, DateTimeOffset DibuatPada, IReadOnlyList<Peran> Peran);

/// <summary>Which accounts a list shows.</summary>
public enum SaringanPengguna
{
    Petugas,
    Pemohon,
    TanpaPeran,
    Nonaktif,
    Semua,
}

/// <summary>Reading accounts for the administrator's pages.</summary>
public sealed class PenggunaQuery(KlatenDb db)
{
    /// <summary>By name, with the number of all that match.</summary>
    public async Task<(IReadOnlyList<BarisPengguna> Baris, int Jumlah)> CariAsync(string? cari, SaringanPengguna saringan, int lewati, int ambil, CancellationToken ct = default)
    {
        var q = db.Users.AsNoTracking();
        q = saringan switch
        {
            // An account without any role is the administrator's making as well: it waits for a role or a grant, and must not fall out of sight.
            SaringanPengguna.Petugas => q.Where(u => u.DinonaktifkanPada == null
                && (db.Set<PeranPengguna>().Any(p => p.PenggunaId == u.Id && p.Peran != Peran.Pemohon) || !db.Set<PeranPengguna>().Any(p => p.PenggunaId == u.Id))),
            SaringanPengguna.Pemohon => q.Where(u => u.DinonaktifkanPada == null && db.Set<PeranPengguna>().Any(p => p.PenggunaId == u.Id && p.Peran == Peran.Pemohon)),
            SaringanPengguna.TanpaPeran => q.Where(u => u.DinonaktifkanPada == null && !db.Set<PeranPengguna>().Any(p => p.PenggunaId == u.Id)),
            SaringanPengguna.Nonaktif => q.Where(u => u.DinonaktifkanPada != null),
            SaringanPengguna.Semua => q,
        };
        if (cari is { Length: > 0 })
        {
            var pola = Teks.Pola(cari);
            q = q.Where(u => EF.Functions.ILike(u.Nama, pola) || EF.Functions.ILike(u.Email!, pola) || EF.Functions.ILike(u.UnitKerja, pola));
        }

        var jumlah = await q.CountAsync(ct);
        return (await Baris(q.OrderBy(u => u.Nama).ThenBy(u => u.Id).Skip(lewati).Take(ambil)).ToListAsync(ct), jumlah);
    }

    /// <summary>One account, or null.</summary>
    public async Task<BarisPengguna?> SatuAsync(Guid id, CancellationToken ct = default) =>
        await Baris(db.Users.AsNoTracking().Where(u => u.Id == id)).SingleOrDefaultAsync(ct);

    /// <summary>Who may be given a post for a time, by name: active officials, and accounts without a role (an acting officer may come from another unit).</summary>
    public async Task<IReadOnlyList<BarisPengguna>> UntukMandatAsync(CancellationToken ct = default) =>
        (await CariAsync(null, SaringanPengguna.Petugas, 0, 500, ct)).Baris;

    private IQueryable<BarisPengguna> Baris(IQueryable<Pengguna> q) => q.Select(u => new BarisPengguna(
        u.Id, u.Nama, u.Email!, u.UnitKerja, u.DinonaktifkanPada == null, u.EmailConfirmed, u.PasswordHash != null, u.DibuatPada,
        db.Set<PeranPengguna>().Where(p => p.PenggunaId == u.Id).Select(p => p.Peran).ToList()));
}
