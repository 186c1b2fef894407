using System.Diagnostics;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Tests.Loket;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.LayananLain;

/// <summary>Revocations by a list under one letter: all or nothing, and every bad row with its cell.</summary>
public sealed class PencabutanMassalTests(PostgresUji postgres, ITestOutputHelper keluaran) : RuangLayanan(postgres)
{
    private static int nomor = 500_000;
    private OrangUji atasan = null!;

    private PencabutanMassalService Massal => Ambil<PencabutanMassalService>();

    private static DataSurat Surat => new() { Nomor = "800/12/2026", Tanggal = new DateOnly(2026, 1, 5), AtasanNip = "196803121994031004", AtasanJabatan = "Kepala Bidang Mutasi" };

    [Fact]
    public async Task Two_hundred_are_filed_in_one_go_under_one_letter_with_one_scan()
    {
        var orang = await MulaiAsync(200);
        var jam = Stopwatch.StartNew();
        var surat = Assert.IsType<HasilCabutMassal.Tercatat>(await AjukanAsync(Buku(orang))).SuratMasukId;
        jam.Stop();
        keluaran.WriteLine($"200 pencabutan diajukan dalam {jam.Elapsed.TotalSeconds:0.0} s");

        var semua = await Layanan.BacaAsync(db => db.Permohonan.AsNoTracking().Where(p => p.SuratMasukId == surat).ToListAsync());
        Assert.Equal((200, 200, 200), (semua.Count, semua.Select(p => p.NomorResi).Distinct().Count(), semua.Select(p => p.SertifikatId).Distinct().Count()));
        Assert.All(semua, p => Assert.Equal((Tahap.VerifikasiBerkas, atasan.Id, Domain.Pengajuan.Layanan.Pencabutan), (p.Tahap, p.PemohonId, p.Layanan)));
        Assert.All(semua, p => Assert.NotNull(p.BatasBerikutnya));
        Assert.Equal(1, await HitungAsync("isi_surat"));
        Assert.Equal(200, await HitungAsync("berkas WHERE isi_surat_id IS NOT NULL"));
        Assert.Equal(1, await HitungAsync("surat_masuk WHERE perihal = 'Permohonan pencabutan sertifikat elektronik'"));
        Assert.Equal(1, await HitungAsync($"audit WHERE pelaku_id = '{atasan.Id}' AND rincian LIKE 'Daftar pencabutan, nomor agenda %: 200 permohonan diajukan'"));
        // Each holder is told, and the filer reads the numbers on one page.
        Assert.Equal(200, await HitungAsync("surel_keluar WHERE jenis = 'PencabutanDiajukan'"));
        Assert.Equal(0, await HitungAsync($"surel_keluar WHERE kepada = '{atasan.Surel}'"));
        var (agenda, baris) = await Massal.TercatatAsync(surat, atasan.Id);
        Assert.Equal((200, true), (baris.Count, agenda is not null));
        Assert.Empty((await Massal.TercatatAsync(surat, (await Uji.OrangAsync("Orang Lain", Peran.Pemohon)).Id)).Baris);

        // Each goes on alone, with the shared letter.
        var satu = new ContohPermohonan(semua[0].Id, atasan, new DataPemohon());
        await Uji.MajuKeAsync(satu, Tahap.Selesai);
        Assert.Equal(StatusSertifikat.Dicabut, (await Layanan.BacaAsync(db => db.Set<SertifikatTerbit>().SingleAsync(s => s.Id == semua[0].SertifikatId))).Status);
        var berkas = await Layanan.BacaAsync(db => db.Set<BerkasPermohonan>().Where(b => b.PermohonanId == semua[1].Id).Select(b => b.Id).SingleAsync());
        Assert.Equal(PermohonanUji.Berkas.Isi, (await Ambil<LihatBerkasService>().BukaAsync(berkas, false, atasan.Pelaku))!.Isi);
    }

    [Fact]
    public async Task Every_kind_of_bad_row_has_its_sentence_and_cell_and_nothing_is_filed()
    {
        var orang = await MulaiAsync(20);
        var milikSendiri = await PemegangAsync(atasan);
        var dicabut = orang[0];
        await Basis.JalankanAsync($"UPDATE sertifikat_terbit SET status = 'Dicabut' WHERE pemohon_id = (SELECT pemohon_id FROM permohonan WHERE nip = '{dicabut.Nip}')");
        var berakhir = orang[1];
        await Basis.JalankanAsync($"UPDATE sertifikat_terbit SET berlaku_sampai = now() - interval '1 day' WHERE pemohon_id = (SELECT pemohon_id FROM permohonan WHERE nip = '{berakhir.Nip}')");
        var diajukan = orang[2];
        Assert.IsType<HasilCabutMassal.Tercatat>(await AjukanAsync(Buku([diajukan]), Surat with { Nomor = "800/1/2026" }));
        var diajukanLain = orang[3];
        Assert.IsType<HasilCabutMassal.Tercatat>(await AjukanAsync(Buku([diajukanLain]), Surat with { Nomor = "800/2/2026" }, await Uji.OrangAsync("Atasan Lain", Peran.Pemohon)));
        var draf = orang[4];
        Assert.NotNull((await Pencabutan.BuatDrafAsync(Atasan(new ContohPermohonan(Guid.Empty, atasan, draf)), atasan.Pelaku)).Id);

        SelUji[] Baik(int n) => [orang[n].Nip, orang[n].Nama, "Pensiun", ""];
        (string Nama, SelUji[] Sel, string Harapan)[] perkara =
        [
            ("revoked meanwhile", [dicabut.Nip, dicabut.Nama, "Pensiun"], "A2 (NIP): " + "Tidak ada sertifikat yang berlaku dengan NIP dan nama itu."),
            ("run out", [berakhir.Nip, berakhir.Nama, "Pensiun"], "A3 (NIP): Tidak ada sertifikat yang berlaku"),
            ("filed already", [diajukan.Nip, diajukan.Nama, "Pensiun"], "A4 (NIP): Pencabutan sertifikat ini sudah diajukan (nomor resi "),
            ("filed by another", [diajukanLain.Nip, diajukanLain.Nama, "Pensiun"], "A5 (NIP): Pencabutan sertifikat ini sudah diajukan orang lain"),
            ("an own draft", [draf.Nip, draf.Nama, "Pensiun"], "A6 (NIP): Anda sudah memulai pencabutan sertifikat ini"),
            ("own certificate", [milikSendiri.Nip, milikSendiri.Nama, "Pensiun"], "A7 (NIP): Itu sertifikat Anda sendiri."),
            ("name of another", [orang[5].Nip, "Orang Lain", "Pensiun"], "A8 (NIP): Tidak ada sertifikat yang berlaku"),
            ("no NIP", ["", orang[6].Nama, "Pensiun"], "A9 (NIP): "),
            ("NIP of 17 digits", [orang[6].Nip[1..], orang[6].Nama, "Pensiun"], "A10 (NIP): "),
            ("lost digits", [SelUji.Angka("1.97201021997031E+17"), orang[6].Nama, "Pensiun"], "A11 (NIP): NIP tersimpan sebagai angka"),
            ("no name", [orang[7].Nip, "", "Pensiun"], "B12 (Nama (tanpa gelar)): Nama pemegang sertifikat belum diisi."),
            ("no reason", [orang[8].Nip, orang[8].Nama, ""], "C13: Alasan belum diisi. Isilah salah satu: Mutasi ke instansi lain; Pensiun;"),
            ("a reason of one's own", [orang[9].Nip, orang[9].Nama, "Bosan"], "C14: Alasan itu tidak ada dalam daftar."),
            ("other without a note", [orang[10].Nip, orang[10].Nama, "Lainnya", ""], "D15: Tuliskan alasannya pada keterangan."),
            ("a note that is too long", [orang[11].Nip, orang[11].Nama, "Pensiun", new string('x', 201)], "D16: Keterangan paling panjang 200 huruf"),
            ("a formula", [orang[12].Nip, orang[12].Nama, SelUji.Rumus("B1"), ""], "C17: Sel ini berisi rumus."),
            ("a date", [orang[13].Nip, orang[13].Nama, "Pensiun", SelUji.Tanggal("46000")], "D18: Sel ini berisi tanggal, bukan teks"),
            ("twice", Baik(14), ""),
            ("twice", Baik(14), "A20 (NIP): NIP ini sama dengan NIP pada baris 19."),
            ("beside the columns", [.. Baik(15), "", "catatan"], "F21: Isi sel ini berada di luar kolom daftar."),
        ];
        var buku = Buku([]);
        foreach (var p in perkara)
        {
            buku.Tambah(p.Sel);
        }

        buku.Tambah(Baik(16), tersembunyi: true).Tambah(Baik(17));
        var (lembar, _) = await Massal.PeriksaAsync(Surat, Baca(buku), atasan.Pelaku);
        var salah = perkara.Select((p, i) => (p, Temuan: lembar!.Baris[i].Galat.Select(g => g.Lengkap).ToList()))
            .Where(x => x.p.Harapan.Length == 0 ? x.Temuan.Count > 0 : !x.Temuan.Exists(k => k.StartsWith("Sel " + x.p.Harapan, StringComparison.Ordinal)))
            .Select(x => $"{x.p.Nama}: {string.Join(" | ", x.Temuan)}");
        Assert.Empty(salah);
        Assert.Contains("Baris 22: Baris ini tersembunyi", Assert.Single(lembar!.Baris[^2].Galat).Lengkap, StringComparison.Ordinal);
        Assert.Empty(lembar.Baris[^1].Galat);
        Assert.Equal(1, await HitungAsync($"audit WHERE jenis = 'TindakanDitolak' AND pelaku_id = '{atasan.Id}' AND rincian LIKE '%pada 3 baris tidak cocok%'"));

        var sebelum = await HitungAsync("permohonan WHERE layanan = 'Pencabutan'");
        Assert.IsType<HasilCabutMassal.BelumBenar>(await AjukanAsync(buku));
        Assert.Equal(sebelum, await HitungAsync("permohonan WHERE layanan = 'Pencabutan'"));
    }

    [Fact]
    public async Task One_bad_row_among_good_ones_files_nothing_at_all()
    {
        var orang = await MulaiAsync(3);
        Assert.IsType<HasilCabutMassal.BelumBenar>(await AjukanAsync(Buku(orang).Tambah(["198001012005011001", "Tidak Ada", "Pensiun"])));
        Assert.Equal((0L, 0L, 0L), (await HitungAsync("permohonan WHERE layanan = 'Pencabutan'"), await HitungAsync("isi_surat"), await HitungAsync("surat_masuk")));
    }

    [Fact]
    public async Task The_same_list_twice_files_nothing_twice()
    {
        var orang = await MulaiAsync(3);
        var (buku, kunci) = (Buku(orang), Guid.NewGuid());
        var hasil = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AjukanAsync(buku, kunci: kunci)));
        Assert.Single(hasil.Select(h => Assert.IsType<HasilCabutMassal.Tercatat>(h).SuratMasukId).Distinct());
        var lagi = Assert.IsType<HasilCabutMassal.BelumBenar>(await AjukanAsync(buku)).Lembar;
        Assert.All(lagi.Baris, b => Assert.Contains("sudah diajukan (nomor resi", Assert.Single(b.Galat).Kalimat, StringComparison.Ordinal));
        Assert.Equal(3, await HitungAsync("permohonan WHERE layanan = 'Pencabutan'"));
    }

    [Fact]
    public async Task Two_superiors_with_the_same_list_at_once_file_it_once()
    {
        var orang = await MulaiAsync(3);
        var lain = await Uji.OrangAsync("Atasan Lain", Peran.Pemohon);
        var hasil = await Task.WhenAll(AjukanAsync(Buku(orang)), AjukanAsync(Buku([.. orang.Reverse()]), Surat with { Nomor = "800/99/2026" }, lain));
        Assert.Single(hasil.OfType<HasilCabutMassal.Tercatat>());
        Assert.Equal(3, await HitungAsync("permohonan WHERE layanan = 'Pencabutan'"));
    }

    [Fact]
    public async Task A_second_list_of_the_same_letter_keeps_its_agenda_number()
    {
        var orang = await MulaiAsync(2);
        var satu = Assert.IsType<HasilCabutMassal.Tercatat>(await AjukanAsync(Buku([orang[0]])));
        var dua = Assert.IsType<HasilCabutMassal.Tercatat>(await AjukanAsync(Buku([orang[1]])));
        Assert.Equal(satu.SuratMasukId, dua.SuratMasukId);
    }

    [Fact]
    public async Task Only_an_applicant_files_and_the_letter_is_checked()
    {
        var orang = await MulaiAsync(1);
        var kasi = await Uji.PetugasAsync(Peran.Kasi);
        Assert.IsType<HasilCabutMassal.Ditolak>(await AjukanAsync(Buku(orang), oleh: kasi));
        var galat = Assert.IsType<HasilCabutMassal.BelumBenar>(await AjukanAsync(Buku(orang), new DataSurat())).Lembar.GalatSurat;
        Assert.Equal(["NomorSurat", "TanggalSurat", "AtasanNip", "AtasanJabatan"], galat.Select(g => g.Bidang));
    }

    [Fact]
    public async Task A_reason_is_understood_by_its_first_words_and_titles_are_forgiven()
    {
        var orang = await MulaiAsync(1);
        var buku = Buku([]).Tambah([orang[0].Nip.Insert(8, " "), $"Drs. {orang[0].Nama.ToUpperInvariant()}, M.Si.", "mutasi", "TMT 1 Februari"]);
        Assert.IsType<HasilCabutMassal.Tercatat>(await AjukanAsync(buku));
        Assert.Equal("Mutasi ke instansi lain: TMT 1 Februari", (await Layanan.BacaAsync(db => db.Permohonan.SingleAsync(p => p.Layanan == Domain.Pengajuan.Layanan.Pencabutan))).AlasanPencabutan);
    }

    [Fact]
    public void What_was_read_can_be_pasted_again_and_spoilt_cells_stay_spoilt()
    {
        var buku = Buku([])
            .Tambah(["199007152015032002", "Sekar \"Sari\" Wulandari", "Lainnya", "dua\nbaris"])
            .Tambah([SelUji.Angka("1.99007152015032E+17"), "Bagas", "Pensiun", SelUji.Tanggal("46000")]);
        var baris = Assert.IsType<HasilBaca.Terbaca>(PembacaDaftar.Tempelan(LembarDaftarCabut.Tulis(Baca(buku)), BentukDaftar.Pencabutan)).Baris;
        Assert.Equal(["199007152015032002", "Sekar \"Sari\" Wulandari", "Lainnya", "dua\nbaris"], baris[0].Sel);
        Assert.Equal((2, 3), (baris[0].Nomor, baris[1].Nomor));
        Assert.Contains("NIP tersimpan sebagai angka", Assert.Single(baris[1].Galat).Kalimat, StringComparison.Ordinal);
        Assert.Equal("", baris[1].Sel[3]);
    }

    [Fact]
    public void The_template_read_back_is_an_empty_list_and_the_people_list_is_another()
    {
        var templat = LembarDaftarCabut.Templat(["Pensiun"]);
        Assert.Contains("belum berisi orang", Assert.IsType<HasilBaca.Ditolak>(PembacaDaftar.Berkas(templat, BentukDaftar.Pencabutan)).Kalimat, StringComparison.Ordinal);
        Assert.Contains("tidak dikenal", Assert.IsType<HasilBaca.Ditolak>(PembacaDaftar.Berkas(PenulisXlsx.Templat(), BentukDaftar.Pencabutan)).Kalimat, StringComparison.Ordinal);
        Assert.Contains("Judul kolom tidak ditemukan", Assert.IsType<HasilBaca.Ditolak>(PembacaDaftar.Berkas(templat)).Kalimat, StringComparison.Ordinal);
        Assert.Contains("berisi makro", Assert.IsType<HasilBaca.Ditolak>(PembacaDaftar.Berkas(new BukuUji { Makro = true }.Isi(), BentukDaftar.Pencabutan)).Kalimat, StringComparison.Ordinal);
    }

    /// <summary>A superior, and holders with a certificate in the register.</summary>
    private async Task<IReadOnlyList<DataPemohon>> MulaiAsync(int banyak)
    {
        atasan = await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon);
        List<DataPemohon> orang = [];
        for (var i = 0; i < banyak; i++)
        {
            orang.Add(await PemegangAsync(null));
        }

        return orang;
    }

    private async Task<DataPemohon> PemegangAsync(OrangUji? orang)
    {
        var n = Interlocked.Increment(ref nomor);
        orang ??= await Uji.OrangAsync(DataUji.Nama(n), Peran.Pemohon);
        var data = DataUji.Pemohon(n, orang.Surel);
        await Layanan.BacaAsync(async db =>
        {
            var kini = await db.WaktuKiniAsync();
            var asal = Permohonan.Baru(orang.Id, Domain.Pengajuan.Layanan.Penerbitan, data, kini);
            db.Add(asal);
            db.Add(new SertifikatTerbit
            {
                Id = Guid.NewGuid(),
                PermohonanId = asal.Id,
                PemohonId = orang.Id,
                Serial = $"{n:X8}",
                Subjek = "CN=Uji",
                Penerbit = "CN=Uji",
                BerlakuDari = kini.AddDays(-1),
                BerlakuSampai = kini.AddYears(1),
                Der = [],
                NikPenanda = [1],
            });
            return await db.SaveChangesAsync();
        });
        return data;
    }

    private static BukuUji Buku(IReadOnlyList<DataPemohon> orang)
    {
        var buku = new BukuUji().Judul([.. BentukDaftar.Pencabutan.Kolom.Select(k => (SelUji)k.Judul)]);
        foreach (var o in orang)
        {
            buku.Tambah([o.Nip, o.Nama, "Pensiun", ""]);
        }

        return buku;
    }

    private static IReadOnlyList<BarisDaftar> Baca(BukuUji buku) =>
        PembacaDaftar.Berkas(buku.Isi(), BentukDaftar.Pencabutan) is HasilBaca.Terbaca t ? t.Baris : throw new InvalidOperationException("The list is refused.");

    private Task<HasilCabutMassal> AjukanAsync(BukuUji buku, DataSurat? surat = null, OrangUji? oleh = null, Guid? kunci = null) =>
        Massal.AjukanAsync(surat ?? Surat, Baca(buku), PermohonanUji.Berkas, (oleh ?? atasan).Pelaku, kunci ?? Guid.NewGuid());
}
