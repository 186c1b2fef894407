using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.PeragaBsre;

public sealed class HalamanPeragaTests
{
    private static readonly Dictionary<string, string> Kosong = [];

    [Theory]
    [InlineData("nama", "Sekar Wulandari, S.Kom.", "tanpa gelar")]
    [InlineData("nik", "12345", "NIK harus 16 angka")]
    [InlineData("nip", "123", "NIP harus 18 angka")]
    [InlineData("surel", "sekar@contoh.com", ".go.id")]
    [InlineData("surel", "humas@contoh.go.id", "perorangan")]
    [InlineData("surel", "sekar wulan@contoh.go.id", "4015")]
    [InlineData("ponsel", "abc", "ponsel")]
    [InlineData("kota", "", "kota")]
    public async Task The_entry_form_refuses_what_BSrE_refuses(string bidang, string nilai, string kata)
    {
        await using var r = await RuangPeraga.MulaiAsync();
        await r.MasukVerifikatorAsync();
        var isian = RuangPeraga.Isian();
        isian[bidang] = nilai;
        var (kode, teks) = await r.FormAsync("/verifikator/orang/baru", isian);
        Assert.Equal(400, kode);
        Assert.Contains(kata, teks, StringComparison.Ordinal);
        Assert.Equal("NOT_REGISTERED", await r.StatusAsync());
    }

    [Fact]
    public async Task A_mail_can_be_made_to_get_lost()
    {
        await using var smtp = new SmtpSink();
        await using var r = await RuangPeraga.MulaiAsync(o => (o.Smtp.Host, o.Smtp.Port) = (SmtpSink.Host, smtp.Port));
        await r.KendaliAsync("surat/hilang", new { kali = 1 });
        var halaman = await r.DaftarkanAsync();
        await r.FormAsync(halaman + "/kirim-ulang", Kosong);
        await smtp.WaitForAsync(1);
        Assert.Equal("hilang", (await r.SuratAsync())[0].GetProperty("keadaan").GetString());
        Assert.Equal(new Uri(smtp.Mails[0].Links[0]).AbsolutePath, await r.LinkAsync("aktivasi"));
    }

    [Fact]
    public async Task With_STARTTLS_asked_for_no_mail_goes_out_in_the_clear()
    {
        await using var smtp = new SmtpSink();
        await using var r = await RuangPeraga.MulaiAsync(o => (o.Smtp.Host, o.Smtp.Port, o.Smtp.StartTls) = (SmtpSink.Host, smtp.Port, true));
        await r.DaftarkanAsync();
        using var batas = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        string keadaan;
        do
        {
            batas.Token.ThrowIfCancellationRequested();
            keadaan = (await r.SuratAsync())[0].GetProperty("keadaan").GetString()!;
        }
        while (keadaan == "antre");
        Assert.StartsWith("gagal", keadaan, StringComparison.Ordinal);
        Assert.Empty(smtp.Mails);
    }

    [Fact]
    public async Task Every_page_says_that_it_is_not_BSrE_and_escapes_what_people_typed()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        var halaman = await r.DaftarkanAsync(RuangPeraga.Isian(nama: "<b>Sekar</b> & \"Wulan\""));
        foreach (var jalur in new[] { "/", "/daftar", "/masuk", "/verifikator", "/verifikator/orang/baru", halaman, await r.LinkAsync("aktivasi"), "/kendali/surat" })
        {
            var html = await r.Klien.GetStringAsync(jalur);
            Assert.Contains("Peraga BSrE: bukan layanan BSrE", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Sekar", html, StringComparison.Ordinal);
        }
        Assert.Contains("<b>Sekar</b> & \"Wulan\"", (await r.BukaAsync(halaman)).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_verifikator_sees_people()
    {
        await using var r = await RuangPeraga.MulaiAsync();
        var halaman = await r.DaftarkanAsync();
        await r.FormAsync("/verifikator/keluar", Kosong);
        foreach (var jalur in new[] { "/verifikator", halaman, halaman + "/ktp" })
        {
            Assert.DoesNotContain("Sekar", (await r.BukaAsync(jalur)).Teks, StringComparison.Ordinal);
        }
        var (kode, _) = await r.FormAsync("/verifikator/masuk", new Dictionary<string, string> { ["pengguna"] = "verifikator", ["sandi"] = "salah" });
        Assert.Equal(400, kode);
    }
}
