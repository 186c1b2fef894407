using KlatenSE.Domain.Waktu;
using Xunit;

namespace KlatenSE.Domain.Tests.Waktu;

public sealed class KalenderKerjaTests
{
    private static readonly KalenderKerja Kalender = KalenderKerja.Bawaan;

    [Fact]
    public void The_default_weeks_have_the_hours_of_the_Perpres()
    {
        Assert.Equal(37.5, KalenderBawaan.JamBiasa.Lama.TotalHours);
        Assert.Equal(32.5, KalenderBawaan.JamRamadan.Lama.TotalHours);
    }

    [Theory]
    [InlineData(2025, 17, 11)]
    [InlineData(2026, 17, 8)]
    public void The_default_holidays_are_all_there(int tahun, int nasional, int cuti)
    {
        var libur = Kalender.Libur.Where(l => l.Tanggal.Year == tahun).ToList();
        Assert.Equal(nasional, libur.Count(l => l.Jenis is JenisLibur.LiburNasional));
        Assert.Equal(cuti, libur.Count(l => l.Jenis is JenisLibur.CutiBersama));
        Assert.Equal(KalenderBawaan.Libur.Count, Kalender.Libur.Count());
    }

    [Theory]
    [InlineData("2026-11-23 07:50", "2026-11-23 08:02", 12)] // Monday
    [InlineData("2026-11-23 06:00", "2026-11-23 07:30", 0)]
    [InlineData("2026-11-23 11:50", "2026-11-23 13:10", 20)] // over the break
    [InlineData("2026-11-23 12:10", "2026-11-23 12:50", 0)]
    [InlineData("2026-11-20 16:20", "2026-11-23 07:40", 20)] // Friday to Monday
    [InlineData("2026-11-21 00:00", "2026-11-23 00:00", 0)]
    [InlineData("2026-11-23 00:00", "2026-11-30 00:00", 2250)]
    [InlineData("2026-08-14 16:20", "2026-08-18 07:35", 15)] // 17 August is a Monday
    [InlineData("2026-12-23 15:50", "2026-12-28 07:40", 20)] // cuti bersama, Christmas, weekend
    [InlineData("2026-02-18 15:50", "2026-02-19 08:10", 20)] // into Ramadan: from 08.00
    [InlineData("2026-02-19 14:50", "2026-02-19 17:00", 10)]
    [InlineData("2026-11-23 09:00", "2026-11-23 08:00", 0)]
    public void Working_minutes_leave_out_nights_breaks_weekends_and_holidays(string dari, string sampai, int menit) =>
        Assert.Equal(menit, Kalender.MenitKerja(Wib(dari), Wib(sampai)).TotalMinutes);

    [Theory]
    [InlineData("2026-11-23 07:50", 10, "2026-11-23 08:00")]
    [InlineData("2026-11-23 11:55", 10, "2026-11-23 13:05")]
    [InlineData("2026-11-23 11:50", 10, "2026-11-23 12:00")] // the very end of a stretch, not the next one
    [InlineData("2026-11-20 16:25", 10, "2026-11-23 07:35")]
    [InlineData("2026-11-21 10:00", 15, "2026-11-23 07:45")]
    [InlineData("2026-11-23 14:00", 360, "2026-11-24 11:30")] // 2 h on Monday, 4 h on Tuesday
    public void Adding_lands_in_working_time(string dari, int menit, string hasil) =>
        Assert.Equal(Wib(hasil), Kalender.Tambah(Wib(dari), TimeSpan.FromMinutes(menit)));

    [Fact]
    public void Nothing_added_is_the_moment_itself_even_at_night_and_offsets_are_zero()
    {
        var malam = Wib("2026-11-21 23:00");
        Assert.Equal(malam, Kalender.Tambah(malam, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, Kalender.Tambah(malam, TimeSpan.Zero).Offset);
        Assert.Equal(TimeSpan.Zero, Kalender.Tambah(malam, TimeSpan.FromHours(1)).Offset);
        Assert.Equal(TimeSpan.Zero, Kalender.TambahHariKerja(malam, 1).Offset);
    }

    [Fact]
    public void The_offset_of_the_moments_does_not_matter()
    {
        var (dari, sampai) = (Wib("2026-11-23 07:50"), Wib("2026-11-24 08:02"));
        var lama = Kalender.MenitKerja(dari, sampai);
        Assert.Equal(lama, Kalender.MenitKerja(dari.ToUniversalTime(), sampai.ToOffset(TimeSpan.FromHours(-11))));
    }

    [Fact]
    public void What_was_added_is_what_is_counted_and_the_moment_is_the_earliest()
    {
        var acak = new Random(20260101);
        for (var i = 0; i < 3000; i++)
        {
            var (dari, lama) = (SaatAcak(acak), TimeSpan.FromSeconds(acak.Next(1, 300_000)));
            var saat = Kalender.Tambah(dari, lama);
            Assert.Equal(lama, Kalender.MenitKerja(dari, saat));
            Assert.True(Kalender.MenitKerja(dari, saat.AddTicks(-1)) < lama);
        }
    }

    [Fact]
    public void Counting_is_additive_and_never_longer_than_the_clock()
    {
        var acak = new Random(20260102);
        for (var i = 0; i < 3000; i++)
        {
            DateTimeOffset[] t = [SaatAcak(acak), SaatAcak(acak), SaatAcak(acak)];
            Array.Sort(t);
            Assert.Equal(Kalender.MenitKerja(t[0], t[2]), Kalender.MenitKerja(t[0], t[1]) + Kalender.MenitKerja(t[1], t[2]));
            Assert.True(Kalender.MenitKerja(t[0], t[2]) <= t[2] - t[0]);
        }
    }

    [Fact]
    public void Counting_equals_a_walk_minute_by_minute()
    {
        var acak = new Random(20260103);
        for (var i = 0; i < 150; i++)
        {
            var dari = SaatAcak(acak);
            dari = dari.AddTicks(-(dari.Ticks % TimeSpan.TicksPerMinute));
            var menit = acak.Next(1, 15_000);
            var jalan = 0;
            for (var m = 0; m < menit; m++)
            {
                jalan += BekerjaMenitIni(dari.AddMinutes(m)) ? 1 : 0;
            }

            Assert.Equal(jalan, Kalender.MenitKerja(dari, dari.AddMinutes(menit)).TotalMinutes);
        }
    }

    [Fact]
    public void Being_at_work_agrees_with_the_walk()
    {
        var acak = new Random(20260104);
        for (var i = 0; i < 5000; i++)
        {
            var saat = SaatAcak(acak);
            Assert.Equal(BekerjaMenitIni(saat), Kalender.SedangJamKerja(saat));
        }
    }

    [Theory]
    [InlineData("2026-11-23 08:00", 1, "2026-11-24 16:00")]
    [InlineData("2026-11-23 23:59", 1, "2026-11-24 16:00")]
    [InlineData("2026-11-23 08:00", 4, "2026-11-27 16:30")]
    [InlineData("2026-11-23 08:00", 5, "2026-11-30 16:00")]
    [InlineData("2026-11-21 08:00", 1, "2026-11-23 16:00")]
    [InlineData("2026-12-23 08:00", 1, "2026-12-28 16:00")]
    [InlineData("2026-03-17 08:00", 1, "2026-03-25 16:00")]
    public void Working_days_end_with_the_work_of_the_nth_day(string dari, int n, string hasil) =>
        Assert.Equal(Wib(hasil), Kalender.TambahHariKerja(Wib(dari), n));

    [Fact]
    public void Senseless_arguments_are_refused()
    {
        var saat = Wib("2026-11-23 08:00");
        Assert.Throws<ArgumentOutOfRangeException>(() => Kalender.Tambah(saat, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kalender.TambahHariKerja(saat, 0));
        Assert.Throws<ArgumentException>(() => new RentangJam(new(9, 0), new(9, 0)));
        Assert.Throws<ArgumentException>(() => new JamSehari(new RentangJam(new(8, 0), new(12, 0)), new RentangJam(new(11, 0), new(13, 0))));
        var kosong = new JamSepekan(JamSehari.Libur, JamSehari.Libur, JamSehari.Libur, JamSehari.Libur, JamSehari.Libur);
        Assert.Throws<ArgumentException>(() => new KalenderKerja(kosong, [], []));
    }

    [Fact]
    public void An_edited_table_of_holidays_counts()
    {
        var libur = new HariLibur(new(2026, 11, 23), JenisLibur.LiburDaerah, "Hari contoh");
        var kalender = new KalenderKerja(KalenderBawaan.JamBiasa, [], [libur]);
        Assert.Equal(libur, kalender.LiburPada(new(2026, 11, 23)));
        Assert.False(kalender.HariKerja(new(2026, 11, 23)));
        Assert.True(Kalender.HariKerja(new(2026, 11, 23)));
    }

    [Fact]
    public void Both_ends_of_a_Ramadan_have_its_hours()
    {
        var ramadan = new MasaRamadan(new(2027, 2, 9), new(2027, 2, 11), KalenderBawaan.JamRamadan);
        var kalender = new KalenderKerja(KalenderBawaan.JamBiasa, [ramadan], []);
        Assert.Equal(
            [7.5, 6.5, 6.5, 6.5, 7.5],
            Enumerable.Range(8, 5).Select(hari => kalender.JamPada(new(2027, 2, hari)).Lama.TotalHours));
    }

    private static DateTimeOffset SaatAcak(Random acak) =>
        new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(acak.Next(0, 730 * 86_400));

    // Written out once more, apart from the code under test.
    private static bool BekerjaMenitIni(DateTimeOffset saat)
    {
        var wib = saat.UtcDateTime.AddHours(7);
        var hari = DateOnly.FromDateTime(wib);
        if (wib.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || KalenderBawaan.Libur.Any(l => l.Tanggal == hari))
        {
            return false;
        }

        var jumat = wib.DayOfWeek is DayOfWeek.Friday;
        var ramadan = (hari >= new DateOnly(2025, 3, 1) && hari <= new DateOnly(2025, 3, 30))
            || (hari >= new DateOnly(2026, 2, 19) && hari <= new DateOnly(2026, 3, 20));
        var m = (wib.Hour * 60) + wib.Minute;
        return (ramadan, jumat) switch
        {
            (false, false) => m is (>= 450 and < 720) or (>= 780 and < 960),
            (false, true) => m is (>= 450 and < 690) or (>= 780 and < 990),
            (true, false) => m is (>= 480 and < 720) or (>= 750 and < 900),
            (true, true) => m is (>= 480 and < 690) or (>= 750 and < 930),
        };
    }

    private static DateTimeOffset Wib(string teks) =>
        DateTimeOffset.ParseExact(teks + " +07:00", "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
