using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>Writes the audit row of an act that was refused: in a transaction of its own, since the act's was rolled back. Not cancelled by
/// who goes away: the attempt was made.</summary>
public sealed class PenolakanAudit(IDbContextFactory<KlatenDb> factory)
{
    internal async Task CatatAsync(Permintaan minta, Tahap tahap, Pelaku pelaku, DateTimeOffset kini, HasilTindakan hasil)
    {
        // Expiry, deadlines and BSrE's answer come from several sides at once; that another was faster is no attempt of anybody.
        if (minta.Pasti is not null)
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync();
        db.Add(new CatatanAudit
        {
            Pada = kini,
            Jenis = JenisAudit.TindakanDitolak,
            Tindakan = minta.Tindakan,
            PermohonanId = minta.Id,
            PelakuId = pelaku.Id,
            PelakuNama = pelaku.Nama,
            Peran = pelaku.Memegang.Count > 0 ? pelaku.Memegang[0].Peran : null,
            Sebagai = pelaku.Memegang.Count > 0 ? pelaku.Memegang[0].Sebagai : null,
            Dari = tahap,
            // Which fields of a form were wrong, not what was typed there.
            Alasan = hasil is HasilTindakan.BelumLengkap b ? "Isian belum lengkap: " + string.Join(", ", b.Galat.Keys) : hasil.KalimatGagal,
            Alamat = minta.Pelaku?.Alamat,
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Writes down that somebody sent a form to a request that is not their own: it is answered as if there were none, and no act is tried.
    /// Nothing is written for a request that does not exist.</summary>
    /// <param name="id">The request.</param>
    /// <param name="tindakan">What the form asks for; null when it is no act of the SOP.</param>
    /// <param name="pelaku">Who sent it.</param>
    public async Task CatatBukanMilikAsync(Guid id, Tindakan? tindakan, PelakuPermintaan pelaku)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync();
        if (await db.Permohonan.Where(p => p.Id == id).Select(p => (Tahap?)p.Tahap).SingleOrDefaultAsync() is not { } tahap)
        {
            return;
        }

        var kini = await db.WaktuKiniAsync();
        var memegang = await PeranResolver.AmbilAsync(db, pelaku.Id, kini);
        db.Add(new CatatanAudit
        {
            Pada = kini,
            Jenis = JenisAudit.TindakanDitolak,
            Tindakan = tindakan,
            PermohonanId = id,
            PelakuId = pelaku.Id,
            PelakuNama = await db.Users.Where(u => u.Id == pelaku.Id).Select(u => u.Nama).SingleOrDefaultAsync() ?? "",
            Peran = memegang.Count > 0 ? memegang[0].Peran : null,
            Sebagai = memegang.Count > 0 ? memegang[0].Sebagai : null,
            Dari = tahap,
            Alasan = new HasilTindakan.TidakDitemukan().KalimatGagal,
            Alamat = pelaku.Alamat,
        });
        await db.SaveChangesAsync();
    }
}
