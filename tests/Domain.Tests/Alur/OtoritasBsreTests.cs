using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>What is recorded of work that happens on BSrE's own portal.</summary>
public sealed class OtoritasBsreTests
{
    private static readonly PengaturanSop Bsre = new() { Otoritas = ModeOtoritas.Bsre };
    private static readonly TimeSpan Sehari = TimeSpan.FromHours(24);

    [Fact]
    public void The_deadline_counts_from_when_BSrE_sent_the_link()
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre, Bsre);
        perkara.Kini += TimeSpan.FromHours(3);
        var kirim = perkara.Kini - TimeSpan.FromHours(2);
        perkara.Wajib(Peran.Verifikator, new TerbitkanLinkAktivasi { LinkDikirimPada = kirim });
        Assert.Equal((kirim, kirim + Sehari), (perkara.Link!.TerbitPada, perkara.Link.Batas));
    }

    [Fact]
    public void A_link_cannot_have_been_sent_in_the_future_nor_before_the_request()
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre, Bsre);
        foreach (var pada in new[] { perkara.Kini.AddTicks(1), perkara.Permohonan.DiajukanPada!.Value.AddTicks(-1) })
        {
            var sebelum = perkara.Potret();
            Assert.IsType<Penolakan>(perkara.Lakukan(new TerbitkanLinkAktivasi { LinkDikirimPada = pada }, Perkara.Orang(Peran.Verifikator)));
            Assert.Equal(sebelum, perkara.Potret());
        }
    }

    [Fact]
    public void A_link_sent_more_than_a_day_ago_is_over_at_once()
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre, Bsre);
        perkara.Kini += TimeSpan.FromHours(30);
        perkara.Wajib(Peran.Verifikator, new TerbitkanLinkAktivasi { LinkDikirimPada = perkara.Kini - Sehari });
        perkara.Wajib(Peran.Sistem, new Kedaluwarsakan());
        Assert.Equal(Tahap.LinkKedaluwarsa, perkara.Permohonan.Tahap);
    }

    [Theory]
    [InlineData(Tahap.Aktivasi, Tahap.VerifikasiData)]
    [InlineData(Tahap.Passphrase, Tahap.Penerbitan)]
    public void What_was_done_in_time_counts_after_the_link_expired(Tahap dari, Tahap ke)
    {
        var perkara = Perkara.Di(dari, Bsre);
        var batas = perkara.Link!.Batas;
        perkara.Kedaluwarsa();
        perkara.Kini += TimeSpan.FromHours(5);
        Perintah Catat(DateTimeOffset pada) => dari == Tahap.Aktivasi ? new CatatAktivasi(pada) : new CatatPassphrase(pada);
        Assert.Contains("masa berlaku", Assert.IsType<Penolakan>(perkara.Lakukan(Catat(batas), Perkara.Orang(Peran.Verifikator))).Kalimat, StringComparison.Ordinal);
        Assert.IsType<Penolakan>(perkara.Lakukan(Catat(batas - Sehari - TimeSpan.FromTicks(1)), Perkara.Orang(Peran.Verifikator)));
        Assert.IsType<Kejadian>(perkara.Lakukan(Catat(batas.AddTicks(-1)), Perkara.Orang(Peran.Verifikator)));
        Assert.Equal(ke, perkara.Permohonan.Tahap);
    }

    [Fact]
    public void An_expired_passphrase_link_is_not_cured_by_an_activation()
    {
        var perkara = Perkara.Di(Tahap.Passphrase, Bsre);
        perkara.Kedaluwarsa();
        Assert.IsType<Penolakan>(perkara.Lakukan(new CatatAktivasi(perkara.Kini), Perkara.Orang(Peran.Verifikator)));
    }

    [Fact]
    public void The_portals_own_activation_and_passphrase_do_not_exist_beside_BSrE()
    {
        Assert.DoesNotContain(AlurSop.Terbaru.Untuk(ModeOtoritas.Bsre).SemuaAturan, a => a.Tindakan is
            Tindakan.BukaLink or Tindakan.PeriksaData or Tindakan.UnggahFotoKtp or Tindakan.UnggahSelfie or Tindakan.BuatPassphrase);
    }

    [Fact]
    public void Nothing_is_recorded_by_hand_of_the_sandbox()
    {
        Assert.DoesNotContain(AlurSop.Terbaru.Untuk(ModeOtoritas.Sandbox).SemuaAturan, a => a.Tindakan is Tindakan.CatatAktivasi or Tindakan.CatatPassphrase);
    }
}
