using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>
/// The stage table of the design, written out by hand: what may be done, by whom, and where it leads ("." stays). Not derived from
/// <see cref="AlurSop"/>, which it judges.
/// </summary>
internal static class TabelDesain
{
    private const string Sandbox =
        """
        Draf             | Pemohon: SimpanData . UnggahBerkas . Ajukan MenungguDisposisi Batalkan Dibatalkan | PetugasLoket: AjukanLoket MenungguKonfirmasi | Sistem: Batalkan Dibatalkan
        MenungguKonfirmasi| Pemohon: SimpanData . UnggahBerkas . Konfirmasi MenungguDisposisi Batalkan Dibatalkan | PetugasLoket: KirimUlangKonfirmasi . Batalkan Dibatalkan | Sistem: Batalkan Dibatalkan
        MenungguDisposisi| Kepala: Disposisikan PenerusanKabid Kembalikan PerluPerbaikan Tolak Ditolak | Pemohon: Batalkan Dibatalkan
        PenerusanKabid   | Kabid: Teruskan VerifikasiBerkas Kembalikan PerluPerbaikan | Pemohon: Batalkan Dibatalkan
        VerifikasiBerkas | Kasi: CatatPerbandingan . TunjukVerifikator InputDataBsre Kembalikan PerluPerbaikan Tolak Ditolak | Pemohon: Batalkan Dibatalkan
        InputDataBsre    | Verifikator: TerbitkanLinkAktivasi Aktivasi Kembalikan PerluPerbaikan | Kasi: GantiVerifikator . | Pemohon: Batalkan Dibatalkan
        Aktivasi         | Pemohon: BukaLink . PeriksaData . UnggahFotoKtp . UnggahSelfie . SelesaikanAktivasi VerifikasiData LaporkanLinkBelumDiterima . Batalkan Dibatalkan | Verifikator: TerbitkanUlangLink . | Kasi: GantiVerifikator . | Sistem: Kedaluwarsakan LinkKedaluwarsa
        VerifikasiData   | Verifikator: Setujui Passphrase TidakSesuai Aktivasi Tolak Ditolak | Kasi: GantiVerifikator .
        Passphrase       | Pemohon: BukaLink . BuatPassphrase Penerbitan LaporkanLinkBelumDiterima . Batalkan Dibatalkan | Verifikator: TerbitkanUlangLink . | Kasi: GantiVerifikator . | Sistem: Kedaluwarsakan LinkKedaluwarsa
        Penerbitan       | Bsre: TerbitkanSertifikat Selesai TolakBsre VerifikasiBerkas | Kasi: GantiVerifikator . | Sistem: TandaiLewatBatas .
        LinkKedaluwarsa  | Verifikator: TerbitkanUlangLink Aktivasi Tolak Ditolak | Kasi: GantiVerifikator . | Pemohon: Batalkan Dibatalkan
        PerluPerbaikan   | Pemohon: SimpanData . UnggahBerkas . Ajukan MenungguDisposisi Batalkan Dibatalkan | Sistem: Batalkan Dibatalkan
        Selesai          |
        Ditolak          |
        Dibatalkan       |
        """;

    /// <summary>Beside BSrE's own portal: these stages in place of those above.</summary>
    private const string Bsre =
        """
        Aktivasi         | Pemohon: SelesaikanAktivasi VerifikasiData LaporkanLinkBelumDiterima . Batalkan Dibatalkan | Verifikator: CatatAktivasi VerifikasiData TerbitkanUlangLink . | Kasi: GantiVerifikator . | Sistem: CatatAktivasi VerifikasiData Kedaluwarsakan LinkKedaluwarsa
        Passphrase       | Pemohon: CatatPassphrase Penerbitan LaporkanLinkBelumDiterima . Batalkan Dibatalkan | Verifikator: CatatPassphrase Penerbitan TerbitkanUlangLink . | Kasi: GantiVerifikator . | Sistem: CatatPassphrase Penerbitan Kedaluwarsakan LinkKedaluwarsa
        Penerbitan       | Verifikator: TerbitkanSertifikat Selesai TolakBsre VerifikasiBerkas | Kasi: GantiVerifikator . | Sistem: TerbitkanSertifikat Selesai TandaiLewatBatas .
        LinkKedaluwarsa  | Verifikator: TerbitkanUlangLink Aktivasi CatatAktivasi VerifikasiData Tolak Ditolak | Kasi: GantiVerifikator . | Pemohon: Batalkan Dibatalkan | Sistem: CatatAktivasi VerifikasiData
        """;

    /// <summary>Ajukan → Kasi → Verifikator → BSrE → Selesai.</summary>
    private const string PerubahanData =
        """
        Draf             | Pemohon: SimpanData . UnggahBerkas . Ajukan VerifikasiBerkas Batalkan Dibatalkan | Sistem: Batalkan Dibatalkan
        VerifikasiBerkas | Kasi: CatatPerbandingan . TunjukVerifikator InputDataBsre Kembalikan PerluPerbaikan Tolak Ditolak | Pemohon: Batalkan Dibatalkan
        InputDataBsre    | Verifikator: KirimKeBsre Penerbitan Kembalikan PerluPerbaikan Tolak Ditolak | Kasi: GantiVerifikator . | Pemohon: Batalkan Dibatalkan
        Penerbitan       | Bsre: TerbitkanSertifikat Selesai TolakBsre VerifikasiBerkas | Kasi: GantiVerifikator . | Sistem: TandaiLewatBatas .
        PerluPerbaikan   | Pemohon: SimpanData . UnggahBerkas . Ajukan VerifikasiBerkas Batalkan Dibatalkan | Sistem: Batalkan Dibatalkan
        Selesai          |
        Ditolak          |
        Dibatalkan       |
        """;

    /// <summary>Ajukan → Kasi → Verifikator → Selesai.</summary>
    private const string Pencabutan =
        """
        Draf             | Pemohon: UnggahBerkas . Ajukan VerifikasiBerkas Batalkan Dibatalkan | Sistem: Batalkan Dibatalkan
        VerifikasiBerkas | Kasi: TunjukVerifikator InputDataBsre Kembalikan PerluPerbaikan Tolak Ditolak | Pemohon: Batalkan Dibatalkan
        InputDataBsre    | Verifikator: CabutSertifikat Selesai Kembalikan PerluPerbaikan Tolak Ditolak | Kasi: GantiVerifikator . | Pemohon: Batalkan Dibatalkan
        PerluPerbaikan   | Pemohon: UnggahBerkas . Ajukan VerifikasiBerkas Batalkan Dibatalkan | Sistem: Batalkan Dibatalkan
        Selesai          |
        Ditolak          |
        Dibatalkan       |
        """;

    /// <summary>The stage an act leads to; no entry: refused. LinkKedaluwarsa here came from step 5, PerluPerbaikan from the first official.</summary>
    public static IReadOnlyDictionary<(Tahap, Peran, Tindakan), Tahap> Baca(ModeOtoritas mode = ModeOtoritas.Sandbox, Layanan layanan = Layanan.Penerbitan)
    {
        var tabel = new Dictionary<(Tahap, Peran, Tindakan), Tahap>();
        var dasar = Baris(layanan switch
        {
            Layanan.Penerbitan or Layanan.Perpanjangan => Sandbox,
            Layanan.PerubahanData => PerubahanData,
            Layanan.Pencabutan => Pencabutan,
        });
        var ganti = mode == ModeOtoritas.Bsre ? Baris(Bsre) : [];
        foreach (var (tahap, kolom) in dasar.Select(b => ganti.GetValueOrDefault(b.Key) is { } lain ? (b.Key, lain) : (b.Key, b.Value)))
        {
            foreach (var sel in kolom)
            {
                var (peran, isi) = (Enum.Parse<Peran>(sel.Split(':')[0]), sel.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                for (var i = 0; i < isi.Length; i += 2)
                {
                    tabel.Add((tahap, peran, Enum.Parse<Tindakan>(isi[i])), isi[i + 1] == "." ? tahap : Enum.Parse<Tahap>(isi[i + 1]));
                }
            }
        }

        return tabel;
    }

    private static Dictionary<Tahap, string[]> Baris(string teks) => teks.Split('\n')
        .Select(b => b.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(k => Enum.Parse<Tahap>(k[0]), k => k[1..]);
}
