using Npgsql;

namespace KlatenSE.TestCommon;

/// <summary>One database of the test cluster, with a connection string for each role.</summary>
public sealed class BasisDataUji(ThrowAwayPostgres server, string nama) : IAsyncDisposable
{
    /// <summary>Name of the database.</summary>
    public string Nama => nama;

    /// <summary>As klatense_pemilik, who owns the tables.</summary>
    public string Pemilik { get; } = server.ConnectionString(nama, PostgresFixture.PeranPemilik);

    /// <summary>As klatense_portal: what the portal itself may do.</summary>
    public string Portal { get; } = server.ConnectionString(nama, PostgresFixture.PeranPortal);

    /// <summary>As the superuser: for looking behind what the roles may see.</summary>
    public string Super { get; } = server.ConnectionString(nama);

    /// <summary>Installs a clock that the test moves; see <see cref="JamUji"/>.</summary>
    public Task<JamUji> JamAsync(CancellationToken ct = default) => JamUji.PasangAsync(Pemilik, ct);

    /// <summary>Runs SQL as the owner and returns how many rows it touched.</summary>
    public async Task<int> JalankanAsync(string sql, CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(Pemilik);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>First column of the first row as the owner sees it; default when there is none.</summary>
    public async Task<T?> NilaiAsync<T>(string sql, CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(Pemilik);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct) ? await reader.GetFieldValueAsync<T>(0, ct) : default;
    }

    /// <summary>Drops the database, ending whatever is still connected to it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var s in (string[])[Pemilik, Portal, Super])
        {
            await using var connection = new NpgsqlConnection(s);
            NpgsqlConnection.ClearPool(connection);
        }

        await server.ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {nama} WITH (FORCE)");
    }
}
