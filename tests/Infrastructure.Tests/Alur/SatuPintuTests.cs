using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Alur;

/// <summary>Races, refusals and records of the one door, on real PostgreSQL as the portal's role.</summary>
public sealed class SatuPintuTests(PostgresUji postgres) : IAsyncLifetime
{
    private BasisDataUji _basis = null!;
    private LayananUji _layanan = null!;
    private PermohonanUji _uji = null!;

    public async ValueTask InitializeAsync()
    {
        _basis = await postgres.CloneAsync();
        _layanan = LayananUji.Buat(_basis.Portal);
        _uji = new PermohonanUji(_layanan.Layanan);
    }

    public async ValueTask DisposeAsync()
    {
        await _layanan.DisposeAsync();
        await _basis.DisposeAsync();
    }

    private static Disposisikan Disposisi => new(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] });

    private async Task<long> HitungAsync(string sql) => await _basis.NilaiAsync<long>($"SELECT count(*) FROM {sql}");

    [Fact]
    public async Task Of_two_officials_who_act_at_once_one_wins_and_the_other_is_told_who_and_when()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var versi = (await _uji.BacaAsync(contoh)).Version;
        var dua = await _uji.OrangAsync("Plh Kepala", Peran.Kepala);
        var hasil = await Task.WhenAll(
            _uji.LakukanAsync(contoh, Peran.Kepala, Disposisi, versi),
            _layanan.Pintu.LakukanAsync(contoh.Id, versi, PermohonanUji.Perbaiki(BidangPermohonan.Jabatan), dua.Pelaku, Guid.NewGuid()));
        Assert.Single(hasil.OfType<HasilTindakan.Berhasil>());
        var kalimat = Assert.Single(hasil.OfType<HasilTindakan.Bentrok>()).Kalimat;
        Assert.Matches(@"(Petugas Kepala|Plh Kepala) \(Kepala Diskominfo\) sudah .+ pada .+WIB", kalimat);
        Assert.Equal(1, await HitungAsync($"riwayat WHERE permohonan_id = '{contoh.Id}' AND dari = 'MenungguDisposisi'"));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var versi = (await _uji.BacaAsync(contoh)).Version;
        await _uji.WajibAsync(contoh, Peran.Kepala, Disposisi);
        var hasil = await _uji.LakukanAsync(contoh, Peran.Kabid, new Teruskan(), versi);
        Assert.StartsWith("Petugas Kepala (Kepala Diskominfo) sudah memberi disposisi pada", Assert.IsType<HasilTindakan.Bentrok>(hasil).Kalimat, StringComparison.Ordinal);
        Assert.Equal(Tahap.PenerusanKabid, (await _uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Requests_on_one_letter_keep_a_disposition_of_their_own()
    {
        var (satu, dua) = (await _uji.DrafAsync(), await _uji.DrafAsync());
        var surat = (await _uji.BacaAsync(satu)).Surat;
        await _uji.WajibAsync(dua, Peran.Pemohon, new SimpanData(dua.Data, surat));
        await _uji.MajuKeAsync(satu, Tahap.MenungguDisposisi);
        await _uji.MajuKeAsync(dua, Tahap.MenungguDisposisi);
        await _uji.WajibAsync(satu, Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut], Catatan = "Untuk yang pertama." }));
        var (pertama, kedua) = (await _uji.BacaAsync(satu), await _uji.BacaAsync(dua));
        Assert.Equal((pertama.SuratMasukId, "Untuk yang pertama.", null), (kedua.SuratMasukId, pertama.Disposisi?.Isi.Catatan, kedua.Disposisi));
        await _uji.WajibAsync(dua, Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.TanggapanDanSaran], Catatan = "Untuk yang kedua." }));
        Assert.Equal(("Untuk yang pertama.", "Untuk yang kedua."), ((await _uji.BacaAsync(satu)).Disposisi?.Isi.Catatan, (await _uji.BacaAsync(dua)).Disposisi?.Isi.Catatan));
    }

    [Fact]
    public async Task Who_was_slower_than_an_acting_officer_is_told_so()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var versi = (await _uji.BacaAsync(contoh)).Version;
        var plh = await _uji.OrangAsync("Rina Astuti");
        await using (var db = await _layanan.Layanan.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync())
        {
            var kini = await db.WaktuKiniAsync();
            db.Add(new Mandat
            {
                PenggunaId = plh.Id,
                Peran = Peran.Kepala,
                Jenis = JenisMandat.Plh,
                NomorSurat = "800/1/2026",
                Mulai = kini.AddDays(-1),
                Sampai = kini.AddDays(1),
                DibuatOleh = plh.Id,
            });
            await db.SaveChangesAsync();
        }

        Assert.IsType<HasilTindakan.Berhasil>(await _layanan.Pintu.LakukanAsync(contoh.Id, versi, Disposisi, plh.Pelaku, Guid.NewGuid()));
        var hasil = await _uji.LakukanAsync(contoh, Peran.Kepala, Disposisi, versi);
        Assert.StartsWith("Rina Astuti (Plh. Kepala Diskominfo) sudah memberi disposisi", Assert.IsType<HasilTindakan.Bentrok>(hasil).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_is_one_act()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var kunci = Guid.NewGuid();
        var satu = Assert.IsType<HasilTindakan.Berhasil>(await _uji.LakukanAsync(contoh, Peran.Kepala, Disposisi, kunci: kunci));
        var dua = Assert.IsType<HasilTindakan.Berhasil>(await _uji.LakukanAsync(contoh, Peran.Kepala, Disposisi, kunci: kunci));
        Assert.Equal((false, true), (satu.SudahPernah, dua.SudahPernah));
        Assert.Equal(1, await HitungAsync("riwayat WHERE tindakan = 'Disposisikan'"));
    }

    [Fact]
    public async Task The_same_submit_sent_many_times_in_parallel_is_one_act()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var (kunci, versi) = (Guid.NewGuid(), (await _uji.BacaAsync(contoh)).Version);
        var hasil = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _uji.LakukanAsync(contoh, Peran.Kepala, Disposisi, versi, kunci)));
        Assert.All(hasil, h => Assert.IsType<HasilTindakan.Berhasil>(h));
        Assert.Single(hasil.Cast<HasilTindakan.Berhasil>(), h => !h.SudahPernah);
        Assert.Equal(1, await HitungAsync("riwayat WHERE tindakan = 'Disposisikan'"));
    }

    [Fact]
    public async Task A_refused_act_leaves_an_audit_row_and_changes_nothing()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var sebelum = (await _uji.BacaAsync(contoh)).Version;
        var (riwayat, surel) = (await HitungAsync("riwayat"), await HitungAsync("surel_keluar"));
        Assert.IsType<HasilTindakan.DitolakSop>(await _uji.LakukanAsync(contoh, Peran.Kabid, Disposisi));
        Assert.Equal(sebelum, (await _uji.BacaAsync(contoh)).Version);
        Assert.Equal((riwayat, surel), (await HitungAsync("riwayat"), await HitungAsync("surel_keluar")));
        var baris = await _layanan.BacaAsync(db => db.Set<CatatanAudit>().SingleAsync(a => a.Jenis == JenisAudit.TindakanDitolak));
        Assert.Equal((Tindakan.Disposisikan, contoh.Id, "Petugas Kabid", "127.0.0.1"), (baris.Tindakan, baris.PermohonanId, baris.PelakuNama, baris.Alamat));
        Assert.Contains("Kepala", baris.Alasan!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_of_somebody_else_is_not_found_and_the_attempt_is_recorded()
    {
        var contoh = await _uji.SampaiAsync(Tahap.Aktivasi);
        var asing = await _uji.OrangAsync("Orang Asing", Peran.Pemohon);
        Assert.IsType<HasilTindakan.TidakDitemukan>(await _layanan.Pintu.LakukanAsync(contoh.Id, null, new Batalkan(), asing.Pelaku, Guid.NewGuid()));
        Assert.Equal(1, await HitungAsync("audit WHERE jenis = 'TindakanDitolak' AND pelaku_nama = 'Orang Asing'"));
        Assert.Equal(Tahap.Aktivasi, (await _uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task A_failing_outbox_rolls_everything_back()
    {
        var contoh = await _uji.SampaiAsync(Tahap.InputDataBsre);
        var (riwayat, audit) = (await HitungAsync("riwayat"), await HitungAsync("audit"));
        await _basis.JalankanAsync(
            "CREATE FUNCTION gagal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rusak'; END $$; CREATE TRIGGER gagal BEFORE INSERT ON surel_keluar FOR EACH ROW EXECUTE FUNCTION gagal()");
        await Assert.ThrowsAsync<DbUpdateException>(() => _uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi()));
        Assert.Equal(Tahap.InputDataBsre, (await _uji.BacaAsync(contoh)).Tahap);
        Assert.Null(await _uji.LinkAsync(contoh));
        Assert.Equal((riwayat, audit), (await HitungAsync("riwayat"), await HitungAsync("audit")));
    }

    [Theory]
    [InlineData("UPDATE audit SET alasan = 'x'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    [InlineData("UPDATE riwayat SET alasan = 'x'")]
    [InlineData("DELETE FROM riwayat")]
    [InlineData("TRUNCATE riwayat")]
    public async Task The_portals_role_cannot_change_what_is_recorded(string sql)
    {
        await using var sambungan = new NpgsqlConnection(_basis.Portal);
        await sambungan.OpenAsync();
        await using var perintah = new NpgsqlCommand(sql, sambungan);
        var salah = await Assert.ThrowsAsync<PostgresException>(() => perintah.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, salah.SqlState);
    }

    [Fact]
    public async Task Personal_values_in_the_audit_are_readable_with_the_requests_key_alone()
    {
        var contoh = await _uji.SampaiAsync(Tahap.Aktivasi);
        await _uji.BukaLinkAsync(contoh);
        await _uji.WajibAsync(contoh, Peran.Pemohon, new PeriksaData(contoh.Data with { Ponsel = "+6281399998888" }));
        foreach (var nilai in (string[])[contoh.Data.Nik, contoh.Data.Nip, contoh.Data.Ponsel, "+6281399998888", contoh.Data.Surel])
        {
            Assert.Equal(0, await HitungAsync($"audit a WHERE a::text LIKE '%{nilai}%' OR encode(perubahan_tersegel, 'escape') LIKE '%{nilai}%'"));
        }

        var tersegel = await _layanan.BacaAsync(db => db.Set<CatatanAudit>().Where(a => a.Tindakan == Tindakan.PeriksaData).Select(a => a.PerubahanTersegel!).SingleAsync());
        var kunci = await _layanan.BacaAsync(db => _layanan.Layanan.GetRequiredService<KunciData>().AmbilAsync(db, contoh.Id));
        Assert.Contains("81399998888", System.Text.Encoding.UTF8.GetString(Enkripsi.Buka(kunci!, tersegel, contoh.Id.ToByteArray())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivated_official_can_do_nothing_even_with_an_open_page()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var kepala = await _uji.PetugasAsync(Peran.Kepala);
        await _basis.JalankanAsync($"UPDATE pengguna SET dinonaktifkan_pada = clock_timestamp() WHERE id = '{kepala.Id}'");
        Assert.IsNotType<HasilTindakan.Berhasil>(await _uji.LakukanAsync(contoh, Peran.Kepala, Disposisi));
        Assert.Equal(Tahap.MenungguDisposisi, (await _uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Over_long_and_control_characters_are_refused_with_a_sentence()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        foreach (var alasan in (string[])[new string('x', 2001), "nol \0 di tengah", "lonceng \a", "separuh \uD83D emoji"])
        {
            var hasil = await _uji.LakukanAsync(contoh, Peran.Kepala, new Tolak { Alasan = alasan });
            Assert.NotEmpty(Assert.IsType<HasilTindakan.BelumLengkap>(hasil).KalimatGagal!);
        }

        Assert.Equal(Tahap.Ditolak, await _uji.WajibAsync(contoh, Peran.Kepala, new Tolak { Alasan = "Emoji 🙂 boleh." }));
    }

    [Fact]
    public async Task Every_text_box_of_an_official_refuses_what_cannot_be_stored()
    {
        const string Rusak = "nol \0 di tengah";
        var diKepala = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var diKasi = await _uji.SampaiAsync(Tahap.VerifikasiBerkas);
        (ContohPermohonan, Peran, Perintah)[] semua =
        [
            (diKepala, Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut], Catatan = Rusak })),
            (diKepala, Peran.Kepala, new Kembalikan { Alasan = "Cek", DaftarPerbaikan = [new(BidangPermohonan.Jabatan, Rusak)] }),
            (await _uji.SampaiAsync(Tahap.PenerusanKabid), Peran.Kabid, new Teruskan(Rusak)),
            (diKasi, Peran.Kasi, new CatatPerbandingan(new Perbandingan { SuratNama = Rusak })),
            (diKasi, Peran.Kasi, new CatatPerbandingan(new Perbandingan { KtpNama = "separuh \uDE00" })),
        ];
        foreach (var (contoh, peran, perintah) in semua)
        {
            Assert.Contains("tidak dapat disimpan", Assert.IsType<HasilTindakan.BelumLengkap>(await _uji.LakukanAsync(contoh, peran, perintah)).KalimatGagal, StringComparison.Ordinal);
        }
    }
}
