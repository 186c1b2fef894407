using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Infrastructure.Validitas;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Reminds of a confirmation a day before its end, once, with a new link.</summary>
public sealed class PengingatKonfirmasiService(IDbContextFactory<KlatenDb> factory, SuratElektronik surat)
{
    private static readonly TimeSpan Sebelum = TimeSpan.FromHours(24);

    // Somebody who was written to this morning is not reminded in the evening.
    private static readonly TimeSpan SejakSurat = TimeSpan.FromHours(12);

    /// <summary>Sends what is due now.</summary>
    public async Task KirimAsync(CancellationToken ct = default)
    {
        List<Guid> daftar;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var kini = await db.WaktuKiniAsync(ct);
            daftar = await Jatuh(db, kini).ToListAsync(ct);
        }

        await Rombongan.UntukTiapAsync(daftar, 2, SatuAsync, ct);
    }

    private static IQueryable<Guid> Jatuh(KlatenDb db, DateTimeOffset kini)
    {
        var (sampai, sejak) = (kini + Sebelum, kini - SejakSurat);
        return db.Permohonan.AsNoTracking()
            .Where(p => p.Tahap == Tahap.MenungguKonfirmasi && p.BatasBerikutnya > kini && p.BatasBerikutnya <= sampai && p.SejakTahap <= sejak)
            .Where(p => !db.Set<LinkKonfirmasi>().Any(l => l.PermohonanId == p.Id && l.TerbitPada > sejak))
            .Where(p => !db.Set<OutboxMessage>().Any(m => m.PermohonanId == p.Id && m.Jenis == JenisSurel.PengingatKonfirmasi))
            .Select(p => p.Id);
    }

    private async Task SatuAsync(Guid id, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {id} FOR UPDATE", ct);
        var kini = await db.WaktuKiniAsync(ct);
        // Read again under the lock: it may have been confirmed, or reminded of by another process.
        if (!await Jatuh(db, kini).AnyAsync(x => x == id, ct))
        {
            return;
        }

        var p = await db.Permohonan.AsNoTracking().SingleAsync(x => x.Id == id, ct);
        await LinkKonfirmasi.TutupAsync(db, id, kini, ct);
        var token = LinkKonfirmasi.Buka(db, id, p.BatasBerikutnya!.Value, kini);
        await db.BatalkanSurelAsync(id, kini, ct, JenisSurel.KonfirmasiLoket);
        db.Add(surat.PengingatKonfirmasi(
            new Penerima(p.Data.Nama, p.Data.Surel), new PerkaraSurat(id, p.NomorResi!, token.LinkId), $"/konfirmasi?k={token.Rahasia}", token.Batas));
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
    }
}
