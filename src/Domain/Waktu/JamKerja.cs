using System.Collections.Immutable;

namespace KlatenSE.Domain.Waktu;

/// <summary>A stretch of work without a break, by the clock of Jakarta.</summary>
public readonly record struct RentangJam
{
    /// <exception cref="ArgumentException">The end is not after the beginning.</exception>
    public RentangJam(TimeOnly mulai, TimeOnly selesai)
    {
        if (selesai <= mulai)
        {
            throw new ArgumentException("A stretch of work must end after it begins.", nameof(selesai));
        }

        (Mulai, Selesai) = (mulai, selesai);
    }

    public TimeOnly Mulai { get; }

    public TimeOnly Selesai { get; }

    public TimeSpan Lama => Selesai - Mulai;
}

/// <summary>Working hours of one day; empty for a free day.</summary>
public sealed record JamSehari
{
    public static readonly JamSehari Libur = new([]);

    /// <exception cref="ArgumentException">The stretches overlap or are not in order.</exception>
    public JamSehari(params ReadOnlySpan<RentangJam> sesi)
    {
        for (var i = 1; i < sesi.Length; i++)
        {
            if (sesi[i].Mulai < sesi[i - 1].Selesai)
            {
                throw new ArgumentException("Stretches of work must be in order and must not overlap.", nameof(sesi));
            }
        }

        Sesi = [.. sesi];
        Lama = Sesi.Aggregate(TimeSpan.Zero, (jumlah, s) => jumlah + s.Lama);
    }

    public ImmutableArray<RentangJam> Sesi { get; }

    /// <summary>Working time of the day, breaks not counted.</summary>
    public TimeSpan Lama { get; }

    /// <summary>From, until, and the break between.</summary>
    public static JamSehari DenganIstirahat(TimeOnly masuk, TimeOnly istirahat, TimeOnly kembali, TimeOnly pulang) =>
        new(new RentangJam(masuk, istirahat), new RentangJam(kembali, pulang));
}

/// <summary>Working hours of a week.</summary>
public sealed record JamSepekan
{
    private readonly ImmutableArray<JamSehari> _perHari;

    /// <param name="senin">Monday.</param>
    /// <param name="selasa">Tuesday.</param>
    /// <param name="rabu">Wednesday.</param>
    /// <param name="kamis">Thursday.</param>
    /// <param name="jumat">Friday.</param>
    /// <param name="sabtu">Saturday; free when left out (five working days: Perpres 21/2023).</param>
    /// <param name="minggu">Sunday; free when left out.</param>
    public JamSepekan(
        JamSehari senin, JamSehari selasa, JamSehari rabu, JamSehari kamis, JamSehari jumat, JamSehari? sabtu = null, JamSehari? minggu = null)
    {
        _perHari = [minggu ?? JamSehari.Libur, senin, selasa, rabu, kamis, jumat, sabtu ?? JamSehari.Libur];
        Lama = _perHari.Aggregate(TimeSpan.Zero, (jumlah, h) => jumlah + h.Lama);
    }

    /// <summary>Working time of a week without holidays.</summary>
    public TimeSpan Lama { get; }

    public JamSehari this[DayOfWeek hari] => _perHari[(int)hari];
}

/// <summary>A month of Ramadan, both days included, with the hours that hold in it.</summary>
public sealed record MasaRamadan(DateOnly Mulai, DateOnly Selesai, JamSepekan Jam);

/// <summary>Why nobody works on a day.</summary>
public enum JenisLibur
{
    LiburNasional = 1,
    CutiBersama = 2,

    /// <summary>A day the regency itself gives.</summary>
    LiburDaerah = 3,
}

/// <summary>A day without work.</summary>
public sealed record HariLibur(DateOnly Tanggal, JenisLibur Jenis, string Nama);
