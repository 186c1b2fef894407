using System.Net;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>Steps 5, 7 and 8 as the applicant does them.</summary>
public sealed class AktivasiTests(PortalBersama bersama) : IClassFixture<PortalBersama>
{
    private const string Frasa = "Melati9Wangi";
    private readonly PortalUji portal = bersama.Portal;

    [Fact]
    public async Task Activation_passphrase_and_download_in_order()
    {
        var (p, verifikator) = await SampaiAktivasiAsync();
        await BukaAsync(p, "aktivasi");
        var data = await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-data", ("Jabatan", "Arsiparis"));
        Assert.Equal($"/permohonan/{p.Id}/aktivasi", data.Tujuan);
        await p.UnggahAsync("aktivasi", "formulir-fotoktpaktivasi", "ktp-scan.png");
        await p.UnggahAsync("aktivasi", "formulir-selfie", "ktp-scan.png");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-selesai");
        Assert.Equal((Tahap.VerifikasiData, "Arsiparis"), ((await p.BacaAsync()).Tahap, (await p.BacaAsync()).Data.Jabatan));

        await p.PetugasAsync(verifikator, new Setujui(Permohonan.BidangVerifikasi));
        await BukaAsync(p, "passphrase");
        var lemah = await p.Klien.KirimAsync($"/permohonan/{p.Id}/passphrase", "formulir-buat", ("Passphrase", "pendek"));
        Assert.NotNull(lemah.Dokumen.QuerySelector("#Passphrase-galat"));
        Assert.NotNull(lemah.Dokumen.QuerySelector("#DataLogin-galat"));
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/passphrase", "formulir-buat", ("Passphrase", Frasa), ("DataLogin", "ya"));
        Assert.Equal(Tahap.Penerbitan, (await p.BacaAsync()).Tahap);

        await portal.Pabrik.Services.GetRequiredService<PermohonanService>().MintaPenerbitanAsync(p.Id);
        Assert.Contains("sudah terbit", (await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Teks, StringComparison.Ordinal);
        using var p12 = await UnduhAsync(p, Frasa);
        using var sertifikat = X509CertificateLoader.LoadPkcs12(await p12.Content.ReadAsByteArrayAsync(), Frasa);
        Assert.True(sertifikat.HasPrivateKey);
        Assert.False(await AdaDiBasisDataAsync(Frasa));
    }

    [Fact]
    public async Task Five_wrong_passphrases_close_the_download_for_a_while()
    {
        var (p, verifikator) = await SampaiAktivasiAsync();
        await AktivasiAsync(p);
        await p.PetugasAsync(verifikator, new Setujui(Permohonan.BidangVerifikasi));
        await BukaAsync(p, "passphrase");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/passphrase", "formulir-buat", ("Passphrase", Frasa), ("DataLogin", "ya"));
        await portal.Pabrik.Services.GetRequiredService<PermohonanService>().MintaPenerbitanAsync(p.Id);
        for (var i = 0; i < 5; i++)
        {
            using var salah = await UnduhAsync(p, "salah12345");
            Assert.Contains("PassphraseSalah", salah.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        using var tutup = await UnduhAsync(p, Frasa);
        Assert.Contains("TerlaluSering", tutup.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Tunggu 15 menit", (await p.Klien.BukaAsync(tutup.Headers.Location.OriginalString.Split('#')[0])).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_keeps_the_order_whatever_is_posted()
    {
        var (p, _) = await SampaiAktivasiAsync();
        await BukaAsync(p, "aktivasi");
        var selfie = await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-data", ("Tindakan", "Selfie"));
        Assert.Contains("Ambil dahulu selfie", selfie.Teks, StringComparison.Ordinal);
        var selesai = await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-data", ("Tindakan", "Selesai"));
        Assert.Contains("Aktivasi belum lengkap", selesai.Teks, StringComparison.Ordinal);
        Assert.Equal(Tahap.Aktivasi, (await p.BacaAsync()).Tahap);
    }

    [Fact]
    public async Task A_pdf_named_jpg_is_no_photo_and_a_selfie_comes_after_the_card()
    {
        var (p, _) = await SampaiAktivasiAsync();
        await BukaAsync(p, "aktivasi");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-data");
        var pdf = await p.UnggahAsync("aktivasi", "formulir-fotoktpaktivasi", "ktp.jpg", "%PDF-1.4\n"u8.ToArray());
        Assert.Contains("berakhiran gambar, tetapi isinya PDF", pdf.Teks, StringComparison.Ordinal);
        var dini = await p.UnggahAsync("aktivasi", "formulir-fotoktpaktivasi", "selfie.png", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contoh-dokumen", "ktp-scan.png")), ("Tindakan", "Selfie"));
        Assert.Contains("Foto dahulu KTP Anda", dini.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_opens_before_the_mailed_link_and_a_get_does_not_use_it()
    {
        var (p, _) = await SampaiAktivasiAsync();
        Assert.Contains("Buka dahulu link di email", (await p.Klien.BukaAsync($"/permohonan/{p.Id}/aktivasi")).Teks, StringComparison.Ordinal);
        var token = await p.TokenAsync();
        Assert.Contains("Sekar Wulandari", (await p.Klien.BukaAsync($"/aktivasi?k={token}")).Teks, StringComparison.Ordinal);
        Assert.Null(await portal.DenganDbAsync(db => db.Set<LinkPemohon>().Where(l => l.PermohonanId == p.Id).Select(l => l.DibukaPada).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_comes_back_with_the_token()
    {
        var (p, _) = await SampaiAktivasiAsync();
        var token = await p.TokenAsync();
        Assert.Equal($"/masuk?ke={Uri.EscapeDataString($"/aktivasi?k={token}")}", (await portal.Anonim().BukaAsync($"/aktivasi?k={token}")).Tujuan);
    }

    [Fact]
    public async Task An_unknown_token_and_somebody_elses_get_the_same_answer()
    {
        var (p, _) = await SampaiAktivasiAsync();
        var token = await p.TokenAsync();
        var asing = await portal.MasukAsync(Peran.Pemohon);
        var (milikLain, takAda) = (await asing.BukaAsync($"/aktivasi?k={token}"), await asing.BukaAsync($"/aktivasi?k={new string('A', 43)}"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (milikLain.Status, takAda.Status));
        Assert.Equal(takAda.Teks, milikLain.Teks);
        Assert.Contains("Link tidak dikenali", milikLain.Teks, StringComparison.Ordinal);
        var form = HalamanUji.Isi((await asing.BukaAsync("/permohonan/baru")).Formulir("baru")).Where(i => i.Key != "_handler").Append(KeyValuePair.Create("_handler", "buka"));
        using var kirim = new FormUrlEncodedContent(form);
        Assert.Equal(HttpStatusCode.NotFound, (await asing.Http.PostAsync($"/aktivasi?k={token}", kirim)).StatusCode);
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.PermohonanId == p.Id && a.Jenis == JenisAudit.TindakanDitolak && a.PelakuId == asing.Akun!.Id)));
    }

    [Fact]
    public async Task A_used_and_a_replaced_link_say_so()
    {
        var (p, verifikator) = await SampaiAktivasiAsync();
        var lama = await p.TokenAsync();
        await p.PetugasAsync(verifikator, new TerbitkanUlangLink((await p.BacaAsync()).Data.Surel));
        Assert.Contains("sudah diganti", (await p.Klien.BukaAsync($"/aktivasi?k={lama}")).Teks, StringComparison.Ordinal);
        var baru = await AktivasiAsync(p);
        Assert.Contains("sudah dipakai", (await p.Klien.BukaAsync($"/aktivasi?k={baru}")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_not_received_is_reported_until_it_was_opened_and_a_request_is_withdrawn_with_its_reason()
    {
        var (p, _) = await SampaiAktivasiAsync();
        Assert.Equal($"/permohonan/{p.Id}?lapor=1", (await p.Klien.KirimAsync($"/permohonan/{p.Id}", "formulir-lapor")).Tujuan);
        await BukaAsync(p, "aktivasi");
        Assert.Null((await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Dokumen.QuerySelector("#formulir-lapor"));
        Assert.Contains("alasan pembatalan", (await p.Klien.KirimAsync($"/permohonan/{p.Id}", "formulir-batal", ("Yakin", "ya"))).Teks, StringComparison.Ordinal);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}", "formulir-batal", ("Alasan", "Pindah tugas"), ("Yakin", "ya"));
        Assert.Equal(Tahap.Dibatalkan, (await p.BacaAsync()).Tahap);
        Assert.Contains("Pindah tugas", (await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Teks, StringComparison.Ordinal);
    }

    private async Task<(Perjalanan Perjalanan, Guid Verifikator)> SampaiAktivasiAsync()
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        return (p, await p.SampaiAktivasiAsync());
    }

    private static async Task<string> BukaAsync(Perjalanan p, string jenis)
    {
        var token = await p.TokenAsync();
        var hasil = await p.Klien.KirimAsync($"/{jenis}?k={token}", "buka");
        Assert.Equal($"/permohonan/{p.Id}/{jenis}", hasil.Tujuan);
        return token;
    }

    private static async Task<string> AktivasiAsync(Perjalanan p)
    {
        var token = await BukaAsync(p, "aktivasi");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-data");
        await p.UnggahAsync("aktivasi", "formulir-fotoktpaktivasi", "ktp-scan.png");
        await p.UnggahAsync("aktivasi", "formulir-selfie", "ktp-scan.png");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-selesai");
        return token;
    }

    private static async Task<HttpResponseMessage> UnduhAsync(Perjalanan p, string frasa)
    {
        var form = (await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Formulir($"/permohonan/{p.Id}/sertifikat");
        using var kirim = new FormUrlEncodedContent(HalamanUji.Isi(form).Where(i => i.Key != "Passphrase").Append(KeyValuePair.Create("Passphrase", frasa)));
        return await p.Klien.Http.PostAsync($"/permohonan/{p.Id}/sertifikat", kirim);
    }

    // Every table as text: whatever column it might have slipped into.
    private async Task<bool> AdaDiBasisDataAsync(string teks)
    {
        await using var koneksi = new NpgsqlConnection(portal.BasisData.Pemilik);
        await koneksi.OpenAsync();
        List<string> tabel = [];
        await using (var daftar = new NpgsqlCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'", koneksi))
        await using (var baca = await daftar.ExecuteReaderAsync())
        {
            while (await baca.ReadAsync())
            {
                tabel.Add(baca.GetString(0));
            }
        }

        Assert.NotEmpty(tabel);
        foreach (var t in tabel)
        {
            await using var cari = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM {t} x WHERE position($1 in x::text) > 0 OR position($2 in x::text) > 0)", koneksi)
            {
                Parameters = { new() { Value = teks }, new() { Value = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(teks)) } },
            };
            if ((bool)(await cari.ExecuteScalarAsync())!)
            {
                return true;
            }
        }

        return false;
    }
}
