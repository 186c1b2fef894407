using System.Globalization;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Papan;

namespace KlatenSE.Portal.Components.Papan;

/// <summary>
/// The time on a card: working time against the standard, what is left of a link, or a date. papan.js says the same in the same words as time
/// goes on; its rules are those of <see cref="Usia"/> and <see cref="TeksWaktu"/>.
/// </summary>
/// <param name="KelasKartu">The level as class of the card, with a leading blank.</param>
/// <param name="Data">The attributes that the script counts from.</param>
/// <param name="Lencana">The badge.</param>
internal sealed record UsiaKartu(string KelasKartu, string Data, string Lencana)
{
    public static UsiaKartu Dari(KartuPapan k, DateTimeOffset kini, KalenderKerja kalender)
    {
        var sop = k.TahapSop;
        if (k.BatasLink is { } batas)
        {
            return Link(batas, kini);
        }

        return sop switch
        {
            { Jam: JenisJam.JamKerja, Standar: { } standar } => Kerja(k.Sejak, kini, standar, kalender),
            _ when k.Batas is { } b => Tanggal(b, kini),
            _ => new("", "", ""),
        };
    }

    private static UsiaKartu Kerja(DateTimeOffset sejak, DateTimeOffset kini, TimeSpan standar, KalenderKerja kalender)
    {
        // The script knows the working hours from today on: what was before is counted here.
        var pagi = Jakarta.Saat(Jakarta.Tanggal(kini), TimeOnly.MinValue);
        var mulai = sejak > pagi ? sejak : pagi;
        var usia = Usia.Hitung(kalender, sejak, kini, standar);
        return Buat(
            Tingkat(usia.Tingkat), "",
            Inv($" data-k=\"k\" data-s=\"{(long)standar.TotalSeconds}\" data-w=\"{(long)kalender.MenitKerja(sejak, mulai).TotalSeconds}\" data-e=\"{mulai.ToUnixTimeSeconds()}\""),
            usia.Kata, Teks(usia));
    }

    /// <summary>Short enough for one line: the standard stands in the column's head.</summary>
    private static string Teks(Usia usia) => usia switch
    {
        { Tingkat: TingkatUsia.DalamBatas } => usia.Singkat,
        { Lama.TotalHours: < 1, Standar.TotalHours: < 1 } => $"{TeksWaktu.DurasiKerja(usia.Lama)}, batas {(int)usia.Standar.TotalMinutes}",
        _ => TeksWaktu.DurasiKerja(usia.Lama),
    };

    private static UsiaKartu Link(DateTimeOffset batas, DateTimeOffset kini)
    {
        var sisa = batas - kini;
        var (tingkat, kata) = sisa <= TimeSpan.Zero ? ("lewat", "Link habis")
            : sisa < AngkaPapan.HampirHabis ? ("dekat", "Link hampir habis") : ("baik", "Link berlaku");
        return Buat(
            tingkat, " usia--link", Inv($" data-k=\"l\" data-b=\"{batas.ToUnixTimeSeconds()}\""), kata,
            sisa <= TimeSpan.Zero ? "habis" : $"sisa {TeksWaktu.Durasi(sisa)}");
    }

    private static UsiaKartu Tanggal(DateTimeOffset batas, DateTimeOffset kini)
    {
        var (tingkat, kata) = kini >= batas ? ("lewat", "Lewat batas") : batas - kini < TimeSpan.FromHours(24) ? ("dekat", "Mendekati batas") : ("baik", "Dalam batas");
        return Buat(tingkat, "", Inv($" data-k=\"h\" data-b=\"{batas.ToUnixTimeSeconds()}\""), kata, $"sampai {TeksWaktu.Pendek(batas)}");
    }

    private static UsiaKartu Buat(string tingkat, string bentuk, string data, string kata, string teks) => new(
        $" papan-kartu--{tingkat}", data,
        $"<span class=\"lencana lencana--{(tingkat == "jauh" ? "lewat" : tingkat)} usia{bentuk}\"><span class=\"tersembunyi\">{kata}: </span><span>{teks}</span></span>");

    private static string Tingkat(TingkatUsia tingkat) => tingkat switch
    {
        TingkatUsia.DalamBatas => "baik",
        TingkatUsia.MendekatiBatas => "dekat",
        TingkatUsia.LewatBatas => "lewat",
        TingkatUsia.JauhLewatBatas => "jauh",
    };

    private static string Inv(FormattableString teks) => teks.ToString(CultureInfo.InvariantCulture);
}
