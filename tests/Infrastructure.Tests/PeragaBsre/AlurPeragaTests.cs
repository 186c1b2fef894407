using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.PeragaBsre;

public sealed class AlurPeragaTests
{
    private static readonly Dictionary<string, string> Kosong = [];

    [Fact]
    public async Task From_entry_to_certificate_by_pages_and_mails()
    {
        await using var smtp = new SmtpSink { Login = new("peraga", "surat") };
        await using var r = await RuangPeraga.MulaiAsync(o =>
        {
            (o.Smtp.Host, o.Smtp.Port, o.Smtp.Pengguna, o.Smtp.Sandi) = (SmtpSink.Host, smtp.Port, "peraga", "surat");
            o.JedaTerbit = TimeSpan.FromHours(3);
        });
        var halaman = await r.DaftarkanAsync();
        Assert.Equal("NO_CERTIFICATE", await r.StatusAsync());
        var aktivasi = await smtp.WaitForAsync(m => m.Subject.StartsWith("Aktivasi akun BSrE", StringComparison.Ordinal));
        Assert.StartsWith(r.App.Alamat + "aktivasi/", aktivasi.Links[0], StringComparison.Ordinal);
        Assert.Contains("Sekar Wulandari", (await r.BukaAsync(new Uri(aktivasi.Links[0]).AbsolutePath)).Teks + await r.Klien.GetStringAsync(aktivasi.Links[0]), StringComparison.Ordinal);

        await r.AktivasiAsync();
        Assert.Equal("WAITING_FOR_VERIFICATION", await r.StatusAsync());
        Assert.Equal(RuangPeraga.Gambar(1), await r.Klien.GetByteArrayAsync(halaman + "/ktp"));
        Assert.Equal(RuangPeraga.Gambar(2), await r.Klien.GetByteArrayAsync(halaman + "/selfie"));

        await r.FormAsync(halaman + "/setujui", Kosong);
        Assert.Equal("NEW", await r.StatusAsync());
        var surat = await smtp.WaitForAsync(m => m.Subject.StartsWith("Pembuatan passphrase", StringComparison.Ordinal));
        var hasil = await r.FormAsync(new Uri(surat.Links[0]).AbsolutePath, Passphrase("rahasia2026"));
        Assert.Contains("Pendaftaran lengkap", hasil.Teks, StringComparison.Ordinal);
        Assert.Equal("WAITING_FOR_VERIFICATION", await r.StatusAsync());

        await r.KendaliAsync("jam", new { maju = "03:00:01" });
        Assert.Equal("ISSUE", await r.StatusAsync());
        await smtp.WaitForAsync(m => m.Subject.StartsWith("Sertifikat elektronik Anda telah terbit", StringComparison.Ordinal));

        var sandi = surat.Text.Split("Kata sandi:")[1].Trim().Split()[0];
        await r.FormAsync("/masuk", new Dictionary<string, string> { ["pengguna"] = "sekar.wulandari@contoh.go.id", ["sandi"] = sandi });
        using var cer = X509CertificateLoader.LoadCertificate(await r.Klien.GetByteArrayAsync("/akun/sertifikat.cer"));
        using var pem = X509Certificate2.CreateFromPem(await r.Klien.GetStringAsync("/akun/sertifikat.pem"));
        Assert.Equal(cer.RawData, pem.RawData);
        Assert.Equal("Sekar Wulandari", cer.GetNameInfo(X509NameType.SimpleName, false));
    }

    [Fact]
    public async Task The_certificate_names_person_unit_and_NIP_and_chains_to_the_offered_root()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("Terbit");
        using var cer = X509CertificateLoader.LoadCertificate(await r.Klien.GetByteArrayAsync($"/kendali/sertifikat/{RuangPeraga.Nik}.cer"));
        using var akar = X509Certificate2.CreateFromPem(await r.Klien.GetStringAsync("/kendali/ca-penerbit.pem"));
        var subjek = cer.SubjectName.EnumerateRelativeDistinguishedNames().ToDictionary(x => x.GetSingleElementType().Value!, x => x.GetSingleElementValue());
        Assert.Equal(("Sekar Wulandari", "Dinas Contoh", "199007152015032002", "ID"), (subjek["2.5.4.3"], subjek["2.5.4.11"], subjek["2.5.4.5"], subjek["2.5.4.6"]));
        Assert.DoesNotContain(RuangPeraga.Nik, cer.Subject, StringComparison.Ordinal);
        using var rantai = new X509Chain();
        rantai.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        rantai.ChainPolicy.CustomTrustStore.Add(akar);
        rantai.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        Assert.True(rantai.Build(cer));
    }

    [Theory]
    [InlineData("199007152015032002", "ASN (PNS)")]
    [InlineData("199007152022212002", "ASN (PPPK)")]
    [InlineData("", "Lainnya (bukan ASN)")]
    public async Task The_activation_notice_differs_by_employment(string nip, string kata)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.DaftarkanAsync(RuangPeraga.Isian(nip: nip));
        Assert.Contains(kata, (await r.SuratAsync("aktivasi"))[0].GetProperty("isi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activation_keeps_its_order()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.DaftarkanAsync();
        var link = await r.LinkAsync("aktivasi");
        Assert.Equal(409, (await r.UnggahAsync(link + "/ktp", "ktp", RuangPeraga.Gambar(1))).Kode);
        await r.FormAsync(link + "/data", RuangPeraga.Isian());
        Assert.Equal(409, (await r.UnggahAsync(link + "/selfie", "selfie", RuangPeraga.Gambar(2))).Kode);
        Assert.Equal(409, (await r.FormAsync(link + "/selesai", Kosong)).Kode);
        Assert.Equal(400, (await r.UnggahAsync(link + "/ktp", "ktp", [1, 2, 3, 4])).Kode);
        Assert.Equal("NO_CERTIFICATE", await r.StatusAsync());
    }

    [Fact]
    public async Task The_applicant_corrects_data_but_neither_NIK_nor_mailbox()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        var halaman = await r.DaftarkanAsync();
        var isian = RuangPeraga.Isian(RuangPeraga.NikLain, "Sekar Ayu Wulandari", surel: "lain@contoh.go.id");
        await r.FormAsync(await r.LinkAsync("aktivasi") + "/data", isian);
        var teks = (await r.BukaAsync(halaman)).Teks;
        Assert.Contains("Sekar Ayu Wulandari", teks, StringComparison.Ordinal);
        Assert.DoesNotContain(RuangPeraga.NikLain, teks, StringComparison.Ordinal);
        Assert.DoesNotContain("lain@contoh.go.id", teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_applicant_gets_reason_and_new_link_and_starts_again()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        var halaman = await r.DaftarkanAsync();
        var lama = await r.LinkAsync("aktivasi");
        await r.AktivasiAsync();
        Assert.Equal(400, (await r.FormAsync(halaman + "/kembalikan", Kosong)).Kode);
        await r.FormAsync(halaman + "/kembalikan", new Dictionary<string, string> { ["alasan"] = "Foto KTP terpotong" });
        Assert.Equal("NO_CERTIFICATE", await r.StatusAsync());
        Assert.Contains("Foto KTP terpotong", (await r.SuratAsync("aktivasi"))[^1].GetProperty("isi").GetString(), StringComparison.Ordinal);
        Assert.Contains("sudah dipakai", (await r.BukaAsync(lama)).Teks, StringComparison.Ordinal);
        Assert.Contains("Langkah 1 dari 4", (await r.BukaAsync(await r.LinkAsync("aktivasi"))).Teks, StringComparison.Ordinal);
        await r.AktivasiAsync();
        Assert.Equal("WAITING_FOR_VERIFICATION", await r.StatusAsync());
    }

    [Theory]
    [InlineData("MenungguAktivasi", "NO_CERTIFICATE")]
    [InlineData("MenungguPassphrase", "NEW")]
    public async Task A_link_ends_after_24_hours_and_a_new_one_opens(string keadaan, string status)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync(keadaan);
        var lama = await LinkSekarangAsync(r);
        await r.KendaliAsync("jam", new { maju = "23:59:00" });
        Assert.Equal(200, (await r.BukaAsync(lama)).Kode);
        await r.KendaliAsync("jam", new { maju = "00:01:01" });
        var tutup = await r.BukaAsync(lama);
        Assert.Equal(410, tutup.Kode);
        Assert.Contains("sudah kedaluwarsa", tutup.Teks, StringComparison.Ordinal);
        Assert.Equal(410, (await r.FormAsync(keadaan == "MenungguAktivasi" ? lama + "/data" : lama, Passphrase("rahasia2026"))).Kode);
        Assert.Equal(status, await r.StatusAsync());

        await r.KendaliAsync($"orang/{RuangPeraga.Nik}/kirim-ulang", new { });
        Assert.Equal(200, (await r.BukaAsync(await LinkSekarangAsync(r))).Kode);
        Assert.Contains("sudah diganti", (await r.BukaAsync(lama)).Teks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pendek1", "pendek1")]
    [InlineData("tanpaangka", "tanpaangka")]
    [InlineData("1234567890", "1234567890")]
    [InlineData("rahasia2026", "rahasia2025")]
    public async Task A_weak_or_mistyped_passphrase_is_refused(string passphrase, string ulangi)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("MenungguPassphrase");
        Assert.Equal(400, (await r.FormAsync(await LinkSekarangAsync(r), Passphrase(passphrase, ulangi))).Kode);
        Assert.Equal("NEW", await r.StatusAsync());
    }

    [Fact]
    public async Task A_refused_issue_mails_its_reason_and_can_begin_anew()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("Diproses");
        await r.KendaliAsync($"orang/{RuangPeraga.Nik}/tolak", new { alasan = "Nama pada KTP berbeda" });
        Assert.Equal("NO_CERTIFICATE", await r.StatusAsync());
        Assert.Contains("Nama pada KTP berbeda", (await r.SuratAsync("penolakan"))[0].GetProperty("isi").GetString(), StringComparison.Ordinal);
        await r.KendaliAsync($"orang/{RuangPeraga.Nik}/kirim-ulang", new { });
        await r.AktivasiAsync();
    }

    [Fact]
    public async Task Who_registered_alone_is_refused_a_second_entry_with_4024()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        Assert.Contains("Pendaftaran diterima", (await r.FormAsync("/daftar", RuangPeraga.Isian())).Teks, StringComparison.Ordinal);
        await r.MasukVerifikatorAsync();
        var (kode, teks) = await r.FormAsync("/verifikator/orang/baru", RuangPeraga.Isian());
        Assert.Equal(409, kode);
        Assert.Contains("4024", teks, StringComparison.Ordinal);
        Assert.Contains("(mandiri)", (await r.BukaAsync("/verifikator")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passphrase_is_found_nowhere_afterwards()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.TanamAsync("MenungguPassphrase");
        await r.FormAsync(await LinkSekarangAsync(r), Passphrase("rahasia2026"));
        await r.KendaliAsync($"orang/{RuangPeraga.Nik}/terbit", new { });
        foreach (var jalur in new[] { "/kendali/orang", "/kendali/surat.json", "/kendali/kebiasaan", "/kendali/panggilan" })
        {
            Assert.DoesNotContain("rahasia2026", await r.Klien.GetStringAsync(jalur), StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> Passphrase(string passphrase, string? ulangi = null) => new() { ["passphrase"] = passphrase, ["ulangi"] = ulangi ?? passphrase };

    private static async Task<string> LinkSekarangAsync(RuangPeraga r) =>
        new Uri((await r.Klien.GetFromJsonAsync<JsonElement>("/kendali/orang"))[0].GetProperty("tautan").GetString()!).AbsolutePath;
}
