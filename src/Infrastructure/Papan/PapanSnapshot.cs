using System.Collections.Immutable;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>One column. The same object as long as nothing in it changed, so that viewers skip it by reference.</summary>
/// <param name="Sop">What the table says of the stage.</param>
/// <param name="Kartu">The cards, the nearest deadline first.</param>
/// <param name="Lewat">How many are past their deadline.</param>
/// <param name="HampirHabis">How many links run out within <see cref="AngkaPapan.HampirHabis"/>.</param>
public sealed record KolomPapan(TahapSop Sop, ImmutableArray<KartuPapan> Kartu, int Lewat, int HampirHabis)
{
    internal static KolomPapan Buat(TahapSop sop, IEnumerable<KartuPapan> kartu, DateTimeOffset kini)
    {
        ImmutableArray<KartuPapan> urut =
            [.. kartu.OrderBy(k => k.Tenggat ?? k.Sejak).ThenBy(k => k.NomorResi, StringComparer.Ordinal).ThenBy(k => k.Id)];
        return new(sop, urut, urut.Count(k => k.LewatBatas(kini)), urut.Count(k => k.LinkHampirHabis(kini)));
    }

    /// <summary>The same column when the passing of time changed none of its counts.</summary>
    internal KolomPapan Pada(DateTimeOffset kini)
    {
        var (lewat, hampir) = (Kartu.Count(k => k.LewatBatas(kini)), Kartu.Count(k => k.LinkHampirHabis(kini)));
        return lewat == Lewat && hampir == HampirHabis ? this : this with { Lewat = lewat, HampirHabis = hampir };
    }
}

/// <summary>The figures over the board.</summary>
public sealed record AngkaPapan(int Terbuka, int LewatBatas, int LinkHampirHabis, int SelesaiHariIni)
{
    /// <summary>From when on a running link counts as nearly over: 3 hours, as the second reminder.</summary>
    public static readonly TimeSpan HampirHabis = TimeSpan.FromHours(3);
}

/// <summary>A verifikator with open requests.</summary>
public sealed record VerifikatorPapan(Guid Id, string Nama);

/// <summary>The whole board at one moment. Immutable; one for all circuits of the process.</summary>
public sealed record PapanSnapshot
{
    /// <summary>An empty board, before the first read.</summary>
    public static PapanSnapshot Kosong { get; } = new()
    {
        Kolom = [.. AlurSop.SemuaKolom.Select(t => new KolomPapan(t, [], 0, 0))],
    };

    /// <summary>Grows by one with every published change; set by the store.</summary>
    public long Versi { get; internal init; }

    /// <summary>One for each stage on the board, in the order of the SOP.</summary>
    public required ImmutableArray<KolomPapan> Kolom { get; init; }

    /// <summary>Every open request.</summary>
    public ImmutableDictionary<Guid, KartuPapan> Kartu { get; init; } = ImmutableDictionary<Guid, KartuPapan>.Empty;

    public AngkaPapan Angka { get; init; } = new(0, 0, 0, 0);

    /// <summary>Units with open requests, in order.</summary>
    public ImmutableArray<string> Unit { get; init; } = [];

    /// <summary>Verifikators with open requests, in order of name.</summary>
    public ImmutableArray<VerifikatorPapan> Verifikator { get; init; } = [];

    /// <summary>Requests finished today (Jakarta).</summary>
    internal ImmutableDictionary<Guid, DateTimeOffset> Selesai { get; init; } = ImmutableDictionary<Guid, DateTimeOffset>.Empty;

    /// <summary>The whole board anew; columns with the same cards stay the same objects.</summary>
    internal PapanSnapshot Muat(IReadOnlyCollection<KartuPapan> terbuka, IEnumerable<(Guid Id, DateTimeOffset Pada)> selesai, DateTimeOffset kini)
    {
        var ada = terbuka.Select(k => k.Id).ToHashSet();
        var dasar = this with { Selesai = selesai.ToImmutableDictionary(s => s.Id, s => s.Pada) };
        return dasar.Ganti(terbuka, [.. Kartu.Keys.Where(id => !ada.Contains(id))], kini);
    }

    /// <summary>The board with some cards read again and some gone. Returns itself when nothing changed.</summary>
    internal PapanSnapshot Ganti(IEnumerable<KartuPapan> baru, IReadOnlyCollection<Guid> hilang, DateTimeOffset kini)
    {
        var (kartu, selesai) = (Kartu.ToBuilder(), Selesai);
        HashSet<Tahap> berubah = [];
        void Lepas(Guid id)
        {
            if (kartu.Remove(id, out var lama))
            {
                berubah.Add(lama.Tahap);
            }
        }

        foreach (var k in baru)
        {
            if (!k.TahapSop.DiPapan)
            {
                Lepas(k.Id);
                selesai = k is { Tahap: Tahap.Selesai, SelesaiPada: { } pada } ? selesai.SetItem(k.Id, pada) : selesai;
            }
            else if (!kartu.TryGetValue(k.Id, out var lama) || lama != k)
            {
                Lepas(k.Id);
                kartu.Add(k.Id, k);
                berubah.Add(k.Tahap);
            }
        }

        foreach (var id in hilang)
        {
            Lepas(id);
        }

        if (berubah.Count == 0)
        {
            return (ReferenceEquals(selesai, Selesai) ? this : this with { Selesai = selesai }).Pada(kini);
        }

        var isi = kartu.ToImmutable();
        var perTahap = isi.Values.Where(k => berubah.Contains(k.Tahap)).ToLookup(k => k.Tahap);
        var unit = isi.Values.Select(k => k.UnitKerja).Where(u => u.Length > 0).Distinct().Order(StringComparer.CurrentCultureIgnoreCase);
        var orang = isi.Values.Where(k => k.VerifikatorId is not null)
            .Select(k => new VerifikatorPapan(k.VerifikatorId!.Value, k.VerifikatorNama ?? "")).DistinctBy(v => v.Id).OrderBy(v => v.Nama);
        var papan = this with
        {
            Kartu = isi,
            Selesai = selesai,
            Kolom = [.. Kolom.Select(k => berubah.Contains(k.Sop.Tahap) ? KolomPapan.Buat(k.Sop, perTahap[k.Sop.Tahap], kini) : k)],
            Unit = Tetap(Unit, unit),
            Verifikator = Tetap(Verifikator, orang),
        };
        return papan.Pada(kini);
    }

    /// <summary>The board as time passes: only counts change. Returns itself when none does.</summary>
    internal PapanSnapshot Pada(DateTimeOffset kini)
    {
        ImmutableArray<KolomPapan> kolom = [.. Kolom.Select(k => k.Pada(kini))];
        var hariIni = Jakarta.Tanggal(kini);
        var angka = new AngkaPapan(
            Kartu.Count, kolom.Sum(k => k.Lewat), kolom.Sum(k => k.HampirHabis), Selesai.Values.Count(s => Jakarta.Tanggal(s) == hariIni));
        return angka == Angka && kolom.Zip(Kolom).All(k => ReferenceEquals(k.First, k.Second)) ? this : this with { Kolom = kolom, Angka = angka };
    }

    private static ImmutableArray<T> Tetap<T>(ImmutableArray<T> lama, IEnumerable<T> baru)
    {
        ImmutableArray<T> isi = [.. baru];
        return isi.SequenceEqual(lama) ? lama : isi;
    }
}
