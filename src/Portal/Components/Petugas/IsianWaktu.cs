using System.Globalization;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>A date and clock time in WIB as it is typed, whatever the zone of the computer. Whole minutes: what is seen is what is recorded.</summary>
/// <param name="awal">The moment that stands there at first; null: the field is empty.</param>
/// <param name="takSebelum">Moments before which it cannot have been; one within the typed minute is taken for it, since seconds are not typed.</param>
public sealed class IsianWaktu(DateTimeOffset? awal, params IReadOnlyList<DateTimeOffset> takSebelum)
{
    private const string Bentuk = "yyyy-MM-ddTHH:mm";

    /// <summary>What stands there at first, as the field takes it.</summary>
    public string Awal { get; } = awal is { } a ? Tulis(a) : "";

    /// <summary>What is typed.</summary>
    public string Teks { get; set; } = awal is { } a ? Tulis(a) : "";

    /// <summary>The moment; null when the text is none.</summary>
    public DateTimeOffset? Saat
    {
        get
        {
            if (!DateTime.TryParseExact(Teks, [Bentuk, Bentuk + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var t))
            {
                return null;
            }

            var saat = Jakarta.Saat(DateOnly.FromDateTime(t), TimeOnly.FromDateTime(t));
            return takSebelum.Where(b => b > saat && b - saat < TimeSpan.FromMinutes(1)).Append(saat).Max();
        }
    }

    /// <summary>The field's form of a moment.</summary>
    public static string Tulis(DateTimeOffset saat) => saat.ToOffset(Jakarta.Selisih).ToString(Bentuk, CultureInfo.InvariantCulture);
}
