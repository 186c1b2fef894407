using KlatenSE.Infrastructure.BasisData;
using Npgsql;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>
/// While the demo is filled in, the one clock (waktu_kini()) is moved from some working days ago to now, so that the acts done through
/// the one door have believable moments. The owner installs it and puts the real one back; nobody else can.
/// </summary>
internal sealed class JamDemo(NpgsqlConnection pemilik) : TimeProvider
{
    private DateTimeOffset saat = System.GetUtcNow();

    /// <summary>What mails bear as their moment.</summary>
    public override DateTimeOffset GetUtcNow() => saat;

    public Task PasangAsync(CancellationToken ct) => JalankanAsync(
        """
        CREATE TABLE IF NOT EXISTS jam_demo (saat timestamptz NOT NULL);
        DELETE FROM jam_demo; INSERT INTO jam_demo VALUES (clock_timestamp());
        GRANT SELECT ON jam_demo TO klatense_portal;
        CREATE OR REPLACE FUNCTION waktu_kini() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT saat FROM jam_demo';
        """, ct);

    /// <summary>Puts the real clock back. Also right after a filling that was cut off in the middle.</summary>
    public Task LepasAsync(CancellationToken ct) =>
        JalankanAsync(BerkasSql.Baca("10_waktu.sql") + "DROP TABLE IF EXISTS jam_demo;", ct);

    public async Task SetelAsync(DateTimeOffset ke, CancellationToken ct)
    {
        saat = ke;
        await using var perintah = new NpgsqlCommand("UPDATE jam_demo SET saat = $1", pemilik) { Parameters = { new() { Value = ke.ToUniversalTime() } } };
        await perintah.ExecuteNonQueryAsync(ct);
    }

    private async Task JalankanAsync(string sql, CancellationToken ct)
    {
        await using var perintah = new NpgsqlCommand(sql, pemilik);
        await perintah.ExecuteNonQueryAsync(ct);
    }
}
