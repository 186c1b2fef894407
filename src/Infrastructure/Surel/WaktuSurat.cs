using System.Globalization;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>Times as mails print them, always in Asia/Jakarta and in words of id-ID, whatever the process's culture.</summary>
internal static class WaktuSurat
{
    private static readonly CultureInfo Indonesia = CultureInfo.GetCultureInfo("id-ID");
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>For example "Senin, 23 Nov 2026 pukul 11.40 WIB".</summary>
    public static string Lengkap(DateTimeOffset waktu) =>
        TimeZoneInfo.ConvertTime(waktu, Jakarta).ToString("dddd, d MMM yyyy 'pukul' HH'.'mm 'WIB'", Indonesia);

    /// <summary>For example "23 November 2026".</summary>
    public static string Tanggal(DateTimeOffset waktu) =>
        TimeZoneInfo.ConvertTime(waktu, Jakarta).ToString("d MMMM yyyy", Indonesia);

    /// <summary>For example "12 jam" or "30 menit".</summary>
    public static string Lama(TimeSpan lama) =>
        lama.TotalMinutes >= 60 ? $"{Math.Round(lama.TotalHours)} jam" : $"{Math.Round(lama.TotalMinutes)} menit";
}
