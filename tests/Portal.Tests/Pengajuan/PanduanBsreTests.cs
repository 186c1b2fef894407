using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>Steps 5, 7 and 8 beside BSrE's own portal, as the applicant sees them: guidance, word to the verifikator, and what is recorded.</summary>
public sealed class PanduanBsreTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres, new Dictionary<string, string> { ["Sertifikat:Mode"] = "Bsre" });
        uji = new PermohonanUji(portal.Pabrik.Services);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_guidance_leads_through_the_activation_by_employment_status_and_takes_no_picture()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.Aktivasi);
        var halaman = await klien.BukaAsync($"/permohonan/{contoh.Id}/aktivasi");
        var status = contoh.Data.Status == StatusKepegawaian.Pppk ? "ASN (PPPK)" : contoh.Data.Status == StatusKepegawaian.Pns ? "ASN (PNS)" : "non-ASN";
        Assert.Contains($"pemberitahuan aktivasi untuk {status}".Replace("untuk non-ASN", "untuk pengguna non-ASN", StringComparison.Ordinal), halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("diawali https://portal-bsre.bssn.go.id", halaman.Teks, StringComparison.Ordinal);
        Assert.Equal(5, halaman.Dokumen.QuerySelectorAll(".panduan > li").Length);
        Assert.Equal(8, halaman.Dokumen.QuerySelectorAll(".contoh svg").Length - halaman.Dokumen.QuerySelectorAll(".contoh figcaption svg").Length - halaman.Dokumen.QuerySelectorAll(".contoh svg svg").Length);
        Assert.NotNull(halaman.Dokumen.QuerySelector("main [data-batas]"));
        Assert.Empty(halaman.Dokumen.QuerySelectorAll("main input[type=file], main video, main form[enctype], [data-kamera]"));
    }

    [Fact]
    public async Task Done_is_confirmed_and_moves_the_request_to_step_6()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.Aktivasi);
        var alamat = $"/permohonan/{contoh.Id}/aktivasi";
        Assert.NotNull((await klien.KirimAsync(alamat, "formulir-selesai")).Dokumen.QuerySelector("#yakin-galat"));
        Assert.Equal(Tahap.Aktivasi, (await uji.BacaAsync(contoh)).Tahap);
        Assert.Equal($"/permohonan/{contoh.Id}", (await klien.KirimAsync(alamat, "formulir-selesai", ("Yakin", "ya"))).Tujuan);
        Assert.Equal(Tahap.VerifikasiData, (await uji.BacaAsync(contoh)).Tahap);
        Assert.Contains("Aktivasi sudah tercatat", (await klien.BukaAsync(alamat)).Teks, StringComparison.Ordinal);
        Assert.Equal(0, await portal.DenganDbAsync(db => db.Set<BerkasPermohonan>().CountAsync(b => b.PermohonanId == contoh.Id && (b.Jenis == JenisBerkas.Selfie || b.Jenis == JenisBerkas.FotoKtpAktivasi))));
    }

    [Fact]
    public async Task Step_7_is_guidance_and_countdown_and_the_confirmation_moves_to_step_8()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.Passphrase);
        var alamat = $"/permohonan/{contoh.Id}/passphrase";
        var halaman = await klien.BukaAsync(alamat);
        Assert.Contains("tidak pernah meminta passphrase Anda", halaman.Teks, StringComparison.Ordinal);
        Assert.NotNull(halaman.Dokumen.QuerySelector("main [data-batas]"));
        Assert.NotNull((await klien.KirimAsync(alamat, "formulir-catat")).Dokumen.QuerySelector("#yakin-galat"));
        await klien.KirimAsync(alamat, "formulir-catat", ("Yakin", "ya"));
        Assert.Equal(Tahap.Penerbitan, (await uji.BacaAsync(contoh)).Tahap);
    }

    [Theory]
    [InlineData(Tahap.Aktivasi, "aktivasi")]
    [InlineData(Tahap.Passphrase, "passphrase")]
    public async Task A_link_not_received_is_told_at_once_by_work_item_and_mail_and_the_page_says_so(Tahap tahap, string jalur)
    {
        var (klien, contoh) = await SampaiAsync(tahap);
        var alamat = $"/permohonan/{contoh.Id}/{jalur}";
        var form = await klien.BukaAsync(alamat);
        Assert.Equal($"{alamat}?lapor=1", (await klien.KirimAsync(form, "formulir-lapor")).Tujuan);
        var verifikator = await uji.PetugasAsync(Peran.Verifikator);
        var surat = await portal.DenganDbAsync(db => db.Set<OutboxMessage>().SingleAsync(m => m.PermohonanId == contoh.Id && m.Kepada == verifikator.Surel && m.Jenis == JenisSurel.ButirKerja));
        Assert.StartsWith($"Pemohon belum menerima link {jalur}", surat.Perihal, StringComparison.Ordinal);
        Assert.True(await portal.DenganDbAsync(db => db.Set<ButirKerja>().AnyAsync(b => b.PermohonanId == contoh.Id && b.UntukId == verifikator.Id && b.DitutupPada == null)));
        foreach (var dilihat in new[] { await klien.BukaAsync($"{alamat}?lapor=1"), await klien.BukaAsync($"/permohonan/{contoh.Id}") })
        {
            Assert.Contains("Verifikator sudah diberi tahu", dilihat.Teks, StringComparison.Ordinal);
            Assert.Contains("periksa folder spam", dilihat.Teks, StringComparison.Ordinal);
            Assert.Null(dilihat.Dokumen.QuerySelector("#formulir-lapor"));
        }

        // Pressed again on a page opened before: no second mail, no second work item.
        await klien.KirimAsync(form, "formulir-lapor", ("Kunci", Guid.NewGuid().ToString()));
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.PermohonanId == contoh.Id && m.Jenis == JenisSurel.ButirKerja)));
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<ButirKerja>().CountAsync(b => b.PermohonanId == contoh.Id)));
    }

    [Fact]
    public async Task After_the_verifikator_sent_a_new_link_it_can_be_reported_again()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.Aktivasi);
        var alamat = $"/permohonan/{contoh.Id}/aktivasi";
        await klien.KirimAsync(alamat, "formulir-lapor");
        await uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(contoh.Data.Surel));
        var halaman = await klien.BukaAsync(alamat);
        Assert.Contains("sudah ditangani verifikator", halaman.Teks, StringComparison.Ordinal);
        Assert.NotNull(halaman.Dokumen.QuerySelector("#formulir-lapor"));
    }

    [Fact]
    public async Task An_expired_link_says_what_comes_next_and_done_comes_too_late()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.Aktivasi);
        var alamat = $"/permohonan/{contoh.Id}/aktivasi";
        var terbuka = await klien.BukaAsync(alamat);
        await uji.KedaluwarsakanAsync(contoh);
        var halaman = await klien.BukaAsync(alamat);
        Assert.Contains("Link aktivasi Anda kedaluwarsa", halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("meminta BSrE mengirim link baru", halaman.Teks, StringComparison.Ordinal);
        Assert.Null(halaman.Dokumen.QuerySelector("#formulir-selesai"));
        var terlambat = await klien.KirimAsync(terbuka, "formulir-selesai", ("Yakin", "ya"));
        Assert.Contains("berada pada tahap “Link kedaluwarsa”", terlambat.Teks, StringComparison.Ordinal);
        Assert.Equal(Tahap.LinkKedaluwarsa, (await uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Before_its_time_and_to_a_stranger_the_guidance_stays_shut()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.InputDataBsre);
        Assert.Contains("Panduan ini terbuka setelah BSrE mengirim link", (await klien.BukaAsync($"/permohonan/{contoh.Id}/aktivasi")).Teks, StringComparison.Ordinal);
        var asing = await portal.MasukAsync(Peran.Pemohon);
        Assert.Equal(HttpStatusCode.NotFound, (await asing.BukaAsync($"/permohonan/{contoh.Id}/aktivasi")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asing.BukaAsync($"/permohonan/{contoh.Id}/passphrase")).Status);
    }

    [Fact]
    public async Task What_the_verifikator_found_wrong_stands_over_the_guidance()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.VerifikasiData);
        await uji.WajibAsync(contoh, Peran.Verifikator, new TidakSesuai { Alasan = "Selfie gelap.", DaftarPerbaikan = [new ButirPerbaikan(BidangPermohonan.Selfie, "Ambil di tempat terang.")] });
        Assert.Contains("Ambil di tempat terang.", (await klien.BukaAsync($"/permohonan/{contoh.Id}/aktivasi")).Teks, StringComparison.Ordinal);
        Assert.DoesNotContain("Belum difoto ulang", (await klien.BukaAsync($"/permohonan/{contoh.Id}")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_end_the_certificate_is_at_BSrE_and_nothing_is_downloaded_here()
    {
        var (klien, contoh) = await SampaiAsync(Tahap.Selesai);
        var halaman = await klien.BukaAsync($"/permohonan/{contoh.Id}");
        Assert.Contains("Sertifikat Anda di Portal BSrE", halaman.Teks, StringComparison.Ordinal);
        Assert.NotNull(halaman.Dokumen.QuerySelector("#sertifikat a[href='https://portal-bsre.bssn.go.id']"));
        Assert.DoesNotContain("Unduh", halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("mencatat bahwa sertifikat terbit", halaman.Teks, StringComparison.Ordinal);
    }

    private async Task<(KlienUji Klien, ContohPermohonan Contoh)> SampaiAsync(Tahap tahap)
    {
        var akun = await portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon);
        return (await portal.MasukAsync(akun), await uji.SampaiAsync(tahap, new OrangUji(akun.Id, akun.Nama, akun.Email!)));
    }
}
