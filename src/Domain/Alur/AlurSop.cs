using System.Collections.Concurrent;
using static KlatenSE.Domain.Alur.Peran;
using static KlatenSE.Domain.Alur.Syarat;
using static KlatenSE.Domain.Alur.Tahap;
using static KlatenSE.Domain.Alur.Tindakan;

namespace KlatenSE.Domain.Alur;

/// <summary>
/// The table of SOP no. 70.2 tahun 2022: the one place of its rules. Buttons, queues, columns, permissions, reminders,
/// diagrams and tests are derived from it. A changed order is a new version; a request keeps the version it began under.
/// </summary>
public sealed class AlurSop
{
    /// <summary>Every version that a request may have begun under, oldest first: number 1 is the first.</summary>
    private static readonly AlurSop[] Berlaku = [new(1, TahapVersi1(), AturanVersi1())];

    private static readonly AsyncLocal<AlurSop[]?> UntukUji = new();

    private readonly Dictionary<Tahap, TahapSop> _tahap;
    private readonly ILookup<(Tahap, Tindakan), Aturan> _aturan;
    private readonly ConcurrentDictionary<ModeOtoritas, AlurSop> _menurutOtoritas = new();

    internal AlurSop(int nomor, IReadOnlyList<TahapSop> tahap, IReadOnlyList<Aturan> aturan)
    {
        Nomor = nomor;
        SemuaTahap = tahap;
        SemuaAturan = aturan;
        _tahap = tahap.ToDictionary(t => t.Tahap);
        _aturan = aturan.ToLookup(a => (a.Dari, a.Tindakan));
    }

    /// <summary>All versions, oldest first.</summary>
    public static IReadOnlyList<AlurSop> Semua => UntukUji.Value ?? Berlaku;

    /// <summary>The newest table: new requests begin under it.</summary>
    public static AlurSop Terbaru => Semua[^1];

    /// <summary>The board's columns: the newest table's, then stages that only an older one has, in which an old request may still stand.</summary>
    public static IEnumerable<TahapSop> SemuaKolom => Semua.Reverse().SelectMany(a => a.Kolom).DistinctBy(t => t.Tahap);

    /// <summary>What the newest version that has this stage says of it, for lists over requests of several versions.</summary>
    public static TahapSop TerbaruDari(Tahap tahap) => Semua.Last(a => a._tahap.ContainsKey(tahap)).Dari(tahap);

    /// <summary>Number of this version of the table.</summary>
    public int Nomor { get; }

    /// <summary>All stages in the order of the SOP.</summary>
    public IReadOnlyList<TahapSop> SemuaTahap { get; }

    /// <summary>All rows in the order of the SOP.</summary>
    public IReadOnlyList<Aturan> SemuaAturan { get; }

    /// <summary>The stages that are columns of the board, in order.</summary>
    public IEnumerable<TahapSop> Kolom => SemuaTahap.Where(t => t.DiPapan);

    /// <summary>The table of a version.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such version.</exception>
    public static AlurSop Versi(int nomor) => nomor > 0 && nomor <= Semua.Count
        ? Semua[nomor - 1]
        : throw new ArgumentOutOfRangeException(nameof(nomor), nomor, "Versi tabel SOP ini tidak dikenal.");

    /// <summary>For tests of a change of the SOP: puts a next version on top, for the caller's own flow of work alone, until it is disposed.</summary>
    internal static IDisposable TambahUntukUji(IReadOnlyList<TahapSop> tahap, IReadOnlyList<Aturan> aturan)
    {
        var sebelum = UntukUji.Value;
        UntukUji.Value = [.. Semua, new AlurSop(Semua.Count + 1, tahap, aturan)];
        return new Pencabut(sebelum);
    }

    /// <summary>The rows of this table that count beside an authority.</summary>
    public AlurSop Untuk(ModeOtoritas otoritas) => _menurutOtoritas.GetOrAdd(
        otoritas, static (mode, semua) => new AlurSop(semua.Nomor, semua.SemuaTahap, [.. semua.SemuaAturan.Where(a => a.Hanya is null || a.Hanya == mode)]), this);

    /// <summary>What the table says of a stage.</summary>
    public TahapSop Dari(Tahap tahap) => _tahap[tahap];

    /// <summary>The rows for an act in a stage (one per role that may do it).</summary>
    public IEnumerable<Aturan> Cari(Tahap tahap, Tindakan tindakan) => _aturan[(tahap, tindakan)];

    /// <summary>Everything that may be done in a stage.</summary>
    public IEnumerable<Aturan> Dalam(Tahap tahap) => SemuaAturan.Where(a => a.Dari == tahap);

    private static TahapSop[] TahapVersi1()
    {
        static TimeSpan Menit(int n) => TimeSpan.FromMinutes(n);
        var sehari = TimeSpan.FromHours(24);
        return
        [
            new(Draf, "Draf", Pemohon, null, TimeSpan.FromDays(30), JenisJam.HariKalender, null, false),
            new(MenungguDisposisi, "Menunggu disposisi", Kepala, 1, Menit(10), JenisJam.JamKerja, null, true),
            new(PenerusanKabid, "Penerusan Kabid", Kabid, 2, Menit(10), JenisJam.JamKerja, null, true),
            new(VerifikasiBerkas, "Verifikasi berkas", Kasi, 3, Menit(10), JenisJam.JamKerja, null, true),
            new(InputDataBsre, "Input data BSrE", Verifikator, 4, Menit(15), JenisJam.JamKerja, null, true),
            new(Aktivasi, "Aktivasi", Pemohon, 5, sehari, JenisJam.JamDinding, sehari, true),
            new(VerifikasiData, "Verifikasi data", Verifikator, 6, Menit(15), JenisJam.JamKerja, null, true),
            new(Tahap.Passphrase, "Passphrase", Pemohon, 7, Menit(15), JenisJam.JamDinding, sehari, true),
            new(Penerbitan, "Penerbitan", Peran.Bsre, 8, Menit(360), JenisJam.JamKerja, null, true),
            new(LinkKedaluwarsa, "Link kedaluwarsa", Verifikator, null, Menit(15), JenisJam.JamKerja, null, true),
            new(PerluPerbaikan, "Perlu perbaikan", Pemohon, null, TimeSpan.FromDays(5), JenisJam.HariKerja, null, true),
            new(Selesai, "Selesai", null, null, null, JenisJam.Tidak, null, false),
            new(Ditolak, "Ditolak", null, null, null, JenisJam.Tidak, null, false),
            new(Dibatalkan, "Dibatalkan", null, null, null, JenisJam.Tidak, null, false),
        ];
    }

    private static Aturan[] AturanVersi1()
    {
        static Aturan Maju(Tahap dari, Tindakan t, Peran oleh, Tahap ke, Syarat s = Tidak) => new(dari, t, oleh, Tujuan.Maju, ke, s);
        static Aturan Tetap(Tahap dari, Tindakan t, Peran oleh, Syarat s = Tidak) => new(dari, t, oleh, Tujuan.Tetap, null, s);
        static Aturan Kembali(Tahap dari, Peran oleh) => Maju(dari, Kembalikan, oleh, PerluPerbaikan, Alasan | DaftarPerbaikan);
        static Aturan Henti(Tahap dari, Peran oleh) => Maju(dari, Tolak, oleh, Ditolak, Alasan);
        static Aturan Batal(Tahap dari) => Maju(dari, Batalkan, Pemohon, Dibatalkan);
        static Aturan Ganti(Tahap dari) => Tetap(dari, GantiVerifikator, Kasi, Alasan);
        static IEnumerable<Aturan> Sandbox(params Aturan[] baris) => baris.Select(a => a with { Hanya = ModeOtoritas.Sandbox });
        static IEnumerable<Aturan> Bsre(params Aturan[] baris) => baris.Select(a => a with { Hanya = ModeOtoritas.Bsre });
        const Syarat Link = LinkBerlaku | LinkDibuka;
        return
        [
            Tetap(Draf, SimpanData, Pemohon), Tetap(Draf, UnggahBerkas, Pemohon),
            Maju(Draf, Ajukan, Pemohon, MenungguDisposisi), Batal(Draf), Maju(Draf, Batalkan, Sistem, Dibatalkan, LewatBatas),

            Maju(MenungguDisposisi, Disposisikan, Kepala, PenerusanKabid),
            Kembali(MenungguDisposisi, Kepala), Henti(MenungguDisposisi, Kepala), Batal(MenungguDisposisi),

            Maju(PenerusanKabid, Teruskan, Kabid, VerifikasiBerkas), Kembali(PenerusanKabid, Kabid), Batal(PenerusanKabid),

            Tetap(VerifikasiBerkas, CatatPerbandingan, Kasi), Maju(VerifikasiBerkas, TunjukVerifikator, Kasi, InputDataBsre),
            Kembali(VerifikasiBerkas, Kasi), Henti(VerifikasiBerkas, Kasi), Batal(VerifikasiBerkas),

            Maju(InputDataBsre, TerbitkanLinkAktivasi, Verifikator, Aktivasi), Kembali(InputDataBsre, Verifikator),
            Ganti(InputDataBsre), Batal(InputDataBsre),

            .. Sandbox(
                Tetap(Aktivasi, BukaLink, Pemohon, LinkBerlaku), Tetap(Aktivasi, PeriksaData, Pemohon, Link),
                Tetap(Aktivasi, UnggahFotoKtp, Pemohon, Link), Tetap(Aktivasi, UnggahSelfie, Pemohon, Link),
                Maju(Aktivasi, SelesaikanAktivasi, Pemohon, VerifikasiData, Link)),
            .. Bsre(
                Maju(Aktivasi, SelesaikanAktivasi, Pemohon, VerifikasiData, LinkBerlaku),
                Maju(Aktivasi, CatatAktivasi, Verifikator, VerifikasiData), Maju(Aktivasi, CatatAktivasi, Sistem, VerifikasiData)),
            Maju(Aktivasi, Kedaluwarsakan, Sistem, LinkKedaluwarsa, LewatBatas),
            Tetap(Aktivasi, LaporkanLinkBelumDiterima, Pemohon, LinkBerlaku),
            Tetap(Aktivasi, TerbitkanUlangLink, Verifikator), Ganti(Aktivasi), Batal(Aktivasi),

            Maju(VerifikasiData, Setujui, Verifikator, Tahap.Passphrase),
            Maju(VerifikasiData, TidakSesuai, Verifikator, Aktivasi, Alasan | DaftarPerbaikan),
            Henti(VerifikasiData, Verifikator), Ganti(VerifikasiData),

            .. Sandbox(
                Tetap(Tahap.Passphrase, BukaLink, Pemohon, LinkBerlaku),
                Maju(Tahap.Passphrase, BuatPassphrase, Pemohon, Penerbitan, Link)),
            .. Bsre(
                Maju(Tahap.Passphrase, CatatPassphrase, Pemohon, Penerbitan, LinkBerlaku),
                Maju(Tahap.Passphrase, CatatPassphrase, Verifikator, Penerbitan), Maju(Tahap.Passphrase, CatatPassphrase, Sistem, Penerbitan)),
            Maju(Tahap.Passphrase, Kedaluwarsakan, Sistem, LinkKedaluwarsa, LewatBatas),
            Tetap(Tahap.Passphrase, LaporkanLinkBelumDiterima, Pemohon, LinkBerlaku),
            Tetap(Tahap.Passphrase, TerbitkanUlangLink, Verifikator), Ganti(Tahap.Passphrase), Batal(Tahap.Passphrase),

            .. Sandbox(Maju(Penerbitan, TerbitkanSertifikat, Peran.Bsre, Selesai), Maju(Penerbitan, TolakBsre, Peran.Bsre, VerifikasiBerkas, Alasan)),
            .. Bsre(
                Maju(Penerbitan, TerbitkanSertifikat, Verifikator, Selesai), Maju(Penerbitan, TerbitkanSertifikat, Sistem, Selesai),
                Maju(Penerbitan, TolakBsre, Verifikator, VerifikasiBerkas, Alasan)),
            Tetap(Penerbitan, TandaiLewatBatas, Sistem, LewatBatas), Ganti(Penerbitan),

            new(LinkKedaluwarsa, TerbitkanUlangLink, Verifikator, Tujuan.KeAsalLink, null, Tidak),
            .. Bsre(
                Maju(LinkKedaluwarsa, CatatAktivasi, Verifikator, VerifikasiData, DariAktivasi), Maju(LinkKedaluwarsa, CatatAktivasi, Sistem, VerifikasiData, DariAktivasi),
                Maju(LinkKedaluwarsa, CatatPassphrase, Verifikator, Penerbitan, DariPassphrase), Maju(LinkKedaluwarsa, CatatPassphrase, Sistem, Penerbitan, DariPassphrase)),
            Henti(LinkKedaluwarsa, Verifikator), Ganti(LinkKedaluwarsa), Batal(LinkKedaluwarsa),

            Tetap(PerluPerbaikan, SimpanData, Pemohon), Tetap(PerluPerbaikan, UnggahBerkas, Pemohon),
            new(PerluPerbaikan, Ajukan, Pemohon, Tujuan.KeAsalPerbaikan, null, Tidak),
            Batal(PerluPerbaikan), Maju(PerluPerbaikan, Batalkan, Sistem, Dibatalkan, LewatBatas),
        ];
    }

    private sealed class Pencabut(AlurSop[]? sebelum) : IDisposable
    {
        public void Dispose() => UntukUji.Value = sebelum;
    }
}
