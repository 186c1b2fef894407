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

    [Fact]
    public void A_link_of_more_than_a_day_before_the_request_came_to_step_4_is_not_this_ones()
    {
        var perkara = Perkara.Di(Tahap.VerifikasiBerkas, Bsre);
        perkara.Kini += TimeSpan.FromHours(60);
        perkara.Maju(Tahap.InputDataBsre);
        var sampai = perkara.Permohonan.SejakTahap;
        TerbitkanLinkAktivasi Catat(TimeSpan sebelum) => new() { LinkDikirimPada = sampai - sebelum };
        Assert.Contains("lebih dari sehari", Assert.IsType<Penolakan>(perkara.Lakukan(Catat(Sehari + TimeSpan.FromTicks(1)), Perkara.Orang(Peran.Verifikator))).Kalimat, StringComparison.Ordinal);
        // Entered at BSrE before the Kasi's appointment was seen here.
        perkara.Wajib(Peran.Verifikator, Catat(TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData(Tahap.Aktivasi)]
    [InlineData(Tahap.VerifikasiData)]
    public void A_newer_link_cannot_have_been_sent_before_the_one_it_follows(Tahap tahap)
    {
        var perkara = Perkara.Di(Tahap.InputDataBsre, Bsre);
        perkara.Kini += TimeSpan.FromHours(1);
        perkara.Maju(tahap);
        var lama = perkara.Link ?? perkara.LinkTerakhir!;
        perkara.Kini += TimeSpan.FromHours(1);
        Perintah Catat(DateTimeOffset pada) => tahap == Tahap.Aktivasi
            ? new TerbitkanUlangLink(perkara.Permohonan.Data.Surel) { LinkDikirimPada = pada }
            : new Setujui(Permohonan.BidangVerifikasi) { LinkDikirimPada = pada };
        Assert.Contains("sebelum link yang terakhir", Assert.IsType<Penolakan>(perkara.Lakukan(Catat(lama.TerbitPada.AddTicks(-1)), Perkara.Orang(Peran.Verifikator))).Kalimat, StringComparison.Ordinal);
        perkara.Wajib(Peran.Verifikator, Catat(lama.TerbitPada));
    }

    [Theory]
    [InlineData(ModeOtoritas.Sandbox, Peran.Bsre)]
    [InlineData(ModeOtoritas.Bsre, Peran.Verifikator)]
    public void Step_8_stands_in_the_queue_of_who_records_it(ModeOtoritas otoritas, Peran giliran) =>
        Assert.Equal(giliran, AlurSop.Terbaru.Untuk(otoritas).Giliran(Tahap.Penerbitan));

    [Theory]
    [InlineData(ModeOtoritas.Sandbox)]
    [InlineData(ModeOtoritas.Bsre)]
    public void Every_other_stage_of_every_service_is_the_turn_of_whom_it_waits_for(ModeOtoritas otoritas) => Assert.All(
        AlurSop.SemuaTabel.SelectMany(t => t.Alur.SemuaTahap.Select(s => (Alur: t.Alur.Untuk(otoritas), Sop: s))).Where(t => t.Sop.Menunggu != Peran.Bsre),
        t => Assert.Equal(t.Sop.Menunggu, t.Alur.Giliran(t.Sop.Tahap)));

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
