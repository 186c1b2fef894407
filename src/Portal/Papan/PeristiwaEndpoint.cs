using System.Globalization;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Portal.Akun;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Portal.Papan;

/// <summary>
/// The event stream of one request, for pages without a circuit: a message for each change, a comment as heartbeat. Who may listen is asked
/// once, when the stream opens; a change asks the database nothing.
/// </summary>
public static class PeristiwaEndpoint
{
    private static readonly TimeSpan JedaDenyut = TimeSpan.FromSeconds(15);

    // The browser comes back by itself and is checked anew, so that nobody listens for hours with rights long gone.
    private static readonly TimeSpan Terlama = TimeSpan.FromMinutes(10);

    /// <summary>Maps <c>GET /permohonan/{id}/peristiwa</c>: the owner and officials; 404 for everyone else.</summary>
    public static void MapPeristiwa(this IEndpointRouteBuilder app) => app.MapGet("/permohonan/{id:guid}/peristiwa", AlirkanAsync);

    private static async Task AlirkanAsync(
        Guid id, HttpContext http, PapanStore papan, PeranAktif peran, IDbContextFactory<KlatenDb> pabrik, IHostApplicationLifetime hidup, TimeProvider jam)
    {
        using var batas = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, hidup.ApplicationStopping);
        var perubahan = papan.Ikuti(id, batas.Token);
        if (!await BolehAsync(id, http, papan, peran, pabrik))
        {
            await batas.CancelAsync();
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        batas.CancelAfter(Terlama);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await TulisAsync(http, "retry: 3000\n: tersambung\n\n", batas.Token);
            await SampaikanAsync(http, perubahan.GetAsyncEnumerator(batas.Token), jam, batas);
        }
        catch (OperationCanceledException) when (batas.IsCancellationRequested)
        {
            // The reader went away, the portal stops, or the stream is old enough: an end like any other.
        }
    }

    private static async Task SampaikanAsync(HttpContext http, IAsyncEnumerator<PerubahanPermohonan> pembaca, TimeProvider jam, CancellationTokenSource batas)
    {
        var berikut = pembaca.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                var denyut = Task.Delay(JedaDenyut, jam, batas.Token);
                if (await Task.WhenAny(berikut, denyut) != berikut)
                {
                    await denyut;
                    await TulisAsync(http, ": denyut\n\n", batas.Token);
                }
                else if (await berikut)
                {
                    await TulisAsync(http, string.Create(CultureInfo.InvariantCulture, $"data: {pembaca.Current.Versi ?? 0}\n\n"), batas.Token);
                    berikut = pembaca.MoveNextAsync().AsTask();
                }
                else
                {
                    return;
                }
            }
        }
        finally
        {
            // An enumerator is not closed while it is being waited for.
            await batas.CancelAsync();
            await ((Task)berikut).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pembaca.DisposeAsync();
        }
    }

    private static async Task<bool> BolehAsync(Guid id, HttpContext http, PapanStore papan, PeranAktif peran, IDbContextFactory<KlatenDb> pabrik)
    {
        var orang = http.User.Id();
        if (papan.Kini.Kartu.TryGetValue(id, out var kartu) && kartu.PemohonId == orang)
        {
            return true;
        }

        await using var db = await pabrik.CreateDbContextAsync(http.RequestAborted);
        var pemilik = kartu?.PemohonId
            ?? await db.Permohonan.Where(p => p.Id == id).Select(p => (Guid?)p.PemohonId).SingleOrDefaultAsync(http.RequestAborted);
        return pemilik is not null
            && (pemilik == orang || (await peran.AmbilAsync(orang, http.RequestAborted)).Any(p => Kebijakan.PeranPetugas.Contains(p.Peran)));
    }

    private static async Task TulisAsync(HttpContext http, string teks, CancellationToken ct)
    {
        await http.Response.WriteAsync(teks, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
