using System.Diagnostics;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>
/// Hears the doorbell of every act and keeps the board true: re-reads what changed, compares all versions now and then, and loads everything
/// anew after a lost connection. Its connection is its own, for a pool that writers have exhausted must not silence the board.
/// </summary>
internal sealed class BoardListener(PapanStore store, JamBasisData jam, PapanOptions options, ILogger<BoardListener> log) : BackgroundService
{
    /// <summary>The channel on which the door rings, with a request's id.</summary>
    internal const string Saluran = "papan";

    private readonly HashSet<Guid> _tertunda = [];
    private PapanQuery? _kueri;
    private int _kueriLama;

    /// <summary>How many queries it sent since it started.</summary>
    internal int JumlahKueri => _kueriLama + (_kueri?.Jumlah ?? 0);

    /// <summary>Its server process, for tests that cut the connection.</summary>
    internal int? ProsesServer { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var jeda = options.JedaAwal;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString());
                await connection.OpenAsync(stoppingToken);
                ProsesServer = connection.ProcessID;
                _kueriLama = JumlahKueri;
                _kueri = new PapanQuery(connection);
                connection.Notification += (_, n) => Dengar(n.Payload);
                await DengarkanAsync(connection, () => jeda = options.JedaAwal, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was, the board must not die silently: it says that it is behind, and everything is loaded anew.
                log.LogWarning(e, "Sambungan papan terputus; dicoba lagi dalam {Jeda} ms.", (int)jeda.TotalMilliseconds);
                store.CatatPutus();
            }

            if (await TundaAsync(jeda, stoppingToken))
            {
                jeda = jeda * 2 < options.JedaTerlama ? jeda * 2 : options.JedaTerlama;
            }
        }
    }

    private static async Task<bool> TundaAsync(TimeSpan jeda, CancellationToken ct)
    {
        await Task.Delay(jeda, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ct.IsCancellationRequested;
    }

    private async Task DengarkanAsync(NpgsqlConnection connection, Action berhasil, CancellationToken ct)
    {
        // Listening begins before loading: what commits in between rings and is read again.
        await using (var listen = new NpgsqlCommand($"LISTEN {Saluran}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        _tertunda.Clear();
        await MuatAsync(ct);
        await InvarianAsync(connection, ct);
        berhasil();
        var (denyut, banding) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (true)
        {
            if (Stopwatch.GetElapsedTime(denyut) >= options.JedaDenyut)
            {
                await DenyutAsync(ct);
                denyut = Stopwatch.GetTimestamp();
            }

            if (Stopwatch.GetElapsedTime(banding) >= options.JedaBanding)
            {
                await BandingkanAsync(ct);
                await InvarianAsync(connection, ct);
                banding = Stopwatch.GetTimestamp();
            }

            if (_tertunda.Count > 0)
            {
                await BacaUlangAsync(ct);
                continue;
            }

            // Rounded up: Npgsql counts in whole milliseconds and takes zero for "without end", which would stop the heartbeat.
            var sisa = (int)Math.Ceiling(Math.Min(Sisa(denyut, options.JedaDenyut), Sisa(banding, options.JedaBanding)));
            if (sisa > 0)
            {
                await connection.WaitAsync(sisa, ct);
            }
        }
    }

    private async Task MuatAsync(CancellationToken ct)
    {
        await JamAsync(ct);
        var kini = jam.GetUtcNow();
        var (kartu, selesai) = await _kueri!.MuatAsync(Jakarta.Saat(Jakarta.Tanggal(kini), TimeOnly.MinValue), ct);
        store.Muat(kartu, selesai, kini);
        store.CatatDenyut(kini);
    }

    private async Task BacaUlangAsync(CancellationToken ct)
    {
        Guid[] id = [.. _tertunda];
        _tertunda.Clear();
        var kartu = await _kueri!.BacaAsync(id, ct);
        store.Ganti(kartu, [.. id.Except(kartu.Select(k => k.Id))], jam.GetUtcNow());
    }

    private async Task BandingkanAsync(CancellationToken ct)
    {
        var versi = await _kueri!.VersiAsync(ct);
        var papan = store.Kini.Kartu;
        _tertunda.UnionWith(versi.Where(v => !papan.TryGetValue(v.Key, out var k) || (k.Versi, k.VersiLink) != v.Value).Select(v => v.Key));
        _tertunda.UnionWith(papan.Keys.Where(id => !versi.ContainsKey(id)));
    }

    private async Task InvarianAsync(NpgsqlConnection connection, CancellationToken ct) =>
        store.CatatInvarian(await InvarianAntrean.PeriksaAsync(connection, options.Otoritas, ct));

    private async Task DenyutAsync(CancellationToken ct) => store.CatatDenyut(await JamAsync(ct));

    private async Task<DateTimeOffset> JamAsync(CancellationToken ct)
    {
        var sebelum = jam.WaktuProses();
        var basisData = await _kueri!.JamAsync(ct);
        jam.Catat(basisData, sebelum, jam.WaktuProses());
        return basisData;
    }

    private void Dengar(string isi)
    {
        if (Guid.TryParse(isi, out var id))
        {
            _tertunda.Add(id);
        }
        else
        {
            log.LogWarning("Bel papan berbunyi tanpa nomor permohonan.");
        }
    }

    private string ConnectionString() => new NpgsqlConnectionStringBuilder(options.ConnectionString)
    {
        Pooling = false,
        Enlist = false,
        CommandTimeout = Math.Max(1, (int)options.BatasPerintah.TotalSeconds),
        Timeout = Math.Max(1, (int)options.BatasPerintah.TotalSeconds),
        TcpKeepAlive = true,
        ApplicationName = "klaten-se papan",
    }.ConnectionString;

    private static double Sisa(long sejak, TimeSpan jeda) => (jeda - Stopwatch.GetElapsedTime(sejak)).TotalMilliseconds;
}
