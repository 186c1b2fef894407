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

/// <summary>Mutasi and pensiun by upload of a list, on a phone at night and on a desk by day.</summary>
public sealed class CabutDaftarTests(PortalHidup portal)
{
    [Theory]
    [InlineData(true, "Bawahan Malam")]
    [InlineData(false, "Bawahan Siang")]
    public async Task A_superior_uploads_a_list_mends_it_in_the_box_and_files_it(bool ponsel, string nama)
    {
        var uji = new PermohonanUji(portal.Services);
        var pemegang = await uji.SampaiAsync(Tahap.Penerbitan, await uji.OrangAsync(nama, Peran.Pemohon));
        // The running portal asks for the certificate as well: whoever is first, it is there afterwards.
        await uji.Pintu.MintaPenerbitanAsync(pemegang.Id);
        var gambar = ponsel ? "cabut-daftar-360-gelap" : "cabut-daftar-1440";
        await using var atasan = await Orang.DatangAsync(portal, "Atasan " + gambar, ponsel, gelap: ponsel);
        await atasan.MasukAsync(await portal.BuatPetugasAsync("Mulyono Hartanto", $"{gambar}@contoh.go.id", Peran.Pemohon), PortalHidup.SandiPetugas);
        await atasan.BukaAsync("/sertifikat/cabut?untuk=lain");
        await atasan.IkutiAsync("Banyak orang sekaligus: unggah daftar");
        await atasan.Melihat("Surat Anda").ToBeVisibleAsync();
        await atasan.PeriksaAsync(gambar + "-kosong");
        await atasan.Halaman.Locator("#NomorSurat").FillAsync($"800/{gambar}/2026");
        await atasan.Halaman.Locator("#TanggalSurat").FillAsync("2026-01-05");
        await atasan.Halaman.Locator("#AtasanNip").FillAsync("196803121994031004");
        await atasan.Halaman.Locator("#AtasanJabatan").FillAsync("Kepala Bidang Mutasi");
        var isi = PenulisXlsx.Tulis(("Daftar", [
            [.. BentukDaftar.Pencabutan.Kolom.Select(k => k.Judul)],
            [pemegang.Data.Nip, pemegang.Data.Nama, "Mutasi", "TMT 1 Februari"],
            ["198001012005011001", "Tidak Ada", "Pensiun", ""],
            ["123", "Bagas Prasetyo", "Bosan", ""],
        ]));
        await atasan.Halaman.Locator("input[type=file][name=Daftar]").SetInputFilesAsync(new FilePayload { Name = "daftar.xlsx", MimeType = "application/octet-stream", Buffer = isi });
        await atasan.TekanAsync("Periksa daftar");
        await atasan.Melihat("hal perlu diperbaiki pada 2 dari 3 baris").ToBeVisibleAsync();
        await atasan.PeriksaAsync(gambar + "-galat");
        var kotak = await atasan.Halaman.Locator("#Tempelan").InputValueAsync();
        await atasan.Halaman.Locator("#Tempelan").FillAsync(string.Join('\n', kotak.Split('\n').Take(2)));
        await atasan.TekanAsync("Periksa daftar");
        await atasan.Melihat("Periksa 1 orang ini").ToBeVisibleAsync();
        await atasan.PeriksaAsync(gambar + "-periksa");
        Assert.Equal(0, await atasan.Halaman.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await atasan.Halaman.Locator("input[type=file][name=Pindaian]").Last.SetInputFilesAsync(PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await atasan.TekanAsync("Ajukan 1 pencabutan");
        await atasan.Melihat("1 pencabutan sudah diajukan").ToBeVisibleAsync();
        await atasan.PeriksaAsync(gambar + "-terkirim");
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync();
        var p = await db.Permohonan.SingleAsync(p => p.Layanan == Layanan.Pencabutan && p.Data.Nip == pemegang.Data.Nip);
        Assert.Equal((Tahap.VerifikasiBerkas, "Mutasi ke instansi lain: TMT 1 Februari"), (p.Tahap, p.AlasanPencabutan));
    }
}
