using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>
/// The door for links that end together: the same rule, records and lock as one act through <see cref="PermohonanService"/>, but many
/// in a transaction, since each commit that rings the board's doorbell waits for the one before.
/// </summary>
public sealed class KedaluwarsaService(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, AkibatTindakan akibat)
{
    /// <summary>Ends the validity of these requests' links where it is over. A request that somebody holds at this moment is left out.</summary>
    /// <returns>The requests whose link this call closed.</returns>
    public async Task<IReadOnlyList<Guid>> TutupAsync(Guid[] permohonanId, CancellationToken ct = default)
    {
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var terkunci = await db.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM permohonan WHERE id = ANY({permohonanId}) ORDER BY id FOR UPDATE SKIP LOCKED""").ToListAsync(ct);
        // Read after the locks, by statements of their own, as the door does.
        var permohonan = await db.Permohonan.Where(p => terkunci.Contains(p.Id)).ToListAsync(ct);
        var link = await db.Set<LinkPemohon>().Where(l => terkunci.Contains(l.PermohonanId) && l.DitutupPada == null).ToDictionaryAsync(l => l.PermohonanId, ct);
        var kini = await db.WaktuKiniAsync(ct);
        var tertutup = new List<Guid>();
        foreach (var p in permohonan.Where(p => link.ContainsKey(p.Id)))
        {
            var perintah = new Kedaluwarsakan();
            if (p.Lakukan(perintah, Pelaku.Sistem, new KonteksTindakan(kini, link[p.Id], atur.Sop)) is Kejadian kejadian)
            {
                var minta = new Permintaan(p.Id, null, perintah.Tindakan, (_, _, _) => Task.FromResult<Perintah>(perintah), null, Pelaku.Sistem, null);
                await akibat.SusunAsync(new Terjadi(db, minta, perintah, kejadian, p, Pelaku.Sistem, link[p.Id], new SaatTindakan(kini, null, null, null), atur), ct);
                tertutup.Add(p.Id);
            }
        }

        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return tertutup;
    }
}
