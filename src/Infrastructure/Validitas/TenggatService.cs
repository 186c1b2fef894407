using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Deadlines beside the links: drafts, confirming and mending end in Dibatalkan, step 8 past a clock becomes a work item.</summary>
public sealed class TenggatService(IDbContextFactory<KlatenDb> factory, PermohonanService pintu)
{
    /// <summary>Does every act of the system that is due now.</summary>
    public async Task JalankanAsync(CancellationToken ct = default)
    {
        List<(Guid Id, Perintah Perintah)> tugas = [];
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var kini = await db.WaktuKiniAsync(ct);
            var lewat = await db.Permohonan.AsNoTracking()
                .Where(p => (p.Tahap == Tahap.Draf || p.Tahap == Tahap.MenungguKonfirmasi || p.Tahap == Tahap.PerluPerbaikan) && p.BatasBerikutnya <= kini)
                // Not without a word: a draft whose reminder could not be queued waits for it.
                .Where(p => p.Tahap != Tahap.Draf || db.Set<OutboxMessage>().Any(m => m.PermohonanId == p.Id && m.Jenis == JenisSurel.DrafAkanDihapus))
                .Select(p => new { p.Id, p.Tahap }).ToListAsync(ct);
            tugas.AddRange(lewat.Select(p => (p.Id, (Perintah)new Batalkan
            {
                Alasan = p.Tahap switch
                {
                    Tahap.Draf => "Draf tidak dikirim sampai batas waktunya.",
                    Tahap.MenungguKonfirmasi => "Tidak dikonfirmasi sampai batas waktunya.",
                    _ => "Tidak diperbaiki sampai batas waktunya.",
                },
            })));
            tugas.AddRange((await TerlambatTerbitAsync(db, kini, ct)).Select(id => (id, (Perintah)new TandaiLewatBatas())));
        }

        await Rombongan.UntukTiapAsync(tugas, 2, (t, henti) => pintu.LakukanSistemAsync(t.Id, t.Perintah, henti), ct);
    }

    /// <summary>Step 8 past 360 working minutes, or past 1x24 hours (SOP 7c), and not yet said so in this round.</summary>
    private static Task<List<Guid>> TerlambatTerbitAsync(KlatenDb db, DateTimeOffset kini, CancellationToken ct) => db.Permohonan.AsNoTracking()
        .Where(p => p.Tahap == Tahap.Penerbitan)
        .Where(p =>
            (p.BatasKabarBerhasil <= kini && !db.Set<ButirKerja>().Any(b => b.PermohonanId == p.Id && b.Jenis == JenisButirKerja.LewatKabarBerhasil && b.DibukaPada >= p.SejakTahap))
            || (p.BatasBerikutnya <= kini && p.BatasKabarBerhasil > kini
                && !db.Set<ButirKerja>().Any(b => b.PermohonanId == p.Id && b.Jenis == JenisButirKerja.LewatBatasPenerbitan && b.DibukaPada >= p.SejakTahap)))
        .Select(p => p.Id).ToListAsync(ct);
}
