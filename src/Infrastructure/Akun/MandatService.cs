using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>Grants of acting officers (Plt/Plh): an absent holder of a post never stops the line.</summary>
public sealed class MandatService(KlatenDb db, PenggunaService pengguna, PeranAktif peranAktif, TimeProvider jam)
{
    /// <summary>The posts that can be acted in.</summary>
    public static IReadOnlyList<Peran> Jabatan { get; } = [Peran.Kepala, Peran.Kabid, Peran.Kasi];

    /// <summary>Grants a post from <paramref name="mulai"/> up to, not including, <paramref name="sampai"/>. Overlapping is allowed.</summary>
    public async Task<HasilAkun> BeriAsync(
        Guid penggunaId, Peran peran, JenisMandat jenis, string nomorSurat, DateTimeOffset mulai, DateTimeOffset sampai, PelakuAudit oleh, CancellationToken ct = default)
    {
        if (await pengguna.SebagaiAdministratorAsync(oleh, ct) is not { } admin)
        {
            return new(PenggunaService.BukanAdministrator);
        }

        if (!Jabatan.Contains(peran))
        {
            return new("Mandat hanya untuk Kepala, Kabid, atau Kasi. Pilih salah satunya.", "Peran");
        }

        if (sampai <= mulai)
        {
            return new("Tanggal selesai harus sesudah tanggal mulai. Perbaiki salah satunya.", "Sampai");
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == penggunaId && u.DinonaktifkanPada == null, ct) is not { } akun)
        {
            return new("Akun itu tidak aktif. Pilih orang lain, atau aktifkan dahulu akunnya.", "PenggunaId");
        }

        db.Add(new Mandat
        {
            PenggunaId = penggunaId,
            Peran = peran,
            Jenis = jenis,
            NomorSurat = nomorSurat,
            Mulai = mulai.ToUniversalTime(),
            Sampai = sampai.ToUniversalTime(),
            DibuatOleh = oleh.Id,
        });
        db.CatatAkun(admin, $"Mandat {jenis} {peran.Nama()} diberikan kepada {akun.Nama}; {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(mulai))} sampai dengan {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(sampai.AddTicks(-1)))}; surat {nomorSurat}", jam.GetUtcNow());
        await db.SaveChangesAsync(ct);
        peranAktif.Lupakan(penggunaId);
        return HasilAkun.Baik;
    }

    /// <summary>Ends a grant now; it stays in the list and in history.</summary>
    public async Task<HasilAkun> CabutAsync(Guid id, PelakuAudit oleh, CancellationToken ct = default)
    {
        if (await pengguna.SebagaiAdministratorAsync(oleh, ct) is not { } admin)
        {
            return new(PenggunaService.BukanAdministrator);
        }

        var kini = jam.GetUtcNow();
        if (await db.Set<Mandat>().SingleOrDefaultAsync(m => m.Id == id && m.DicabutPada == null, ct) is not { } mandat || mandat.Sampai <= kini)
        {
            return new("Mandat itu sudah berakhir. Muat ulang daftar.");
        }

        mandat.DicabutPada = kini;
        var nama = await db.Users.Where(u => u.Id == mandat.PenggunaId).Select(u => u.Nama).SingleAsync(ct);
        db.CatatAkun(admin, $"Mandat {mandat.Jenis} {mandat.Peran.Nama()} {nama} dicabut; surat {mandat.NomorSurat}; berakhir: {TeksWaktu.Lengkap(mandat.Sampai)} → {TeksWaktu.Lengkap(kini)}", kini);
        await db.SaveChangesAsync(ct);
        peranAktif.Lupakan(mandat.PenggunaId);
        return HasilAkun.Baik;
    }

    /// <summary>All grants, newest first, with the holder's name.</summary>
    public async Task<IReadOnlyList<BarisMandat>> DaftarAsync(CancellationToken ct = default) =>
        await db.Set<Mandat>().AsNoTracking().OrderByDescending(m => m.Mulai).Take(200)
            .Join(db.Users, m => m.PenggunaId, u => u.Id, (m, u) => new BarisMandat(m, u.Nama)).ToListAsync(ct);
}

/// <summary>A grant as the list shows it.</summary>
public sealed record BarisMandat(Mandat Mandat, string Nama);
