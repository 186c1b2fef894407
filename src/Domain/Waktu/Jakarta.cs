namespace KlatenSE.Domain.Waktu;

/// <summary>
/// Asia/Jakarta (WIB). It has been UTC+7 without daylight saving since 1964, so the offset is a constant and no time zone data of the
/// machine is needed.
/// </summary>
public static class Jakarta
{
    public static readonly TimeSpan Selisih = TimeSpan.FromHours(7);

    /// <summary>The calendar date in Jakarta.</summary>
    public static DateOnly Tanggal(DateTimeOffset saat) => DateOnly.FromDateTime(Lokal(saat));

    /// <summary>The clock time in Jakarta.</summary>
    public static TimeOnly Jam(DateTimeOffset saat) => TimeOnly.FromDateTime(Lokal(saat));

    /// <summary>The moment of a date and clock time in Jakarta, with offset zero as timestamptz wants it.</summary>
    public static DateTimeOffset Saat(DateOnly tanggal, TimeOnly jam) => new DateTimeOffset(tanggal.ToDateTime(jam), Selisih).ToUniversalTime();

    private static DateTime Lokal(DateTimeOffset saat) => saat.ToOffset(Selisih).DateTime;
}
