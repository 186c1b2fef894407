using KlatenSE.Domain.Waktu;
using Xunit;

namespace KlatenSE.Domain.Tests.Waktu;

public sealed class UsiaTests
{
    private static readonly TimeSpan SepuluhMenit = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(0, TingkatUsia.DalamBatas, "●", "Dalam batas", "baru")]
    [InlineData(449, TingkatUsia.DalamBatas, "●", "Dalam batas", "7 mnt")]
    [InlineData(450, TingkatUsia.MendekatiBatas, "◆", "Mendekati batas", "7 mnt, batas 10 mnt")]
    [InlineData(600, TingkatUsia.MendekatiBatas, "◆", "Mendekati batas", "10 mnt, batas 10 mnt")]
    [InlineData(601, TingkatUsia.LewatBatas, "▲", "Lewat batas", "10 mnt, batas 10 mnt")]
    [InlineData(1799, TingkatUsia.LewatBatas, "▲", "Lewat batas", "29 mnt, batas 10 mnt")]
    [InlineData(1800, TingkatUsia.JauhLewatBatas, "▲▲", "Jauh lewat batas", "30 mnt, batas 10 mnt")]
    public void Four_levels_each_with_sign_and_word(int detik, TingkatUsia tingkat, string tanda, string kata, string singkat)
    {
        var usia = new Usia(TimeSpan.FromSeconds(detik), SepuluhMenit);
        Assert.Equal((tingkat, tanda, kata, singkat), (usia.Tingkat, usia.Tanda, usia.Kata, usia.Singkat));
    }

    [Fact]
    public void The_text_for_a_page_says_that_it_is_working_time()
    {
        Assert.Equal("1 j 12 mnt, batas 10 mnt kerja", new Usia(TimeSpan.FromMinutes(72), SepuluhMenit).Lengkap);
        Assert.Equal("8 hari kerja, batas 5 hari kerja", new Usia(TimeSpan.FromHours(60), TimeSpan.FromHours(37.5)).Lengkap);
    }

    [Fact]
    public void A_weekend_does_not_age_a_request()
    {
        var jumatSore = new DateTimeOffset(2026, 11, 20, 16, 28, 0, Jakarta.Selisih);
        var seninPagi = new DateTimeOffset(2026, 11, 23, 7, 31, 0, Jakarta.Selisih);
        var usia = Usia.Hitung(KalenderKerja.Bawaan, jumatSore, seninPagi, SepuluhMenit);
        Assert.Equal("● 3 mnt", usia.ToString());
    }

    [Fact]
    public void A_stage_without_a_standard_has_no_age_to_judge() =>
        Assert.Throws<InvalidOperationException>(() => new Usia(SepuluhMenit, TimeSpan.Zero).Tingkat);
}
