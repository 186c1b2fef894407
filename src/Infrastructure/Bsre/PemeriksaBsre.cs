using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>
/// The status reconciler: asks BSrE about every open request at least every <see cref="BsreOptions.Selang"/>, with N calls at once at most. Several processes
/// share the work by leases in the database. Off unless the portal works beside BSrE and the credentials are set.
/// </summary>
public sealed class PemeriksaBsre(
    IDbContextFactory<KlatenDb> factory, KlienBsre klien, PencatatJawaban pencatat, SidikSandi sidik, IOptionsMonitor<BsreOptions> setelan,
    ILayananSertifikat sertifikat, TimeProvider jam, ILogger<PemeriksaBsre> log, Npgsql.NpgsqlDataSource sumber) : BackgroundService
{
    private static readonly TimeSpan Periksa = TimeSpan.FromSeconds(2);

    // However slow BSrE is, new requests get their turn and changed settings are noticed.
    private static readonly TimeSpan Putaran = TimeSpan.FromSeconds(30);
    private readonly AntreanBsre antrean = new(sumber);

    // Until an answer proves the settings, one call at a time: several wrong passwords at once may lock the account.
    private volatile bool terbukti;

    /// <summary>Whether this process asks.</summary>
    public bool Aktif => sertifikat.Mode == ModeOtoritas.Bsre && setelan.CurrentValue.Keberatan() is null;

    /// <summary>Asks everything that is due now; returns how many questions were asked by this process.</summary>
    public async Task<int> PutaranAsync(CancellationToken ct = default)
    {
        var atur = setelan.CurrentValue;
        await antrean.DaftarkanAsync(ct);
        await BukaBilaSandiBaruAsync(atur, ct);
        var (jumlah, awal) = (0, jam.GetTimestamp());
        List<Task> berjalan = [];
        try
        {
            while (true)
            {
                while (berjalan.Count < Serentak(atur) && jam.GetElapsedTime(awal) < Putaran && await antrean.AmbilAsync(Serentak(atur), atur.BatasWaktu + TimeSpan.FromSeconds(30), ct) is { } tiket)
                {
                    berjalan.Add(SatuAsync(tiket, ct));
                    jumlah++;
                }

                if (berjalan.Count == 0)
                {
                    break;
                }

                var selesai = await Task.WhenAny(berjalan);
                berjalan.Remove(selesai);
                await selesai;
            }
        }
        finally
        {
            await Task.WhenAll(berjalan);
        }

        return jumlah;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (Aktif)
                {
                    await PutaranAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The status check could not go on; trying again");
            }

            await Task.Delay(Periksa, jam, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private int Serentak(BsreOptions atur) => terbukti ? atur.Serentak : 1;

    private async Task SatuAsync(TiketBsre tiket, CancellationToken ct)
    {
        try
        {
            // The settings that the question is asked with: they may be mended while it is on its way.
            var (mulai, dengan) = (jam.GetTimestamp(), setelan.CurrentValue);
            var jawaban = await klien.TanyaAsync(tiket.Nik, ct);
            terbukti = jawaban is JawabanBsre.Status || (terbukti && jawaban is not JawabanBsre.Gagal { Jenis: GagalBsre.SandiSalah });
            await pencatat.CatatAsync(tiket, jawaban, jam.GetElapsedTime(mulai), dengan, CancellationToken.None);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await antrean.KembalikanAsync(tiket, TimeSpan.Zero, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            // One request's trouble keeps nobody else waiting: it goes to the end of the queue.
            log.LogError(e, "The status of request {Id} could not be recorded; asked again later", tiket.PermohonanId);
            await antrean.KembalikanAsync(tiket, TimeSpan.FromMinutes(1), CancellationToken.None);
        }
    }

    /// <summary>Refused credentials are not tried again until they change.</summary>
    private async Task BukaBilaSandiBaruAsync(BsreOptions atur, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var ditolak = await db.Set<LayananBsre>().Where(l => l.Gagal == GagalBsre.SandiSalah).Select(l => l.SandiDitolak).SingleOrDefaultAsync(ct);
        if (ditolak is not null && !sidik.Sama(ditolak, atur))
        {
            await db.Set<LayananBsre>().Where(l => l.SandiDitolak == ditolak)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.TutupSampai, (DateTimeOffset?)null).SetProperty(l => l.SandiDitolak, (string?)null), ct);
        }
    }
}
