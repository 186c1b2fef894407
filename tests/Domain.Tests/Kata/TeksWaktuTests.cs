using System.Globalization;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using Xunit;

namespace KlatenSE.Domain.Tests.Kata;

public sealed class TeksWaktuTests
{
    private static readonly DateTimeOffset Senin = new(2026, 11, 23, 4, 40, 59, TimeSpan.Zero);

    [Theory]
    [InlineData(-5, "kurang dari 1 mnt")]
    [InlineData(59, "kurang dari 1 mnt")]
    [InlineData(60, "1 mnt")]
    [InlineData(34 * 60, "34 mnt")]
    [InlineData(72 * 60, "1 j 12 mnt")]
    [InlineData(7200, "2 j")]
    [InlineData((51 * 3600) + 1800, "2 h 3 j")]
    [InlineData(86400 + 1800, "1 h")]
    public void Durations_have_two_units_at_most(int detik, string teks) => Assert.Equal(teks, TeksWaktu.Durasi(TimeSpan.FromSeconds(detik)));

    [Fact]
    public void Durations_for_mails_and_screen_readers_use_whole_words()
    {
        Assert.Equal("1 jam 12 menit", TeksWaktu.DurasiLengkap(TimeSpan.FromMinutes(72)));
        Assert.Equal("2 hari 3 jam", TeksWaktu.DurasiLengkap(TimeSpan.FromHours(51)));
    }

    [Fact]
    public void Working_days_have_seven_and_a_half_hours()
    {
        Assert.Equal("7 j 29 mnt", TeksWaktu.DurasiKerja(TimeSpan.FromMinutes(449)));
        Assert.Equal("1 hari kerja", TeksWaktu.DurasiKerja(TimeSpan.FromMinutes(450)));
        Assert.Equal("2 hari kerja 3 j", TeksWaktu.DurasiKerja(TimeSpan.FromHours(18)));
    }

    [Theory]
    [InlineData(7517.0, "02:05:17")]
    [InlineData(7516.001, "02:05:17")]
    [InlineData(0.001, "00:00:01")]
    [InlineData(0, "00:00:00")]
    [InlineData(-3, "00:00:00")]
    [InlineData(360000, "100:00:00")]
    public void A_countdown_reaches_zero_only_when_it_is_over(double detik, string teks) =>
        Assert.Equal(teks, TeksWaktu.HitungMundur(TimeSpan.FromSeconds(detik)));

    [Fact]
    public void Moments_are_told_in_Jakarta_time()
    {
        Assert.Equal("Senin, 23 Nov 2026 pukul 11.40 WIB", TeksWaktu.Lengkap(Senin));
        Assert.Equal("23 Nov 11.40", TeksWaktu.Pendek(Senin));
        Assert.Equal("Senin 23 Nov, 11.40", TeksWaktu.DenganHari(Senin));
        Assert.Equal("15 Juli 1990", TeksWaktu.TanggalPanjang(new(1990, 7, 15)));
        Assert.Equal("Selasa, 24 Nov 2026 pukul 00.00 WIB", TeksWaktu.Lengkap(new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2026-11-23T00:00", "hari ini 00.00")]
    [InlineData("2026-11-22T23:59", "kemarin 23.59")]
    [InlineData("2026-11-24T08:02", "besok 08.02")]
    [InlineData("2026-11-21T15:41", "21 Nov 15.41")]
    [InlineData("2026-11-25T15:41", "25 Nov 15.41")]
    [InlineData("2025-12-31T15:41", "31 Des 2025 15.41")]
    public void Near_days_are_called_by_their_word(string wib, string teks)
    {
        var lokal = DateTime.Parse(wib, CultureInfo.InvariantCulture);
        Assert.Equal(teks, TeksWaktu.Relatif(new DateTimeOffset(lokal, Jakarta.Selisih), Senin));
    }

    [Fact]
    public void New_year_in_Jakarta_is_seven_hours_earlier_than_in_UTC()
    {
        var kini = new DateTimeOffset(2026, 12, 31, 17, 30, 0, TimeSpan.Zero);
        Assert.Equal("hari ini 00.30", TeksWaktu.Relatif(kini, kini));
        Assert.Equal("kemarin 23.59", TeksWaktu.Relatif(kini.AddMinutes(-31), kini));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    [InlineData("")]
    public void No_culture_changes_a_text(string budaya)
    {
        var semula = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(budaya);
            Assert.Equal("Senin, 23 Nov 2026 pukul 11.40 WIB", TeksWaktu.Lengkap(Senin));
            Assert.Equal("1 j 12 mnt", TeksWaktu.Durasi(TimeSpan.FromMinutes(72)));
            Assert.Equal("02:05:17", TeksWaktu.HitungMundur(TimeSpan.FromSeconds(7517)));
        }
        finally
        {
            CultureInfo.CurrentCulture = semula;
        }
    }
}
