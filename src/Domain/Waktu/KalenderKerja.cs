using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KlatenSE.Domain.Waktu;

/// <summary>
/// The office's working time, on which the SOP's minute standards run (links run on the clock instead). Immutable: a changed
/// setting is a new calendar. All days and hours are those of Jakarta; all moments given back have offset zero.
/// Costs grow with the number of days between, not of minutes.
/// </summary>
public sealed record KalenderKerja
{
    private readonly FrozenDictionary<DateOnly, HariLibur> _libur;

    /// <param name="jamBiasa">Hours outside Ramadan.</param>
    /// <param name="ramadan">Months of Ramadan with their hours.</param>
    /// <param name="libur">Public holidays and cuti bersama; of two on one day the later entry is named.</param>
    /// <exception cref="ArgumentException">A week without working time, or a Ramadan that ends before it begins.</exception>
    public KalenderKerja(JamSepekan jamBiasa, IEnumerable<MasaRamadan> ramadan, IEnumerable<HariLibur> libur)
    {
        ArgumentNullException.ThrowIfNull(jamBiasa);
        // Without this, adding working time would look for it to the end of the calendar.
        if (jamBiasa.Lama <= TimeSpan.Zero)
        {
            throw new ArgumentException("A week needs working time.", nameof(jamBiasa));
        }

        JamBiasa = jamBiasa;
        Ramadan = [.. ramadan];
        if (Ramadan.Any(r => r.Selesai < r.Mulai))
        {
            throw new ArgumentException("A Ramadan must not end before it begins.", nameof(ramadan));
        }

        _libur = libur.ToFrozenDictionary(l => l.Tanggal);
    }

    /// <summary>The calendar of domain.md for 2025 and 2026; see <see cref="KalenderBawaan"/>.</summary>
    public static KalenderKerja Bawaan { get; } = KalenderBawaan.Buat();

    public JamSepekan JamBiasa { get; }

    public ImmutableArray<MasaRamadan> Ramadan { get; }

    public IEnumerable<HariLibur> Libur => _libur.Values.OrderBy(l => l.Tanggal);

    /// <summary>The holiday on a date, or null.</summary>
    public HariLibur? LiburPada(DateOnly tanggal) => _libur.GetValueOrDefault(tanggal);

    /// <summary>Working hours of a date; none on weekends and holidays.</summary>
    public JamSehari JamPada(DateOnly tanggal)
    {
        if (_libur.ContainsKey(tanggal))
        {
            return JamSehari.Libur;
        }

        foreach (var r in Ramadan)
        {
            if (tanggal >= r.Mulai && tanggal <= r.Selesai)
            {
                return r.Jam[tanggal.DayOfWeek];
            }
        }

        return JamBiasa[tanggal.DayOfWeek];
    }

    public bool HariKerja(DateOnly tanggal) => JamPada(tanggal).Lama > TimeSpan.Zero;

    /// <summary>Whether people are at work at this moment; not at the very end of a stretch.</summary>
    public bool SedangJamKerja(DateTimeOffset saat)
    {
        var jam = Jakarta.Jam(saat);
        return JamPada(Jakarta.Tanggal(saat)).Sesi.Any(s => s.Mulai <= jam && jam < s.Selesai);
    }

    /// <summary>Working time between two moments (exact, not rounded to minutes); zero when the second is not after the first.</summary>
    public TimeSpan MenitKerja(DateTimeOffset dari, DateTimeOffset sampai)
    {
        if (sampai <= dari)
        {
            return TimeSpan.Zero;
        }

        var (awal, akhir) = (Jakarta.Tanggal(dari), Jakarta.Tanggal(sampai));
        if (awal == akhir)
        {
            return Antara(awal, Jakarta.Jam(dari), Jakarta.Jam(sampai));
        }

        var jumlah = Antara(awal, Jakarta.Jam(dari), null) + Antara(akhir, TimeOnly.MinValue, Jakarta.Jam(sampai));
        for (var tanggal = awal.AddDays(1); tanggal < akhir; tanggal = tanggal.AddDays(1))
        {
            jumlah += JamPada(tanggal).Lama;
        }

        return jumlah;
    }

    /// <summary>The earliest moment at which that much working time has passed; <paramref name="dari"/> itself for zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lama"/> is negative.</exception>
    public DateTimeOffset Tambah(DateTimeOffset dari, TimeSpan lama)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lama, TimeSpan.Zero);
        if (lama == TimeSpan.Zero)
        {
            return dari.ToUniversalTime();
        }

        var jam = Jakarta.Jam(dari);
        for (var tanggal = Jakarta.Tanggal(dari); ; tanggal = tanggal.AddDays(1), jam = TimeOnly.MinValue)
        {
            foreach (var sesi in JamPada(tanggal).Sesi)
            {
                var mulai = sesi.Mulai > jam ? sesi.Mulai : jam;
                if (mulai >= sesi.Selesai)
                {
                    continue;
                }

                if (lama <= sesi.Selesai - mulai)
                {
                    return Jakarta.Saat(tanggal, mulai.Add(lama));
                }

                lama -= sesi.Selesai - mulai;
            }
        }
    }

    /// <summary>
    /// The end of work on the n-th working day after the day of <paramref name="dari"/>, so that n whole working days are given, however
    /// late that day it began (for "5 hari kerja" of Perlu perbaikan).
    /// </summary>
    /// <param name="dari">The moment from which days are counted; its own day does not count.</param>
    /// <param name="n">Number of working days, at least 1.</param>
    public DateTimeOffset TambahHariKerja(DateTimeOffset dari, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var tanggal = Jakarta.Tanggal(dari);
        while (n > 0)
        {
            tanggal = tanggal.AddDays(1);
            n -= HariKerja(tanggal) ? 1 : 0;
        }

        return Jakarta.Saat(tanggal, JamPada(tanggal).Sesi[^1].Selesai);
    }

    private TimeSpan Antara(DateOnly tanggal, TimeOnly dari, TimeOnly? sampai)
    {
        var jumlah = TimeSpan.Zero;
        foreach (var sesi in JamPada(tanggal).Sesi)
        {
            var mulai = sesi.Mulai > dari ? sesi.Mulai : dari;
            var selesai = sampai < sesi.Selesai ? sampai.Value : sesi.Selesai;
            if (selesai > mulai)
            {
                jumlah += selesai - mulai;
            }
        }

        return jumlah;
    }
}
