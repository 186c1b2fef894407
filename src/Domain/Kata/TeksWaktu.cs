using System.Globalization;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Domain.Kata;

/// <summary>
/// Times and durations in the reader's words, in Jakarta time. All texts are built here from own word lists, so that neither the
/// culture of a background thread nor the ICU data of a machine can change them.
/// </summary>
public static class TeksWaktu
{
    private static readonly string[] HariPenuh = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] BulanPenuh =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] BulanSingkat = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    /// <summary>
    /// Duration by the clock, cut off to whole minutes, two units at most: "34 mnt", "1 j 12 mnt", "2 h 3 j" (a day is 24 hours).
    /// Under a minute, and anything negative: "kurang dari 1 mnt".
    /// </summary>
    public static string Durasi(TimeSpan lama) => DuaSatuan(lama, 24 * 60, "h", "j", "mnt");

    /// <summary>As <see cref="Durasi"/> in whole words, for mails and screen readers: "1 jam 12 menit".</summary>
    public static string DurasiLengkap(TimeSpan lama) => DuaSatuan(lama, 24 * 60, "hari", "jam", "menit");

    /// <summary>Rounded to one unit, for "berakhir sekitar 12 jam lagi": "12 jam", "30 menit".</summary>
    public static string Kira(TimeSpan lama) =>
        lama.TotalMinutes >= 59.5 ? Inv($"{Math.Round(lama.TotalHours)} jam") : Inv($"{Math.Round(lama.TotalMinutes)} menit");

    /// <summary>
    /// Duration in working time: "1 j 12 mnt", and from 7.5 hours on in working days: "2 hari kerja 3 j" (Perpres 21/2023: 37.5 hours
    /// in five days). A day of 24 hours would be misleading here.
    /// </summary>
    public static string DurasiKerja(TimeSpan lama) => DuaSatuan(lama, 450, "hari kerja", "j", "mnt");

    /// <summary>Countdown "02:05:17", hours may pass 99. Rounded up, so that 00:00:00 means: over.</summary>
    public static string HitungMundur(TimeSpan sisa)
    {
        var detik = sisa <= TimeSpan.Zero ? 0 : (sisa.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return Inv($"{detik / 3600:00}:{detik / 60 % 60:00}:{detik % 60:00}");
    }

    /// <summary>"Senin, 23 Nov 2026 pukul 11.40 WIB": for deadlines.</summary>
    public static string Lengkap(DateTimeOffset saat)
    {
        var t = Jakarta.Tanggal(saat);
        return $"{Hari(t)}, {Tanggal(t)} pukul {Jam(saat)} WIB";
    }

    /// <summary>"23 Nov 11.40".</summary>
    public static string Pendek(DateTimeOffset saat) => $"{TanggalTanpaTahun(Jakarta.Tanggal(saat))} {Jam(saat)}";

    /// <summary>"Jumat 20 Nov, 08.12": for the steps of a request's way.</summary>
    public static string DenganHari(DateTimeOffset saat)
    {
        var t = Jakarta.Tanggal(saat);
        return $"{Hari(t)} {TanggalTanpaTahun(t)}, {Jam(saat)}";
    }

    /// <summary>"hari ini 08.02", "kemarin 15.41", "besok 11.40", else "23 Nov 11.40", of another year "23 Nov 2025 11.40".</summary>
    /// <param name="saat">The moment to tell.</param>
    /// <param name="kini">The moment of reading; the days are those of Jakarta.</param>
    public static string Relatif(DateTimeOffset saat, DateTimeOffset kini)
    {
        var (t, hariIni) = (Jakarta.Tanggal(saat), Jakarta.Tanggal(kini));
        var tanggal = (t.DayNumber - hariIni.DayNumber) switch
        {
            0 => "hari ini",
            -1 => "kemarin",
            1 => "besok",
            _ => t.Year == hariIni.Year ? TanggalTanpaTahun(t) : Tanggal(t),
        };
        return $"{tanggal} {Jam(saat)}";
    }

    /// <summary>Clock time in Jakarta: "08.02".</summary>
    public static string Jam(DateTimeOffset saat) => Jam(Jakarta.Jam(saat));

    /// <summary>"08.02".</summary>
    public static string Jam(TimeOnly jam) => Inv($"{jam.Hour:00}.{jam.Minute:00}");

    /// <summary>"23 Nov 2026".</summary>
    public static string Tanggal(DateOnly tanggal) => Inv($"{tanggal.Day} {BulanSingkat[tanggal.Month - 1]} {tanggal.Year}");

    /// <summary>"15 Juli 1990": for letters and birth dates.</summary>
    public static string TanggalPanjang(DateOnly tanggal) => Inv($"{tanggal.Day} {BulanPenuh[tanggal.Month - 1]} {tanggal.Year}");

    /// <summary>"Senin".</summary>
    public static string Hari(DateOnly tanggal) => HariPenuh[(int)tanggal.DayOfWeek];

    /// <summary>"November", for month 11.</summary>
    public static string Bulan(int bulan) => BulanPenuh[bulan - 1];

    private static string TanggalTanpaTahun(DateOnly t) => Inv($"{t.Day} {BulanSingkat[t.Month - 1]}");

    private static string DuaSatuan(TimeSpan lama, long menitSehari, string hari, string jam, string menit)
    {
        var jumlah = lama.Ticks / TimeSpan.TicksPerMinute;
        if (jumlah < 1)
        {
            return $"kurang dari 1 {menit}";
        }

        var (h, j, m) = (jumlah / menitSehari, jumlah % menitSehari / 60, jumlah % menitSehari % 60);
        if (h > 0)
        {
            return j > 0 ? Inv($"{h} {hari} {j} {jam}") : Inv($"{h} {hari}");
        }

        return (j, m) switch
        {
            (0, _) => Inv($"{m} {menit}"),
            (_, 0) => Inv($"{j} {jam}"),
            _ => Inv($"{j} {jam} {m} {menit}"),
        };
    }

    private static string Inv(FormattableString teks) => teks.ToString(CultureInfo.InvariantCulture);
}
