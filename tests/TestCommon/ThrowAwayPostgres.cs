using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace KlatenSE.TestCommon;

/// <summary>
/// A private PostgreSQL cluster on a unix socket, for one test process. Run by root, the server drops to the Debian user postgres.
/// A guard waits on a pipe of this process: however the process ends, the server stops and its folder is removed.
/// </summary>
public sealed class ThrowAwayPostgres : IAsyncDisposable
{
    /// <summary>The one command that installs what is missing.</summary>
    public const string InstallCommand = "apt-get update && apt-get install -y --no-install-recommends postgresql";

    private const string GuardScript = """
        dir=$1; bin=$2; shift 2; cd /
        trap '' HUP INT TERM
        as=
        if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=postgres --regid=postgres --init-groups"; chown postgres: "$dir"; fi
        fail() { echo FAILED; cat "$1"; rm -rf "$dir"; exit 1; }
        $as "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync </dev/null >"$dir/initdb.log" 2>&1 || fail "$dir/initdb.log"
        $as "$bin/postgres" -D "$dir/data" -c listen_addresses= -c unix_socket_directories="$dir" -c max_connections=300 "$@" </dev/null >"$dir/log" 2>&1 &
        p=$!
        until $as "$bin/pg_isready" -q -h "$dir" -U postgres </dev/null; do
          kill -0 $p 2>/dev/null || fail "$dir/log"
          sleep 0.05
        done
        echo READY
        read -r _
        kill -QUIT $p; wait $p
        rm -rf "$dir"
        """;

    // Nothing here has to outlive the process; a measurement that wants a durable server asks for one.
    private static readonly string[] FastSettings =
        ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "wal_level=minimal", "-c", "max_wal_senders=0"];

    private readonly Process _guard;

    private ThrowAwayPostgres(Process guard, string folder, string bin)
    {
        _guard = guard;
        Folder = folder;
        Bin = bin;
    }

    /// <summary>Folder of the cluster and of its socket.</summary>
    public string Folder { get; }

    /// <summary>Folder of PostgreSQL's own programs (psql, pg_dump, …).</summary>
    public string Bin { get; }

    /// <summary>The newest PostgreSQL of this machine; throws with the command that installs one when there is none.</summary>
    public static string FindBin()
    {
        const string debian = "/usr/lib/postgresql";
        var candidates = Directory.Exists(debian)
            ? Directory.GetDirectories(debian)
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var v) ? v : 0)
                .Select(d => Path.Combine(d, "bin"))
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return candidates.Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            ?? throw new InvalidOperationException($"These tests need PostgreSQL, which is not installed here. As root: {InstallCommand}");
    }

    /// <summary>Makes and starts a cluster (about 1 s).</summary>
    /// <param name="durable">True: fsync on, as in use; for measurements.</param>
    /// <param name="ct">Cancels the wait.</param>
    public static async Task<ThrowAwayPostgres> StartAsync(bool durable = false, CancellationToken ct = default)
    {
        var bin = FindBin();
        var folder = Directory.CreateTempSubdirectory("pg-").FullName; // short: a socket's path holds 107 bytes
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var a in (string[])["-c", GuardScript, "pg-guard", folder, bin, .. durable ? [] : FastSettings])
        {
            start.ArgumentList.Add(a);
        }

        var guard = Process.Start(start) ?? throw new InvalidOperationException("/bin/sh did not start");
        var line = await guard.StandardOutput.ReadLineAsync(ct);
        return line == "READY"
            ? new ThrowAwayPostgres(guard, folder, bin)
            : throw new InvalidOperationException($"PostgreSQL did not start: {line} {await guard.StandardOutput.ReadToEndAsync(ct)}");
    }

    /// <summary>Connection string to a database of this cluster as the given role (the superuser when none is named).</summary>
    public string ConnectionString(string database, string role = "postgres", bool pooling = true) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder,
        Username = role,
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 40,
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Runs SQL as the superuser over a connection that is closed at once.</summary>
    public async Task ExecuteAsync(string database, string sql, CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database, pooling: false));
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Stops the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }
}
