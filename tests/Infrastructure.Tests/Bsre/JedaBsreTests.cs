using KlatenSE.Infrastructure.Bsre;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Bsre;

public sealed class JedaBsreTests
{
    private static double Detik(GagalBsre jenis, int berturut, double acak = 0.5, TimeSpan? tunggu = null) =>
        JedaBsre.Layanan(new JawabanBsre.Gagal(jenis, Tunggu: tunggu), berturut, acak).TotalSeconds;

    [Fact]
    public void Pauses_double_up_to_five_minutes() => Assert.Equal(
        [5, 10, 20, 40, 80, 160, 300, 300], Enumerable.Range(1, 8).Select(n => Detik(GagalBsre.TidakTersedia, n)));

    [Fact]
    public void Jitter_spreads_a_pause_by_a_fifth_to_either_side()
    {
        Assert.Equal(4, Detik(GagalBsre.HabisWaktu, 1, 0), 6);
        Assert.Equal(6, Detik(GagalBsre.HabisWaktu, 1, 1), 6);
    }

    [Fact]
    public void Retry_After_is_the_least_pause() =>
        Assert.All([0, 0.5, 0.999], acak => Assert.InRange(Detik(GagalBsre.TerlaluSering, 1, acak, TimeSpan.FromSeconds(120)), 120, 132));

    [Fact]
    public void Wrong_credentials_are_tried_rarely() => Assert.Equal(
        [900, 1800, 3600, 3600], Enumerable.Range(1, 4).Select(n => Detik(GagalBsre.SandiSalah, n)));

    [Fact]
    public void A_request_whose_answer_is_of_no_use_is_asked_about_soon_and_never_later_than_its_turn()
    {
        var giliran = TimeSpan.FromMinutes(4);
        Assert.Equal([15, 30, 60, 120, 240, 240], Enumerable.Range(1, 6).Select(n => JedaBsre.Permohonan(n, giliran, 1).TotalSeconds));
    }
}
