using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Portal.Components.Papan;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

public sealed class KartuMarkupTests
{
    private readonly FakeTimeProvider _jam = new(KartuUji.Kini);
    private readonly KartuMarkup _markup;

    public KartuMarkupTests() => _markup = new KartuMarkup(_jam);

    [Fact]
    public void A_hostile_name_stays_text()
    {
        const string jahat = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";
        var kartu = Baca(KartuUji.Kartu(Tahap.PerluPerbaikan, jahat) with
        {
            UnitKerja = jahat,
            NomorResi = jahat,
            VerifikatorNama = jahat,
            Peristiwa = new(1, Tindakan.Ajukan, Tahap.Draf, Tahap.MenungguDisposisi, jahat, Peran.Pemohon, jahat, KartuUji.Kini),
        });
        Assert.Empty(kartu.QuerySelectorAll("script, img"));
        Assert.Equal(jahat, kartu.QuerySelector(".nama")!.TextContent);
        Assert.Contains(jahat, kartu.QuerySelector(".pindah")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_string_serves_every_circuit()
    {
        var kartu = KartuUji.Kartu(Tahap.MenungguDisposisi);
        Assert.Same(_markup.Untuk(kartu, null, KalenderKerja.Bawaan).Value, _markup.Untuk(kartu, null, KalenderKerja.Bawaan).Value);
    }

    [Fact]
    public void A_new_day_writes_the_card_anew()
    {
        var kartu = KartuUji.Kartu(Tahap.MenungguDisposisi);
        var kemarin = _markup.Untuk(kartu, null, KalenderKerja.Bawaan).Value;
        _jam.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(kemarin, _markup.Untuk(kartu, null, KalenderKerja.Bawaan).Value);
    }

    [Theory]
    [InlineData(2, "baik", "2 mnt", "Dalam batas: ")]
    [InlineData(0, "baik", "baru", "Dalam batas: ")]
    [InlineData(8, "dekat", "8 mnt, batas 10", "Mendekati batas: ")]
    [InlineData(12, "lewat", "12 mnt, batas 10", "Lewat batas: ")]
    [InlineData(72, "jauh", "1 j 12 mnt", "Jauh lewat batas: ")]
    public void The_age_is_told_by_class_and_words(int menit, string tingkat, string teks, string baca)
    {
        var kartu = Baca(KartuUji.Kartu(Tahap.VerifikasiBerkas, menit: menit));
        Assert.Contains($"papan-kartu--{tingkat}", kartu.ClassList);
        Assert.Equal([baca, teks], kartu.QuerySelector(".usia")!.Children.Select(c => c.TextContent));
    }

    [Theory]
    [InlineData(125, "dekat", "sisa 2 j 5 mnt")]
    [InlineData(1140, "baik", "sisa 19 j")]
    [InlineData(-1, "lewat", "habis")]
    public void A_running_link_shows_what_is_left(int sisa, string tingkat, string teks)
    {
        var kartu = Baca(KartuUji.Kartu(Tahap.Aktivasi, sisa: sisa));
        Assert.Contains($"papan-kartu--{tingkat}", kartu.ClassList);
        Assert.Equal(teks, kartu.QuerySelector(".usia")!.LastElementChild!.TextContent);
    }

    [Fact]
    public void Time_before_today_is_handed_to_the_script_as_working_seconds()
    {
        // Monday 15.50 to Tuesday 10.14 with the office closed in between: ten minutes, then the script's own count from 00.00 on.
        var kartu = Baca(KartuUji.Kartu(Tahap.VerifikasiBerkas) with { Sejak = new DateTimeOffset(2026, 11, 23, 8, 50, 0, TimeSpan.Zero) });
        Assert.Equal(("600", "600"), (kartu.GetAttribute("data-w"), kartu.GetAttribute("data-s")));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds().ToString(), kartu.GetAttribute("data-e"));
    }

    [Fact]
    public void The_button_leads_to_the_request_and_says_the_act()
    {
        var kartu = KartuUji.Kartu(Tahap.VerifikasiBerkas);
        var tombol = Baca(kartu, Tindakan.TunjukVerifikator).QuerySelector("a.tombol")!;
        Assert.Equal($"/kerja/{kartu.Id}", tombol.GetAttribute("href"));
        Assert.StartsWith("Periksa berkas", tombol.TextContent, StringComparison.Ordinal);
        Assert.Null(Baca(kartu).QuerySelector("a.tombol"));
    }

    [Fact]
    public void No_card_carries_a_style_or_a_handler()
    {
        foreach (var tahap in AlurSop.Terbaru.Kolom)
        {
            Assert.DoesNotContain(
                Baca(KartuUji.Kartu(tahap.Tahap)).QuerySelectorAll("*").SelectMany(e => e.Attributes),
                a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    private IElement Baca(KartuPapan kartu, Tindakan? giliran = null) =>
        new HtmlParser().ParseDocument(_markup.Untuk(kartu, giliran, KalenderKerja.Bawaan).Value).QuerySelector("article")!;
}
