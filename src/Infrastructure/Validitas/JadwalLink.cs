using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>
/// The persistent timers of links, kept by Quartz in PostgreSQL: one for each second in which links end, one for each minute in which
/// reminders are due. Links that share a moment share the timer, so that a thousand ending at once are one firing and not a thousand.
/// </summary>
public sealed class JadwalLink(ISchedulerFactory pabrik, IDbContextFactory<KlatenDb> factory, TimeProvider jam, IHostApplicationLifetime? proses = null)
{
    internal const string Penjadwal = "klaten-se";
    internal const string Grup = "link";
    internal const string Saat = "saat";
    internal static readonly JobKey Pewaktu = new("pewaktu", Grup);

    private bool Berhenti => proses?.ApplicationStopping.IsCancellationRequested == true;

    /// <summary>Sets the timers of these deadlines that are ahead and not set yet.</summary>
    /// <returns>How many were set.</returns>
    public async Task<int> JadwalkanAsync(IEnumerable<DateTimeOffset> batas, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(batas);
        DateTimeOffset kini;
        HashSet<string> ada;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            kini = await db.WaktuKiniAsync(ct);
            ada = [.. await db.Database.SqlQuery<string>(
                $"""SELECT trigger_name AS "Value" FROM qrtz_triggers WHERE sched_name = {Penjadwal} AND trigger_group = {Grup}""").ToListAsync(ct)];
        }

        var jumlah = 0;
        try
        {
            var penjadwal = await pabrik.GetScheduler(ct);
            foreach (var saat in batas.SelectMany(SaatPenting).Where(s => s > kini).Distinct().Where(s => ada.Add(Nama(s))))
            {
                // Keep: another process may set the same timer at this moment.
                await penjadwal.ScheduleTrigger(Buat(Nama(saat), saat, kini), TriggerConflict.Keep, ct);
                jumlah++;
            }
        }
        catch (SchedulerException) when (Berhenti)
        {
            // The portal stops while a sweep runs: no fault, the sweep of the next start sets the rest.
        }

        return jumlah;
    }

    /// <summary>Sets the timers that are missing of all running links: the process may have ended between commit and scheduling.</summary>
    public async Task<int> LengkapiAsync(CancellationToken ct = default)
    {
        List<DateTimeOffset> batas;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            batas = await db.Set<LinkPemohon>().Where(l => l.DitutupPada == null).Select(l => l.Batas).Distinct().ToListAsync(ct);
        }

        return await JadwalkanAsync(batas, ct);
    }

    /// <summary>A timer that fired before its moment by the database's clock puts itself back.</summary>
    /// <returns>True when it was early.</returns>
    internal async Task<bool> KembalikanBilaDiniAsync(DateTimeOffset saat, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (kini >= saat)
        {
            return false;
        }

        try
        {
            // A name of its own: the firing trigger's row is deleted when its job returns.
            await (await pabrik.GetScheduler(ct)).ScheduleTrigger(Buat($"{Nama(saat)}-{Guid.NewGuid():N}", saat, kini), TriggerConflict.Keep, ct);
        }
        catch (SchedulerException) when (Berhenti)
        {
            // As above.
        }

        return true;
    }

    /// <summary>When something is to be done for a deadline: at its end (whole second after it), and at each reminder (whole minute).</summary>
    internal static IEnumerable<DateTimeOffset> SaatPenting(DateTimeOffset batas) =>
        PengingatLinkService.Menit.Select(m => Naik(batas.AddMinutes(-m), TimeSpan.TicksPerMinute)).Append(Naik(batas, TimeSpan.TicksPerSecond));

    private static DateTimeOffset Naik(DateTimeOffset saat, long satuan) => new((saat.UtcTicks + satuan - 1) / satuan * satuan, TimeSpan.Zero);

    private static string Nama(DateTimeOffset saat) => saat.ToUnixTimeSeconds().ToString("D", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Quartz runs by this process's clock, deadlines by the database's: what is handed over is the time that is left.</summary>
    private ITrigger Buat(string nama, DateTimeOffset saat, DateTimeOffset kini) => TriggerBuilder.Create()
        .ForJob(Pewaktu).WithIdentity(nama, Grup).StartAt(jam.GetUtcNow() + (saat - kini))
        .UsingJobData(Saat, saat.ToUnixTimeSeconds())
        .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();
}
