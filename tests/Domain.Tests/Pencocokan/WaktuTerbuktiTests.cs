using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Tests.Alur;
using Xunit;

namespace KlatenSE.Domain.Tests.Pencocokan;

/// <summary>What time BSrE's answers prove for an activation, when its link is over already.</summary>
public sealed class WaktuTerbuktiTests
{
    private static readonly PengaturanSop DiBsre = new() { Otoritas = ModeOtoritas.Bsre };

    private static PenilaianStatus Nilai(TimeSpan terlihat, TimeSpan? sebelum)
    {
        var perkara = Perkara.Di(Tahap.LinkKedaluwarsa, DiBsre);
        var link = perkara.LinkTerakhir!;
        var riwayat = new RiwayatStatus([new MasaStatus(StatusBsre.MenungguVerifikasi, link.TerbitPada + terlihat, link.TerbitPada + sebelum)]);
        return PenilaiStatus.Nilai(perkara.Permohonan, riwayat, link, pernahDidaftarkan: true);
    }

    [Fact]
    public void Seen_within_the_validity_the_first_sight_is_the_time()
    {
        var catat = Assert.IsType<CatatAktivasi>(Assert.Single(Nilai(TimeSpan.FromHours(20), TimeSpan.FromHours(19)).Rencana));
        Assert.Equal(TimeSpan.FromHours(20), catat.Pada - Perkara.Di(Tahap.LinkKedaluwarsa, DiBsre).LinkTerakhir!.TerbitPada);
    }

    [Fact]
    public void Seen_after_the_end_but_heard_within_it_the_last_moment_of_the_validity_stands_for_it()
    {
        var catat = Assert.IsType<CatatAktivasi>(Assert.Single(Nilai(TimeSpan.FromHours(25), TimeSpan.FromHours(23)).Rencana));
        Assert.InRange(catat.Pada - Perkara.Di(Tahap.LinkKedaluwarsa, DiBsre).LinkTerakhir!.TerbitPada, TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
    }

    [Theory]
    [InlineData(25.0)]
    [InlineData(null)]
    public void Heard_only_after_the_end_nothing_is_proven_and_a_person_looks(double? sebelumJam)
    {
        var penilaian = Nilai(TimeSpan.FromHours(26), sebelumJam is { } jam ? TimeSpan.FromHours(jam) : null);
        Assert.Empty(penilaian.Rencana);
        Assert.IsType<TafsirStatus.Bertentangan>(penilaian.Tafsir);
    }
}
