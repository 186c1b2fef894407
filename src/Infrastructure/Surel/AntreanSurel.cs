using Npgsql;
using NpgsqlTypes;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>A mail leased for sending.</summary>
internal sealed record SuratDiambil(
    Guid Id, string Kepada, string NamaKepada, string Perihal, string? IsiTeks, string? IsiHtml, bool Rahasia,
    int Percobaan, DateTimeOffset DiantrekanPada, DateTimeOffset? BatasPada, DateTimeOffset Sewa);

/// <summary>What is to be written about a leased mail. No time set: it goes back to the queue as it was.</summary>
internal sealed record CatatanKirim(
    Guid Id, DateTimeOffset Sewa, DateTimeOffset? Terkirim = null, DateTimeOffset? Mati = null, SebabMati? Sebab = null,
    DateTimeOffset? KirimSetelah = null, int Percobaan = 0, string? Kesalahan = null);

/// <summary>The sender's SQL: set-wise and without an ORM, since it must keep up with 1,000 mails a minute while acts go on.</summary>
internal sealed class AntreanSurel(NpgsqlDataSource sumber)
{
    /// <summary>Leases up to <paramref name="banyak"/> due mails. Two processes never hold one mail: locked rows are skipped.</summary>
    public async Task<List<SuratDiambil>> AmbilAsync(int banyak, DateTimeOffset kini, TimeSpan sewa, CancellationToken ct)
    {
        await using var perintah = sumber.CreateCommand($"""
            UPDATE {OutboxMessageMapping.Tabel} s SET diambil_sampai = $2
            FROM (SELECT id FROM {OutboxMessageMapping.Tabel}
                  WHERE terkirim_pada IS NULL AND mati_pada IS NULL AND kirim_setelah <= $1
                    AND (diambil_sampai IS NULL OR diambil_sampai <= $1)
                  ORDER BY kirim_setelah LIMIT $3 FOR UPDATE SKIP LOCKED) a
            WHERE s.id = a.id
            RETURNING s.id, kepada, nama_kepada, perihal, isi_teks, isi_html, rahasia, percobaan, diantrekan_pada, batas_pada, diambil_sampai
            """);
        perintah.Parameters.Add(new() { Value = kini.ToUniversalTime() });
        perintah.Parameters.Add(new() { Value = (kini + sewa).ToUniversalTime() });
        perintah.Parameters.Add(new() { Value = banyak });
        var hasil = new List<SuratDiambil>(banyak);
        await using var baris = await perintah.ExecuteReaderAsync(ct);
        while (await baris.ReadAsync(ct))
        {
            hasil.Add(new SuratDiambil(
                baris.GetGuid(0), baris.GetString(1), baris.GetString(2), baris.GetString(3),
                await baris.IsDBNullAsync(4, ct) ? null : baris.GetString(4), await baris.IsDBNullAsync(5, ct) ? null : baris.GetString(5),
                baris.GetBoolean(6), baris.GetInt32(7), baris.GetFieldValue<DateTimeOffset>(8),
                await baris.IsDBNullAsync(9, ct) ? null : baris.GetFieldValue<DateTimeOffset>(9), baris.GetFieldValue<DateTimeOffset>(10)));
        }

        return hasil;
    }

    /// <summary>
    /// Writes many outcomes in one statement. "Delivered" is written in any case; everything else only while the lease is still ours.
    /// A secret body is erased once delivered or past its deadline.
    /// </summary>
    public async Task CatatAsync(IReadOnlyCollection<CatatanKirim> catatan, CancellationToken ct)
    {
        await using var perintah = sumber.CreateCommand($"""
            UPDATE {OutboxMessageMapping.Tabel} s SET
              terkirim_pada = h.terkirim, mati_pada = h.mati, sebab_mati = h.sebab, diambil_sampai = NULL,
              kirim_setelah = coalesce(h.kirim_setelah, s.kirim_setelah), percobaan = s.percobaan + h.percobaan,
              kesalahan_terakhir = CASE WHEN h.terkirim IS NOT NULL THEN NULL ELSE coalesce(h.kesalahan, s.kesalahan_terakhir) END,
              isi_teks = CASE WHEN s.rahasia AND (h.terkirim IS NOT NULL OR h.sebab = 'LewatBatas') THEN NULL ELSE s.isi_teks END,
              isi_html = CASE WHEN s.rahasia AND (h.terkirim IS NOT NULL OR h.sebab = 'LewatBatas') THEN NULL ELSE s.isi_html END
            FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::timestamptz[], $7::int[], $8::text[])
              AS h(id, sewa, terkirim, mati, sebab, kirim_setelah, percobaan, kesalahan)
            WHERE s.id = h.id AND s.terkirim_pada IS NULL AND (h.terkirim IS NOT NULL OR s.diambil_sampai = h.sewa)
            """);
        perintah.Parameters.Add(new() { Value = catatan.Select(c => c.Id).ToArray() });
        perintah.Parameters.Add(Waktu(catatan.Select(c => (DateTimeOffset?)c.Sewa)));
        perintah.Parameters.Add(Waktu(catatan.Select(c => c.Terkirim)));
        perintah.Parameters.Add(Waktu(catatan.Select(c => c.Mati)));
        perintah.Parameters.Add(new() { Value = catatan.Select(c => c.Sebab?.ToString()).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        perintah.Parameters.Add(Waktu(catatan.Select(c => c.KirimSetelah)));
        perintah.Parameters.Add(new() { Value = catatan.Select(c => c.Percobaan).ToArray() });
        perintah.Parameters.Add(new() { Value = catatan.Select(c => c.Kesalahan).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await perintah.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Erases the bodies of secret mails whose deadline has passed, sent or not: nobody may send them any more.</summary>
    public async Task HapusIsiMatiAsync(DateTimeOffset kini, CancellationToken ct)
    {
        await using var perintah = sumber.CreateCommand($"""
            UPDATE {OutboxMessageMapping.Tabel} SET isi_teks = NULL, isi_html = NULL
            WHERE rahasia AND batas_pada <= $1 AND isi_teks IS NOT NULL
            """);
        perintah.Parameters.Add(new() { Value = kini.ToUniversalTime() });
        await perintah.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Waktu(IEnumerable<DateTimeOffset?> waktu) => new()
    {
        Value = waktu.Select(w => w?.UtcDateTime).ToArray(),
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
    };
}
