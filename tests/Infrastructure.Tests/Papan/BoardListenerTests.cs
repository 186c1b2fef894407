using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Papan;

public sealed class BoardListenerTests(PostgresUji postgres)
{
    [Fact]
    public async Task The_first_load_shows_open_requests_and_what_was_finished_today()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.Aktivasi);
        await uji.PermohonanAsync(Tahap.Selesai);
        await uji.PermohonanAsync(Tahap.Ditolak);
        await uji.PermohonanAsync(Tahap.Draf);
        await uji.MulaiAsync();
        var papan = uji.Store.Kini;
        Assert.Equal([id], papan.Kartu.Keys);
        Assert.Equal(new AngkaPapan(1, 0, 0, 1), papan.Angka);
        Assert.NotNull(papan.Kartu[id].BatasLink);
        Assert.Equal(KeadaanPapan.Langsung, uji.Store.Keadaan);
    }

    [Fact]
    public async Task A_move_appears_and_says_who_did_what()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        await uji.Semai.PindahAsync(id, Tahap.PenerusanKabid);
        var papan = await uji.TungguTahapAsync(id, Tahap.PenerusanKabid);
        Assert.StartsWith("Kepala Diskominfo (Bambang Kepala) memberi disposisi, ", papan.Kartu[id].Peristiwa!.Kalimat, StringComparison.Ordinal);
        Assert.Empty(papan.Kolom.Single(k => k.Sop.Tahap == Tahap.MenungguDisposisi).Kartu);
    }

    [Fact]
    public async Task A_finished_request_leaves_the_board_and_counts_for_today()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.Penerbitan);
        await uji.MulaiAsync();
        await uji.Semai.PindahAsync(id, Tahap.Selesai);
        var papan = await uji.TungguAsync(p => !p.Kartu.ContainsKey(id));
        Assert.Equal(new AngkaPapan(0, 0, 0, 1), papan.Angka);
    }

    [Fact]
    public async Task Columns_that_a_move_does_not_touch_stay_the_same_objects()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.PermohonanAsync(Tahap.VerifikasiData);
        await uji.MulaiAsync();
        var lama = uji.Store.Kini;
        await uji.Semai.PindahAsync(id, Tahap.PenerusanKabid);
        var baru = await uji.TungguTahapAsync(id, Tahap.PenerusanKabid);
        Assert.Equal(
            [Tahap.MenungguDisposisi, Tahap.PenerusanKabid],
            baru.Kolom.Zip(lama.Kolom).Where(k => !ReferenceEquals(k.First, k.Second)).Select(k => k.First.Sop.Tahap));
    }

    [Fact]
    public async Task A_missed_bell_is_caught_by_comparing_versions()
    {
        await using var uji = await PapanUji.BuatAsync(postgres, PapanUji.Jarang with { JedaBanding = TimeSpan.FromMilliseconds(100) });
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        var pergi = await uji.PermohonanAsync(Tahap.VerifikasiData);
        await uji.MulaiAsync();
        await uji.Semai.PindahAsync(id, Tahap.PenerusanKabid, diam: true);
        await uji.Semai.PindahAsync(pergi, Tahap.Ditolak, diam: true);
        var baru = await uji.PermohonanAsync(Tahap.VerifikasiBerkas);
        var papan = await uji.TungguAsync(p => p.Kartu.ContainsKey(baru) && !p.Kartu.ContainsKey(pergi));
        Assert.Equal(Tahap.PenerusanKabid, (await uji.TungguTahapAsync(id, Tahap.PenerusanKabid)).Kartu[id].Tahap);
        Assert.Equal(2, papan.Angka.Terbuka);
    }

    [Fact]
    public async Task After_a_lost_connection_everything_is_loaded_anew()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        var proses = uji.Listener.ProsesServer!.Value;
        using var batas = new CancellationTokenSource();
        var ikut = uji.Store.Ikuti(id, batas.Token).GetAsyncEnumerator();
        await using (var super = new NpgsqlConnection(uji.Basis.Super))
        {
            await super.OpenAsync();
            await using var putus = new NpgsqlCommand($"UPDATE permohonan SET tahap = 'PenerusanKabid'; SELECT pg_terminate_backend({proses})", super);
            await putus.ExecuteNonQueryAsync();
        }

        await uji.TungguTahapAsync(id, Tahap.PenerusanKabid);
        Assert.NotEqual(proses, uji.Listener.ProsesServer);
        Assert.True(await ikut.MoveNextAsync());
        await uji.Semai.PindahAsync(id, Tahap.VerifikasiBerkas);
        await uji.TungguTahapAsync(id, Tahap.VerifikasiBerkas);
        await batas.CancelAsync();
    }

    [Fact]
    public async Task While_the_database_is_away_the_board_does_not_call_itself_live()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        await using var super = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(uji.Basis.Super) { Database = "postgres" }.ConnectionString);
        await super.OpenAsync();
        await using (var tutup = new NpgsqlCommand(
            $"ALTER DATABASE {uji.Basis.Nama} WITH ALLOW_CONNECTIONS false; SELECT pg_terminate_backend({uji.Listener.ProsesServer})", super))
        {
            await tutup.ExecuteNonQueryAsync();
        }

        await uji.TungguAsync(_ => uji.Store.Keadaan != KeadaanPapan.Langsung);
        Assert.True(uji.Store.Kini.Kartu.ContainsKey(id));
        await using (var buka = new NpgsqlCommand($"ALTER DATABASE {uji.Basis.Nama} WITH ALLOW_CONNECTIONS true", super))
        {
            await buka.ExecuteNonQueryAsync();
        }

        await uji.TungguAsync(_ => uji.Store.Keadaan == KeadaanPapan.Langsung);
    }

    [Fact]
    public async Task A_burst_is_read_in_a_few_queries()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        for (var i = 0; i < 100; i++)
        {
            await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        }

        await uji.MulaiAsync();
        var sebelum = uji.Listener.JumlahKueri;
        await uji.Semai.JalankanAsync(
            """
            WITH pindah AS (UPDATE permohonan SET tahap = 'PenerusanKabid' RETURNING id)
            INSERT INTO riwayat (permohonan_id, tindakan, dari, ke, pelaku_nama, peran, pada, daftar_perbaikan, bidang_berubah)
            SELECT id, 'Disposisikan', 'MenungguDisposisi', 'PenerusanKabid', 'Bambang Kepala', 'Kepala', waktu_kini(), '[]', '[]' FROM pindah
            """);
        await uji.TungguAsync(p => p.Kartu.Values.All(k => k.Tahap == Tahap.PenerusanKabid));
        Assert.InRange(uji.Listener.JumlahKueri - sebelum, 1, 10);
    }

    [Fact]
    public async Task Two_hundred_viewers_cause_no_query_of_their_own()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        var melihat = new CountdownEvent(200);
        var langganan = Enumerable.Range(0, 200).Select(_ =>
        {
            var sudah = 0;
            return uji.Store.Langgan(() =>
            {
                if (uji.Store.Kini.Kartu[id].Tahap == Tahap.PenerusanKabid && Interlocked.Exchange(ref sudah, 1) == 0)
                {
                    melihat.Signal();
                }

                return Task.CompletedTask;
            });
        }).ToList();
        var sebelum = uji.Listener.JumlahKueri;
        await uji.Semai.PindahAsync(id, Tahap.PenerusanKabid);
        Assert.True(melihat.Wait(TimeSpan.FromSeconds(30)));
        Assert.Equal(sebelum + 1, uji.Listener.JumlahKueri);
        Assert.Equal(1L, await uji.Basis.NilaiAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{uji.Basis.Nama}' AND usename = 'klatense_portal'"));
        langganan.ForEach(l => l.Dispose());
    }

    [Fact]
    public async Task A_pool_exhausted_by_writers_does_not_silence_the_board()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        await using var kolam = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(uji.Basis.Portal) { MaxPoolSize = 2, Timeout = 1 }.ConnectionString);
        await using var satu = await kolam.OpenConnectionAsync();
        await using var dua = await kolam.OpenConnectionAsync();
        await Assert.ThrowsAsync<NpgsqlException>(async () => await kolam.OpenConnectionAsync());
        await using (var super = new NpgsqlConnection(uji.Basis.Super))
        {
            await super.OpenAsync();
            await using var putus = new NpgsqlCommand($"SELECT pg_terminate_backend({uji.Listener.ProsesServer})", super);
            await putus.ExecuteNonQueryAsync();
        }

        // Even the new connection after a loss does not wait for the pool.
        await uji.Semai.PindahAsync(id, Tahap.PenerusanKabid);
        await uji.TungguTahapAsync(id, Tahap.PenerusanKabid);
    }

    [Fact]
    public async Task Two_processes_show_the_same_board()
    {
        await using var uji = await PapanUji.BuatAsync(postgres);
        var id = await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        await using var lain = PapanUji.KeDua(uji);
        await lain.MulaiAsync();
        await uji.Semai.PindahAsync(id, Tahap.PenerusanKabid);
        await Task.WhenAll(uji.TungguTahapAsync(id, Tahap.PenerusanKabid), lain.TungguTahapAsync(id, Tahap.PenerusanKabid));
        Assert.Equal(uji.Store.Kini.Kartu[id], lain.Store.Kini.Kartu[id]);
    }

    [Fact]
    public async Task The_clock_of_the_pages_follows_the_databases()
    {
        await using var uji = await PapanUji.BuatAsync(postgres, PapanUji.Jarang with { JedaDenyut = TimeSpan.FromMilliseconds(50) });
        var jam = await uji.Basis.JamAsync();
        await jam.GeserAsync(TimeSpan.FromHours(30));
        await uji.MulaiAsync();
        Assert.InRange(uji.Jam.Selisih, TimeSpan.FromHours(30) - TimeSpan.FromSeconds(5), TimeSpan.FromHours(30) + TimeSpan.FromSeconds(5));
        await jam.GeserAsync(TimeSpan.FromHours(-30));
        await uji.TungguAsync(_ => uji.Jam.Selisih < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_wait_shorter_than_a_millisecond_does_not_stop_the_heart()
    {
        await using var uji = await PapanUji.BuatAsync(postgres, PapanUji.Jarang with { JedaDenyut = TimeSpan.FromMilliseconds(1) });
        var jam = await uji.Basis.JamAsync();
        await uji.MulaiAsync();
        await jam.GeserAsync(TimeSpan.FromHours(1));
        await uji.TungguAsync(_ => uji.Jam.Selisih > TimeSpan.FromMinutes(59));
    }

    [Fact]
    public async Task The_passing_of_time_alone_counts_a_request_as_late()
    {
        await using var uji = await PapanUji.BuatAsync(postgres, PapanUji.Jarang with { JedaDenyut = TimeSpan.FromMilliseconds(50) });
        var jam = await uji.Basis.JamAsync();
        await uji.PermohonanAsync(Tahap.MenungguDisposisi);
        await uji.MulaiAsync();
        Assert.Equal(0, uji.Store.Kini.Angka.LewatBatas);
        await jam.GeserAsync(TimeSpan.FromMinutes(11));
        await uji.TungguAsync(p => p.Angka.LewatBatas == 1);
    }
}
