namespace KlatenSE.TestCommon;

/// <summary>
/// One cluster a test process, made at the first use: a template database migrated once, and a clone of it (about 0.1 s) for whoever asks.
/// </summary>
/// <param name="migrasi">Brings the database of the given owner connection string up to date.</param>
/// <param name="durable">True: fsync on, for measurements.</param>
public sealed class PostgresFixture(Func<string, Task> migrasi, bool durable = false) : IAsyncDisposable
{
    /// <summary>The role that owns the tables and migrates.</summary>
    public const string PeranPemilik = "klatense_pemilik";

    /// <summary>The role that the portal connects as.</summary>
    public const string PeranPortal = "klatense_portal";

    private const string Pola = "pola";

    private readonly SemaphoreSlim _gate = new(1);
    private ThrowAwayPostgres? _server;
    private int _nomor;

    /// <summary>The cluster; valid once <see cref="StartAsync"/> or <see cref="CloneAsync"/> has run.</summary>
    public ThrowAwayPostgres Server => _server ?? throw new InvalidOperationException("StartAsync has not run yet");

    /// <summary>Starts the cluster and migrates the template; does nothing when that is done already.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_server is not null)
            {
                return;
            }

            var server = await ThrowAwayPostgres.StartAsync(durable, ct);
            try
            {
                // The same roles and rights as deploy/start.sh gives.
                await server.ExecuteAsync("postgres", $"CREATE ROLE {PeranPemilik} LOGIN CREATEROLE; CREATE ROLE {PeranPortal} LOGIN", ct);
                await server.ExecuteAsync("postgres", $"CREATE DATABASE {Pola} OWNER {PeranPemilik}", ct);
                await migrasi(server.ConnectionString(Pola, PeranPemilik, pooling: false));
                await server.ExecuteAsync("postgres", $"ALTER DATABASE {Pola} WITH ALLOW_CONNECTIONS false", ct);
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }

            _server = server;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A migrated database of one's own, for a test class or a single test. Disposing it drops it.</summary>
    public async Task<BasisDataUji> CloneAsync(CancellationToken ct = default)
    {
        await StartAsync(ct);
        var nama = $"uji_{Interlocked.Increment(ref _nomor)}";
        await Server.ExecuteAsync("postgres", $"CREATE DATABASE {nama} TEMPLATE {Pola} OWNER {PeranPemilik}", ct);
        return new BasisDataUji(Server, nama);
    }

    /// <summary>An empty database (owner set, nothing migrated), for tests of the migration itself.</summary>
    public async Task<BasisDataUji> KosongAsync(CancellationToken ct = default)
    {
        await StartAsync(ct);
        var nama = $"kosong_{Interlocked.Increment(ref _nomor)}";
        await Server.ExecuteAsync("postgres", $"CREATE DATABASE {nama} OWNER {PeranPemilik}", ct);
        return new BasisDataUji(Server, nama);
    }

    /// <summary>Stops the cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _gate.Dispose();
    }
}
