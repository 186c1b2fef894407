using KlatenSE.Domain.Alur;
using Npgsql;

namespace KlatenSE.TestCommon;

/// <summary>Requests set into a stage by hand, for tests of what shows them. What moves a request for real is the one door.</summary>
public sealed class SemaiPapan(BasisDataUji basis)
{
    private static int nomor;

    /// <summary>An active account with these roles.</summary>
    public async Task<Guid> OrangAsync(string nama, params Peran[] peran)
    {
        var id = Guid.CreateVersion7();
        var surel = $"semai{Interlocked.Increment(ref nomor)}@contoh.go.id";
        await JalankanAsync(
            """
            INSERT INTO pengguna (id, nama, unit_kerja, dibuat_pada, user_name, normalized_user_name, email, normalized_email, email_confirmed,
              phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            VALUES ($1, $2, '', now(), $3, upper($3), $3, upper($3), true, false, false, true, 0)
            """, id, nama, surel);
        foreach (var p in peran)
        {
            await JalankanAsync("INSERT INTO peran_pengguna (pengguna_id, peran, diberikan_pada) VALUES ($1, $2, now())", id, p.ToString());
        }

        return id;
    }

    /// <summary>A request in a stage since so long, with the deadline set as given and one row of history.</summary>
    public async Task<Guid> PermohonanAsync(
        Tahap tahap, Guid pemohon, string nama = "Sekar Wulandari", string unit = "Dinas Kesehatan", TimeSpan lama = default, TimeSpan? sisa = null,
        Guid? verifikator = null, string? verifikatorNama = null, string? resi = null)
    {
        var id = Guid.CreateVersion7();
        var n = Interlocked.Increment(ref nomor);
        await JalankanAsync(
            """
            INSERT INTO permohonan (id, nomor_resi, versi_alur, layanan, pemohon_id, tahap, sejak_tahap, batas_berikutnya, dibuat_pada, diajukan_pada,
              selesai_pada, verifikator_id, verifikator_nama, daftar_perbaikan, bidang_berubah, peringatan, pemeriksa_berkas, putaran_kembali, putaran_tidak_sesuai,
              putaran_kedaluwarsa, putaran_tolak_bsre, nama, nik, nip, status, surel, ponsel, pangkat, jabatan, unit_kerja, kota, provinsi, nomor, atasan_nama,
              atasan_nip, atasan_jabatan)
            VALUES ($1, $2, 1, 'Penerbitan', $3, $4, waktu_kini() - $5, waktu_kini() + $6, waktu_kini() - $5, waktu_kini() - $5,
              CASE WHEN $4 = 'Selesai' THEN waktu_kini() END, $7, $8, '[]', '[]', '{}', '{}', 0, 0, 0, 0, $9, $10, '199007152015032002', 'Pns', 'pemohon@contoh.go.id',
              '081234567890', 'Penata', 'Pranata Komputer', $11, 'Klaten', 'Jawa Tengah', '000/1', 'Bagas Prasetyo', '197803122003121004', 'Kepala')
            """,
            id, resi ?? $"2026-{n:0000}", pemohon, tahap.ToString(), lama, sisa ?? TimeSpan.FromMinutes(10), verifikator, verifikatorNama, nama, $"33990155{n:00000000}", unit);
        if (AlurSop.Terbaru.Dari(tahap).BerlakuLink is not null)
        {
            await JalankanAsync(
                """
                INSERT INTO link_pemohon (id, permohonan_id, jenis, hash_token, terbit_pada, batas, pengingat_terkirim)
                VALUES (gen_random_uuid(), $1, $2, decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), waktu_kini() - $3, waktu_kini() + $4, '{}')
                """, id, tahap == Tahap.Aktivasi ? "Aktivasi" : "Passphrase", lama, sisa ?? TimeSpan.FromHours(20));
        }

        await RiwayatAsync(id, Tindakan.Ajukan, Tahap.Draf, tahap, Peran.Pemohon, nama, lama);
        return id;
    }

    /// <summary>Moves a request, in one transaction with its history, whose trigger rings the board's bell; <paramref name="diam"/>: nobody rings.</summary>
    public async Task PindahAsync(Guid id, Tahap ke, bool diam = false, Tindakan tindakan = Tindakan.Disposisikan, Peran peran = Peran.Kepala, string nama = "Bambang Kepala")
    {
        await using var connection = new NpgsqlConnection(basis.Pemilik);
        await connection.OpenAsync();
        await using var transaksi = await connection.BeginTransactionAsync();
        await JalankanAsync(connection, "UPDATE permohonan SET tahap = $2, sejak_tahap = waktu_kini(), batas_berikutnya = waktu_kini() + interval '10 min', selesai_pada = CASE WHEN $2 = 'Selesai' THEN waktu_kini() END WHERE id = $1", [id, ke.ToString()]);
        if (!diam)
        {
            await JalankanAsync(connection, Riwayat, [id, tindakan.ToString(), "MenungguDisposisi", ke.ToString(), nama, peran.ToString(), TimeSpan.Zero]);
        }

        await transaksi.CommitAsync();
    }

    /// <summary>A row of history, so long ago.</summary>
    public Task RiwayatAsync(Guid id, Tindakan tindakan, Tahap dari, Tahap ke, Peran peran, string nama, TimeSpan lama = default) =>
        JalankanAsync(Riwayat, id, tindakan.ToString(), dari.ToString(), ke.ToString(), nama, peran.ToString(), lama);

    /// <summary>Any SQL as the owner.</summary>
    public async Task JalankanAsync(string sql, params object?[] nilai)
    {
        await using var connection = new NpgsqlConnection(basis.Pemilik);
        await connection.OpenAsync();
        await JalankanAsync(connection, sql, nilai);
    }

    private const string Riwayat =
        "INSERT INTO riwayat (permohonan_id, tindakan, dari, ke, pelaku_nama, peran, pada, daftar_perbaikan, bidang_berubah) VALUES ($1, $2, $3, $4, $5, $6, waktu_kini() - $7, '[]', '[]')";

    private static async Task JalankanAsync(NpgsqlConnection connection, string sql, object?[] nilai)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var n in nilai)
        {
            command.Parameters.Add(n is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Unknown }
                : new NpgsqlParameter { Value = n });
        }

        await command.ExecuteNonQueryAsync();
    }
}
