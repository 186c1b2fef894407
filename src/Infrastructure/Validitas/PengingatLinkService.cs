using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Reminders 12 h, 3 h and 30 min before a link ends: never after completion, never twice; a reissued link has its own.</summary>
public sealed class PengingatLinkService(IDbContextFactory<KlatenDb> factory, SuratElektronik surat)
{
    /// <summary>Minutes before the end at which a reminder is due.</summary>
    public static IReadOnlyList<int> Menit { get; } = [720, 180, 30];

    // Nearer to the end a mail would hardly be read in time.
    private static readonly TimeSpan TerlaluDekat = TimeSpan.FromMinutes(5);

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many mails were queued.</returns>
    public async Task<int> KirimAsync(CancellationToken ct = default)
    {
        List<LinkPemohon> jatuh;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var kini = await db.WaktuKiniAsync(ct);
            var sampai = kini.AddMinutes(Menit.Max());
            var dekat = await db.Set<LinkPemohon>().AsNoTracking().Where(l => l.DitutupPada == null && l.Batas > kini && l.Batas <= sampai).ToListAsync(ct);
            jatuh = dekat.FindAll(l => JatuhTempo(l, kini).Count > 0);
        }

        var terkirim = 0;
        await Rombongan.UntukTiapAsync(jatuh, 2, async (link, henti) =>
        {
            if (await SatuAsync(link, henti))
            {
                Interlocked.Increment(ref terkirim);
            }
        }, ct);
        return terkirim;
    }

    /// <summary>The reminders of a link that are due and not sent, in minutes before its end.</summary>
    internal static List<int> JatuhTempo(LinkPemohon link, DateTimeOffset kini) =>
        link.Berlaku(kini) ? [.. Menit.Where(m => link.Batas - kini <= TimeSpan.FromMinutes(m) && !link.PengingatTerkirim.Contains(m))] : [];

    private async Task<bool> SatuAsync(LinkPemohon calon, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        // The door's own lock, in the door's order: an act that completes the stage comes wholly before or wholly after this mail.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {calon.PermohonanId} FOR UPDATE", ct);
        var link = await db.Set<LinkPemohon>().SingleAsync(l => l.Id == calon.Id, ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (JatuhTempo(link, kini) is not { Count: > 0 } jatuh)
        {
            return false;
        }

        // After a time of standstill several may be due: one mail says it all.
        link.PengingatTerkirim.AddRange(jatuh);
        var sisa = link.Batas - kini;
        var terkirim = sisa >= TerlaluDekat && await db.AntrekanSekaliAsync(await SuratAsync(db, link, Tampil(sisa, jatuh.Min()), ct), ct);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return terkirim;
    }

    private async Task<OutboxMessage> SuratAsync(KlatenDb db, LinkPemohon link, TimeSpan sisa, CancellationToken ct)
    {
        var p = await db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == link.PermohonanId, ct);
        var tautan = link.Jenis switch
        {
            JenisLink.Aktivasi => TautanSop.Aktivasi,
            JenisLink.Passphrase => TautanSop.Passphrase,
        };
        return surat.PengingatLink(new Penerima(p.Data.Nama, p.Data.Surel), new PerkaraSurat(p.Id, p.NomorResi!, link.Id), tautan, sisa, link.Batas);
    }

    /// <summary>"3 jam" when on time; what really is left when the reminder is late.</summary>
    private static TimeSpan Tampil(TimeSpan sisa, int menit)
    {
        var rencana = TimeSpan.FromMinutes(menit);
        return rencana - sisa < TimeSpan.FromMinutes(10) ? rencana : TimeSpan.FromMinutes(Math.Max(5, (int)(sisa.TotalMinutes / 5) * 5));
    }
}
