using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Berkas;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>Step 1 in a browser with scripts off, on real PostgreSQL.</summary>
public sealed class PengajuanTests(PortalBersama bersama, PostgresUji postgres) : IClassFixture<PortalBersama>
{
    private readonly PortalUji portal = bersama.Portal;

    [Fact]
    public async Task An_applicant_fills_in_uploads_checks_and_sends()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        var periksa = await p.Klien.BukaAsync($"/permohonan/{p.Id}/periksa");
        Assert.DoesNotContain("perlu dilengkapi", periksa.Teks, StringComparison.Ordinal);
        var kirim = await p.Klien.KirimAsync(periksa, "formulir-kirim");
        Assert.True(kirim.Tujuan == $"/permohonan/{p.Id}?terkirim=1", kirim.Teks);
        var lacak = await p.Klien.BukaAsync(kirim.Tujuan!);
        var permohonan = await p.BacaAsync();
        Assert.Equal(Tahap.MenungguDisposisi, permohonan.Tahap);
        Assert.Contains($"Permohonan {permohonan.NomorResi}", lacak.Teks, StringComparison.Ordinal);
        Assert.Contains("Halo, Sekar", lacak.Teks, StringComparison.Ordinal);
        Assert.Equal((p.Nik, "199007152015032002", "+6281234567890"), (permohonan.Data.Nik, permohonan.Data.Nip, permohonan.Data.Ponsel));
        Assert.Equal(8, lacak.Dokumen.QuerySelectorAll("ol.langkah > li").Length);
    }

    [Fact]
    public async Task A_second_start_finds_the_draft_and_a_sent_request_is_told()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        Assert.Equal($"/permohonan/{p.Id}/data", (await p.Klien.KirimAsync("/permohonan/baru", "baru")).Tujuan);
        await (await p.LengkapiAsync()).KirimPermohonanAsync();
        Assert.Contains("masih berjalan", (await p.Klien.KirimAsync("/permohonan/baru", "baru")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parallel_starts_make_one_draft()
    {
        var klien = await portal.MasukAsync(Peran.Pemohon);
        var halaman = await klien.BukaAsync("/permohonan/baru");
        var tujuan = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => klien.KirimAsync(halaman, "baru")));
        Assert.Single(tujuan.Select(t => t.Tujuan).Distinct());
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Permohonan.CountAsync(x => x.PemohonId == klien.Akun!.Id)));
    }

    [Fact]
    public async Task Incomplete_data_are_kept_and_each_field_is_told()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var hasil = await p.Klien.KirimAsync($"/permohonan/{p.Id}/data", "formulir-simpan", ("Nama", "Dr. Sekar Wulandari"), ("Nik", "33"), ("Jabatan", "Arsiparis"));
        Assert.Null(hasil.Tujuan);
        Assert.Contains("gelar", hasil.Dokumen.QuerySelector("#Nama-galat")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(hasil.Dokumen.QuerySelector("#Nik-galat"));
        Assert.NotNull(hasil.Dokumen.QuerySelector("#TanggalSurat-galat"));
        Assert.Equal("Arsiparis", (await p.BacaAsync()).Data.Jabatan);
    }

    [Theory]
    [InlineData("Jabatan", "Arsiparis 😀")]
    [InlineData("Jabatan", "Arsip\uFFFDaris")]
    [InlineData("Jabatan", "Arsip\0aris")]
    [InlineData("Nama", "Sekar\0")]
    [InlineData("Nik", "3399\u0001")]
    [InlineData("Ponsel", "\08123456789")]
    [InlineData("NomorSurat", "000\u001B9")]
    [InlineData("UnitKerja", "panjang")]
    public async Task What_cannot_be_kept_is_told_at_its_field_and_stays_typed(string bidang, string nilai)
    {
        var p = await Perjalanan.MulaiAsync(portal);
        nilai = nilai == "panjang" ? new string('x', 5000) : nilai;
        var hasil = await p.Klien.KirimAsync($"/permohonan/{p.Id}/data", "formulir-simpan", (bidang, nilai), ("Kota", "Sukoharjo"));
        Assert.Equal(HttpStatusCode.OK, hasil.Status);
        Assert.NotNull(hasil.Dokumen.QuerySelector($"#{bidang}-galat"));
        Assert.Equal("Sukoharjo", hasil.Dokumen.QuerySelector("#Kota")!.GetAttribute("value"));
        Assert.Equal("Klaten", (await p.BacaAsync()).Data.Kota);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("berkas")]
    [InlineData("periksa")]
    [InlineData("surat-permohonan")]
    [InlineData("aktivasi")]
    [InlineData("passphrase")]
    [InlineData("")]
    public async Task A_strangers_request_is_not_there(string halaman)
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var asing = await portal.MasukAsync(Peran.Pemohon);
        Assert.Equal(HttpStatusCode.NotFound, (await asing.BukaAsync($"/permohonan/{p.Id}/{halaman}".TrimEnd('/'))).Status);
    }

    [Fact]
    public async Task A_stale_form_is_told_who_was_faster_and_keeps_the_text()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var lama = await p.Klien.BukaAsync($"/permohonan/{p.Id}/data");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/data", "formulir-simpan", ("Jabatan", "Arsiparis"));
        var hasil = await p.Klien.KirimAsync(lama, "formulir-simpan", ("Jabatan", "Pustakawan"));
        Assert.Contains("ulisan Anda tetap ada", hasil.Teks, StringComparison.Ordinal);
        Assert.Equal("Pustakawan", hasil.Dokumen.QuerySelector("#Jabatan")!.GetAttribute("value"));
        Assert.Equal("Arsiparis", (await p.BacaAsync()).Data.Jabatan);
        await p.Klien.KirimAsync(hasil, "formulir-simpan");
        Assert.Equal("Pustakawan", (await p.BacaAsync()).Data.Jabatan);
    }

    [Fact]
    public async Task A_double_send_is_one_act()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        var periksa = await p.Klien.BukaAsync($"/permohonan/{p.Id}/periksa");
        var hasil = await Task.WhenAll(p.Klien.KirimAsync(periksa, "formulir-kirim"), p.Klien.KirimAsync(periksa, "formulir-kirim"));
        Assert.All(hasil, h => Assert.Equal($"/permohonan/{p.Id}?terkirim=1", h.Tujuan));
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.PermohonanId == p.Id && a.Tindakan == Tindakan.Ajukan)));
        Assert.NotNull((await p.BacaAsync()).SuratMasukId);
    }

    [Fact]
    public async Task Autosave_keeps_what_is_typed_and_gives_the_next_version()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var halaman = await p.Klien.BukaAsync($"/permohonan/{p.Id}/data");
        var nilai = HalamanUji.Isi(halaman.Formulir("formulir-simpan")).Where(i => i.Key != "Jabatan").Append(KeyValuePair.Create("Jabatan", "Arsiparis"));
        using var kirim = new FormUrlEncodedContent(nilai);
        using var jawab = await p.Klien.Http.PostAsync($"/permohonan/{p.Id}/data/simpan", kirim);
        var permohonan = await p.BacaAsync();
        Assert.Contains($"\"versi\":{permohonan.Version}", await jawab.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Arsiparis", permohonan.Data.Jabatan);
    }

    [Fact]
    public async Task No_upload_before_the_privacy_notice_and_the_consent_is_in_the_audit()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var sebelum = await p.Klien.BukaAsync($"/permohonan/{p.Id}/berkas");
        Assert.Empty(sebelum.Dokumen.QuerySelectorAll("input[type=file]"));
        Assert.Contains("Centang dahulu", (await p.Klien.KirimAsync(sebelum, "formulir-privasi")).Teks, StringComparison.Ordinal);
        await p.Klien.KirimAsync(sebelum, "formulir-privasi", ("Setuju", "ya"));
        Assert.NotEmpty((await p.Klien.BukaAsync($"/permohonan/{p.Id}/berkas")).Dokumen.QuerySelectorAll("input[type=file]"));
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.PermohonanId == p.Id && a.Jenis == JenisAudit.PersetujuanPrivasi)));
    }

    [Fact]
    public async Task A_request_that_was_sent_back_opens_just_its_fix_list()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        var kepala = await portal.BuatPenggunaAsync("Orang Kepala", Peran.Kepala);
        await p.PetugasAsync(kepala.Id, new Kembalikan { Alasan = "Jabatan tidak sama dengan surat", DaftarPerbaikan = [new(BidangPermohonan.Jabatan, "Tulis lengkap")] });
        var data = await p.Klien.BukaAsync($"/permohonan/{p.Id}/data");
        Assert.NotNull(data.Dokumen.QuerySelector("input[name=Jabatan]"));
        Assert.Null(data.Dokumen.QuerySelector("input[name=Nama]"));
        Assert.Contains("Tulis lengkap", data.Teks, StringComparison.Ordinal);
        // Of the documents just the applicant's own letter, which states the data.
        Assert.All((await p.Klien.BukaAsync($"/permohonan/{p.Id}/berkas")).Dokumen.QuerySelectorAll("input[type=file]"), i => Assert.NotNull(i.Closest("#formulir-unggahsuratpermohonan")));
        await p.Klien.KirimAsync(data, "formulir-simpan", ("Jabatan", "Pranata Komputer Ahli Muda"), ("Nama", "Orang Lain"));
        Assert.Equal("Sekar Wulandari", (await p.BacaAsync()).Data.Nama);
    }

    [Fact]
    public async Task A_letter_made_by_the_portal_is_made_anew_with_the_mended_data()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        var kepala = await portal.BuatPenggunaAsync("Orang Kepala", Peran.Kepala);
        await p.PetugasAsync(kepala.Id, new Kembalikan { Alasan = "Jabatan tidak sama dengan surat", DaftarPerbaikan = [new(BidangPermohonan.Jabatan, "Tulis lengkap")] });
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/data", "formulir-simpan", ("Jabatan", "Pranata Komputer Ahli Muda"));
        var surat = await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().Where(b => b.PermohonanId == p.Id && b.Jenis == JenisBerkas.SuratPermohonan).OrderBy(b => b.DiunggahPada).Select(b => b.Sha256).ToListAsync());
        Assert.Equal(2, surat.Distinct().Count());
        await p.KirimPermohonanAsync();
        Assert.Equal((Tahap.MenungguDisposisi, "Pranata Komputer Ahli Muda"), ((await p.BacaAsync()).Tahap, (await p.BacaAsync()).Data.Jabatan));
    }

    [Fact]
    public async Task The_front_page_leads_to_ones_one_request_and_else_to_the_list()
    {
        var klien = await portal.MasukAsync(Peran.Pemohon);
        Assert.Equal("/permohonan", (await klien.BukaAsync("/")).Tujuan);
        var p = await Perjalanan.MulaiAsync(portal);
        Assert.Equal($"/permohonan/{p.Id}", (await p.Klien.BukaAsync("/")).Tujuan);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}", "formulir-batal", ("Alasan", "Salah isi"), ("Yakin", "ya"));
        await p.Klien.KirimAsync("/permohonan/baru", "baru");
        Assert.Equal("/permohonan", (await p.Klien.BukaAsync("/")).Tujuan);
    }

    [Theory]
    [InlineData(Peran.Kasi, "/antrean")]
    [InlineData(Peran.Administrator, "/admin")]
    public async Task The_front_page_leads_officials_to_their_work(Peran peran, string tujuan) =>
        Assert.Equal(tujuan, (await (await portal.MasukAsync(peran)).BukaAsync("/")).Tujuan);

    [Fact]
    public async Task A_draft_lives_as_long_as_the_setting_says()
    {
        await using var lain = await PortalUji.MulaiAsync(postgres);
        var admin = await lain.MasukAsync(Peran.Administrator);
        Assert.NotNull((await admin.KirimAsync("/admin/pengaturan", "pengaturan", ("Isian.HariDraf", "7"))).Tujuan);
        var p = await Perjalanan.MulaiAsync(lain);
        var draf = await lain.DenganDbAsync(db => db.Permohonan.AsNoTracking().SingleAsync(x => x.Id == p.Id));
        Assert.Equal(draf.DibuatPada.AddDays(7), draf.BatasBerikutnya);
    }
}
