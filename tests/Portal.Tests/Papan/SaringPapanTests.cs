using KlatenSE.Domain.Alur;
using KlatenSE.Portal.Components.Papan;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

public sealed class SaringPapanTests
{
    [Theory]
    [InlineData("0412", true)]
    [InlineData("lestari dewi", true)]
    [InlineData("KESEHATAN", true)]
    [InlineData("dewi inspektorat", false)]
    public void All_words_must_be_found_in_number_name_or_unit(string teks, bool cocok) =>
        Assert.Equal(cocok, new SaringPapan(teks).Cocok(KartuUji.Kartu(Tahap.MenungguDisposisi), KartuUji.Kini));

    [Fact]
    public void Unit_verifikator_and_overdue_narrow_together()
    {
        var v = Guid.CreateVersion7();
        var kartu = KartuUji.Kartu(Tahap.InputDataBsre, sisa: -1) with { VerifikatorId = v };
        var saring = new SaringPapan("", "Dinas Kesehatan", v, true);
        Assert.True(saring.Cocok(kartu, KartuUji.Kini));
        Assert.False(saring.Cocok(kartu with { UnitKerja = "BKPSDM" }, KartuUji.Kini));
        Assert.False(saring.Cocok(kartu with { VerifikatorId = null }, KartuUji.Kini));
        Assert.False(saring.Cocok(kartu with { Batas = KartuUji.Kini.AddMinutes(1) }, KartuUji.Kini));
    }

    [Fact]
    public void The_address_holds_all_of_it_and_nothing_when_nothing_is_set()
    {
        Assert.Equal("", new SaringPapan().Kueri([], []));
        Assert.Equal(
            "?cari=a%26b&unit=Dinas%20Sosial&lewat=1&lipat=Aktivasi&buka=Passphrase.Penerbitan",
            new SaringPapan("a&b", "Dinas Sosial", null, true).Kueri(["Aktivasi"], ["Passphrase", "Penerbitan"]));
    }
}
