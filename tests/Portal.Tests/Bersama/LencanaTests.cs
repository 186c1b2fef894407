using Bunit;
using KlatenSE.Portal.Components.Bersama;
using Xunit;

namespace KlatenSE.Portal.Tests.Bersama;

public sealed class LencanaTests : BunitTestBase
{
    [Theory]
    [InlineData(Nada.Baik)]
    [InlineData(Nada.Dekat)]
    [InlineData(Nada.Lewat)]
    [InlineData(Nada.Catatan)]
    public void A_toned_badge_has_a_sign_and_words_beside_its_colour(Nada nada)
    {
        var lencana = Render<Lencana>(p => p.Add(l => l.Nada, nada).Add(l => l.Teks, "34 mnt"));

        Assert.Equal("34 mnt", lencana.Find(".lencana").TextContent.Trim());
        Assert.Equal("true", lencana.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Tones_do_not_share_a_sign()
    {
        var tanda = Enum.GetValues<Nada>().Select(n => n.Tanda()).ToArray();

        Assert.Equal(tanda.Length, tanda.Distinct().Count());
    }

    [Theory]
    [InlineData(Nada.Baik, false, "Dalam standar")]
    [InlineData(Nada.Dekat, false, "Mendekati standar")]
    [InlineData(Nada.Lewat, false, "Lewat standar")]
    [InlineData(Nada.Dekat, true, "Link hampir habis")]
    public void An_age_says_in_words_what_its_colour_means(Nada tingkat, bool link, string arti)
    {
        var lencana = Render<LencanaUsia>(p => p.Add(l => l.Tingkat, tingkat).Add(l => l.Link, link).Add(l => l.Teks, "8 mnt"));

        Assert.Contains(arti, lencana.Find(".tersembunyi").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sign_that_a_component_names_is_drawn()
    {
        Assert.All(Enum.GetValues<Nada>().Select(n => n.Tanda()).Where(t => t.Length > 0), t => Assert.Contains(t, Ikon.Gambar));
    }
}
