using Npgsql;

namespace KlatenSE.TestCommon;

/// <summary>
/// The database's clock under a test's hand: waktu_kini() becomes clock_timestamp() plus the offset in table jam_uji, or a moment
/// that stands still. One connection a call, so that a change is committed when the call returns.
/// </summary>
public sealed class JamUji
{
    private readonly string _pemilik;

    private JamUji(string pemilik) => _pemilik = pemilik;

    /// <summary>Installs the clock (offset zero) in the database of this owner connection string.</summary>
    public static async Task<JamUji> PasangAsync(string pemilik, CancellationToken ct = default)
    {
        var jam = new JamUji(pemilik);
        await jam.JalankanAsync(
            """
            CREATE TABLE IF NOT EXISTS jam_uji (geser interval NOT NULL, henti timestamptz);
            INSERT INTO jam_uji SELECT interval '0' WHERE NOT EXISTS (SELECT FROM jam_uji);
            GRANT SELECT ON jam_uji TO PUBLIC;
            CREATE OR REPLACE FUNCTION waktu_kini() RETURNS timestamptz LANGUAGE sql VOLATILE AS
              'SELECT coalesce(henti, clock_timestamp() + geser) FROM jam_uji';
            """,
            ct);
        return jam;
    }

    /// <summary>What waktu_kini() says now.</summary>
    public async Task<DateTimeOffset> KiniAsync(CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(_pemilik);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT waktu_kini()", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return await reader.GetFieldValueAsync<DateTimeOffset>(0, ct);
    }

    /// <summary>Moves the clock on (or back, when negative); a clock that stands still goes on standing.</summary>
    public Task GeserAsync(TimeSpan lama, CancellationToken ct = default) =>
        JalankanAsync("UPDATE jam_uji SET geser = geser + $1, henti = henti + $1", ct, lama);

    /// <summary>Sets the clock to this moment, from where it runs on.</summary>
    public Task SetelAsync(DateTimeOffset saat, CancellationToken ct = default) =>
        JalankanAsync("UPDATE jam_uji SET geser = $1 - clock_timestamp(), henti = NULL", ct, saat.ToUniversalTime());

    /// <summary>Sets the clock to this moment, where it stands still: for tests of the exact second.</summary>
    public Task HentikanAsync(DateTimeOffset saat, CancellationToken ct = default) =>
        JalankanAsync("UPDATE jam_uji SET henti = $1", ct, saat.ToUniversalTime());

    private async Task JalankanAsync(string sql, CancellationToken ct, params object[] nilai)
    {
        await using var connection = new NpgsqlConnection(_pemilik);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var n in nilai)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = n });
        }

        await command.ExecuteNonQueryAsync(ct);
    }
}
