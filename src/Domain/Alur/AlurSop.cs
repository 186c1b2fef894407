using System.Collections.Concurrent;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Domain.Alur;

/// <summary>
/// The table of SOP no. 70.2 tahun 2022: the one place of its rules. Buttons, queues, columns, permissions, reminders,
/// diagrams and tests are derived from it. A changed order is a new version; a request keeps the version it began under.
/// The other services of BSrE have short tables of their own, made of the same stages and acts.
/// </summary>
public sealed class AlurSop
{
    /// <summary>Every version of the SOP that a request may have begun under, oldest first: number 1 is the first.</summary>
    private static readonly AlurSop[] Berlaku = [new(Layanan.Penerbitan, 1, TabelPenerbitan.Tahap(), TabelPenerbitan.Aturan())];

    private static readonly AlurSop[] PerubahanData = [new(Layanan.PerubahanData, 1, TabelPerubahanData.Tahap(), TabelPerubahanData.Aturan())];

    private static readonly AlurSop[] Pencabutan = [new(Layanan.Pencabutan, 1, TabelPencabutan.Tahap(), TabelPencabutan.Aturan())];

    private static readonly AsyncLocal<AlurSop[]?> UntukUji = new();

    private readonly Dictionary<Tahap, TahapSop> _tahap;
    private readonly ILookup<(Tahap, Tindakan), Aturan> _aturan;
    private readonly ConcurrentDictionary<ModeOtoritas, AlurSop> _menurutOtoritas = new();

    internal AlurSop(Layanan layanan, int nomor, IReadOnlyList<TahapSop> tahap, IReadOnlyList<Aturan> aturan)
    {
        (Layanan, Nomor) = (layanan, nomor);
        SemuaTahap = tahap;
        SemuaAturan = aturan;
        _tahap = tahap.ToDictionary(t => t.Tahap);
        _aturan = aturan.ToLookup(a => (a.Dari, a.Tindakan));
    }

    /// <summary>All versions of the SOP itself (penerbitan), oldest first.</summary>
    public static IReadOnlyList<AlurSop> Semua => UntukUji.Value ?? Berlaku;

    /// <summary>Every table there is: all versions of all services. A renewal goes by the SOP's own.</summary>
    public static IEnumerable<(Layanan Layanan, AlurSop Alur)> SemuaTabel =>
        Enum.GetValues<Layanan>().SelectMany(l => SemuaUntuk(l).Select(a => (l, a)));

    /// <summary>The newest table of the SOP itself: new requests for a certificate begin under it.</summary>
    public static AlurSop Terbaru => Semua[^1];

    /// <summary>The board's columns: the newest table's, then stages that only an older one has, in which an old request may still stand.</summary>
    public static IEnumerable<TahapSop> SemuaKolom => Semua.Reverse().SelectMany(a => a.Kolom).DistinctBy(t => t.Tahap);

    /// <summary>The service whose table this is; a renewal goes by the table of <see cref="Layanan.Penerbitan"/>.</summary>
    public Layanan Layanan { get; }

    /// <summary>Number of this version of the table.</summary>
    public int Nomor { get; }

    /// <summary>All stages in the order of the SOP.</summary>
    public IReadOnlyList<TahapSop> SemuaTahap { get; }

    /// <summary>All rows in the order of the SOP.</summary>
    public IReadOnlyList<Aturan> SemuaAturan { get; }

    /// <summary>The stages that are columns of the board, in order.</summary>
    public IEnumerable<TahapSop> Kolom => SemuaTahap.Where(t => t.DiPapan);

    /// <summary>All versions of a service's table, oldest first.</summary>
    public static IReadOnlyList<AlurSop> SemuaUntuk(Layanan layanan) => layanan switch
    {
        // Domain facts: a renewal has the same steps as an issue.
        Layanan.Penerbitan or Layanan.Perpanjangan => Semua,
        Layanan.PerubahanData => PerubahanData,
        Layanan.Pencabutan => Pencabutan,
    };

    /// <summary>The newest table of a service: new requests begin under it.</summary>
    public static AlurSop TerbaruUntuk(Layanan layanan) => SemuaUntuk(layanan)[^1];

    /// <summary>What the newest version of the SOP that has this stage says of it, for lists over requests of several versions.</summary>
    public static TahapSop TerbaruDari(Tahap tahap) => Semua.Last(a => a._tahap.ContainsKey(tahap)).Dari(tahap);

    /// <summary>A version of the SOP itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such version.</exception>
    public static AlurSop Versi(int nomor) => Versi(Layanan.Penerbitan, nomor);

    /// <summary>The table of a service's version.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such version.</exception>
    public static AlurSop Versi(Layanan layanan, int nomor) => SemuaUntuk(layanan) is var semua && nomor > 0 && nomor <= semua.Count
        ? semua[nomor - 1]
        : throw new ArgumentOutOfRangeException(nameof(nomor), nomor, "Versi tabel SOP ini tidak dikenal.");

    /// <summary>For tests of a change of the SOP: puts a next version on top, for the caller's own flow of work alone, until it is disposed.</summary>
    internal static IDisposable TambahUntukUji(IReadOnlyList<TahapSop> tahap, IReadOnlyList<Aturan> aturan)
    {
        var sebelum = UntukUji.Value;
        UntukUji.Value = [.. Semua, new AlurSop(Layanan.Penerbitan, Semua.Count + 1, tahap, aturan)];
        return new Pencabut(sebelum);
    }

    /// <summary>The rows of this table that count beside an authority.</summary>
    public AlurSop Untuk(ModeOtoritas otoritas) => _menurutOtoritas.GetOrAdd(
        otoritas, static (mode, semua) => new AlurSop(semua.Layanan, semua.Nomor, semua.SemuaTahap, [.. semua.SemuaAturan.Where(a => a.Hanya is null || a.Hanya == mode)]), this);

    /// <summary>What the table says of a stage.</summary>
    public TahapSop Dari(Tahap tahap) => _tahap[tahap];

    /// <summary>The rows for an act in a stage (one per role that may do it).</summary>
    public IEnumerable<Aturan> Cari(Tahap tahap, Tindakan tindakan) => _aturan[(tahap, tindakan)];

    /// <summary>Everything that may be done in a stage.</summary>
    public IEnumerable<Aturan> Dalam(Tahap tahap) => SemuaAturan.Where(a => a.Dari == tahap);

    /// <summary>
    /// In whose queue a stage stands: the role it waits for, when that role has an act there; else the first person of the office who may move the
    /// request on. Beside BSrE nobody acts for BSrE, and the verifikator records at step 8 what BSrE did. Ask a table that is <see cref="Untuk"/> an authority.
    /// </summary>
    public Peran? Giliran(Tahap tahap)
    {
        var maju = Dalam(tahap).Where(a => a.Berpindah).ToList();
        var menunggu = Dari(tahap).Menunggu;
        return menunggu is null || maju.Exists(a => a.Oleh == menunggu) ? menunggu : maju.Find(a => a.Oleh != Peran.Sistem)?.Oleh ?? menunggu;
    }

    private sealed class Pencabut(AlurSop[]? sebelum) : IDisposable
    {
        public void Dispose() => UntukUji.Value = sebelum;
    }
}
