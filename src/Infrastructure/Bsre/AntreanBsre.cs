using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Papan;
using Npgsql;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>One question that this process alone may ask now.</summary>
/// <param name="PermohonanId">About whom.</param>
/// <param name="Nik">The NIK to ask for.</param>
/// <param name="DitanyaPada">The database's clock at the claim.</param>
public sealed record TiketBsre(Guid PermohonanId, string Nik, DateTimeOffset DitanyaPada)
{
    public override string ToString() => $"{nameof(TiketBsre)} {PermohonanId}";
}

/// <summary>
/// Whose turn it is, for all processes on this database together: whoever is due longest, among those the one with the nearest deadline. A claim is a lease on
/// the row, so two processes never ask the same; the leases that run are counted, so that no more than N calls are on their way.
/// </summary>
internal sealed class AntreanBsre(NpgsqlDataSource sumber)
{
    // Any number that nobody else locks: claims go one after another, since each must see the leases of the one before.
    private const long KunciKlaim = 0x4B6C6174_42537245;

    internal static readonly Tahap[] TahapDitanya = [.. Enum.GetValues<Tahap>().Where(PenafsirStatus.Ditanyakan)];
    private static readonly string[] Tahap = [.. TahapDitanya.Select(t => t.ToString())];

    // Read from the open requests on, by the board's partial index: what was finished in ten years costs nothing here.
    private const string Klaim = $"""
        WITH kini AS MATERIALIZED (SELECT waktu_kini() AS t),
        terbuka AS MATERIALIZED (
            SELECT p.id, p.nik, p.batas_berikutnya, k.giliran_pada, k.disewa_sampai FROM permohonan p JOIN keadaan_bsre k ON k.permohonan_id = p.id
            WHERE {PapanQuery.Terbuka} AND p.tahap = ANY($3)),
        sisa AS MATERIALIZED (
            SELECT CASE WHEN l.tutup_sampai > kini.t THEN 0 WHEN l.gagal_berturut > 0 THEN 1 ELSE $1 END
                - (SELECT count(*) FROM terbuka WHERE disewa_sampai > kini.t) AS n
            FROM kini, layanan_bsre l WHERE l.id = 1),
        calon AS MATERIALIZED (
            SELECT id, nik FROM kini, terbuka
            WHERE (SELECT n FROM sisa) > 0 AND giliran_pada <= kini.t AND (disewa_sampai IS NULL OR disewa_sampai <= kini.t)
            ORDER BY giliran_pada, batas_berikutnya NULLS LAST, id LIMIT 1)
        UPDATE keadaan_bsre k SET disewa_sampai = kini.t + $2, ditanya_pada = kini.t FROM kini, calon WHERE k.permohonan_id = calon.id
        RETURNING k.permohonan_id, calon.nik, k.ditanya_pada
        """;

    /// <summary>Requests that nobody asked about yet get a turn at once.</summary>
    public async Task DaftarkanAsync(CancellationToken ct)
    {
        await using var perintah = sumber.CreateCommand(
            $"""
            INSERT INTO keadaan_bsre (permohonan_id, giliran_pada, gagal_berturut, nik_sejak)
            SELECT p.id, k.t, 0, k.t FROM (SELECT waktu_kini() AS t) k, permohonan p
            WHERE {PapanQuery.Terbuka} AND p.tahap = ANY($1) AND NOT EXISTS (SELECT FROM keadaan_bsre b WHERE b.permohonan_id = p.id)
            ON CONFLICT DO NOTHING
            """);
        Saring(perintah.Parameters);
        await perintah.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The next question; null when none is due, the service is left alone, or N calls are on their way.</summary>
    public async Task<TiketBsre?> AmbilAsync(int serentak, TimeSpan sewa, CancellationToken ct)
    {
        await using var sambungan = await sumber.OpenConnectionAsync(ct);
        await using var transaksi = await sambungan.BeginTransactionAsync(ct);
        await using var kunci = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", sambungan, transaksi) { Parameters = { new() { Value = KunciKlaim } } };
        await kunci.ExecuteNonQueryAsync(ct);
        await using var klaim = new NpgsqlCommand(Klaim, sambungan, transaksi) { Parameters = { new() { Value = serentak }, new() { Value = sewa } } };
        Saring(klaim.Parameters);
        TiketBsre? tiket = null;
        await using (var baris = await klaim.ExecuteReaderAsync(ct))
        {
            if (await baris.ReadAsync(ct))
            {
                tiket = new(baris.GetGuid(0), baris.GetString(1), baris.GetFieldValue<DateTimeOffset>(2));
            }
        }

        await transaksi.CommitAsync(ct);
        return tiket;
    }

    /// <summary>Gives a question back that was not asked to its end: due again after <paramref name="jeda"/>.</summary>
    public async Task KembalikanAsync(TiketBsre tiket, TimeSpan jeda, CancellationToken ct)
    {
        await using var perintah = sumber.CreateCommand(
            "UPDATE keadaan_bsre SET disewa_sampai = NULL, giliran_pada = greatest(giliran_pada, CASE WHEN $3 > interval '0' THEN waktu_kini() + $3 END) WHERE permohonan_id = $1 AND ditanya_pada = $2");
        perintah.Parameters.Add(new() { Value = tiket.PermohonanId });
        perintah.Parameters.Add(new() { Value = tiket.DitanyaPada.ToUniversalTime() });
        perintah.Parameters.Add(new() { Value = jeda });
        await perintah.ExecuteNonQueryAsync(ct);
    }

    private static void Saring(NpgsqlParameterCollection parameter)
    {
        parameter.Add(new NpgsqlParameter<string[]> { TypedValue = Tahap });
    }
}
