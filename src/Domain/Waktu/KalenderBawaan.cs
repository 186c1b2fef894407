namespace KlatenSE.Domain.Waktu;

/// <summary>
/// The facts of domain.md, "Two kinds of time". Decrees are made for one year and revised during it: a day of a year that is not here counts as an
/// ordinary one. Hours per week: Perpres 21/2023 (37.5, from 07.30; in Ramadan 32.5, from 08.00). Holidays: the joint decrees for 2025 and 2026.
/// </summary>
public static class KalenderBawaan
{
    // Breaks and closing times are local and unsourced; they are chosen so that the week has the hours of the Perpres.
    /// <summary>Mon–Thu 07.30–16.00 with a break 12.00–13.00, Fri 07.30–16.30 with a break 11.30–13.00: 37.5 hours.</summary>
    public static JamSepekan JamBiasa { get; } = LimaHari(
        JamSehari.DenganIstirahat(new(7, 30), new(12, 0), new(13, 0), new(16, 0)),
        JamSehari.DenganIstirahat(new(7, 30), new(11, 30), new(13, 0), new(16, 30)));

    // Unsourced as above.
    /// <summary>Ramadan: Mon–Thu 08.00–15.00 with a break 12.00–12.30, Fri 08.00–15.30 with a break 11.30–12.30: 32.5 hours.</summary>
    public static JamSepekan JamRamadan { get; } = LimaHari(
        JamSehari.DenganIstirahat(new(8, 0), new(12, 0), new(12, 30), new(15, 0)),
        JamSehari.DenganIstirahat(new(8, 0), new(11, 30), new(12, 30), new(15, 30)));

    // Unsourced: the first day is announced the evening before (18 or 19 February 2026); the days around Idulfitri are free anyway.
    /// <summary>Ramadan 1446 H (2025) and 1447 H (2026).</summary>
    public static IReadOnlyList<MasaRamadan> Ramadan { get; } =
    [
        new(new(2025, 3, 1), new(2025, 3, 30), JamRamadan),
        new(new(2026, 2, 19), new(2026, 3, 20), JamRamadan),
    ];

    /// <summary>Public holidays and cuti bersama of 2025 and 2026.</summary>
    public static IReadOnlyList<HariLibur> Libur { get; } =
    [
        Nasional(2025, 1, 1, "Tahun Baru Masehi"),
        Nasional(2025, 1, 27, "Isra Mikraj"),
        Cuti(2025, 1, 28, "Tahun Baru Imlek"),
        Nasional(2025, 1, 29, "Tahun Baru Imlek"),
        Cuti(2025, 3, 28, "Hari Suci Nyepi"),
        Nasional(2025, 3, 29, "Hari Suci Nyepi"),
        Nasional(2025, 3, 31, "Idulfitri"),
        Nasional(2025, 4, 1, "Idulfitri"),
        Cuti(2025, 4, 2, "Idulfitri"),
        Cuti(2025, 4, 3, "Idulfitri"),
        Cuti(2025, 4, 4, "Idulfitri"),
        Cuti(2025, 4, 7, "Idulfitri"),
        Nasional(2025, 4, 18, "Wafat Yesus Kristus"),
        Nasional(2025, 4, 20, "Paskah"),
        Nasional(2025, 5, 1, "Hari Buruh Internasional"),
        Nasional(2025, 5, 12, "Hari Raya Waisak"),
        Cuti(2025, 5, 13, "Hari Raya Waisak"),
        Nasional(2025, 5, 29, "Kenaikan Yesus Kristus"),
        Cuti(2025, 5, 30, "Kenaikan Yesus Kristus"),
        Nasional(2025, 6, 1, "Hari Lahir Pancasila"),
        Nasional(2025, 6, 6, "Iduladha"),
        Cuti(2025, 6, 9, "Iduladha"),
        Nasional(2025, 6, 27, "Tahun Baru Islam"),
        Nasional(2025, 8, 17, "Hari Kemerdekaan"),
        Cuti(2025, 8, 18, "Hari Kemerdekaan"),
        Nasional(2025, 9, 5, "Maulid Nabi Muhammad"),
        Nasional(2025, 12, 25, "Natal"),
        Cuti(2025, 12, 26, "Natal"),
        Nasional(2026, 1, 1, "Tahun Baru Masehi"),
        Nasional(2026, 1, 16, "Isra Mikraj"),
        Cuti(2026, 2, 16, "Tahun Baru Imlek"),
        Nasional(2026, 2, 17, "Tahun Baru Imlek"),
        Cuti(2026, 3, 18, "Hari Suci Nyepi"),
        Nasional(2026, 3, 19, "Hari Suci Nyepi"),
        Cuti(2026, 3, 20, "Idulfitri"),
        Nasional(2026, 3, 21, "Idulfitri"),
        Nasional(2026, 3, 22, "Idulfitri"),
        Cuti(2026, 3, 23, "Idulfitri"),
        Cuti(2026, 3, 24, "Idulfitri"),
        Nasional(2026, 4, 3, "Wafat Yesus Kristus"),
        Nasional(2026, 4, 5, "Paskah"),
        Nasional(2026, 5, 1, "Hari Buruh Internasional"),
        Nasional(2026, 5, 14, "Kenaikan Yesus Kristus"),
        Cuti(2026, 5, 15, "Kenaikan Yesus Kristus"),
        Nasional(2026, 5, 27, "Iduladha"),
        Cuti(2026, 5, 28, "Iduladha"),
        Nasional(2026, 5, 31, "Hari Raya Waisak"),
        Nasional(2026, 6, 1, "Hari Lahir Pancasila"),
        Nasional(2026, 6, 16, "Tahun Baru Islam"),
        Nasional(2026, 8, 17, "Hari Kemerdekaan"),
        Nasional(2026, 8, 25, "Maulid Nabi Muhammad"),
        Cuti(2026, 12, 24, "Natal"),
        Nasional(2026, 12, 25, "Natal"),
    ];

    internal static KalenderKerja Buat() => new(JamBiasa, Ramadan, Libur);

    private static JamSepekan LimaHari(JamSehari seninKamis, JamSehari jumat) => new(seninKamis, seninKamis, seninKamis, seninKamis, jumat);

    private static HariLibur Nasional(int tahun, int bulan, int hari, string nama) => new(new(tahun, bulan, hari), JenisLibur.LiburNasional, nama);

    private static HariLibur Cuti(int tahun, int bulan, int hari, string nama) => new(new(tahun, bulan, hari), JenisLibur.CutiBersama, nama);
}
