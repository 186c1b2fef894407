using Bunit;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Bersama;

public sealed class FormulirTests : BunitTestBase
{
    public FormulirTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void The_error_summary_links_to_each_field_on_the_same_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("permohonan/baru?dari=1");

        var ringkasan = Render<RingkasanGalat>(p => p.Add(r => r.Galat, [new GalatIsian("nik", "Isi NIK."), new GalatIsian(null, "Coba lagi.")]));

        Assert.Equal("/permohonan/baru?dari=1#nik", ringkasan.Find("a").GetAttribute("href"));
        Assert.Equal("alert", ringkasan.Find(".ringkasan-galat").GetAttribute("role"));
        Assert.Contains("2 isian", ringkasan.Find("h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_summary_takes_the_focus()
    {
        Render<RingkasanGalat>(p => p.Add(r => r.Galat, [new GalatIsian("nik", "Isi NIK.")]));

        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void Without_errors_there_is_no_summary() =>
        Assert.Empty(Render<RingkasanGalat>(p => p.Add(r => r.Galat, [])).Nodes);

    [Fact]
    public void A_closed_button_says_what_opens_it()
    {
        var tombol = Render<TombolAksi>(p => p.Add(t => t.Terkunci, true).Add(t => t.Alasan, "Terbuka bila semua data sesuai.").AddChildContent("Tunjuk verifikator"));

        Assert.True(tombol.Find("button").HasAttribute("disabled"));
        Assert.Contains("semua data sesuai", tombol.Find("#" + tombol.Find("button").GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_link_is_no_link() =>
        Assert.Empty(Render<TombolAksi>(p => p.Add(t => t.Href, "/aktivasi").Add(t => t.Terkunci, true)).FindAll("a"));

    [Fact]
    public void An_upload_offers_the_camera_and_the_file_under_one_name()
    {
        var masukan = Render<UnggahBerkas>(p => p.Add(u => u.Id, "ktp").Add(u => u.Nama, "Ktp").Add(u => u.Label, "KTP").Add(u => u.Kamera, "environment")).FindAll("input");

        Assert.Equal(["Ktp", "Ktp"], masukan.Select(m => m.GetAttribute("name")));
        Assert.Equal("environment", masukan[0].GetAttribute("capture"));
        Assert.False(masukan[1].HasAttribute("capture"));
    }

    [Fact]
    public void A_refused_upload_is_marked_and_described_by_its_sentence()
    {
        var unggah = Render<UnggahBerkas>(p => p.Add(u => u.Id, "ktp").Add(u => u.Nama, "Ktp").Add(u => u.Label, "KTP").Add(u => u.Galat, "Berkas kosong."));

        Assert.Equal("true", unggah.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("ktp-galat", unggah.Find("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Of_two_inputs_of_one_name_the_filled_one_is_taken()
    {
        var kosong = new FormFile(Stream.Null, 0, 0, "Ktp", "");
        var terisi = new FormFile(Stream.Null, 0, 0, "Ktp", "ktp.jpg");

        Assert.Same(terisi, UnggahBerkas.Terpilih(new FormFileCollection { kosong, terisi }, "Ktp"));
        Assert.Null(UnggahBerkas.Terpilih(new FormFileCollection { kosong }, "Ktp"));
    }

    [Fact]
    public void The_passphrase_is_never_written_into_the_page()
    {
        var masukan = Render<BidangPassphrase>(p => p.Add(b => b.Galat, "Tambahkan angka.")).FindAll("input");

        var satu = Assert.Single(masukan);
        Assert.False(satu.HasAttribute("value"));
        Assert.Equal("password", satu.GetAttribute("type"));
    }
}
