using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections.Features;

namespace KlatenSE.BsreStandIn;

/// <summary>
/// A bad habit. <paramref name="Kali"/>: how often (null: until deleted). <paramref name="Nik"/>: only for this person, by NIK or mailbox alike.
/// <paramref name="Detik"/>: delay, or Retry-After. <paramref name="Status"/>: the word to say.
/// </summary>
internal sealed record Aturan(string Jenis, int? Kali = null, string? Nik = null, double? Detik = null, string? Status = null);

/// <summary>The habits that are set. One call falls under one habit; those for a NIK go first, then the oldest.</summary>
internal sealed class Kebiasaan
{
    public static readonly IReadOnlyList<string> Jenis =
    [
        "tunda", "habis-waktu", "429", "500", "503", "504", "galat-200", "json-rusak", "kosong", "html", "jenis-konten", "putus", "sandi-salah",
        "status-asing", "status", "nik-tampil", "kode-2011",
    ];

    private readonly Lock gate = new();
    private readonly List<Aturan> semua = [];

    public IReadOnlyList<Aturan> Semua
    {
        get
        {
            lock (gate)
            {
                return [.. semua];
            }
        }
    }

    public void Tambah(Aturan a)
    {
        if (!Jenis.Contains(a.Jenis) || a.Kali <= 0 || a.Detik < 0 || (a.Jenis is "status" && string.IsNullOrWhiteSpace(a.Status)))
        {
            throw new DitolakException(400, $"Kebiasaan tidak sah. Jenis: {string.Join(", ", Jenis)}; kali > 0; detik >= 0; \"status\" memerlukan status.");
        }
        lock (gate)
        {
            semua.Add(a);
        }
    }

    public void Kosongkan()
    {
        lock (gate)
        {
            semua.Clear();
        }
    }

    public Aturan? Ambil(string? nik)
    {
        lock (gate)
        {
            var i = semua.FindIndex(a => a.Nik is not null && a.Nik == nik);
            i = i >= 0 ? i : semua.FindIndex(a => a.Nik is null);
            if (i < 0)
            {
                return null;
            }
            var a = semua[i];
            if (a.Kali is { } sisa)
            {
                if (sisa > 1)
                {
                    semua[i] = a with { Kali = sisa - 1 };
                }
                else
                {
                    semua.RemoveAt(i);
                }
            }
            return a;
        }
    }

    /// <summary>The answer that spoils the call, or null when the true answer follows (perhaps late or altered, see <see cref="StatusApi"/>).</summary>
    public static async Task<IResult?> JawabanBurukAsync(HttpContext c, Aturan a)
    {
        if (a.Jenis is "429" or "503" && a.Detik is { } tunggu)
        {
            c.Response.Headers.RetryAfter = Math.Ceiling(tunggu).ToString();
        }
        switch (a.Jenis)
        {
            case "tunda":
                await Task.Delay(TimeSpan.FromSeconds(a.Detik ?? 5), c.RequestAborted);
                return null;
            case "habis-waktu":
                var berhenti = c.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
                using (var batas = CancellationTokenSource.CreateLinkedTokenSource(c.RequestAborted, berhenti))
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, batas.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                c.Abort();
                return Results.Empty;
            case "putus":
                // Linger 0 makes the kernel send RST: "connection reset by peer", not an orderly end.
                c.Features.Get<IConnectionSocketFeature>()?.Socket.LingerState = new(true, 0);
                c.Abort();
                return Results.Empty;
            case "429":
                return Results.Json(new { error = "Terlalu banyak permintaan" }, statusCode: 429);
            case "500" or "503" or "504":
                return Results.Json(new { error = "Layanan sedang tidak tersedia" }, statusCode: int.Parse(a.Jenis));
            case "galat-200":
                return Results.Json(new { status_code = 9999, error = "Terjadi kesalahan pada sistem" });
            case "json-rusak":
                return Results.Text("{\"status\":\"ISSUE\",\"status_code\":", "application/json");
            case "kosong":
                return Results.Text("", "application/json");
            case "html":
                return Results.Text("<!doctype html><title>Pemeliharaan</title><h1>Sedang dalam pemeliharaan</h1>", "text/html");
            case "sandi-salah":
                return StatusApi.TanpaIzin(c);
            case "kode-2011":
                return Results.Json(new { status_code = 2011, error = "User tidak terdaftar" }, statusCode: 400);
            default:
                return null;
        }
    }
}

/// <summary>What was asked of the API, so that a test can see pace and parallelism. Reset by <c>/kendali/ulang</c>.</summary>
internal sealed class CatatanPanggilan
{
    private int sedang;
    private int terbanyak;

    public ConcurrentDictionary<string, int> PerNik { get; } = new();

    public int Jumlah { get; private set; }

    public int BersamaanTerbanyak => terbanyak;

    public void Mulai()
    {
        lock (PerNik)
        {
            Jumlah++;
            terbanyak = Math.Max(terbanyak, ++sedang);
        }
    }

    public void Selesai()
    {
        lock (PerNik)
        {
            sedang--;
        }
    }

    public void Kosongkan()
    {
        lock (PerNik)
        {
            (Jumlah, terbanyak) = (0, sedang);
            PerNik.Clear();
        }
    }
}
