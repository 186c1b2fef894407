using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Berkas;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>Uploads that are refused with a sentence, and who may look at what was taken.</summary>
public sealed class BerkasTests(PortalBersama bersama, PostgresUji postgres) : IClassFixture<PortalBersama>
{
    private readonly PortalUji portal = bersama.Portal;

    [Theory]
    [InlineData("kosong", "kosong")]
    [InlineData("pdf", "rusak atau terpotong")]
    [InlineData("teks", "bukan foto atau PDF")]
    [InlineData("terpotong", "rusak atau terpotong")]
    [InlineData("ktp-photocopy-gray.jpg", "berwarna")]
    public async Task A_bad_file_gets_its_sentence_at_its_field_and_nothing_is_kept(string apa, string kalimat)
    {
        var p = await Perjalanan.MulaiAsync(portal);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/berkas", "formulir-privasi", ("Setuju", "ya"));
        var contoh = Path.Combine(AppContext.BaseDirectory, "contoh-dokumen");
        var isi = apa switch
        {
            "kosong" => [],
            "pdf" => "%PDF-1.4 bukan pdf"u8.ToArray(),
            "teks" => "halo"u8.ToArray(),
            "terpotong" => File.ReadAllBytes(Path.Combine(contoh, "ktp-scan.png"))[..20_000],
            _ => File.ReadAllBytes(Path.Combine(contoh, apa)),
        };
        var hasil = await p.UnggahAsync("berkas", "formulir-unggahktp", "ktp.jpg", isi);
        Assert.Equal(HttpStatusCode.OK, hasil.Status);
        Assert.Matches(kalimat, hasil.Dokumen.QuerySelector("#Ktp-galat")!.TextContent);
        Assert.Equal(0, await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().CountAsync(b => b.PermohonanId == p.Id)));
    }

    [Fact]
    public async Task A_file_of_30_MB_gets_its_sentence_from_the_real_server_too()
    {
        await using var nyata = await PortalUji.MulaiAsync(postgres, kestrel: true);
        var p = await Perjalanan.MulaiAsync(nyata);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/berkas", "formulir-privasi", ("Setuju", "ya"));
        var hasil = await p.UnggahAsync("berkas", "formulir-unggahktp", "ktp.jpg", new byte[30 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.OK, hasil.Status);
        Assert.Contains("lebih besar dari", hasil.Dokumen.QuerySelector("#Ktp-galat")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_on_a_blurred_card_is_shown()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/berkas", "formulir-privasi", ("Setuju", "ya"));
        await p.UnggahAsync("berkas", "formulir-unggahktp", "ktp-blurred.jpg");
        Assert.Contains("kurang jelas", (await p.Klien.BukaAsync($"/permohonan/{p.Id}/berkas")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_view_is_in_the_audit_and_the_owner_sees_who_looked()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        var berkas = await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().FirstAsync(b => b.PermohonanId == p.Id && b.Jenis == Domain.Pengajuan.JenisBerkas.Ktp));
        var kasi = await portal.MasukAsync(await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi));
        using var jawab = await kasi.Http.GetAsync($"/berkas/{berkas.Id}?pratinjau=1");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (jawab.StatusCode, jawab.Content.Headers.ContentType!.MediaType));
        Assert.Equal("nosniff", jawab.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", jawab.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(jawab.Headers.CacheControl!.NoStore);
        await kasi.Http.GetAsync($"/berkas/{berkas.Id}");
        Assert.Equal(2, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.BerkasId == berkas.Id && a.PelakuId == kasi.Akun!.Id && a.Jenis == JenisAudit.LihatBerkas)));
        Assert.Contains("Retno Kasi (Kasi) membuka KTP elektronik", (await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_shown_in_place_and_can_load_and_run_nothing()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        var surat = await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().FirstAsync(b => b.PermohonanId == p.Id && b.Jenis == Domain.Pengajuan.JenisBerkas.SuratRekomendasi));
        using var jawab = await p.Klien.Http.GetAsync($"/berkas/{surat.Id}");
        Assert.Equal("application/pdf", jawab.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", jawab.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", jawab.Headers.GetValues("X-Content-Type-Options").Single());
        var csp = jawab.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", csp, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", csp, StringComparison.Ordinal);
        Assert.EndsWith("; sandbox allow-downloads", csp, StringComparison.Ordinal);
        var isi = System.Text.Encoding.Latin1.GetString(await jawab.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("%PDF-", isi, StringComparison.Ordinal);
        Assert.DoesNotMatch("/(JS|JavaScript|OpenAction|AA|Launch|EmbeddedFile)\\b", isi);
    }

    [Fact]
    public async Task A_document_is_not_there_for_a_stranger_nor_a_draft_s_for_an_official()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        var berkas = await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().FirstAsync(b => b.PermohonanId == p.Id));
        var (asing, kasi) = (await portal.MasukAsync(Peran.Pemohon), await portal.MasukAsync(Peran.Kasi));
        Assert.Equal(HttpStatusCode.NotFound, (await asing.Http.GetAsync($"/berkas/{berkas.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await kasi.Http.GetAsync($"/berkas/{berkas.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await p.Klien.Http.GetAsync($"/berkas/{berkas.Id}")).StatusCode);
    }

    [Fact]
    public async Task Documents_of_identity_open_for_those_who_process_the_request_and_while_it_is_on_its_way()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        var berkas = await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().Where(b => b.PermohonanId == p.Id).ToListAsync());
        var (ktp, surat) = (berkas.First(b => b.Jenis == Domain.Pengajuan.JenisBerkas.Ktp), berkas.First(b => b.Jenis == Domain.Pengajuan.JenisBerkas.SuratRekomendasi));
        var (admin, lain, kabid) = (await portal.MasukAsync(Peran.Administrator), await portal.MasukAsync(Peran.Verifikator), await portal.MasukAsync(Peran.Kabid));
        async Task<HttpStatusCode> Buka(KlienUji siapa, BerkasPermohonan b) => (await siapa.Http.GetAsync($"/berkas/{b.Id}")).StatusCode;

        Assert.Equal(HttpStatusCode.NotFound, await Buka(admin, ktp));
        Assert.Equal(HttpStatusCode.NotFound, await Buka(lain, ktp));
        Assert.Equal(HttpStatusCode.OK, await Buka(lain, surat));
        Assert.Equal(HttpStatusCode.OK, await Buka(kabid, ktp));
        var ditolak = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().Where(a => a.BerkasId == ktp.Id && a.Jenis == JenisAudit.TindakanDitolak).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([(admin.Akun!.Id, Peran.Administrator), (lain.Akun!.Id, Peran.Verifikator)], ditolak.Select(a => (a.PelakuId!.Value, a.Peran!.Value)));
        Assert.Contains("hanya dapat dilihat petugas yang memproses", (await admin.BukaAsync($"/berkas/{ktp.Id}")).Teks, StringComparison.Ordinal);

        var verifikator = await p.SampaiAktivasiAsync();
        var ditunjuk = await portal.MasukAsync(await portal.DenganDbAsync(db => db.Users.SingleAsync(u => u.Id == verifikator)));
        Assert.Equal(HttpStatusCode.OK, await Buka(ditunjuk, ktp));
        await portal.DenganDbAsync(db => db.Permohonan.Where(x => x.Id == p.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Tahap, Tahap.Ditolak)));
        Assert.Equal(HttpStatusCode.NotFound, await Buka(ditunjuk, ktp));
        Assert.Equal(HttpStatusCode.NotFound, await Buka(kabid, ktp));
        Assert.Equal(HttpStatusCode.OK, await Buka(p.Klien, ktp));
    }

    [Fact]
    public async Task A_document_that_retention_destroyed_is_told_with_its_day_instead_of_a_dead_link()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        var ktp = await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().FirstAsync(b => b.PermohonanId == p.Id && b.Jenis == Domain.Pengajuan.JenisBerkas.Ktp));
        var pada = new DateTimeOffset(2026, 3, 4, 5, 0, 0, TimeSpan.Zero);
        await portal.DenganDbAsync(async db =>
        {
            await db.Set<IsiBerkas>().Where(i => i.BerkasId == ktp.Id).ExecuteDeleteAsync();
            return await db.Set<BerkasPermohonan>().Where(b => b.Id == ktp.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.DihapusPada, pada));
        });

        var lacak = await p.Klien.BukaAsync($"/permohonan/{p.Id}");
        Assert.Contains("Dihapus sesuai masa simpan pada 4 Maret 2026", lacak.Teks, StringComparison.Ordinal);
        Assert.Null(lacak.Dokumen.QuerySelector($"a[href='/berkas/{ktp.Id}']"));
        var bytes = await p.Klien.BukaAsync($"/berkas/{ktp.Id}");
        Assert.Equal(HttpStatusCode.Gone, bytes.Status);
        Assert.Contains("KTP elektronik ini dihapus sesuai masa simpan pada 4 Maret 2026", bytes.Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.MasukAsync(Peran.Pemohon)).BukaAsync($"/berkas/{ktp.Id}")).Status);
    }
}
