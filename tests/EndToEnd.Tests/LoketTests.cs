using System.Globalization;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>Paper at the counter: one person who confirms by mail on a phone, and a letter for many with errors that are mended.</summary>
public sealed class LoketTests(PortalHidup portal)
{
    private const string Sandi = "sawah hijau di pagi hari";

    [Fact]
    public async Task The_counter_files_for_one_person_who_confirms_by_mail_and_the_request_waits_for_the_Kepala()
    {
        await using var loket = await Orang.DatangAsync(portal, "Petugas loket");
        await loket.MasukAsync(await portal.BuatPetugasAsync("Sri Loket", "sri.loket@contoh.go.id", Peran.PetugasLoket), PortalHidup.SandiPetugas);
        await loket.Halaman.WaitForURLAsync("**/loket", Orang.Segera);
        await loket.Melihat("Catat surat yang dibawa ke loket").ToBeVisibleAsync();
        await loket.PeriksaAsync("loket");
        await loket.IkutiAsync("Untuk satu orang");
        await loket.TekanAsync("Periksa dan lanjut ke pindaian");
        await loket.Melihat("NIK belum diisi").ToBeVisibleAsync();
        await loket.PeriksaAsync("loket-baru-galat");
        var orang = DataUji.Pemohon(771_001, "tri.pemohon@contoh.go.id") with { Nama = "Tri Wahyuni" };
        await IsiAsync(loket, orang);
        await IsiSuratAsync(loket, "000.9/771/2026");
        await loket.TekanAsync("Periksa dan lanjut ke pindaian");
        await loket.Melihat("Pindaian").ToBeVisibleAsync();
        await loket.PeriksaAsync("loket-pindaian");
        await loket.Halaman.Locator("input[type=file][name=SuratRekomendasi]").SetInputFilesAsync(PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await loket.TekanAsync("Catat dan kirim konfirmasi");
        await loket.Melihat("Email konfirmasi sedang dikirim").ToBeVisibleAsync();
        await loket.PeriksaAsync("loket-tanda-terima");
        await loket.PeriksaDiPonselAsync("loket-tanda-terima");

        await using var tri = await Orang.DatangAsync(portal, "Tri Wahyuni", ponsel: true);
        await tri.BukaAsync(await tri.LinkSurelAsync(orang.Surel, "/konfirmasi"));
        await tri.PeriksaAsync("konfirmasi-link-360");
        await tri.Halaman.GetByLabel("Kata sandi baru").FillAsync(Sandi);
        await tri.TekanAsync("Buat kata sandi dan lanjut");
        await tri.Melihat("Kata sandi Anda tersimpan").ToBeVisibleAsync();
        await tri.Halaman.GetByLabel("Alamat email").FillAsync(orang.Surel);
        await tri.Halaman.GetByLabel("Kata sandi", new PageGetByLabelOptions { Exact = true }).FillAsync(Sandi);
        await tri.Halaman.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Masuk", Exact = true }).ClickAsync();
        await tri.Halaman.WaitForURLAsync("**/konfirmasi", Orang.Segera);
        await tri.PeriksaAsync("konfirmasi-privasi-360");
        await tri.Halaman.Locator("#setuju").CheckAsync();
        await tri.TekanAsync("Setuju dan lanjut memeriksa");
        await tri.Melihat("KTP elektronik belum ada").ToBeVisibleAsync();
        await tri.UnggahAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-scan.png"));
        await tri.Melihat("Data ini benar, ajukan").ToBeVisibleAsync();
        await tri.PeriksaAsync("konfirmasi-360");
        await tri.IkutiAsync("Perbaiki data");
        await tri.Halaman.Locator("#Jabatan").FillAsync("Arsiparis Ahli Madya");
        await tri.TekanAsync("Simpan dan kembali ke konfirmasi");
        await tri.Melihat("Arsiparis Ahli Madya").ToBeVisibleAsync();
        await tri.TekanAsync("Data ini benar, ajukan");
        await tri.Melihat("Permohonan terkirim").ToBeVisibleAsync();
        await tri.PeriksaAsync("konfirmasi-terkirim-360");
        await using (var db = await Db())
        {
            var p = await db.Permohonan.SingleAsync(p => p.Data.Nik == orang.Nik);
            Assert.Equal((Tahap.MenungguDisposisi, "Arsiparis Ahli Madya", true), (p.Tahap, p.Data.Jabatan, p.LoketId is not null));
        }

        await loket.BukaAsync("/loket?lihat=riwayat");
        await loket.Melihat("Menunggu disposisi").ToBeVisibleAsync();
        await loket.PeriksaAsync("loket-riwayat");
    }

    [Fact]
    public async Task A_letter_for_many_shows_its_errors_is_mended_and_filed_and_one_of_them_says_not_mine()
    {
        await using var loket = await Orang.DatangAsync(portal, "Petugas loket");
        await loket.MasukAsync(await portal.BuatPetugasAsync("Umi Loket", "umi.loket@contoh.go.id", Peran.PetugasLoket), PortalHidup.SandiPetugas);
        await loket.BukaAsync("/loket/kolektif/baru");
        await IsiSuratAsync(loket, "000.9/772/2026");
        await loket.Halaman.Locator("#Asal").FillAsync("Badan Kepegawaian");
        await loket.Halaman.Locator("input[type=file][name=Pindaian]").SetInputFilesAsync(PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await loket.PeriksaAsync("kolektif-surat");
        await loket.TekanAsync("Simpan surat dan lanjut ke daftar");
        await loket.Melihat("Isi daftar").ToBeVisibleAsync();
        await loket.PeriksaAsync("kolektif-kosong");

        var orang = Enumerable.Range(772_001, 4).Select(n => DataUji.Pemohon(n, $"kolektif{n}@contoh.go.id")).ToList();
        await UnggahAsync(loket, [orang[0], orang[1] with { Nama = "Bagas Prasetyo, S.Kom.", Nik = "33990155079" }, orang[2] with { Surel = "bagas@gmail.com" }, orang[3]]);
        await loket.Melihat("3 hal perlu diperbaiki pada 2 baris").ToBeVisibleAsync();
        await loket.Melihat("Sel B3").ToBeVisibleAsync();
        await loket.PeriksaAsync("kolektif-galat");
        await loket.PeriksaDiPonselAsync("kolektif-galat");
        await Assertions.Expect(loket.Halaman.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Ajukan") })).ToHaveCountAsync(0);

        // One is mended on the page, the rest in the file.
        await loket.Halaman.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Perbaiki baris 4" }).First.ClickAsync();
        await loket.Melihat("harus berakhiran .go.id").ToBeVisibleAsync();
        await loket.PeriksaAsync("kolektif-baris");
        await loket.Halaman.Locator("#Surel").FillAsync(orang[2].Surel);
        await loket.TekanAsync("Simpan baris");
        await loket.Melihat("2 hal perlu diperbaiki pada 1 baris").ToBeVisibleAsync();
        await UnggahAsync(loket, orang);
        await loket.Melihat("Semua 4 baris benar").ToBeVisibleAsync();
        await loket.PeriksaAsync("kolektif-benar");
        await loket.TekanAsync("Ajukan 4 permohonan");
        await loket.Melihat("4 permohonan dicatat").ToBeVisibleAsync();
        await loket.PeriksaAsync("kolektif-diajukan");
        await loket.BukaAsync("/loket");
        await loket.PeriksaAsync("loket-menunggu");
        await loket.PeriksaDiPonselAsync("loket-menunggu");

        await using var bukan = await Orang.DatangAsync(portal, "Bukan pemohon", ponsel: true, gelap: true, skrip: false);
        await bukan.BukaAsync(await bukan.LinkSurelAsync(orang[3].Surel, "/konfirmasi"));
        await bukan.Halaman.Locator("summary", new PageLocatorOptions { HasText = "Ini bukan permohonan saya" }).ClickAsync();
        await bukan.Halaman.GetByLabel("Alasan").FillAsync("Saya tidak pernah meminta sertifikat.");
        await bukan.PeriksaAsync("konfirmasi-bukan-360");
        await bukan.TekanAsync("Ini bukan permohonan saya");
        await bukan.Melihat("sudah dibatalkan").ToBeVisibleAsync();
        var kabar = await portal.Surel.WaitForAsync(m => m.To.Contains("umi.loket@contoh.go.id") && m.Subject.Contains("tidak diakui", StringComparison.Ordinal));
        Assert.Contains("Saya tidak pernah meminta sertifikat.", kabar.Text, StringComparison.Ordinal);
        await using var db = await Db();
        var semua = await db.Permohonan.Where(p => p.Surat.Nomor == "000.9/772/2026").Select(p => new { p.Tahap, p.SuratMasukId }).ToListAsync();
        Assert.Equal((3, 1, 1), (semua.Count(p => p.Tahap == Tahap.MenungguKonfirmasi), semua.Count(p => p.Tahap == Tahap.Dibatalkan), semua.Select(p => p.SuratMasukId).Distinct().Count()));
    }

    private static async Task UnggahAsync(Orang loket, IReadOnlyList<DataPemohon> orang)
    {
        await loket.Halaman.Locator("input[type=file][name=Daftar]").SetInputFilesAsync(new FilePayload
        {
            Name = "daftar.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = PenulisXlsx.Tulis(("Daftar", [[.. KolomDaftar.Semua.Select(k => k.Judul)], .. orang.Select(o => KolomDaftar.Isi(o))])),
        });
        await loket.TekanAsync("Unggah dan periksa");
    }

    private static async Task IsiAsync(Orang loket, DataPemohon d)
    {
        foreach (var (bidang, nilai) in d.Nilai().Where(n => n.Bidang != BidangPermohonan.StatusKepegawaian))
        {
            await loket.Halaman.Locator($"#{bidang}").FillAsync(nilai);
        }
    }

    private static async Task IsiSuratAsync(Orang loket, string nomor)
    {
        await loket.Halaman.Locator("#NomorSurat").FillAsync(nomor);
        await loket.Halaman.Locator("#TanggalSurat").FillAsync(TimeProvider.System.GetUtcNow().AddDays(-8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await loket.Halaman.Locator("#AtasanNama").FillAsync("Bagas Prasetyo Nugroho");
        await loket.Halaman.Locator("#AtasanNip").FillAsync("197803122003121004");
        await loket.Halaman.Locator("#AtasanJabatan").FillAsync("Kepala Badan");
    }

    private Task<KlatenDb> Db() => portal.Services.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync();
}
