using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>How fresh the board is.</summary>
public enum KeadaanPapan
{
    /// <summary>Every change arrives at once.</summary>
    Langsung,

    /// <summary>The newest data are older than they should be; the portal is catching up.</summary>
    Tertinggal,

    /// <summary>No word from the database for longer than <see cref="PapanStore.AmbangTerputus"/>.</summary>
    Terputus,
}

/// <summary>
/// The one board of this process: an immutable snapshot that the listener replaces and every circuit reads. Reading and following it
/// asks the database nothing.
/// </summary>
public sealed class PapanStore(ILogger<PapanStore> log, TimeProvider waktu)
{
    /// <summary>Older than this, the board says "Tertinggal": two heartbeats of five seconds are missing.</summary>
    public static readonly TimeSpan AmbangTertinggal = TimeSpan.FromSeconds(12);

    /// <summary>Older than this, the board says "Terputus".</summary>
    public static readonly TimeSpan AmbangTerputus = TimeSpan.FromSeconds(30);

    private readonly SiaranPerubahan _siaran = new();
    private ImmutableArray<LanggananPapan> _langganan = [];
    private volatile PapanSnapshot _kini = PapanSnapshot.Kosong;
    private volatile HasilInvarian? _invarian;
    private volatile CatatanDenyut? _denyut;
    private volatile bool _tersambung;

    /// <summary>The newest snapshot.</summary>
    public PapanSnapshot Kini => _kini;

    /// <summary>What the last check of the queues' invariant found; null before the first.</summary>
    public HasilInvarian? Invarian => _invarian;

    /// <summary>The database's time at the last heartbeat; null before the first.</summary>
    public DateTimeOffset? Denyut => _denyut?.BasisData;

    /// <summary>How long ago that was; null before the first.</summary>
    public TimeSpan? Umur => _denyut is { } d ? waktu.GetElapsedTime(d.Stempel) : null;

    /// <summary>Langsung, Tertinggal or Terputus.</summary>
    public KeadaanPapan Keadaan => Umur switch
    {
        null => KeadaanPapan.Terputus,
        { } u when u > AmbangTerputus => KeadaanPapan.Terputus,
        { } u when u > AmbangTertinggal || !_tersambung => KeadaanPapan.Tertinggal,
        _ => KeadaanPapan.Langsung,
    };

    /// <summary>How many viewers and followers there are, for health and measurements.</summary>
    public int JumlahPenonton => _langganan.Length + _siaran.JumlahPengikut;

    /// <summary>
    /// Follows the board. <paramref name="segarkan"/> is called after every change and heartbeat, on any thread, never twice at a time; changes
    /// that arrive meanwhile make one more call.
    /// </summary>
    /// <returns>Dispose it to stop.</returns>
    public IDisposable Langgan(Func<Task> segarkan)
    {
        var langganan = new LanggananPapan(segarkan, l => ImmutableInterlocked.Update(ref _langganan, a => a.Remove(l)), log);
        ImmutableInterlocked.Update(ref _langganan, a => a.Add(langganan));
        return langganan;
    }

    /// <summary>
    /// The changes of one request, open or not, for the applicant's tracking page and the official's request page. Followed from the call on; a
    /// slow reader gets the newest change only. Ends when <paramref name="ct"/> is cancelled.
    /// </summary>
    public IAsyncEnumerable<PerubahanPermohonan> Ikuti(Guid permohonanId, CancellationToken ct) => _siaran.Ikuti(permohonanId, ct);

    internal void Muat(IReadOnlyCollection<KartuPapan> terbuka, IEnumerable<(Guid Id, DateTimeOffset Pada)> selesai, DateTimeOffset kini)
    {
        Terbitkan(_kini.Muat(terbuka, selesai, kini));
        _siaran.SiarkanSemua();
    }

    internal void Ganti(IReadOnlyCollection<KartuPapan> baru, IReadOnlyCollection<Guid> hilang, DateTimeOffset kini)
    {
        if (!Terbitkan(_kini.Ganti(baru, hilang, kini)))
        {
            // The bell also rings for what no card shows (a closed work item): the queues follow it.
            BeritahuSemua();
        }

        foreach (var kartu in baru)
        {
            _siaran.Siarkan(PerubahanPermohonan.Dari(kartu));
        }

        foreach (var id in hilang)
        {
            _siaran.Siarkan(PerubahanPermohonan.MungkinBerubah(id));
        }
    }

    /// <summary>A heartbeat: the database answered.</summary>
    internal void CatatDenyut(DateTimeOffset basisData)
    {
        _denyut = new(basisData, waktu.GetTimestamp());
        _tersambung = true;
        var berikut = _kini.Pada(basisData);
        if (!ReferenceEquals(berikut, _kini))
        {
            _kini = berikut with { Versi = _kini.Versi + 1 };
        }

        BeritahuSemua();
    }

    internal void CatatPutus()
    {
        _tersambung = false;
        BeritahuSemua();
    }

    internal void CatatInvarian(HasilInvarian hasil) => _invarian = hasil.SamaDengan(_invarian) ? _invarian : hasil;

    private bool Terbitkan(PapanSnapshot berikut)
    {
        if (ReferenceEquals(berikut, _kini))
        {
            return false;
        }

        _kini = berikut with { Versi = _kini.Versi + 1 };
        BeritahuSemua();
        return true;
    }

    private void BeritahuSemua()
    {
        foreach (var langganan in _langganan)
        {
            langganan.Beritahu();
        }
    }

    private sealed record CatatanDenyut(DateTimeOffset BasisData, long Stempel);
}
