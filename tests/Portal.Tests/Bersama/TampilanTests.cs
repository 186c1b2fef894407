using Bunit;
using KlatenSE.Portal.Components.Bersama;
using KlatenSE.Portal.Components.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Bersama;

public sealed class TampilanTests : BunitTestBase
{
    [Fact]
    public void The_way_says_in_words_what_is_behind_here_and_ahead()
    {
        var langkah = Render<LangkahPermohonan>(p => p.Add(l => l.Daftar,
        [
            new(1, "Dikirim", null, KeadaanLangkah.Selesai), new(2, "Diperiksa", null, KeadaanLangkah.Kini), new(3, "Terbit", null, KeadaanLangkah.Nanti),
        ]));

        Assert.Equal(["Selesai, langkah 1:", "Sekarang, langkah 2:", "Berikutnya, langkah 3:"], langkah.FindAll(".tersembunyi").Select(s => s.TextContent.Trim()));
        Assert.Contains("Diperiksa", langkah.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7517, "02:05:17")]
    [InlineData(86400, "24:00:00")]
    [InlineData(0, "Waktu habis")]
    [InlineData(-1, "Waktu habis")]
    public void The_countdown_stands_as_text_without_scripts(int detik, string teks)
    {
        var kini = new DateTimeOffset(2026, 11, 23, 2, 34, 43, TimeSpan.Zero);

        var hitung = Render<HitungMundur>(p => p.Add(h => h.Kini, kini).Add(h => h.Batas, kini.AddSeconds(detik)));

        Assert.Equal(teks, hitung.Find("time").TextContent);
        Assert.Equal(kini.ToUnixTimeMilliseconds().ToString(), hitung.Find("time").GetAttribute("data-kini"));
    }

    [Fact]
    public void The_comparison_marks_only_the_characters_that_differ()
    {
        var tabel = Render<TabelBanding>(p => p.Add(t => t.Judul, "Cocokkan").Add(t => t.Kolom, ["Isian", "KTP"])
            .Add(t => t.Baris, [new("nik", "NIK", [[new("0003")], [new("00"), new("30", true)]]), new("nip", "NIP", [[new("1990")], null])]));

        Assert.Equal("30", Assert.Single(tabel.FindAll("mark")).TextContent);
        Assert.Contains("(berbeda)", tabel.Find("tr.berbeda th").TextContent, StringComparison.Ordinal);
        Assert.Equal("0030", tabel.FindAll("tr.berbeda td")[1].TextContent.Trim());
    }

    [Fact]
    public void An_empty_value_shows_as_a_dash() =>
        Assert.Equal("–", Render<KartuData>(p => p.Add(k => k.Butir, [("Pangkat", " ")])).Find("dd").TextContent);

    [Fact]
    public void A_notice_after_an_act_is_announced_and_an_error_at_once()
    {
        Assert.Equal("status", Render<Pemberitahuan>(p => p.Add(n => n.Nada, Nada.Baik).Add(n => n.Hidup, true)).Find(".pemberitahuan").GetAttribute("role"));
        Assert.Equal("alert", Render<Pemberitahuan>(p => p.Add(n => n.Nada, Nada.Lewat).Add(n => n.Hidup, true)).Find(".pemberitahuan").GetAttribute("role"));
    }

    [Fact]
    public void The_form_s_markers_link_back_only()
    {
        var penanda = Render<PenandaLangkah>(p => p.Add(l => l.Langkah, [("Data", "/d"), ("Berkas", "/b"), ("Periksa", "/p")]).Add(l => l.Kini, 1));

        Assert.Equal("/d", Assert.Single(penanda.FindAll("a")).GetAttribute("href"));
        Assert.Contains("Berkas", penanda.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3, "Berikutnya")]
    [InlineData(3, 3, "Sebelumnya")]
    public void The_ends_of_a_list_offer_one_direction(int halaman, int jumlah, string kata) =>
        Assert.Equal(kata, Assert.Single(Render<Paginasi>(p => p.Add(h => h.Halaman, halaman).Add(h => h.JumlahHalaman, jumlah)).FindAll("a")).TextContent);

    [Theory]
    [InlineData(null, true)]
    [InlineData("Bsre", false)]
    public void The_sandbox_banner_stands_unless_BSrE_itself_issues(string? otoritas, bool tampak)
    {
        var konfigurasi = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Sertifikat:Mode"] = otoritas }).Build();
        Services.AddSingleton(ModePortal.Dari(konfigurasi));

        Assert.Equal(tampak, Render<PitaMode>().FindAll(".pita--sandbox").Any(p => p.TextContent.Contains("tidak sah untuk tanda tangan", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dialog_opens_holds_its_form_and_raises_its_closing_once()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var modul = JSInterop.SetupModule("/js/dialog.js");
        modul.Mode = JSRuntimeMode.Loose;
        var ditutup = 0;
        var dialog = Render<DialogTindakan>(p => p.Add(d => d.Judul, "Kembalikan").Add(d => d.OnTutup, () => ditutup++).AddChildContent("<p>isi</p>"));
        Assert.Empty(dialog.FindAll("h2"));

        await dialog.InvokeAsync(dialog.Instance.BukaAsync);
        Assert.Equal(dialog.Find("h2").Id, dialog.Find("dialog").GetAttribute("aria-labelledby"));
        modul.VerifyInvoke("buka");

        await dialog.InvokeAsync(dialog.Instance.TutupAsync);
        await dialog.InvokeAsync(dialog.Instance.TutupAsync);
        Assert.Equal(1, ditutup);
        Assert.Empty(dialog.FindAll("h2"));
    }
}
