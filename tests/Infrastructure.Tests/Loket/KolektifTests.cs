using System.Diagnostics;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>One letter for two hundred people: bad rows are named before anything is filed, then all of it is filed under one agenda number.</summary>
public sealed class KolektifTests(PostgresUji postgres, ITestOutputHelper keluaran)
{
    [Fact]
    public async Task A_letter_of_two_hundred_with_forty_bad_rows_files_nothing_and_once_mended_everything_under_one_number()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var perkara = await BarisBuruk.SemuaAsync(ruang);
        var orang = Enumerable.Range(0, 200 - perkara.Count).Select(_ => RuangLoket.OrangBaru()).ToList();
        var buku = new BukuUji();
        orang.ForEach(o => buku.Orang(o));
        perkara.ForEach(p => p.Tulis(buku, orang));
        var daftar = await DaftarAsync(ruang);
        var lembar = await IsiAsync(ruang, daftar, buku.Isi());

        Assert.Equal(200, lembar.Orang.Count);
        var salah = new List<string>();
        foreach (var (p, i) in perkara.Select((p, i) => (p, i)))
        {
            var temuan = lembar.Orang.Single(o => o.Baris.Nomor == orang.Count + 2 + i);
            var kalimat = (p.Catatan ? temuan.Catatan : temuan.Galat).Select(g => g.Lengkap).ToList();
            if (!kalimat.Exists(k => k.Contains(p.Harapan, StringComparison.Ordinal)) || (p.Catatan && temuan.Galat.Count > 0))
            {
                salah.Add($"{p.Nama}: {string.Join(" | ", temuan.Galat.Concat(temuan.Catatan).Select(g => g.Lengkap))}");
            }
        }

        Assert.Empty(salah);
        Assert.All(lembar.Orang.Take(orang.Count), o => Assert.Empty(o.Galat));
        Assert.True(perkara.Count(p => !p.Catatan) >= 30);
        Assert.Contains("tidak ada yang diajukan", Assert.IsType<HasilLoket.Ditolak>(await AjukanAsync(ruang, lembar)).Kalimat, StringComparison.Ordinal);
        Assert.Equal(0, await ruang.BacaAsync(db => db.Permohonan.CountAsync(p => p.Tahap == Tahap.MenungguKonfirmasi && p.SuratMasukId != perkara[0].SuratLain)));

        // Mended: two hundred good rows.
        var baik = new BukuUji();
        orang.AddRange(Enumerable.Range(0, perkara.Count).Select(_ => RuangLoket.OrangBaru()));
        orang.ForEach(o => baik.Orang(o));
        var periksa = Stopwatch.StartNew();
        lembar = await IsiAsync(ruang, daftar, baik.Isi());
        periksa.Stop();
        Assert.True(lembar.Bersih);
        var ajukan = Stopwatch.StartNew();
        Assert.IsType<HasilLoket.Tercatat>(await AjukanAsync(ruang, lembar));
        keluaran.WriteLine($"200 orang: dibaca dan diperiksa {periksa.Elapsed.TotalSeconds:0.0} s, diajukan {ajukan.Elapsed.TotalSeconds:0.0} s");

        var surat = await ruang.BacaAsync(db => db.SuratMasuk.SingleAsync(s => s.Asal == "Badan Kepegawaian"));
        var semua = await ruang.BacaAsync(db => db.Permohonan.AsNoTracking().Where(p => p.SuratMasukId == surat.Id).ToListAsync());
        Assert.Equal((200, 200), (semua.Count, semua.Select(p => p.NomorResi).Distinct().Count()));
        Assert.All(semua, p => Assert.Equal(Tahap.MenungguKonfirmasi, p.Tahap));
        Assert.Equal(200, await ruang.BacaAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Jenis == JenisSurel.KonfirmasiLoket && semua.Select(p => p.Id).Contains(m.PermohonanId!.Value))));
        Assert.Equal(1, await ruang.BacaAsync(db => db.Set<IsiSurat>().CountAsync()));
        Assert.Equal(0, await ruang.BacaAsync(db => db.Set<DaftarKolektif>().CountAsync(d => d.BarisTersegel != null || d.Terbungkus != null)));
        Assert.Equal(201, (await ruang.Ambil<LoketQuery>().ResiAsync(daftar, ruang.Loket.Id)).Count);
    }

    [Fact]
    public async Task The_same_list_twice_files_nothing_twice_and_says_which_requests_are_there()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var orang = Enumerable.Range(0, 3).Select(_ => RuangLoket.OrangBaru()).ToList();
        var buku = new BukuUji();
        orang.ForEach(o => buku.Orang(o));
        var lembar = await IsiAsync(ruang, await DaftarAsync(ruang), buku.Isi());
        var hasil = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AjukanAsync(ruang, lembar)));
        Assert.All(hasil, h => Assert.IsType<HasilLoket.Tercatat>(h));
        Assert.Equal(3, await ruang.BacaAsync(db => db.Permohonan.CountAsync()));

        var lagi = await IsiAsync(ruang, await DaftarAsync(ruang), buku.Isi());
        Assert.Equal(3, lagi.Galat.Count(g => g.Kalimat.Contains("sudah mempunyai permohonan yang sedang berjalan (nomor resi", StringComparison.Ordinal)));
        Assert.IsType<HasilLoket.Ditolak>(await AjukanAsync(ruang, lagi));
        Assert.Equal(3, await ruang.BacaAsync(db => db.Permohonan.CountAsync()));
    }

    [Fact]
    public async Task A_second_list_for_the_same_letter_keeps_its_agenda_number()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var surat = await ruang.SuratAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.IsType<HasilLoket.Tercatat>(await AjukanAsync(ruang, await IsiAsync(ruang, await DaftarAsync(ruang, surat), new BukuUji().Orang(RuangLoket.OrangBaru()).Isi())));
        }

        Assert.Equal(1, await ruang.BacaAsync(db => db.SuratMasuk.CountAsync()));
        Assert.Equal(1, await ruang.BacaAsync(db => db.Permohonan.Select(p => p.SuratMasukId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task The_letter_is_stored_once_shown_with_each_request_and_destroyed_with_the_last()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var lembar = await IsiAsync(ruang, await DaftarAsync(ruang), new BukuUji().Orang(RuangLoket.OrangBaru()).Orang(RuangLoket.OrangBaru()).Isi());
        Assert.IsType<HasilLoket.Tercatat>(await AjukanAsync(ruang, lembar));
        var berkas = await ruang.BacaAsync(db => db.Set<BerkasPermohonan>().AsNoTracking().OrderBy(b => b.Id).ToListAsync());
        Assert.Equal((2, 0), (berkas.Count, await ruang.BacaAsync(db => db.Set<IsiBerkas>().CountAsync())));
        var kasi = await ruang.Uji.PetugasAsync(Peran.Kasi);
        foreach (var b in berkas)
        {
            Assert.Equal(PermohonanUji.Berkas.Isi, (await ruang.Ambil<LihatBerkasService>().BukaAsync(b.Id, false, kasi.Pelaku))!.Isi);
            Assert.Equal(1, await ruang.BacaAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.Jenis == JenisAudit.LihatBerkas && a.BerkasId == b.Id)));
        }

        foreach (var (b, sisa) in berkas.Zip([1, 0]))
        {
            var p = await ruang.PermohonanAsync(b.PermohonanId);
            Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new Batalkan { Alasan = "Salah daftar." }, ruang.Loket));
            await ruang.Jam.SetelAsync((await ruang.PermohonanAsync(p.Id)).SelesaiPada!.Value.AddDays(31));
            Assert.Equal(1, await ruang.Ambil<RetensiService>().JalankanAsync());
            Assert.Equal(sisa, await ruang.BacaAsync(db => db.Set<IsiSurat>().CountAsync(s => s.Isi.Length > 0)));
        }
    }

    [Fact]
    public async Task Rows_are_typed_mended_and_taken_out_on_the_page_and_a_changed_list_is_not_filed_unseen()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var (id, kolektif) = (await DaftarAsync(ruang), ruang.Ambil<KolektifService>());
        var (a, b) = (RuangLoket.OrangBaru(), RuangLoket.OrangBaru());
        Assert.Null(await kolektif.SimpanBarisAsync(id, 0, KolomDaftar.Isi(a with { Nik = "123" }), ruang.Loket.Id));
        Assert.Null(await kolektif.SimpanBarisAsync(id, 0, KolomDaftar.Isi(b), ruang.Loket.Id));
        var lembar = (await kolektif.BacaAsync(id, ruang.Loket.Id))!;
        Assert.Equal([2, 3], lembar.Orang.Select(o => o.Baris.Nomor));
        Assert.Equal("Sel B2 (NIK): NIK harus 16 angka, sedangkan yang Anda isi 3 angka. Periksa lagi pada KTP.", Assert.Single(lembar.Galat).Lengkap);
        Assert.Null(await kolektif.SimpanBarisAsync(id, 2, KolomDaftar.Isi(a), ruang.Loket.Id));
        Assert.Contains("berubah sejak halaman dibuka", Assert.IsType<HasilLoket.Ditolak>(await AjukanAsync(ruang, lembar)).Kalimat, StringComparison.Ordinal);
        Assert.Null(await kolektif.HapusBarisAsync(id, 3, ruang.Loket.Id));
        lembar = (await kolektif.BacaAsync(id, ruang.Loket.Id))!;
        Assert.True(lembar.Bersih);
        Assert.IsType<HasilLoket.Tercatat>(await AjukanAsync(ruang, lembar));
        Assert.Contains("sudah diajukan", await kolektif.SimpanBarisAsync(id, 0, KolomDaftar.Isi(b), ruang.Loket.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_a_list_and_one_left_lying_is_destroyed()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var (id, lain) = (await DaftarAsync(ruang), await ruang.Uji.OrangAsync("Loket Dua", Peran.PetugasLoket));
        Assert.Null(await ruang.Ambil<KolektifService>().BacaAsync(id, lain.Id));
        Assert.IsType<HasilLoket.Ditolak>(await ruang.Ambil<PengajuanKolektif>().AjukanAsync(id, 0, lain.Pelaku));
        await ruang.Jam.SetelAsync((await ruang.BacaAsync(db => db.WaktuKiniAsync())).AddDays(DaftarKolektif.HariDisimpan + 1));
        await ruang.Ambil<RetensiService>().JalankanAsync();
        Assert.Equal((0, 0), (await ruang.BacaAsync(db => db.Set<DaftarKolektif>().CountAsync()), await ruang.BacaAsync(db => db.Set<IsiSurat>().CountAsync())));
    }

    private static async Task<Guid> DaftarAsync(RuangLoket ruang, DataSurat? surat = null) => Assert.IsType<HasilLoket.Tercatat>(
        await ruang.Ambil<KolektifService>().BuatAsync(surat ?? await ruang.SuratAsync(), "Badan Kepegawaian", PermohonanUji.Berkas, ruang.Loket.Pelaku)).Id;

    private static async Task<LembarKolektif> IsiAsync(RuangLoket ruang, Guid id, byte[] isi)
    {
        var hasil = PembacaDaftar.Berkas(isi);
        Assert.Null(await ruang.Ambil<KolektifService>().GantiAsync(id, hasil is HasilBaca.Terbaca t ? t.Baris : throw new InvalidOperationException(((HasilBaca.Ditolak)hasil).Kalimat), ruang.Loket.Id));
        return (await ruang.Ambil<KolektifService>().BacaAsync(id, ruang.Loket.Id))!;
    }

    private static Task<HasilLoket> AjukanAsync(RuangLoket ruang, LembarKolektif lembar) =>
        ruang.Ambil<PengajuanKolektif>().AjukanAsync(lembar.Daftar.Id, lembar.Daftar.Version, ruang.Loket.Pelaku);
}
