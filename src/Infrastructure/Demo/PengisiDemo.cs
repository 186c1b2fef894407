using System.Collections.Concurrent;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>Fills an empty database with the demo, or makes sure that it is filled. Before the portal serves anybody.</summary>
public static class PengisiDemo
{
    private const long KunciBersama = 0x4b4c_4154_454e;

    /// <summary>Fills when the demo is not there yet; sets new passwords when the file of <c>Demo:BerkasAkun</c> is lost.</summary>
    /// <exception cref="InvalidOperationException">An act of a story was refused, or ConnectionStrings:Pemilik is missing.</exception>
    public static async Task SiapkanAsync(IConfiguration konfigurasi, CancellationToken ct = default)
    {
        var berkas = konfigurasi["Demo:BerkasAkun"];
        await using var pemilik = new NpgsqlConnection(konfigurasi.GetConnectionString("Pemilik") ?? throw new InvalidOperationException("Peragaan memerlukan ConnectionStrings:Pemilik."));
        await pemilik.OpenAsync(ct);
        // Two processes that start together: one fills, the other finds it filled. The lock ends with the connection.
        await JalankanAsync(pemilik, $"SELECT pg_advisory_lock({KunciBersama})", ct);
        var jam = new JamDemo(pemilik);
        await using var layanan = Layanan(konfigurasi, jam);
        var pabrik = layanan.GetRequiredService<IDbContextFactory<KlatenDb>>();
        string? passphrase = null;
        if (await TandaAsync(pemilik, ct) != GerbangDemo.Selesai)
        {
            passphrase = await IsiAsync(layanan, pemilik, jam, ct);
        }

        if (!string.IsNullOrEmpty(berkas) && (passphrase is not null || !File.Exists(berkas)))
        {
            await using var db = await pabrik.CreateDbContextAsync(ct);
            var sandbox = layanan.GetRequiredService<ILayananSertifikat>().Mode == ModeOtoritas.Sandbox;
            await AkunDemo.TulisAsync(db, berkas, passphrase is null || !sandbox ? null : $"Passphrase sertifikat contoh: {passphrase}", ct);
        }

        if (konfigurasi["Demo:AlamatBsre"] is { Length: > 0 } bsre)
        {
            await using var db = await pabrik.CreateDbContextAsync(ct);
            await PeragaBsre.SiapkanAsync(db, new Uri(bsre), ct);
        }
    }

    private static async Task<string> IsiAsync(ServiceProvider layanan, NpgsqlConnection pemilik, JamDemo jam, CancellationToken ct)
    {
        await jam.LepasAsync(ct);
        await KosongkanAsync(pemilik, ct);
        await JalankanAsync(pemilik, $"INSERT INTO pengaturan (kunci, nilai, diubah_pada) VALUES ('{GerbangDemo.Kunci}', '{GerbangDemo.Mengisi}', clock_timestamp())", ct);

        var pabrik = layanan.GetRequiredService<IDbContextFactory<KlatenDb>>();
        var kini = await KiniAsync(pabrik, ct);
        var atur = await layanan.GetRequiredService<PengaturanService>().AmbilAsync(ct);
        var warga = new WargaDemo();
        var kumpulan = new KumpulanKisah(warga, kini);
        var berkas = GambarAsync(warga, kumpulan, atur.NamaInstansi, ct);
        await using (var db = await pabrik.CreateDbContextAsync(ct))
        {
            AkunDemo.Tambah(db, warga, kini, Jeda.Menit(900).Sebelum(kini, atur.Kalender));
            await db.SaveChangesAsync(ct);
        }

        // A part of the passphrase that its rule asks for: letters and digits.
        var passphrase = Lakon.Acak(2) + "-a1";
        var lakon = new Lakon(warga, await berkas, layanan.GetRequiredService<PermohonanService>(), layanan.GetRequiredService<PengajuanService>(),
            layanan.GetRequiredService<ILayananSertifikat>(),
            new LayananLoket(layanan.GetRequiredService<LoketService>(), layanan.GetRequiredService<KolektifService>(), layanan.GetRequiredService<PengajuanKolektif>()), pabrik, passphrase, ct);
        await jam.PasangAsync(ct);
        try
        {
            foreach (var (saat, kisah, langkah) in kumpulan.Semua().SelectMany(k => k.Berwaktu(kini, atur.Kalender).Reverse()).OrderBy(l => l.Saat))
            {
                await jam.SetelAsync(saat, ct);
                await langkah.Lakukan(lakon, kisah);
            }
        }
        finally
        {
            await jam.LepasAsync(CancellationToken.None);
        }

        await JalankanAsync(pemilik, $"UPDATE pengaturan SET nilai = '{GerbangDemo.Selesai}', diubah_pada = clock_timestamp() WHERE kunci = '{GerbangDemo.Kunci}'", ct);
        return passphrase;
    }

    /// <summary>Services of their own, whose clock is moved; nothing of them runs in the background.</summary>
    private static ServiceProvider Layanan(IConfiguration konfigurasi, JamDemo jam) => new ServiceCollection()
        .AddLogging().AddSingleton(konfigurasi).AddSingleton<TimeProvider>(jam)
        .AddBasisData(konfigurasi).AddSurel(konfigurasi).AddLayananSertifikat(konfigurasi).AddAlur().AddPengajuan().AddLoket().AddSingleton<PengaturanService>()
        .BuildServiceProvider();

    private static async Task<IReadOnlyDictionary<OrangDemo, BerkasDemo>> GambarAsync(WargaDemo warga, KumpulanKisah kumpulan, string kantor, CancellationToken ct)
    {
        var hasil = new ConcurrentDictionary<OrangDemo, BerkasDemo>();
        await Parallel.ForEachAsync(
            warga.Pemohon.Concat(warga.Tamu), new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = ct },
            async (orang, henti) => hasil[orang] = await GambarDemo.BuatAsync(orang, kumpulan.Surat(orang), kantor, henti));
        return hasil;
    }

    /// <summary>A filling that was cut off is thrown away. Only reached when the database is empty or bears the demo's unfinished mark.</summary>
    private static Task KosongkanAsync(NpgsqlConnection pemilik, CancellationToken ct) => JalankanAsync(
        pemilik,
        $"""
        DO $$
        DECLARE t text; terjaga regclass[];
        BEGIN
            IF EXISTS (SELECT FROM permohonan) OR EXISTS (SELECT FROM pengguna) THEN
                IF NOT EXISTS (SELECT FROM pengaturan WHERE kunci = '{GerbangDemo.Kunci}' AND nilai = '{GerbangDemo.Mengisi}') THEN
                    RAISE EXCEPTION 'Basis data ini berisi data yang bukan dari peragaan.';
                END IF;
                SELECT array_agg(DISTINCT g.tgrelid::regclass) INTO terjaga FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
                    WHERE NOT g.tgisinternal AND c.relnamespace = 'public'::regnamespace AND pg_get_userbyid(c.relowner) = current_user;
                FOREACH t IN ARRAY terjaga::text[] LOOP EXECUTE 'ALTER TABLE ' || t || ' DISABLE TRIGGER USER'; END LOOP;
                SELECT string_agg(quote_ident(tablename), ', ') INTO t FROM pg_tables
                    WHERE schemaname = 'public' AND tableowner = current_user AND tablename NOT LIKE 'qrtz%' AND tablename <> '__ef_migrations_history';
                EXECUTE 'TRUNCATE ' || t || ' RESTART IDENTITY CASCADE';
                FOREACH t IN ARRAY terjaga::text[] LOOP EXECUTE 'ALTER TABLE ' || t || ' ENABLE TRIGGER USER'; END LOOP;
            END IF;
            DELETE FROM pengaturan WHERE kunci = '{GerbangDemo.Kunci}';
        END $$
        """, ct);

    private static async Task<DateTimeOffset> KiniAsync(IDbContextFactory<KlatenDb> pabrik, CancellationToken ct)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        return await db.WaktuKiniAsync(ct);
    }

    private static async Task<string?> TandaAsync(NpgsqlConnection pemilik, CancellationToken ct)
    {
        await using var tanya = new NpgsqlCommand($"SELECT nilai FROM pengaturan WHERE kunci = '{GerbangDemo.Kunci}'", pemilik);
        return (string?)await tanya.ExecuteScalarAsync(ct);
    }

    private static async Task JalankanAsync(NpgsqlConnection pemilik, string sql, CancellationToken ct)
    {
        await using var perintah = new NpgsqlCommand(sql, pemilik);
        await perintah.ExecuteNonQueryAsync(ct);
    }
}
