using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Petugas;

/// <summary>What the desk sends and fetches past its circuit beside BSrE: all documents at once, the certificate's file.</summary>
public sealed class KerjaEndpointsTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;
    private PermohonanUji uji = null!;
    private KlienUji verifikator = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres, new Dictionary<string, string> { [PilihanOtoritas.Setelan] = "Bsre" }, kestrel: true);
        uji = new PermohonanUji(portal.Pabrik.Services);
        verifikator = await portal.MasukAsync(Peran.Verifikator);
        uji.Pakai(Peran.Verifikator, new OrangUji(verifikator.Akun!.Id, verifikator.Akun.Nama, verifikator.Akun.Email!));
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task All_documents_come_in_one_download_with_clear_names_and_each_is_audited_like_a_view()
    {
        var contoh = await uji.SampaiAsync(Tahap.InputDataBsre);
        var resi = (await uji.BacaAsync(contoh)).NomorResi;
        using var jawaban = await verifikator.Http.GetAsync($"/kerja/{contoh.Id}/berkas.zip", Ct);
        Assert.Equal(("application/zip", "no-store"), (jawaban.Content.Headers.ContentType?.MediaType, jawaban.Headers.CacheControl?.ToString()));
        Assert.StartsWith($"berkas-{resi}-", jawaban.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        await using var zip = await ZipArchive.CreateAsync(await jawaban.Content.ReadAsStreamAsync(Ct), ZipArchiveMode.Read, false, null, Ct);
        Assert.Equal(
            [$"{resi}-KTP-elektronik.jpg", $"{resi}-Surat-permohonan.jpg", $"{resi}-Surat-rekomendasi-atasan-langsung.jpg"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.All(zip.Entries, e => Assert.Equal(PermohonanUji.Berkas.Isi.Length, e.Length));
        var catatan = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().Where(a => a.Jenis == JenisAudit.LihatBerkas && a.PelakuId == verifikator.Akun!.Id).ToListAsync(Ct));
        Assert.Equal(3, catatan.Select(c => c.BerkasId).Distinct().Count());
    }

    [Fact]
    public async Task The_download_holds_what_single_views_would_open_and_nothing_for_others()
    {
        var contoh = await uji.SampaiAsync(Tahap.InputDataBsre);
        var lain = await portal.MasukAsync(Peran.Verifikator);
        using var jawaban = await lain.Http.GetAsync($"/kerja/{contoh.Id}/berkas.zip", Ct);
        await using var zip = await ZipArchive.CreateAsync(await jawaban.Content.ReadAsStreamAsync(Ct), ZipArchiveMode.Read, false, null, Ct);
        Assert.DoesNotContain(zip.Entries, e => e.Name.Contains("KTP", StringComparison.Ordinal));
        Assert.Equal(2, zip.Entries.Count);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.MasukAsync(Peran.Pemohon)).BukaAsync($"/kerja/{contoh.Id}/berkas.zip")).Status);
        Assert.StartsWith("/masuk", (await portal.Anonim().BukaAsync($"/kerja/{contoh.Id}/berkas.zip")).Tujuan, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await verifikator.BukaAsync($"/kerja/{Guid.NewGuid()}/berkas.zip")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await verifikator.BukaAsync($"/kerja/{(await uji.SampaiAsync(Tahap.Draf)).Id}/berkas.zip")).Status);
    }

    [Fact]
    public async Task A_certificate_file_is_read_held_against_the_person_and_entered_once_however_often_it_is_sent()
    {
        var contoh = await uji.SampaiAsync(Tahap.Penerbitan);
        var (isi, versi, kunci) = (Sertifikat(contoh.Data.Nama, contoh.Data.Nip), (await uji.BacaAsync(contoh)).Version, Guid.NewGuid());
        var pertama = await KirimAsync(contoh.Id, isi, versi, kunci);
        Assert.Equal(HttpStatusCode.OK, pertama.Status);
        Assert.StartsWith("Nomor seri ", pertama.Kalimat, StringComparison.Ordinal);
        Assert.Equal(pertama, await KirimAsync(contoh.Id, isi, versi, kunci));
        Assert.Equal(Tahap.Selesai, (await uji.BacaAsync(contoh)).Tahap);
        Assert.Equal(1, await portal.BasisData.NilaiAsync<long>("SELECT count(*) FROM sertifikat_terbit WHERE serial IS NOT NULL"));
        var riwayat = await portal.DenganDbAsync(db => db.Set<Riwayat>().SingleAsync(r => r.PermohonanId == contoh.Id && r.Tindakan == Tindakan.TerbitkanSertifikat, Ct));
        Assert.StartsWith("nomor seri ", riwayat.Rincian, StringComparison.Ordinal);
        // The same file for somebody else's request, from a form opened anew.
        var lain = await uji.SampaiAsync(Tahap.Penerbitan);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KirimAsync(lain.Id, isi, (await uji.BacaAsync(lain)).Version)).Status);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_refused_with_a_sentence_and_changes_nothing()
    {
        var contoh = await uji.SampaiAsync(Tahap.Penerbitan);
        var versi = (await uji.BacaAsync(contoh)).Version;
        async Task TolakAsync(byte[] isi, HttpStatusCode status, string kalimat, uint? lihat = null)
        {
            var jawaban = await KirimAsync(contoh.Id, isi, lihat ?? versi);
            Assert.Equal(status, jawaban.Status);
            Assert.Contains(kalimat, jawaban.Kalimat, StringComparison.Ordinal);
        }

        await TolakAsync(Sertifikat("Orang Lain", "196501011990011001"), HttpStatusCode.UnprocessableEntity, "Nama (tanpa gelar), NIP pada sertifikat tidak sama");
        await TolakAsync("bukan sertifikat"u8.ToArray(), HttpStatusCode.UnprocessableEntity, "bukan sertifikat");
        await TolakAsync([], HttpStatusCode.UnprocessableEntity, "Pilih dahulu berkas sertifikatnya.");
        await TolakAsync(new byte[BerkasSertifikat.PalingBesar + 1], HttpStatusCode.RequestEntityTooLarge, "terlalu besar");
        await TolakAsync(new byte[2 * 1024 * 1024], HttpStatusCode.RequestEntityTooLarge, "terlalu besar");
        await TolakAsync(Sertifikat(contoh.Data.Nama, contoh.Data.Nip), HttpStatusCode.Conflict, "", versi - 1);
        Assert.Equal(Tahap.Penerbitan, (await uji.BacaAsync(contoh)).Tahap);
        Assert.Equal(0, await portal.BasisData.NilaiAsync<long>("SELECT count(*) FROM sertifikat_terbit"));
    }

    [Fact]
    public async Task Only_the_appointed_verifikator_records_and_never_without_the_forms_token()
    {
        var contoh = await uji.SampaiAsync(Tahap.Penerbitan);
        var (isi, versi) = (Sertifikat(contoh.Data.Nama, contoh.Data.Nip), (await uji.BacaAsync(contoh)).Version);
        var lain = await KirimAsync(contoh.Id, isi, versi, klien: await portal.MasukAsync(Peran.Verifikator));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lain.Status);
        Assert.Contains("ditugaskan kepada", lain.Kalimat, StringComparison.Ordinal);
        using var tanpa = Isi(isi, versi, Guid.NewGuid());
        using var jawaban = await verifikator.Http.PostAsync($"/kerja/{contoh.Id}/sertifikat", tanpa, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, jawaban.StatusCode);
        Assert.Equal(Tahap.Penerbitan, (await uji.BacaAsync(contoh)).Tahap);
    }

    [Fact]
    public async Task Beside_BSrE_no_passphrase_comes_in_and_no_key_or_root_goes_out()
    {
        var contoh = await uji.SampaiAsync(Tahap.Selesai);
        using var unduh = await KirimTokenAsync(verifikator, $"/permohonan/{contoh.Id}/sertifikat", new FormUrlEncodedContent([new("Passphrase", PermohonanUji.TeksPassphrase)]));
        Assert.Contains(unduh.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        var alamat = portal.Pabrik.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText).ToList();
        Assert.Contains("/kerja/{id:guid}/sertifikat", alamat);
        Assert.DoesNotContain(alamat, a => a is "/permohonan/{id:guid}/sertifikat" or "/sertifikat-akar.pem");
        Assert.Equal(HttpStatusCode.NotFound, (await verifikator.BukaAsync("/sertifikat-akar.pem")).Status);
    }

    [Theory]
    [InlineData("/masuk")]
    [InlineData("/galat/404")]
    [InlineData("/antrean")]
    [InlineData("/sop")]
    public async Task The_sandbox_is_marked_on_every_kind_of_page_and_BSrE_on_none(string alamat)
    {
        Assert.Null((await verifikator.BukaAsync(alamat)).Dokumen.QuerySelector(".pita--sandbox"));
        await using var sandbox = await PortalUji.MulaiAsync(postgres);
        Assert.NotNull((await (await sandbox.MasukAsync(Peran.Verifikator)).BukaAsync(alamat)).Dokumen.QuerySelector(".pita--sandbox"));
    }

    private static byte[] Sertifikat(string nama, string nip)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var minta = new CertificateRequest($"CN={nama}, SERIALNUMBER={nip}, O=Pemerintah Kabupaten Klaten, C=ID", kunci, HashAlgorithmName.SHA256);
        var kini = TimeProvider.System.GetUtcNow();
        using var sertifikat = minta.CreateSelfSigned(kini.AddDays(-1), kini.AddYears(2));
        return System.Text.Encoding.ASCII.GetBytes(sertifikat.ExportCertificatePem());
    }

    private static MultipartFormDataContent Isi(byte[] isi, uint versi, Guid kunci)
    {
        var berkas = new ByteArrayContent(isi);
        berkas.Headers.ContentType = new MediaTypeHeaderValue("application/x-x509-ca-cert");
        return new MultipartFormDataContent
        {
            { new StringContent($"{versi}"), "Versi" }, { new StringContent($"{kunci}"), "Kunci" }, { berkas, "Berkas", "sertifikat.pem" },
        };
    }

    private async Task<(HttpStatusCode Status, string Kalimat)> KirimAsync(Guid id, byte[] isi, uint versi, Guid? kunci = null, KlienUji? klien = null)
    {
        using var jawaban = await KirimTokenAsync(klien ?? verifikator, $"/kerja/{id}/sertifikat", Isi(isi, versi, kunci ?? Guid.NewGuid()));
        using var json = JsonDocument.Parse(await jawaban.Content.ReadAsStringAsync(Ct));
        return (jawaban.StatusCode, json.RootElement.GetProperty("kalimat").GetString()!);
    }

    /// <summary>As the page's script sends it: with the token of the page's forms as a header.</summary>
    private static async Task<HttpResponseMessage> KirimTokenAsync(KlienUji klien, string alamat, HttpContent isi)
    {
        var token = (await klien.BukaAsync("/antrean")).Dokumen.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var minta = new HttpRequestMessage(HttpMethod.Post, alamat) { Content = isi };
        minta.Headers.Add("RequestVerificationToken", token);
        return await klien.Http.SendAsync(minta, Ct);
    }
}
