using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Bsre;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>Closes work items that no act closes by itself: three rounds of a loop were talked over, a difference with BSrE was looked at.</summary>
public sealed class ButirKerjaService(IDbContextFactory<KlatenDb> pabrik)
{
    /// <summary>
    /// Marks such a work item as handled, with its audit row and the board's doorbell in one transaction.
    /// Null when done (also when somebody had done it before); else the sentence why not.
    /// </summary>
    public async Task<string?> TanganiAsync(Guid butirId, PelakuPermintaan oleh, CancellationToken ct = default)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        var butir = await db.Set<ButirKerja>().SingleOrDefaultAsync(b => b.Id == butirId, ct);
        var nama = await db.Users.Where(u => u.Id == oleh.Id).Select(u => u.Nama).SingleOrDefaultAsync(ct) ?? "";
        var pelaku = new Pelaku(oleh.Id, nama, await PeranResolver.AmbilAsync(db, oleh.Id, kini, ct));
        if (butir is null || pelaku.Memegang.All(p => p.Peran == Peran.Pemohon))
        {
            return "Butir kerja tidak ditemukan. Muat ulang halaman untuk melihat keadaan terbaru.";
        }

        if (butir.DitutupPada is not null)
        {
            return null;
        }

        var sendiri = await db.Permohonan.AnyAsync(p => p.Id == butir.PermohonanId && (p.PemohonId == oleh.Id || p.PemegangId == oleh.Id), ct);
        var sebagai = (butir.Jenis == JenisButirKerja.TigaPutaran || PerbedaanBsre.Milik(butir.Jenis)) && !sendiri ? AntreanSaya.Milik(butir, pelaku) : null;
        db.Catat(new CatatanAudit
        {
            Pada = kini,
            Jenis = sebagai is null ? JenisAudit.TindakanDitolak : JenisAudit.Tindakan,
            PermohonanId = butir.PermohonanId,
            PelakuId = oleh.Id,
            PelakuNama = nama,
            Peran = sebagai?.Peran,
            Sebagai = sebagai?.Sebagai,
            Rincian = $"Butir kerja “{KataAntrean.Alasan(butir.Jenis)}” ditandai sudah ditangani",
            Alamat = oleh.Alamat,
        });
        if (sebagai is not null)
        {
            (butir.DitutupPada, butir.DitutupOleh) = (kini, oleh.Id);
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify('papan', {butir.PermohonanId.ToString()})", ct);
        }

        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return sebagai is not null ? null
            : "Butir kerja ini bukan untuk Anda. Mintalah petugas yang ditunjuk menanganinya.";
    }
}
