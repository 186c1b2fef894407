using KlatenSE.Infrastructure.Papan;

namespace KlatenSE.Portal.Components.Papan;

/// <summary>What of the board is shown. All of it stands in the address, so that a view can be kept and passed on.</summary>
/// <param name="Teks">Words that must all be found in receipt number, name or unit.</param>
/// <param name="Unit">One unit only.</param>
/// <param name="VerifikatorId">One verifikator's requests only.</param>
/// <param name="Lewat">Only what is past its deadline.</param>
public sealed record SaringPapan(string Teks = "", string? Unit = null, Guid? VerifikatorId = null, bool Lewat = false)
{
    private readonly string[] _kata = Teks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Nothing is left out.</summary>
    public bool Kosong => _kata.Length == 0 && Unit is null && VerifikatorId is null && !Lewat;

    /// <summary>Whether a card is shown at this moment.</summary>
    public bool Cocok(KartuPapan kartu, DateTimeOffset kini) =>
        (Unit is null || kartu.UnitKerja == Unit)
        && (VerifikatorId is null || kartu.VerifikatorId == VerifikatorId)
        && (!Lewat || kartu.LewatBatas(kini))
        && Array.TrueForAll(_kata, k => Ada(kartu.Nama, k) || Ada(kartu.NomorResi, k) || Ada(kartu.UnitKerja, k));

    /// <summary>The query string, with what is folded or opened against the default; empty when nothing is set.</summary>
    public string Kueri(IEnumerable<string> lipat, IEnumerable<string> buka)
    {
        (string Nama, string? Nilai)[] isi =
        [
            ("cari", string.Join(' ', _kata)), ("unit", Unit), ("verifikator", VerifikatorId?.ToString()), ("lewat", Lewat ? "1" : null),
            ("lipat", string.Join('.', lipat)), ("buka", string.Join('.', buka)),
        ];
        var bagian = isi.Where(i => !string.IsNullOrEmpty(i.Nilai)).Select(i => $"{i.Nama}={Uri.EscapeDataString(i.Nilai!)}").ToList();
        return bagian.Count == 0 ? "" : "?" + string.Join('&', bagian);
    }

    private static bool Ada(string teks, string kata) => teks.Contains(kata, StringComparison.CurrentCultureIgnoreCase);
}
