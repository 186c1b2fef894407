using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Alur;

/// <summary>What the one door keeps in order beside the act itself: replays, overdue links, work items and mails of before.</summary>
public sealed class KetertibanPintuTests(PostgresUji postgres) : IAsyncLifetime
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

    private Task<long> HitungAsync(string sql) => _basis.NilaiAsync<long>($"SELECT count(*) FROM {sql}");

    [Theory]
    [InlineData(Tindakan.Batalkan)]
    [InlineData(Tindakan.TerbitkanUlangLink)]
    public async Task An_overdue_link_expires_before_an_act_that_would_end_it_otherwise(Tindakan tindakan)
    {
        var contoh = await _uji.SampaiAsync(Tahap.Aktivasi);
        var versi = (await _uji.BacaAsync(contoh)).Version;
        await (await _basis.JamAsync()).GeserAsync(TimeSpan.FromHours(25));
        var hasil = tindakan == Tindakan.Batalkan
            ? await _uji.LakukanAsync(contoh, Peran.Pemohon, new Batalkan(), versi)
            : await _uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(contoh.Pemohon.Surel), versi);
        Assert.Contains("kedaluwarsa", Assert.IsType<HasilTindakan.Bentrok>(hasil).Kalimat, StringComparison.Ordinal);
        Assert.Equal(Tahap.LinkKedaluwarsa, (await _uji.BacaAsync(contoh)).Tahap);
        Assert.Equal(1, await HitungAsync("link_pemohon WHERE sebab = 'Kedaluwarsa'"));
        Assert.Equal(1, await HitungAsync("surel_keluar WHERE jenis = 'LinkKedaluwarsa'"));
    }

    [Fact]
    public async Task A_form_brought_back_and_edited_is_not_taken_for_a_double_click()
    {
        var contoh = await _uji.DrafAsync();
        var kunci = Guid.NewGuid();
        var p = await _uji.BacaAsync(contoh);
        await _uji.LakukanAsync(contoh, Peran.Pemohon, new SimpanData(p.Data with { Jabatan = "Arsiparis" }, p.Surat), p.Version, kunci);
        var ulang = new SimpanData(p.Data with { Jabatan = "Arsiparis" }, p.Surat);
        Assert.True(Assert.IsType<HasilTindakan.Berhasil>(await _uji.LakukanAsync(contoh, Peran.Pemohon, ulang, p.Version, kunci)).SudahPernah);
        var lain = new SimpanData(p.Data with { Jabatan = "Pranata Komputer" }, p.Surat);
        Assert.IsType<HasilTindakan.Bentrok>(await _uji.LakukanAsync(contoh, Peran.Pemohon, lain, p.Version, kunci));
        Assert.Equal("Arsiparis", (await _uji.BacaAsync(contoh)).Data.Jabatan);
    }

    [Fact]
    public async Task Another_file_under_the_same_key_is_stored()
    {
        var contoh = await _uji.DrafAsync();
        var kunci = Guid.NewGuid();
        HasilPeriksa.Diterima Isi(byte b) => PermohonanUji.Berkas with { Isi = [b, b, b] };
        foreach (var b in (byte[])[7, 7, 8])
        {
            Assert.IsType<HasilTindakan.Berhasil>(await _uji.LakukanAsync(contoh, Peran.Pemohon, new UnggahBerkas(JenisBerkas.Ktp, Isi(b)), null, kunci));
        }

        var sidik = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([8, 8, 8]));
        Assert.Equal(1, await HitungAsync($"berkas WHERE permohonan_id = '{contoh.Id}' AND jenis = 'Ktp' AND diganti_pada IS NULL AND sha256 = '{sidik}'"));
        Assert.Equal(3, await HitungAsync($"berkas WHERE permohonan_id = '{contoh.Id}' AND jenis = 'Ktp'"));
    }

    [Fact]
    public async Task One_key_does_not_answer_for_another_act()
    {
        var contoh = await _uji.SampaiAsync(Tahap.MenungguDisposisi);
        var kunci = Guid.NewGuid();
        await _uji.LakukanAsync(contoh, Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] }), kunci: kunci);
        Assert.False(Assert.IsType<HasilTindakan.Berhasil>(await _uji.LakukanAsync(contoh, Peran.Kabid, new Teruskan(), kunci: kunci)).SudahPernah);
        Assert.Equal(Tahap.VerifikasiBerkas, (await _uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Work_items_go_over_to_the_new_verifikator()
    {
        var contoh = await _uji.SampaiAsync(Tahap.Aktivasi);
        await _uji.WajibAsync(contoh, Peran.Pemohon, new LaporkanLinkBelumDiterima());
        var baru = await _uji.OrangAsync("Verifikator Baru", Peran.Verifikator);
        await _uji.WajibAsync(contoh, Peran.Kasi, new GantiVerifikator(baru.Id, baru.Nama) { Alasan = "Cuti." });
        Assert.Equal(baru.Id, await _layanan.BacaAsync(db => db.Set<ButirKerja>().Where(b => b.Jenis == JenisButirKerja.LinkBelumDiterima).Select(b => b.UntukId).SingleAsync()));
    }

    [Fact]
    public async Task Mails_that_are_no_longer_true_are_not_sent()
    {
        var contoh = await _uji.SampaiAsync(Tahap.PerluPerbaikan);
        await _layanan.BacaAsync(async db => await db.AntrekanSekaliAsync(
            Surat().PengingatPerbaikan(new Penerima(contoh.Pemohon.Nama, contoh.Pemohon.Surel), new PerkaraSurat(contoh.Id, "2026-0001", contoh.Id), await _layanan.BacaAsync(d => d.WaktuKiniAsync()), "x"), CancellationToken.None));
        await _uji.WajibAsync(contoh, Peran.Pemohon, new Batalkan());
        Assert.Equal(0, await HitungAsync("surel_keluar WHERE jenis IN ('PengingatPerbaikan', 'Dikembalikan') AND mati_pada IS NULL"));
        Assert.Equal(1, await HitungAsync("surel_keluar WHERE jenis = 'Dibatalkan' AND mati_pada IS NULL"));

        SuratElektronik Surat() => (SuratElektronik)_layanan.Layanan.GetService(typeof(SuratElektronik))!;
    }

    [Fact]
    public async Task Who_may_not_act_is_told_so_and_not_what_the_register_holds()
    {
        var contoh = await _uji.SampaiAsync(Tahap.InputDataBsre);
        var hasil = await _uji.LakukanAsync(contoh, Peran.Kabid, new TerbitkanLinkAktivasi());
        Assert.Contains("hanya untuk Verifikator", Assert.IsType<HasilTindakan.DitolakSop>(hasil).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_mended_into_one_already_in_the_book_leaves_a_note_at_its_old_number()
    {
        var (satu, dua) = (await _uji.SampaiAsync(Tahap.MenungguDisposisi), await _uji.SampaiAsync(Tahap.MenungguDisposisi));
        var benar = (await _uji.BacaAsync(satu)).Surat;
        await _uji.WajibAsync(dua, Peran.Kepala, PermohonanUji.Perbaiki(
            BidangPermohonan.NomorSurat, BidangPermohonan.TanggalSurat, BidangPermohonan.AtasanNama, BidangPermohonan.AtasanNip, BidangPermohonan.AtasanJabatan));
        await _uji.WajibAsync(dua, Peran.Pemohon, new SimpanData(dua.Data, benar));
        await _uji.MajuKeAsync(dua, Tahap.MenungguDisposisi);
        Assert.Equal((await _uji.BacaAsync(satu)).SuratMasukId, (await _uji.BacaAsync(dua)).SuratMasukId);
        Assert.Equal(1, await HitungAsync("surat_masuk WHERE keterangan LIKE 'Surat yang sama dengan nomor agenda %'"));
    }
}
