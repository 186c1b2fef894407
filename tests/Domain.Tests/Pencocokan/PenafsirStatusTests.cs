using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using Xunit;
using static KlatenSE.Domain.Pencocokan.StatusBsre;

namespace KlatenSE.Domain.Tests.Pencocokan;

/// <summary>The whole table of stage and status, written down a second time: = agrees, ! contradicts, * holds a certificate, else the acts that are proposed.</summary>
public sealed class PenafsirStatusTests
{
    private const string Aktivasi = "CatatAktivasi", Sampai6 = Aktivasi + " Setujui", Sampai7 = Sampai6 + " CatatPassphrase", Sampai8 = Sampai7 + " TerbitkanSertifikat";

    private static readonly StatusBsre[] Urutan = [TidakTerdaftar, TanpaSertifikat, MenungguVerifikasi, Baru, Aktif, Perpanjangan, Kedaluwarsa, Ditangguhkan, Dicabut];

    /// <summary>Without any memory: BSrE is asked for the first time.</summary>
    private static readonly Dictionary<Tahap, string[]> Tabel = new()
    {
        [Tahap.Draf] = ["=", "=", "=", "=", "=", "=", "=", "=", "="],
        [Tahap.MenungguKonfirmasi] = ["=", "=", "=", "=", "=", "=", "=", "=", "="],
        [Tahap.MenungguDisposisi] = ["=", "!", "!", "!", "*", "!", "!", "!", "!"],
        [Tahap.PenerusanKabid] = ["=", "!", "!", "!", "*", "!", "!", "!", "!"],
        [Tahap.VerifikasiBerkas] = ["=", "!", "!", "!", "*", "!", "!", "!", "!"],
        [Tahap.InputDataBsre] = ["=", "!", "!", "!", "*", "!", "!", "!", "!"],
        [Tahap.Aktivasi] = ["!", "=", Aktivasi, Sampai6, Sampai8, "!", "!", "!", "!"],
        [Tahap.VerifikasiData] = ["!", "!", "=", "Setujui", "Setujui CatatPassphrase TerbitkanSertifikat", "!", "!", "!", "!"],
        [Tahap.Passphrase] = ["!", "!", "!", "=", "CatatPassphrase TerbitkanSertifikat", "!", "!", "!", "!"],
        [Tahap.Penerbitan] = ["!", "!", "=", "!", "TerbitkanSertifikat", "!", "!", "!", "!"],
        [Tahap.LinkKedaluwarsa] = ["!", "=", Aktivasi, Sampai6, Sampai8, "!", "!", "!", "!"],
        [Tahap.PerluPerbaikan] = ["=", "!", "!", "!", "*", "!", "!", "!", "!"],
        [Tahap.Selesai] = ["=", "=", "=", "=", "=", "=", "=", "=", "="],
        [Tahap.Ditolak] = ["=", "=", "=", "=", "=", "=", "=", "=", "="],
        [Tahap.Dibatalkan] = ["=", "=", "=", "=", "=", "=", "=", "=", "="],
    };

    public static TheoryData<Tahap, StatusBsre> SemuaPasangan() => [.. from t in Enum.GetValues<Tahap>() from s in Enum.GetValues<StatusBsre>() select (t, s)];

    private static string Ringkas(TafsirStatus tafsir) => tafsir switch
    {
        TafsirStatus.Sama => "=",
        TafsirStatus.Bertentangan => "!",
        TafsirStatus.SudahBersertifikat => "*",
        TafsirStatus.Mendahului m => string.Join(' ', m.Usulan),
        _ => throw new InvalidOperationException(tafsir.ToString()),
    };

    private static string Ringkas(PerkaraStatus p, StatusBsre status) => Ringkas(PenafsirStatus.Tafsirkan(p, status));

    [Theory]
    [MemberData(nameof(SemuaPasangan))]
    public void Every_pair_of_stage_and_status_means_what_the_table_says(Tahap tahap, StatusBsre status) =>
        Assert.Equal(Tabel[tahap][Array.IndexOf(Urutan, status)], Ringkas(new PerkaraStatus(tahap), status));

    [Theory]
    [MemberData(nameof(SemuaPasangan))]
    public void Who_is_to_look_reads_sentences_that_end(Tahap tahap, StatusBsre status)
    {
        foreach (var layanan in Enum.GetValues<Layanan>())
        {
            var tafsir = PenafsirStatus.Tafsirkan(new PerkaraStatus(tahap) { Layanan = layanan }, status);
            Assert.True(tafsir is TafsirStatus.Sama ? tafsir.Kata is null : tafsir.Kata is [.., '.'], tafsir.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(SemuaPasangan))]
    public void Nothing_is_said_of_stages_that_are_not_asked_about(Tahap tahap, StatusBsre status)
    {
        foreach (var layanan in Enum.GetValues<Layanan>().Where(_ => !PenafsirStatus.Ditanyakan(tahap)))
        {
            Assert.Equal("=", Ringkas(new PerkaraStatus(tahap) { Layanan = layanan }, status));
        }
    }

    /// <summary>Each act stands in the row of the stage to which the ones before lead, so that the door can do them in a row.</summary>
    [Theory]
    [MemberData(nameof(SemuaPasangan))]
    public void The_proposed_acts_follow_one_another_in_the_SOPs_table(Tahap tahap, StatusBsre status)
    {
        var alur = AlurSop.Terbaru.Untuk(ModeOtoritas.Bsre);
        foreach (var p in SemuaIngatan(tahap))
        {
            var kini = tahap;
            foreach (var tindakan in PenafsirStatus.Tafsirkan(p, status) is TafsirStatus.Mendahului m ? m.Usulan : [])
            {
                kini = Assert.Single(alur.Cari(kini, tindakan), a => a.Oleh == Peran.Verifikator).Ke!.Value;
            }
        }
    }

    private static IEnumerable<PerkaraStatus> SemuaIngatan(Tahap tahap) =>
        from dari in new Tahap?[] { null, Tahap.Aktivasi, Tahap.Passphrase }
        from a in new[] { false, true }
        from b in new[] { false, true }
        from c in new[] { false, true }
        from d in new[] { false, true }
        select new PerkaraStatus(tahap, dari) { TadinyaTidakTerdaftar = a, PernahDidaftarkan = b, BaruTerlihat = c, BelumDikembalikan = d };

    [Fact]
    public void After_NEW_waiting_for_verification_is_that_of_step_8()
    {
        PerkaraStatus P(Tahap t, Tahap? dari = null) => new(t, dari) { BaruTerlihat = true };
        Assert.Equal(Sampai7, Ringkas(P(Tahap.Aktivasi), MenungguVerifikasi));
        Assert.Equal("Setujui CatatPassphrase", Ringkas(P(Tahap.VerifikasiData), MenungguVerifikasi));
        Assert.Equal("CatatPassphrase", Ringkas(P(Tahap.Passphrase), MenungguVerifikasi));
        Assert.Equal("CatatPassphrase", Ringkas(P(Tahap.LinkKedaluwarsa, Tahap.Passphrase), MenungguVerifikasi));
        Assert.Equal("=", Ringkas(P(Tahap.Penerbitan), MenungguVerifikasi));
    }

    [Fact]
    public void An_expired_passphrase_link_reads_as_step_7() => Assert.Equal(
        [.. Tabel[Tahap.Passphrase]], Urutan.Select(s => Ringkas(new PerkaraStatus(Tahap.LinkKedaluwarsa, Tahap.Passphrase), s)));

    [Theory]
    [InlineData(Tahap.InputDataBsre, Dicabut, "CabutSertifikat")]
    [InlineData(Tahap.VerifikasiBerkas, Dicabut, "!")]
    [InlineData(Tahap.InputDataBsre, Aktif, "=")]
    [InlineData(Tahap.InputDataBsre, TidakTerdaftar, "!")]
    public void A_revocation_waits_for_REVOKE(Tahap tahap, StatusBsre status, string harapan) =>
        Assert.Equal(harapan, Ringkas(new PerkaraStatus(tahap) { Layanan = Layanan.Pencabutan }, status));

    [Theory]
    [InlineData(Aktif, "=")]
    [InlineData(MenungguVerifikasi, "=")]
    [InlineData(Dicabut, "!")]
    [InlineData(Kedaluwarsa, "!")]
    public void A_change_of_data_needs_a_certificate_that_is_not_over(StatusBsre status, string harapan) =>
        Assert.Equal(harapan, Ringkas(new PerkaraStatus(Tahap.Penerbitan) { Layanan = Layanan.PerubahanData }, status));

    [Fact]
    public void What_was_entered_during_step_4_is_recorded_and_what_stood_there_before_is_not()
    {
        var baru = new PerkaraStatus(Tahap.InputDataBsre) { TadinyaTidakTerdaftar = true };
        Assert.Equal("TerbitkanLinkAktivasi", Ringkas(baru, TanpaSertifikat));
        Assert.Equal("TerbitkanLinkAktivasi CatatAktivasi", Ringkas(baru, MenungguVerifikasi));
        Assert.Equal("TerbitkanLinkAktivasi CatatAktivasi Setujui", Ringkas(baru, Baru));
        Assert.Equal("TerbitkanLinkAktivasi CatatAktivasi Setujui CatatPassphrase TerbitkanSertifikat", Ringkas(baru, Aktif));
        Assert.Equal("=", Ringkas(new PerkaraStatus(Tahap.InputDataBsre) { PernahDidaftarkan = true }, TanpaSertifikat));
    }

    [Fact]
    public void The_offices_own_registration_of_an_earlier_round_is_no_surprise()
    {
        var p = new PerkaraStatus(Tahap.VerifikasiBerkas) { PernahDidaftarkan = true };
        Assert.Equal("=", Ringkas(p, TanpaSertifikat));
        Assert.Equal("!", Ringkas(p, MenungguVerifikasi));
        Assert.Equal("*", Ringkas(p, Aktif));
    }

    [Fact]
    public void After_tidak_sesuai_an_answer_of_before_is_no_new_activation()
    {
        var p = new PerkaraStatus(Tahap.Aktivasi) { BelumDikembalikan = true };
        Assert.Equal("!", Ringkas(p, MenungguVerifikasi));
        Assert.Equal("!", Ringkas(p, Baru));
        Assert.Equal("=", Ringkas(p, TanpaSertifikat));
        Assert.Equal(Aktivasi, Ringkas(p with { BelumDikembalikan = false }, MenungguVerifikasi));
    }

    [Fact]
    public void A_renewal_begins_with_an_active_certificate_and_ends_with_one_after_RENEW()
    {
        PerkaraStatus P(Tahap t, bool terlihat = false) => new(t) { Layanan = Layanan.Perpanjangan, PerpanjanganTerlihat = terlihat };
        Assert.Equal("=", Ringkas(P(Tahap.VerifikasiBerkas), Aktif));
        Assert.Equal("=", Ringkas(P(Tahap.InputDataBsre), Aktif));
        Assert.Equal("=", Ringkas(P(Tahap.Penerbitan), Aktif));
        Assert.Equal("=", Ringkas(P(Tahap.Penerbitan, true), Perpanjangan));
        Assert.Equal("TerbitkanSertifikat", Ringkas(P(Tahap.Penerbitan, true), Aktif));
        Assert.Equal("!", Ringkas(P(Tahap.Passphrase, true), Aktif));
        Assert.Equal("!", Ringkas(P(Tahap.VerifikasiBerkas), TidakTerdaftar));
    }

    [Fact]
    public void Every_word_of_the_documents_is_read_back_and_no_other()
    {
        Assert.All(Enum.GetValues<StatusBsre>(), s => Assert.Equal(s, KataStatusBsre.Baca(s.Kata())));
        Assert.Null(KataStatusBsre.Baca("MENUNGGU"));
        Assert.Null(KataStatusBsre.Baca(null));
    }
}
