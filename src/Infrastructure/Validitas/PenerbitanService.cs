using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Demo;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>
/// Hands requests of step 8 to the sandbox authority. A request whose issue fails stays in its stage and is asked for again, later each
/// time. Two processes never issue twice: the door locks the row, and the authority repeats its answer.
/// </summary>
public sealed class PenerbitanService(
    IDbContextFactory<KlatenDb> factory, PermohonanService pintu, ILayananSertifikat sertifikat, KabarPintu kabar, IOptionsMonitor<ValiditasOptions> atur,
    TimeProvider jam, ILogger<PenerbitanService> log) : BackgroundService
{
    private static readonly TimeSpan Periksa = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan JedaTerlama = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, (int Kali, DateTimeOffset Lagi)> gagal = [];

    /// <summary>Asks once for every request that waits and whose turn it is.</summary>
    /// <returns>How many left step 8 by it.</returns>
    public async Task<int> SekaliAsync(CancellationToken ct = default)
    {
        List<Guid> menunggu;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var sebelum = await db.WaktuKiniAsync(ct) - atur.CurrentValue.JedaPenerbitan;
            // What the demo shows in step 8 stays there; what is done in the demo goes on.
            var demo = await db.Set<ButirPengaturan>().Where(b => b.Kunci == GerbangDemo.Kunci).Select(b => (DateTimeOffset?)b.DiubahPada).SingleOrDefaultAsync(ct);
            menunggu = await db.Permohonan.AsNoTracking().Where(p => p.Tahap == Tahap.Penerbitan && p.SejakTahap <= sebelum && (demo == null || p.SejakTahap > demo))
                .OrderBy(p => p.SejakTahap).Select(p => p.Id).ToListAsync(ct);
        }

        foreach (var selesai in gagal.Keys.Except(menunggu).ToList())
        {
            gagal.Remove(selesai);
        }

        var jumlah = 0;
        foreach (var id in menunggu.Where(id => !gagal.TryGetValue(id, out var g) || g.Lagi <= jam.GetUtcNow()))
        {
            jumlah += await SatuAsync(id, ct) ? 1 : 0;
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
                if (sertifikat.Mode == ModeOtoritas.Sandbox && atur.CurrentValue.TerbitkanOtomatis)
                {
                    await SekaliAsync(stoppingToken);
                }

                await kabar.TungguPenerbitanAsync(Periksa, jam, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Requests waiting for the authority could not be read; trying again");
                await Task.Delay(Periksa, jam, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> SatuAsync(Guid id, CancellationToken ct)
    {
        try
        {
            var hasil = await pintu.MintaPenerbitanAsync(id, ct);
            gagal.Remove(id);
            return hasil is HasilTindakan.Berhasil;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var kali = gagal.GetValueOrDefault(id).Kali + 1;
            var jeda = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, kali), JedaTerlama.TotalSeconds));
            gagal[id] = (kali, jam.GetUtcNow() + jeda);
            log.LogError(e, "Certificate of request {Id} could not be issued (try {Count}); again in {Delay}", id, kali, jeda);
            return false;
        }
    }
}
