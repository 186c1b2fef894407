using KlatenSE.Domain.Alur;
using KlatenSE.Portal.Components.Papan;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

public sealed class PenontonPapanTests
{
    private static readonly Guid Saya = Guid.CreateVersion7();

    [Theory]
    [InlineData(Peran.Kepala, Tahap.MenungguDisposisi, Tindakan.Disposisikan)]
    [InlineData(Peran.Kabid, Tahap.PenerusanKabid, Tindakan.Teruskan)]
    [InlineData(Peran.Kasi, Tahap.VerifikasiBerkas, Tindakan.TunjukVerifikator)]
    [InlineData(Peran.Verifikator, Tahap.InputDataBsre, Tindakan.TerbitkanLinkAktivasi)]
    [InlineData(Peran.Verifikator, Tahap.VerifikasiData, Tindakan.Setujui)]
    [InlineData(Peran.Verifikator, Tahap.LinkKedaluwarsa, Tindakan.TerbitkanUlangLink)]
    public void The_offer_is_the_tables_act_that_carries_on(Peran peran, Tahap tahap, Tindakan tindakan) =>
        Assert.Equal(tindakan, Penonton(peran).Giliran(KartuUji.Kartu(tahap) with { VerifikatorId = Saya }));

    [Fact]
    public void Beside_BSrE_step_8_is_the_appointed_verifikators_to_record()
    {
        var (bsre, kartu) = (Penonton(Peran.Verifikator) with { Sop = new PengaturanSop { Otoritas = ModeOtoritas.Bsre } }, KartuUji.Kartu(Tahap.Penerbitan) with { VerifikatorId = Saya });
        Assert.Equal(Tindakan.TerbitkanSertifikat, bsre.Giliran(kartu));
        Assert.True(bsre.Kolomnya(kartu.TahapSop));
        Assert.Null(bsre.Giliran(kartu with { VerifikatorId = Guid.CreateVersion7() }));
        Assert.Null(Penonton(Peran.Verifikator).Giliran(kartu));
        Assert.False(Penonton(Peran.Verifikator).Kolomnya(kartu.TahapSop));
    }

    [Fact]
    public void Nothing_is_offered_outside_ones_role()
    {
        foreach (var tahap in AlurSop.Terbaru.Kolom.Where(t => t.Menunggu != Peran.Kasi))
        {
            Assert.Null(Penonton(Peran.Kasi).Giliran(KartuUji.Kartu(tahap.Tahap)));
        }
    }

    [Fact]
    public void Nothing_is_offered_on_ones_own_request() =>
        Assert.Null(Penonton(Peran.Kepala).Giliran(KartuUji.Kartu(Tahap.MenungguDisposisi) with { PemohonId = Saya }));

    [Fact]
    public void Another_verifikators_request_is_not_offered() =>
        Assert.Null(Penonton(Peran.Verifikator).Giliran(KartuUji.Kartu(Tahap.VerifikasiData) with { VerifikatorId = Guid.CreateVersion7() }));

    [Fact]
    public void Who_did_step_3_is_not_offered_step_6_unless_the_office_allows_it()
    {
        var kartu = KartuUji.Kartu(Tahap.VerifikasiData) with { VerifikatorId = Saya, KasiId = Saya };
        Assert.Null(Penonton(Peran.Verifikator).Giliran(kartu));
        var longgar = Penonton(Peran.Verifikator) with { Sop = new PengaturanSop { PisahkanKasiDanVerifikator = false } };
        Assert.Equal(Tindakan.Setujui, longgar.Giliran(kartu));
    }

    internal static PenontonPapan Penonton(params Peran[] peran) => new(Saya, peran.ToHashSet(), new PengaturanSop());
}
