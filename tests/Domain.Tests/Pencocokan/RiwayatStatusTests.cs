using KlatenSE.Domain.Pencocokan;
using Xunit;
using static KlatenSE.Domain.Pencocokan.StatusBsre;

namespace KlatenSE.Domain.Tests.Pencocokan;

/// <summary>The memory of answers: what was seen, and when first.</summary>
public sealed class RiwayatStatusTests
{
    private static readonly DateTimeOffset Nol = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Menit(int n) => Nol.AddMinutes(n);

    private static RiwayatStatus Riwayat(params (StatusBsre Status, int Menit)[] masa) =>
        new([.. masa.Select((m, i) => new MasaStatus(m.Status, Menit(m.Menit), i == 0 ? null : Menit(m.Menit - 1)))]);

    [Fact]
    public void NEW_counts_until_the_person_is_back_at_the_activation()
    {
        Assert.True(Riwayat((TanpaSertifikat, 0), (MenungguVerifikasi, 5), (Baru, 10), (MenungguVerifikasi, 15)).BaruTerlihat);
        Assert.False(Riwayat((Baru, 0), (TanpaSertifikat, 5), (MenungguVerifikasi, 10)).BaruTerlihat);
    }

    [Fact]
    public void The_first_answer_that_shows_a_step_is_found_on_the_present_way_alone()
    {
        var r = Riwayat((MenungguVerifikasi, 0), (TanpaSertifikat, 5), (MenungguVerifikasi, 10), (Baru, 15), (MenungguVerifikasi, 20));
        Assert.Equal(Menit(10), r.PertamaSejauh(JauhBsre.Diaktivasi, Nol)!.Sejak);
        Assert.Equal(Menit(15), r.PertamaSejauh(JauhBsre.Disetujui, Nol)!.Sejak);
        Assert.Equal(Menit(20), r.PertamaSejauh(JauhBsre.PassphraseDibuat, Nol)!.Sejak);
        Assert.Equal(Menit(5), r.PertamaSejauh(JauhBsre.Terdaftar, Nol)!.Sejak);
        Assert.Null(r.PertamaSejauh(JauhBsre.Terbit, Nol));
    }

    [Fact]
    public void A_step_that_was_never_seen_by_itself_is_shown_by_the_one_after_it() =>
        Assert.Equal(Menit(5), Riwayat((TanpaSertifikat, 0), (Aktif, 5)).PertamaSejauh(JauhBsre.Diaktivasi, Nol)!.Sejak);

    [Fact]
    public void What_was_over_before_a_moment_was_not_seen_since()
    {
        var r = Riwayat((TidakTerdaftar, 0), (TanpaSertifikat, 5), (MenungguVerifikasi, 10));
        Assert.True(r.Terlihat(TidakTerdaftar, Menit(4)));
        Assert.False(r.Terlihat(TidakTerdaftar, Menit(5)));
        Assert.True(r.Terlihat(MenungguVerifikasi, Menit(60)));
    }
}
