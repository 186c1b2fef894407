using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Npgsql;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>Ways in which a request may have fallen between the queues.</summary>
public enum SebabInvarian
{
    /// <summary>The table names nobody for its stage, or its stage stands in more or fewer than one queue.</summary>
    BukanSatuAntrean,

    /// <summary>It waits for a verifikator, and none is appointed.</summary>
    TanpaVerifikator,

    /// <summary>No active account may act on it.</summary>
    TanpaAkun,

    /// <summary>It has no next deadline.</summary>
    TanpaTenggat,

    /// <summary>It waits for an applicant whose link does not run.</summary>
    TanpaLink,
}

/// <summary>One request that breaks the invariant.</summary>
public sealed record PelanggaranInvarian(Guid PermohonanId, string NomorResi, SebabInvarian Sebab);

/// <summary>What a check found.</summary>
/// <param name="Diperiksa">Open requests looked at.</param>
/// <param name="Pelanggaran">At most <see cref="InvarianAntrean.Terbanyak"/> of those that break it.</param>
public sealed record HasilInvarian(int Diperiksa, IReadOnlyList<PelanggaranInvarian> Pelanggaran)
{
    /// <summary>Every open request waits for exactly one role or person who can act, in one queue, with its next deadline.</summary>
    public bool Utuh => Pelanggaran.Count == 0;

    internal bool SamaDengan(HasilInvarian? lain) =>
        lain is not null && lain.Diperiksa == Diperiksa && lain.Pelanggaran.SequenceEqual(Pelanggaran);
}

/// <summary>
/// The invariant of the queues: every open request waits for exactly one role or person, at least one active account can act, it stands
/// in exactly one queue, and it has its next deadline. Used by the board's footer, the health check and the tests.
/// </summary>
public static class InvarianAntrean
{
    /// <summary>How many broken requests are named.</summary>
    public const int Terbanyak = 20;

    private const string Sql = $"""
        WITH sop AS (SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bool[]) AS s (layanan, versi, tahap, menunggu, berlink)),
        terbuka AS (SELECT p.* FROM permohonan p WHERE {PapanQuery.Terbuka}),
        pemegang AS (
            SELECT pp.pengguna_id, pp.peran FROM peran_pengguna pp JOIN pengguna u ON u.id = pp.pengguna_id WHERE u.dinonaktifkan_pada IS NULL
            UNION
            SELECT m.pengguna_id, m.peran FROM mandat m JOIN pengguna u ON u.id = m.pengguna_id
            WHERE u.dinonaktifkan_pada IS NULL AND m.dicabut_pada IS NULL AND m.mulai <= waktu_kini() AND waktu_kini() < m.sampai),
        pisah AS (SELECT coalesce((SELECT (nilai::jsonb -> 'Sop' ->> 'PisahkanKasiDanVerifikator')::bool FROM pengaturan WHERE kunci = 'portal'), true) AS ya)
        SELECT t.id, coalesce(t.nomor_resi, ''), sebab FROM (
            SELECT t.id, t.nomor_resi, CASE
                WHEN (SELECT count(*) FROM sop WHERE sop.layanan = t.layanan AND sop.versi = t.versi_alur AND sop.tahap = t.tahap AND sop.menunggu IS NOT NULL) <> 1 THEN 'BukanSatuAntrean'
                WHEN s.menunggu = 'Verifikator' AND t.verifikator_id IS NULL THEN 'TanpaVerifikator'
                WHEN s.menunggu = 'Verifikator' AND (t.verifikator_id = t.pemohon_id OR t.verifikator_id = t.pemegang_id OR ((SELECT ya FROM pisah) AND t.verifikator_id = t.kasi_id)
                    OR NOT EXISTS (SELECT FROM pemegang g WHERE g.pengguna_id = t.verifikator_id AND g.peran = 'Verifikator')) THEN 'TanpaAkun'
                WHEN s.menunggu = 'Pemohon' AND NOT EXISTS (SELECT FROM pengguna u WHERE u.id = t.pemohon_id AND u.dinonaktifkan_pada IS NULL) THEN 'TanpaAkun'
                WHEN s.menunggu NOT IN ('Verifikator', 'Pemohon', 'Bsre')
                    AND NOT EXISTS (SELECT FROM pemegang g WHERE g.peran = s.menunggu AND g.pengguna_id <> t.pemohon_id AND g.pengguna_id IS DISTINCT FROM t.pemegang_id) THEN 'TanpaAkun'
                WHEN s.berlink AND NOT EXISTS (SELECT FROM link_pemohon l WHERE l.permohonan_id = t.id AND l.ditutup_pada IS NULL) THEN 'TanpaLink'
                WHEN t.batas_berikutnya IS NULL THEN 'TanpaTenggat'
            END AS sebab
            FROM terbuka t LEFT JOIN sop s ON s.layanan = t.layanan AND s.versi = t.versi_alur AND s.tahap = t.tahap) t
        WHERE sebab IS NOT NULL ORDER BY t.nomor_resi LIMIT 20
        """;

    private static readonly Dictionary<ModeOtoritas, (Layanan Layanan, int Versi, TahapSop Sop, Peran? Giliran)[]> Menurut = Enum.GetValues<ModeOtoritas>().ToDictionary(
        o => o, o => AlurSop.SemuaTabel.SelectMany(a => a.Alur.SemuaTahap.Select(t => (a.Layanan, a.Alur.Nomor, t, a.Alur.Untuk(o).Giliran(t.Tahap)))).ToArray());

    /// <summary>Runs the check: one query, on an open connection.</summary>
    /// <param name="connection">Open, as the portal's role.</param>
    /// <param name="otoritas">Beside BSrE step 8 stands in the queue of the verifikator, who must then be there too.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<HasilInvarian> PeriksaAsync(NpgsqlConnection connection, ModeOtoritas otoritas, CancellationToken ct = default)
    {
        var tahap = Menurut[otoritas];
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Sql)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string[]> { TypedValue = [.. tahap.Select(t => t.Layanan.ToString())] },
                        new NpgsqlParameter<int[]> { TypedValue = [.. tahap.Select(t => t.Versi)] },
                        new NpgsqlParameter<string[]> { TypedValue = [.. tahap.Select(t => t.Sop.Tahap.ToString())] },
                        new NpgsqlParameter<string?[]> { TypedValue = [.. tahap.Select(t => t.Giliran?.ToString())] },
                        new NpgsqlParameter<bool[]> { TypedValue = [.. tahap.Select(t => t.Sop.BerlakuLink is not null)] },
                    },
                },
                new NpgsqlBatchCommand($"SELECT count(*)::int FROM permohonan p WHERE {PapanQuery.Terbuka}"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        List<PelanggaranInvarian> pelanggaran = [];
        while (await reader.ReadAsync(ct))
        {
            pelanggaran.Add(new(reader.GetGuid(0), reader.GetString(1), Enum.Parse<SebabInvarian>(reader.GetString(2))));
        }

        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return new(reader.GetInt32(0), pelanggaran);
    }
}
