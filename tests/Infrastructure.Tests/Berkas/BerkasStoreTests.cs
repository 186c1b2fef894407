using System.Security.Cryptography;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

/// <summary>Documents at rest, on real PostgreSQL as the portal's role.</summary>
public sealed class BerkasStoreTests(PostgresUji postgres) : IAsyncLifetime
{
    private static readonly DateTimeOffset Pagi = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly byte[] kunci = Enkripsi.KunciBaru();
    private BasisDataUji basis = null!;
    private NpgsqlDataSource sumber = null!;
    private Guid permohonan;
    private Guid pemohon;

    public async ValueTask InitializeAsync()
    {
        basis = await postgres.CloneAsync();
        sumber = BasisDataServices.BuatSumber(basis.Portal);
        await using var db = Db();
        var orang = new Pengguna { Id = Guid.CreateVersion7(Pagi), Nama = "Sekar Wulandari", UserName = "sekar.wulandari@contoh.go.id" };
        var draf = Permohonan.Baru(orang.Id, Layanan.Penerbitan, new DataPemohon(), Pagi);
        (permohonan, pemohon) = (draf.Id, orang.Id);
        db.AddRange(orang, draf);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await sumber.DisposeAsync();
        await basis.DisposeAsync();
    }

    [Fact]
    public async Task What_was_kept_is_read_back_with_its_preview()
    {
        var id = await SimpanAsync(Hasil(7), Pagi);
        await using var db = Db();
        var isi = await BerkasStore.BacaAsync(db, kunci, id, pratinjau: false);
        var pratinjau = await BerkasStore.BacaAsync(db, kunci, id, pratinjau: true);
        Assert.Equal("application/pdf", isi!.TipeMedia);
        Assert.Equal(Hasil(7).Isi, isi.Isi);
        Assert.Equal("image/jpeg", pratinjau!.TipeMedia);
        Assert.Equal(Hasil(7).Pratinjau, pratinjau.Isi);
        Assert.Equal(["Halaman pertama kurang jelas."], isi.Berkas.Catatan);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Hasil(7).Isi)), isi.Berkas.Sha256);
    }

    [Fact]
    public async Task No_byte_of_a_document_is_legible_in_the_database()
    {
        var id = await SimpanAsync(Hasil(7), Pagi);
        var isi = await basis.NilaiAsync<byte[]>($"SELECT isi FROM isi_berkas WHERE berkas_id = '{id}'");
        var pratinjau = await basis.NilaiAsync<byte[]>($"SELECT pratinjau FROM isi_berkas WHERE berkas_id = '{id}'");
        Assert.True(isi.AsSpan().IndexOf(Hasil(7).Isi.AsSpan(0, 8)) < 0);
        Assert.True(pratinjau.AsSpan().IndexOf(Hasil(7).Pratinjau.AsSpan(0, 8)) < 0);
    }

    [Fact]
    public async Task A_newer_document_takes_the_place_of_the_older_one_which_stays()
    {
        var lama = await SimpanAsync(Hasil(1), Pagi);
        var lain = await SimpanAsync(Hasil(2), Pagi, JenisBerkas.Ktp);
        var baru = await SimpanAsync(Hasil(3), Pagi.AddHours(1));
        await using var db = Db();
        Assert.Equal(new HashSet<Guid> { lain, baru }, [.. await BerkasStore.Terkini(db, permohonan).Select(b => b.Id).ToListAsync()]);
        Assert.Equal(Pagi.AddHours(1), (await db.Set<BerkasPermohonan>().SingleAsync(b => b.Id == lama)).DigantiPada);
        Assert.NotNull(await BerkasStore.BacaAsync(db, kunci, lama, pratinjau: false));
    }

    [Fact]
    public async Task Two_documents_of_a_kind_in_one_act_leave_one_current()
    {
        await using var db = Db();
        await BerkasStore.TambahAsync(db, kunci, permohonan, JenisBerkas.Ktp, Hasil(1), pemohon, Pagi);
        var kedua = await BerkasStore.TambahAsync(db, kunci, permohonan, JenisBerkas.Ktp, Hasil(2), pemohon, Pagi);
        await db.SaveChangesAsync();
        Assert.Equal(kedua.Id, (await BerkasStore.Terkini(db, permohonan).SingleAsync()).Id);
    }

    [Fact]
    public async Task Nothing_is_kept_before_the_act_is_saved()
    {
        await using (var db = Db())
        {
            await BerkasStore.TambahAsync(db, kunci, permohonan, JenisBerkas.Ktp, Hasil(1), pemohon, Pagi);
        }

        Assert.Equal(0, await basis.NilaiAsync<long>("SELECT count(*) FROM berkas"));
    }

    [Fact]
    public async Task The_key_of_another_request_does_not_open_it()
    {
        var id = await SimpanAsync(Hasil(1), Pagi);
        await using var db = Db();
        await Assert.ThrowsAnyAsync<CryptographicException>(() => BerkasStore.BacaAsync(db, Enkripsi.KunciBaru(), id, pratinjau: false));
    }

    [Fact]
    public async Task Contents_exchanged_between_documents_are_noticed()
    {
        var satu = await SimpanAsync(Hasil(1), Pagi);
        var dua = await SimpanAsync(Hasil(2), Pagi, JenisBerkas.Ktp);
        await basis.JalankanAsync($"UPDATE isi_berkas SET isi = (SELECT isi FROM isi_berkas WHERE berkas_id = '{dua}') WHERE berkas_id = '{satu}'");
        await using var db = Db();
        await Assert.ThrowsAnyAsync<CryptographicException>(() => BerkasStore.BacaAsync(db, kunci, satu, pratinjau: false));
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_null()
    {
        await using var db = Db();
        Assert.Null(await BerkasStore.BacaAsync(db, kunci, Guid.NewGuid(), pratinjau: false));
    }

    [Fact]
    public async Task Two_uploads_of_a_kind_at_once_leave_one_current()
    {
        await using var satu = Db();
        await using var dua = Db();
        await BerkasStore.TambahAsync(satu, kunci, permohonan, JenisBerkas.Ktp, Hasil(1), pemohon, Pagi);
        await BerkasStore.TambahAsync(dua, kunci, permohonan, JenisBerkas.Ktp, Hasil(2), pemohon, Pagi);
        await satu.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateException>(() => dua.SaveChangesAsync());
        Assert.Equal(1, await basis.NilaiAsync<long>("SELECT count(*) FROM berkas WHERE diganti_pada IS NULL"));
    }

    private static HasilPeriksa.Diterima Hasil(byte benih) => new(
        "surat.pdf",
        "application/pdf",
        [.. Enumerable.Repeat(benih, 1000)],
        1131,
        1600,
        2,
        [.. Enumerable.Repeat((byte)(benih + 100), 500)],
        ["Halaman pertama kurang jelas."]);

    private async Task<Guid> SimpanAsync(HasilPeriksa.Diterima hasil, DateTimeOffset saat, JenisBerkas jenis = JenisBerkas.SuratRekomendasi)
    {
        await using var db = Db();
        var berkas = await BerkasStore.TambahAsync(db, kunci, permohonan, jenis, hasil, pemohon, saat);
        await db.SaveChangesAsync();
        return berkas.Id;
    }

    private KlatenDb Db() => new(new DbContextOptionsBuilder<KlatenDb>().UseNpgsql(sumber).Options);
}
