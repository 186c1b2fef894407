using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using Npgsql;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>What the listener asks of the database, on the connection of its own. Each method is one round trip.</summary>
internal sealed class PapanQuery(NpgsqlConnection connection)
{
    // The predicate of ix_permohonan_terbuka, word for word.
    internal const string Terbuka = "p.tahap NOT IN ('Draf', 'Selesai', 'Ditolak', 'Dibatalkan')";

    // What waits for its applicant's confirmation is open, and no column of the board.
    private const string DiPapan = Terbuka + " AND p.tahap <> 'MenungguKonfirmasi'";

    private const string PilihKartu = """
        SELECT p.id, p.xmin, l.xmin, coalesce(p.nomor_resi, ''), p.nama, p.unit_kerja, p.tahap, p.versi_alur, p.pemohon_id, p.sejak_tahap,
               p.batas_berikutnya, l.batas, coalesce(cardinality(l.pengingat_terkirim), 0), p.verifikator_id, p.verifikator_nama, p.kasi_id,
               jsonb_array_length(p.daftar_perbaikan), p.dikembalikan_dari, p.selesai_pada,
               r.id, r.tindakan, r.dari, r.ke, r.pelaku_nama, r.peran, r.sebagai, r.pada,
               CASE WHEN p.tahap = 'VerifikasiBerkas' THEN p.perbandingan END, p.nik, p.nip, p.surel, p.layanan, p.pemegang_id
        FROM permohonan p
        LEFT JOIN link_pemohon l ON l.permohonan_id = p.id AND l.ditutup_pada IS NULL
        LEFT JOIN LATERAL (SELECT * FROM riwayat WHERE permohonan_id = p.id ORDER BY id DESC LIMIT 1) r ON true
        """;

    /// <summary>How many queries were sent; tests count that viewers add none.</summary>
    public int Jumlah { get; private set; }

    /// <summary>Everything the board holds: open requests, and what was finished since <paramref name="sejak"/>.</summary>
    public async Task<(List<KartuPapan> Kartu, List<(Guid Id, DateTimeOffset Pada)> Selesai)> MuatAsync(DateTimeOffset sejak, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand($"{PilihKartu} WHERE {DiPapan}"),
                new NpgsqlBatchCommand("SELECT id, selesai_pada FROM permohonan WHERE tahap = 'Selesai' AND selesai_pada >= $1")
                {
                    Parameters = { new NpgsqlParameter { Value = sejak.ToUniversalTime() } },
                },
            },
        };
        Jumlah++;
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var kartu = await KartuAsync(reader, ct);
        await reader.NextResultAsync(ct);
        List<(Guid, DateTimeOffset)> selesai = [];
        while (await reader.ReadAsync(ct))
        {
            selesai.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return (kartu, selesai);
    }

    /// <summary>These requests as they are now, whatever their stage; those that are gone are missing.</summary>
    public async Task<List<KartuPapan>> BacaAsync(Guid[] id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"{PilihKartu} WHERE p.id = ANY($1)", connection)
        {
            Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = id } },
        };
        Jumlah++;
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await KartuAsync(reader, ct);
    }

    /// <summary>(id, xmin) of all open requests, with the xmin of their running links.</summary>
    public async Task<Dictionary<Guid, (uint Versi, uint? VersiLink)>> VersiAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT p.id, p.xmin, l.xmin FROM permohonan p LEFT JOIN link_pemohon l ON l.permohonan_id = p.id AND l.ditutup_pada IS NULL WHERE {DiPapan}",
            connection);
        Jumlah++;
        await using var reader = await command.ExecuteReaderAsync(ct);
        Dictionary<Guid, (uint, uint?)> versi = [];
        while (await reader.ReadAsync(ct))
        {
            versi[reader.GetGuid(0)] = (reader.GetFieldValue<uint>(1), Mungkin<uint>(reader, 2));
        }

        return versi;
    }

    /// <summary>The database's clock.</summary>
    public async Task<DateTimeOffset> JamAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT waktu_kini()", connection);
        Jumlah++;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return reader.GetFieldValue<DateTimeOffset>(0);
    }

    private static async Task<List<KartuPapan>> KartuAsync(NpgsqlDataReader r, CancellationToken ct)
    {
        List<KartuPapan> kartu = [];
        while (await r.ReadAsync(ct))
        {
            kartu.Add(Kartu(r));
        }

        return kartu;
    }

    private static KartuPapan Kartu(NpgsqlDataReader r) => new()
    {
        Id = r.GetGuid(0),
        Versi = r.GetFieldValue<uint>(1),
        VersiLink = Mungkin<uint>(r, 2),
        NomorResi = r.GetString(3),
        Nama = r.GetString(4),
        UnitKerja = r.GetString(5),
        Tahap = Enum.Parse<Tahap>(r.GetString(6)),
        Layanan = Enum.Parse<Layanan>(r.GetString(31)),
        VersiAlur = r.GetInt32(7),
        PemohonId = r.GetGuid(8),
        PemegangId = Mungkin<Guid>(r, 32),
        Sejak = r.GetFieldValue<DateTimeOffset>(9),
        Batas = Mungkin<DateTimeOffset>(r, 10),
        BatasLink = Mungkin<DateTimeOffset>(r, 11),
        Pengingat = r.GetInt32(12),
        VerifikatorId = Mungkin<Guid>(r, 13),
        VerifikatorNama = Teks(r, 14),
        KasiId = Mungkin<Guid>(r, 15),
        JumlahPerbaikan = r.GetInt32(16),
        DikembalikanDari = Teks(r, 17) is { } dari ? Enum.Parse<Tahap>(dari) : null,
        SelesaiPada = Mungkin<DateTimeOffset>(r, 18),
        Peristiwa = r.IsDBNull(19)
            ? null
            : new(r.GetInt64(19), Enum.Parse<Tindakan>(r.GetString(20)), Enum.Parse<Tahap>(r.GetString(21)), Enum.Parse<Tahap>(r.GetString(22)),
                r.GetString(23), Enum.Parse<Peran>(r.GetString(24)), Teks(r, 25), r.GetFieldValue<DateTimeOffset>(26)),
        Berbeda = Teks(r, 27) is { } json && Berbeda(json, new DataPemohon { Nama = r.GetString(4), Nik = r.GetString(28), Nip = r.GetString(29), Surel = r.GetString(30) }),
    };

    private static bool Berbeda(string json, DataPemohon data) =>
        Permohonan.BidangBerbeda(data, JsonSerializer.Deserialize<Perbandingan>(json, BasisDataServices.Json)!).Count > 0;

    private static T? Mungkin<T>(NpgsqlDataReader r, int kolom) where T : struct => r.IsDBNull(kolom) ? null : r.GetFieldValue<T>(kolom);

    private static string? Teks(NpgsqlDataReader r, int kolom) => r.IsDBNull(kolom) ? null : r.GetString(kolom);
}
