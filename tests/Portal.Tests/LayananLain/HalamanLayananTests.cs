using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.LayananLain;

/// <summary>The pages of renewal, change of data, revocation and the register, over HTTP with scripts off.</summary>
public sealed class HalamanLayananTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;
    private KlienUji klien = null!;
    private ContohPermohonan contoh = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        uji = new PermohonanUji(portal.Pabrik.Services);
        var akun = await portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon);
        klien = await portal.MasukAsync(akun);
        contoh = await uji.SampaiAsync(Tahap.Selesai, new OrangUji(akun.Id, akun.Nama, akun.Email!));
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private Task<Permohonan> BacaAsync(Guid id) => portal.DenganDbAsync(db => db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == id));

    private static Guid IdDari(string tujuan) => Guid.Parse(tujuan.Split('/', '?')[2]);

    [Fact]
    public async Task The_holder_sees_the_certificate_and_when_its_renewal_will_be_offered()
    {
        var halaman = await klien.BukaAsync("/sertifikat");
        Assert.Contains("Perpanjangan ditawarkan di sini mulai", halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("Ubah data sertifikat", halaman.Teks, StringComparison.Ordinal);
        Assert.DoesNotContain("Perpanjang sertifikat", halaman.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Near_its_end_one_press_begins_the_renewal_with_the_data_filled_in()
    {
        await portal.DenganDbAsync(db => db.Set<SertifikatTerbit>().ExecuteUpdateAsync(s => s.SetProperty(c => c.BerlakuSampai, c => c.BerlakuSampai.AddDays(-700))));
        var halaman = await klien.BukaAsync("/sertifikat");
        var baru = await klien.KirimAsync(halaman, "/permohonan/baru?layanan=Perpanjangan");
        var draf = await BacaAsync(IdDari(baru.Tujuan!));
        Assert.Equal((Layanan.Perpanjangan, contoh.Data.Nik, Tahap.Draf), (draf.Layanan, draf.Data.Nik, draf.Tahap));
        Assert.Contains("Permohonan perpanjangan baru", (await klien.BukaAsync(baru.Tujuan!)).Teks, StringComparison.Ordinal);
        Assert.Contains("sedang berjalan", (await klien.BukaAsync("/sertifikat")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_data_has_four_steps_and_no_disposition()
    {
        var baru = await klien.KirimAsync("/permohonan/baru?layanan=PerubahanData", "baru");
        var lacak = await klien.BukaAsync($"/permohonan/{IdDari(baru.Tujuan!)}");
        Assert.Equal(
            ["Permohonan dikirim", "Berkas diverifikasi", "Data diubah di BSrE", "Sertifikat terbit"],
            lacak.Dokumen.QuerySelectorAll(".langkah-judul").Select(j => j.LastChild!.TextContent.Trim()));
    }

    [Fact]
    public async Task A_second_issue_is_refused_with_the_way_to_the_certificate()
    {
        var halaman = await klien.KirimAsync("/permohonan/baru", "baru");
        Assert.Null(halaman.Tujuan);
        Assert.Contains("Anda sudah memegang sertifikat elektronik", halaman.Teks, StringComparison.Ordinal);
        Assert.NotNull(halaman.Dokumen.QuerySelector("main a[href='/sertifikat']"));
    }

    [Fact]
    public async Task A_revocation_without_reason_or_consent_keeps_what_was_typed()
    {
        var tanpaYakin = await klien.KirimAsync("/sertifikat/cabut", "cabut", ("Isian.Alasan", "Pensiun"), ("Isian.Keterangan", "Per 1 Januari"));
        Assert.Contains("Centang dahulu", tanpaYakin.Teks, StringComparison.Ordinal);
        Assert.Equal("Per 1 Januari", tanpaYakin.Dokumen.QuerySelector("#isian-keterangan")!.GetAttribute("value"));
        Assert.NotNull(tanpaYakin.Dokumen.QuerySelector("input[value='Pensiun'][checked]"));

        var tanpaAlasan = await klien.KirimAsync("/sertifikat/cabut", "cabut", ("Isian.Yakin", "true"));
        Assert.Contains("Pilih alasan pencabutan.", tanpaAlasan.Teks, StringComparison.Ordinal);
        Assert.Equal(0, await portal.DenganDbAsync(db => db.Permohonan.CountAsync(p => p.Layanan == Layanan.Pencabutan)));
    }

    [Fact]
    public async Task The_holders_revocation_is_sent_at_once_and_ends_with_the_certificate()
    {
        var kirim = await klien.KirimAsync("/sertifikat/cabut", "cabut", ("Isian.Alasan", "Pensiun"), ("Isian.Yakin", "true"));
        Assert.EndsWith("?terkirim=1", kirim.Tujuan, StringComparison.Ordinal);
        var id = IdDari(kirim.Tujuan!);
        Assert.Equal(Tahap.VerifikasiBerkas, (await BacaAsync(id)).Tahap);

        await uji.MajuKeAsync(contoh with { Id = id }, Tahap.Selesai);
        Assert.Contains("Sertifikat sudah dicabut", (await klien.BukaAsync($"/permohonan/{id}")).Teks, StringComparison.Ordinal);
        Assert.Contains("Dicabut", (await klien.BukaAsync("/sertifikat")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superior_who_files_sees_no_more_of_the_holder_than_was_typed()
    {
        var atasan = await portal.MasukAsync(Peran.Pemohon);
        var kirim = await atasan.KirimAsync(
            "/sertifikat/cabut?untuk=lain", "cabut", ("Isian.Nip", contoh.Data.Nip), ("Isian.Nama", contoh.Data.Nama), ("Isian.NomorSurat", "800/1/2026"),
            ("Isian.TanggalSurat", "2026-01-05"), ("Isian.AtasanNip", "196803121994031004"), ("Isian.AtasanJabatan", "Kepala Dinas"), ("Isian.Alasan", "Pensiun"));
        Assert.EndsWith("/berkas", kirim.Tujuan, StringComparison.Ordinal);
        var id = IdDari(kirim.Tujuan!);
        foreach (var bagian in new[] { "", "/berkas", "/periksa", "/data", "/surat-permohonan" })
        {
            var halaman = await atasan.BukaAsync($"/permohonan/{id}{bagian}");
            Assert.DoesNotContain(contoh.Data.Nik[6..], halaman.Dokumen.DocumentElement.OuterHtml.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(contoh.Data.Ponsel[4..], halaman.Dokumen.DocumentElement.OuterHtml.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Contains("Surat rekomendasi belum diunggah.", (await atasan.BukaAsync($"/permohonan/{id}/periksa")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_lists_holders_for_officials_alone_and_tells_a_certificates_life()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await klien.BukaAsync("/register")).Status);
        var kasi = await portal.MasukAsync(Peran.Kasi);
        var daftar = await kasi.BukaAsync($"/register?cari={contoh.Data.Nip}&keadaan=Berlaku");
        var baris = Assert.Single(daftar.Dokumen.QuerySelectorAll("tbody th a"));
        Assert.Equal(contoh.Data.Nama, baris.TextContent);
        var rincian = await kasi.BukaAsync(baris.GetAttribute("href")!);
        Assert.Contains(PengelompokanNomor.Nip(contoh.Data.Nip), rincian.Teks, StringComparison.Ordinal);
        Assert.DoesNotContain(contoh.Data.Nik, rincian.Dokumen.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Terbit", rincian.Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await kasi.BukaAsync($"/register/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("?keadaan=Ngawur&halaman=-3")]
    [InlineData("?cari=%00%25_%5C&halaman=99999999999")]
    public async Task A_clumsy_search_of_the_register_is_no_error(string kueri)
    {
        var kasi = await portal.MasukAsync(Peran.Kasi);
        Assert.Equal(HttpStatusCode.OK, (await kasi.BukaAsync($"/register{kueri}")).Status);
    }
}
