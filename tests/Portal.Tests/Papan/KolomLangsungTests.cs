using Bunit;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Portal.Components.Papan;
using KlatenSE.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

public sealed class KolomLangsungTests : BunitTestBase
{
    private static readonly SaringPapan Semua = new();

    public KolomLangsungTests()
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(KartuUji.Kini));
        Services.AddSingleton<KartuMarkup>();
    }

    [Fact]
    public void An_empty_column_folds_to_a_strip_with_its_count()
    {
        var strip = Kolom(KartuUji.Kolom(Tahap.MenungguDisposisi)).Find("button.papan-strip");
        Assert.Equal("false", strip.GetAttribute("aria-expanded"));
        Assert.Equal("0", strip.QuerySelector(".papan-jumlah")!.TextContent);
    }

    [Fact]
    public void The_viewers_own_column_never_folds()
    {
        var kolom = Kolom(KartuUji.Kolom(Tahap.MenungguDisposisi), PenontonPapanTests.Penonton(Peran.Kepala), lipat: true);
        Assert.Empty(kolom.FindAll("button"));
        Assert.Contains("Tidak ada yang menunggu.", kolom.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600, true)]
    [InlineData(120, false)]
    [InlineData(-1, false)]
    public void A_column_that_waits_for_applicants_unfolds_when_a_link_is_about_to_run_out(int sisa, bool terlipat) =>
        Assert.Equal(terlipat, Kolom(KartuUji.Kolom(Tahap.Passphrase, KartuUji.Kartu(Tahap.Passphrase, sisa: sisa))).FindAll(".papan-strip").Count == 1);

    [Fact]
    public void A_column_with_a_request_of_the_viewer_stays_open()
    {
        var saya = PenontonPapanTests.Penonton(Peran.Verifikator);
        var kartu = KartuUji.Kartu(Tahap.Aktivasi, sisa: 600) with { VerifikatorId = saya.Id };
        Assert.Empty(Kolom(KartuUji.Kolom(Tahap.Aktivasi, kartu), saya).FindAll(".papan-strip"));
    }

    [Fact]
    public void The_filter_leaves_what_matches_and_says_of_how_many()
    {
        var kolom = Kolom(
            KartuUji.Kolom(Tahap.VerifikasiBerkas, KartuUji.Kartu(Tahap.VerifikasiBerkas), KartuUji.Kartu(Tahap.VerifikasiBerkas, "Hadi Nugroho")),
            saring: new SaringPapan("hadi"));
        Assert.Equal("Hadi Nugroho", kolom.Find(".papan-kartu .nama").TextContent);
        Assert.StartsWith("1 dari 2", kolom.Find(".papan-jumlah").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_says_step_name_post_and_standard()
    {
        var kolom = Kolom(KartuUji.Kolom(Tahap.VerifikasiBerkas, KartuUji.Kartu(Tahap.VerifikasiBerkas)));
        Assert.Equal("3", kolom.Find(".papan-nomor").TextContent);
        Assert.Equal("Verifikasi berkas", kolom.Find("h2").TextContent);
        Assert.Equal("Kasi Infrastruktur TI · 10 menit", kolom.Find(".papan-kepala p").TextContent);
    }

    [Fact]
    public void A_column_that_is_the_same_object_is_not_drawn_again()
    {
        var isi = KartuUji.Kolom(Tahap.VerifikasiBerkas, KartuUji.Kartu(Tahap.VerifikasiBerkas));
        var penonton = PenontonPapanTests.Penonton(Peran.Kasi);
        var kolom = Kolom(isi, penonton);
        var kali = kolom.RenderCount;
        kolom.Render(p => Isi(p, isi, penonton, Semua, null));
        Assert.Equal(kali, kolom.RenderCount);
        kolom.Render(p => Isi(p, KartuUji.Kolom(Tahap.VerifikasiBerkas), penonton, Semua, null));
        Assert.Equal(kali + 1, kolom.RenderCount);
    }

    [Fact]
    public void Folding_by_hand_tells_the_page()
    {
        (Tahap, bool)? pilihan = null;
        var kolom = Render<KolomLangsung>(p =>
        {
            Isi(p, KartuUji.Kolom(Tahap.VerifikasiBerkas, KartuUji.Kartu(Tahap.VerifikasiBerkas)), PenontonPapanTests.Penonton(Peran.Kabid), Semua, null);
            p.Add(k => k.DiLipat, t => pilihan = t);
        });
        kolom.Find(".papan-lipat").Click();
        Assert.Equal((Tahap.VerifikasiBerkas, true), pilihan);
    }

    private IRenderedComponent<KolomLangsung> Kolom(KolomPapan kolom, PenontonPapan? penonton = null, SaringPapan? saring = null, bool? lipat = null) =>
        Render<KolomLangsung>(p => Isi(p, kolom, penonton ?? PenontonPapanTests.Penonton(Peran.Administrator), saring ?? Semua, lipat));

    private static void Isi(ComponentParameterCollectionBuilder<KolomLangsung> p, KolomPapan kolom, PenontonPapan penonton, SaringPapan saring, bool? lipat) =>
        p.Add(k => k.Kolom, kolom).Add(k => k.Penonton, penonton).Add(k => k.Saring, saring).Add(k => k.Lipat, lipat)
            .Add(k => k.Kalender, KalenderKerja.Bawaan).Add(k => k.Jabatan, "Kasi Infrastruktur TI");
}
