using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>One line of the counter's list.</summary>
/// <param name="Gagal">The newest confirmation mail could not be delivered.</param>
public sealed record BarisLoket(
    Guid Id, string NomorResi, string Nama, string UnitKerja, string? Agenda, Tahap Tahap, DateTimeOffset SejakTahap, DateTimeOffset? Batas, string? Alasan, uint Versi, bool Gagal);

/// <summary>A page of the counter's list.</summary>
/// <param name="Menunggu">How many wait for a confirmation.</param>
/// <param name="Lain">How many of the counter's requests do not wait (any more).</param>
/// <param name="Halaman">The page shown, from 1.</param>
public sealed record HalamanLoket(IReadOnlyList<BarisLoket> Baris, int Menunggu, int Lain, int Halaman)
{
    public const int Ukuran = 25;
}

/// <summary>A request of the counter with what its receipt shows.</summary>
public sealed record TandaTerima(Permohonan Permohonan, SuratMasuk Surat, IReadOnlyList<BerkasPermohonan> Berkas, IReadOnlyList<Riwayat> Riwayat, bool AkunTerbukti, int SurelTerkirim, DateTimeOffset Kini);

/// <summary>What the counter reads: everything that was filed there, by whomever.</summary>
public sealed class LoketQuery(IDbContextFactory<KlatenDb> factory)
{
    /// <summary>What waits for its confirmation (the nearest deadline first), or what became of the rest (the newest first).</summary>
    public async Task<HalamanLoket> DaftarAsync(bool menunggu, int halaman, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var semua = db.Permohonan.AsNoTracking().Where(p => p.LoketId != null && p.NomorResi != null);
        var (jumlahMenunggu, jumlahLain) = (await semua.CountAsync(p => p.Tahap == Tahap.MenungguKonfirmasi, ct), await semua.CountAsync(p => p.Tahap != Tahap.MenungguKonfirmasi, ct));
        var ke = Math.Clamp(halaman, 1, Math.Max(1, ((menunggu ? jumlahMenunggu : jumlahLain) + HalamanLoket.Ukuran - 1) / HalamanLoket.Ukuran));
        var urut = menunggu
            ? semua.Where(p => p.Tahap == Tahap.MenungguKonfirmasi).OrderBy(p => p.BatasBerikutnya).ThenBy(p => p.NomorResi)
            : semua.Where(p => p.Tahap != Tahap.MenungguKonfirmasi).OrderByDescending(p => p.SejakTahap).ThenBy(p => p.NomorResi);
        var baris = await urut.Skip((ke - 1) * HalamanLoket.Ukuran).Take(HalamanLoket.Ukuran)
            .Select(p => new
            {
                p.Id,
                p.NomorResi,
                p.Data.Nama,
                p.Data.UnitKerja,
                Surat = db.SuratMasuk.Where(s => s.Id == p.SuratMasukId).Select(s => new { s.NomorAgenda, s.TahunAgenda }).FirstOrDefault(),
                p.Tahap,
                p.SejakTahap,
                p.BatasBerikutnya,
                p.AlasanTerakhir,
                p.Version,
                Gagal = db.Set<OutboxMessage>().Where(m => m.PermohonanId == p.Id && (m.Jenis == JenisSurel.KonfirmasiLoket || m.Jenis == JenisSurel.PengingatKonfirmasi))
                    .OrderByDescending(m => m.DibuatPada).Select(m => m.MatiPada != null && m.TerkirimPada == null).FirstOrDefault(),
            }).ToListAsync(ct);
        return new HalamanLoket(
            [.. baris.Select(b => new BarisLoket(
                b.Id, b.NomorResi!, b.Nama, b.UnitKerja, b.Surat is null ? null : $"{b.Surat.NomorAgenda:0000}/{b.Surat.TahunAgenda}", b.Tahap, b.SejakTahap, b.BatasBerikutnya, b.AlasanTerakhir, b.Version, b.Gagal))],
            jumlahMenunggu, jumlahLain, ke);
    }

    /// <summary>One request of the counter; null when there is none. That its data were looked at is in the audit.</summary>
    public async Task<TandaTerima?> BacaAsync(Guid id, PelakuAudit oleh, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        if (await db.Permohonan.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.LoketId != null && p.SuratMasukId != null, ct) is not { } p)
        {
            return null;
        }

        var kini = await db.WaktuKiniAsync(ct);
        var dipegang = (await PeranResolver.AmbilAsync(db, oleh.Id, kini, ct)).FirstOrDefault(r => r.Peran == Peran.PetugasLoket);
        db.CatatLihatData(oleh with { Peran = dipegang?.Peran, Sebagai = dipegang?.Sebagai }, id, "Tanda terima loket", kini);
        await db.SaveChangesAsync(ct);
        return new TandaTerima(
            p, await db.SuratMasuk.AsNoTracking().SingleAsync(s => s.Id == p.SuratMasukId, ct), await BerkasStore.Terkini(db, id).ToListAsync(ct),
            await db.Set<Riwayat>().AsNoTracking().Where(r => r.PermohonanId == id).OrderBy(r => r.Id).ToListAsync(ct),
            await db.Users.AnyAsync(u => u.Id == p.PemohonId && u.EmailConfirmed, ct),
            await db.Set<OutboxMessage>().CountAsync(m => m.PermohonanId == id && m.Jenis == JenisSurel.KonfirmasiLoket && m.TerkirimPada != null, ct), kini);
    }

    /// <summary>Receipt numbers of everybody on a filed list, for handing out: receipt number, name, unit, stage.</summary>
    public async Task<IReadOnlyList<string[]>> ResiAsync(Guid daftarId, Guid loketId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        if (await db.Set<DaftarKolektif>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == daftarId && d.LoketId == loketId && d.DiajukanPada != null, ct) is not { } daftar)
        {
            return [];
        }

        var baris = await db.Permohonan.AsNoTracking().Where(p => p.SuratMasukId == daftar.SuratMasukId && p.LoketId == loketId && p.DibuatPada == daftar.DiajukanPada)
            .OrderBy(p => p.NomorResi).Select(p => new { p.NomorResi, p.Data.Nama, p.Data.UnitKerja, p.Data.Surel, p.Tahap }).ToListAsync(ct);
        return [["Nomor resi", "Nama", "Unit kerja", "Email", "Tahap"], .. baris.Select(b => new[] { b.NomorResi!, b.Nama, b.UnitKerja, b.Surel, AlurSop.TerbaruDari(b.Tahap).Nama })];
    }
}
