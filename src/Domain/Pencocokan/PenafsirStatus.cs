using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using Layanan = KlatenSE.Domain.Pengajuan.Layanan;
using static KlatenSE.Domain.Alur.Tindakan;
using static KlatenSE.Domain.Pencocokan.StatusBsre;
using static KlatenSE.Domain.Pencocokan.TafsirStatus;

namespace KlatenSE.Domain.Pencocokan;

/// <summary>
/// The table of stage and status: what each answer of BSrE means in each stage of the board. Total: a stage or a status that is missing does not
/// compile. BSrE's documents do not say which status belongs to which step; this is our reading, the same that <c>StatusBsre</c> states:
/// NO_CERTIFICATE before the activation, WAITING_FOR_VERIFICATION in 6, NEW in 7, WAITING_FOR_VERIFICATION again in 8, ISSUE at the end.
/// </summary>
public static partial class PenafsirStatus
{
    private static readonly TafsirStatus Setuju = new Sama();

    /// <summary>Whether BSrE is asked about requests in this stage. A draft is nobody's business but its owner's, nor what the counter filed and nobody has confirmed, and what has ended is not asked for.</summary>
    public static bool Ditanyakan(Tahap tahap) => tahap switch
    {
        Tahap.Draf or Tahap.MenungguKonfirmasi or Tahap.Selesai or Tahap.Ditolak or Tahap.Dibatalkan => false,
        Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.PerluPerbaikan => true,
        Tahap.InputDataBsre or Tahap.Aktivasi or Tahap.VerifikasiData or Tahap.Passphrase or Tahap.Penerbitan or Tahap.LinkKedaluwarsa => true,
    };

    /// <summary>Before step 4, and in it: nothing of this request stands at BSrE yet, but the person may be known there.</summary>
    public static bool SebelumBsre(Tahap tahap) =>
        tahap is Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.InputDataBsre or Tahap.PerluPerbaikan;

    /// <summary>What the status means for a request that stands so on the board. Pure.</summary>
    public static TafsirStatus Tafsirkan(PerkaraStatus p, StatusBsre status) => p.Layanan switch
    {
        Layanan.Penerbitan => MenurutTahap(p, status),
        Layanan.Perpanjangan => Ditanyakan(p.Tahap) ? SaatPerpanjangan(p, status) : Setuju,
        Layanan.PerubahanData => Ditanyakan(p.Tahap) ? SaatPerubahanData(status) : Setuju,
        Layanan.Pencabutan => Ditanyakan(p.Tahap) ? SaatPencabutan(p, status) : Setuju,
    };

    private static TafsirStatus MenurutTahap(PerkaraStatus p, StatusBsre status) => p.Tahap switch
    {
        Tahap.Draf or Tahap.MenungguKonfirmasi or Tahap.Selesai or Tahap.Ditolak or Tahap.Dibatalkan => Setuju,
        Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.PerluPerbaikan => SebelumInput(p, status),
        Tahap.InputDataBsre => SaatInput(p, status),
        Tahap.Aktivasi => SaatAktivasi(p, status),
        Tahap.VerifikasiData => SaatVerifikasi(p, status),
        Tahap.Passphrase => SaatPassphrase(p, status),
        Tahap.Penerbitan => SaatPenerbitan(status),
        // The link is over here; there it may have been used in time.
        Tahap.LinkKedaluwarsa => p.KedaluwarsaDari == Tahap.Passphrase ? SaatPassphrase(p, status) : SaatAktivasi(p, status),
    };

    /// <summary>A change of data: BSrE's words for its own steps say nothing of how far it is; a certificate that is over cannot be changed.</summary>
    private static TafsirStatus SaatPerubahanData(StatusBsre status) => status switch
    {
        Aktif or Perpanjangan or Baru or MenungguVerifikasi or TanpaSertifikat => Setuju,
        TidakTerdaftar => TidakDikenal(),
        Kedaluwarsa or Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>A revocation: REVOKE is what it asks for. Before the verifikator is appointed nobody has the act, so a person looks.</summary>
    private static TafsirStatus SaatPencabutan(PerkaraStatus p, StatusBsre status) => status switch
    {
        Dicabut when p.Tahap == Tahap.InputDataBsre => Maju("Sertifikat sudah dicabut di BSrE, tetapi belum dicatat di sini.", CabutSertifikat),
        Dicabut => new Bertentangan("Menurut BSrE sertifikat ini sudah dicabut. Tunjuk verifikator supaya pencabutannya dicatat."),
        TidakTerdaftar => TidakDikenal(),
        Aktif or Perpanjangan or Baru or MenungguVerifikasi or TanpaSertifikat or Kedaluwarsa or Ditangguhkan => Setuju,
    };

    /// <summary>
    /// A renewal: RENEW says that it is on its way, not how far; ISSUE is the old certificate until RENEW was seen, then the new one. Where BSrE uses the
    /// words of an issue instead, they mean what they mean there.
    /// </summary>
    private static TafsirStatus SaatPerpanjangan(PerkaraStatus p, StatusBsre status) => status switch
    {
        Perpanjangan or Kedaluwarsa => Setuju,
        Aktif when SebelumBsre(p.Tahap) || !p.PerpanjanganTerlihat => Setuju,
        Aktif => p.Tahap == Tahap.Penerbitan
            ? Maju("Sertifikat baru sudah terbit di BSrE.", TerbitkanSertifikat)
            : new Bertentangan("Menurut BSrE perpanjangan sudah selesai. Lihat di Portal BSrE, lalu catat satu per satu apa yang sudah terjadi."),
        TidakTerdaftar => SebelumBsre(p.Tahap)
            ? new Bertentangan("BSrE tidak mengenal NIK ini, jadi tidak ada sertifikat yang dapat diperpanjang. Periksa NIK-nya, atau arahkan pemohon ke permohonan penerbitan.")
            : TidakDikenal(),
        TanpaSertifikat or MenungguVerifikasi or Baru => SebelumBsre(p.Tahap) ? Setuju : MenurutTahap(p, status),
        Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>
    /// Steps 1 to 3 and Perlu perbaikan: BSrE should not know the person yet. Who is known there registered alone (MyASN), unless the office had entered
    /// the request in an earlier round (sent back from 4, refused at 8): then NO_CERTIFICATE and what follows it is the office's own trace.
    /// </summary>
    private static TafsirStatus SebelumInput(PerkaraStatus p, StatusBsre status) => status switch
    {
        TidakTerdaftar => Setuju,
        TanpaSertifikat => p.PernahDidaftarkan ? Setuju : MendaftarSendiri("sudah terdaftar di BSrE tetapi belum mengaktivasi"),
        MenungguVerifikasi => p.PernahDidaftarkan ? Jejak(status) : MendaftarSendiri("sudah mengaktivasi di BSrE"),
        Baru => p.PernahDidaftarkan ? Jejak(status) : MendaftarSendiri("sudah disetujui BSrE dan tinggal membuat passphrase"),
        Aktif => Pemegang(),
        Perpanjangan or Kedaluwarsa or Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>
    /// Step 4: the verifikator enters the data just now. If BSrE did not know the person earlier in this stage, what it knows now was entered by the
    /// verifikator, and the link's 24 hours run: recording it is what is missing. Otherwise it is as before step 4.
    /// </summary>
    private static TafsirStatus SaatInput(PerkaraStatus p, StatusBsre status) => status switch
    {
        TidakTerdaftar => Setuju,
        TanpaSertifikat when p.TadinyaTidakTerdaftar => Maju("Data sudah masuk di BSrE dan link aktivasi sudah dikirim, tetapi belum dicatat di sini.", TerbitkanLinkAktivasi),
        MenungguVerifikasi when p.TadinyaTidakTerdaftar => Maju("Pemohon sudah mengaktivasi di BSrE, tetapi link aktivasinya belum dicatat di sini.", TerbitkanLinkAktivasi, CatatAktivasi),
        Baru when p.TadinyaTidakTerdaftar => Maju(
            "Pemohon sudah mengaktivasi dan datanya sudah disetujui di BSrE, tetapi belum dicatat di sini.", TerbitkanLinkAktivasi, CatatAktivasi, Setujui),
        Aktif when p.TadinyaTidakTerdaftar => Maju(
            "Sertifikat sudah terbit di BSrE, tetapi langkah 4 sampai 8 belum dicatat di sini.", TerbitkanLinkAktivasi, CatatAktivasi, Setujui, CatatPassphrase, TerbitkanSertifikat),
        TanpaSertifikat or MenungguVerifikasi or Baru or Aktif or Perpanjangan or Kedaluwarsa or Ditangguhkan or Dicabut => SebelumInput(p, status),
    };

    /// <summary>Step 5, or its link expired. Past NEW, WAITING_FOR_VERIFICATION says that the passphrase is set; ISSUE that all is done.</summary>
    private static TafsirStatus SaatAktivasi(PerkaraStatus p, StatusBsre status) => status switch
    {
        TidakTerdaftar => TidakDikenal(),
        TanpaSertifikat => Setuju,
        MenungguVerifikasi or Baru when p.BelumDikembalikan => new Bertentangan(
            "Di sini data dinyatakan tidak sesuai, tetapi BSrE belum terlihat mengembalikannya kepada pemohon. Kembalikan juga di Portal BSrE. "
            + "Bila pemohon sudah mengaktivasi ulang, catat aktivasinya."),
        MenungguVerifikasi when p.BaruTerlihat => Maju(
            "Aktivasi, persetujuan data, dan passphrase sudah selesai di BSrE.", CatatAktivasi, Setujui, CatatPassphrase),
        MenungguVerifikasi => Maju("Aktivasi sudah selesai di BSrE.", CatatAktivasi),
        Baru => Maju("Aktivasi sudah selesai dan data sudah disetujui di BSrE.", CatatAktivasi, Setujui),
        Aktif => Maju("Sertifikat sudah terbit di BSrE.", CatatAktivasi, Setujui, CatatPassphrase, TerbitkanSertifikat),
        Perpanjangan or Kedaluwarsa or Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>Step 6. NO_CERTIFICATE has two causes that look alike: "Saya sudah selesai" was said too early, or the verifikator sent back there and not here.</summary>
    private static TafsirStatus SaatVerifikasi(PerkaraStatus p, StatusBsre status) => status switch
    {
        TidakTerdaftar => TidakDikenal(),
        TanpaSertifikat => new Bertentangan(
            "Menurut BSrE aktivasi belum selesai. Lihat di Portal BSrE: bila data sudah Anda kembalikan di sana, pilih “Tidak sesuai” di sini; "
            + "bila pemohon memang belum selesai, mintalah pemohon menyelesaikannya sebelum data diperiksa."),
        MenungguVerifikasi when p.BaruTerlihat => Maju("Data sudah disetujui dan passphrase sudah dibuat di BSrE.", Setujui, CatatPassphrase),
        MenungguVerifikasi => Setuju,
        Baru => Maju("Data sudah disetujui di BSrE dan link passphrase sudah dikirim.", Setujui),
        Aktif => Maju("Sertifikat sudah terbit di BSrE.", Setujui, CatatPassphrase, TerbitkanSertifikat),
        Perpanjangan or Kedaluwarsa or Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>Step 7, or its link expired. WAITING_FOR_VERIFICATION without NEW before it cannot be told from a data check that is still open: a person looks.</summary>
    private static TafsirStatus SaatPassphrase(PerkaraStatus p, StatusBsre status) => status switch
    {
        TidakTerdaftar => TidakDikenal(),
        TanpaSertifikat => new Bertentangan(
            "Menurut BSrE data pemohon belum disetujui atau sudah dikembalikan. Lihat di Portal BSrE apakah persetujuan Anda sudah tersimpan di sana."),
        MenungguVerifikasi when p.BaruTerlihat => Maju("Passphrase sudah dibuat di BSrE.", CatatPassphrase),
        MenungguVerifikasi => new Bertentangan(
            "BSrE menunggu verifikasi, dan persetujuan data belum terlihat di sana. Lihat di Portal BSrE: bila data belum disetujui, setujui di sana; "
            + "bila pemohon sudah membuat passphrase, catat passphrase selesai."),
        Baru => Setuju,
        Aktif => Maju("Sertifikat sudah terbit di BSrE.", CatatPassphrase, TerbitkanSertifikat),
        Perpanjangan or Kedaluwarsa or Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>Step 8. NO_CERTIFICATE is how a refusal looks; its reason stands on BSrE's portal alone, so the act is a person's.</summary>
    private static TafsirStatus SaatPenerbitan(StatusBsre status) => status switch
    {
        TidakTerdaftar => TidakDikenal(),
        TanpaSertifikat => new Bertentangan(
            $"BSrE tidak lagi memproses penerbitan; kemungkinan besar menolaknya. Lihat alasannya di Portal BSrE, lalu pilih {Sebut(TolakBsre)}."),
        MenungguVerifikasi => Setuju,
        Baru => new Bertentangan("Menurut BSrE passphrase belum dibuat. Mintalah pemohon menyelesaikannya lewat link terakhir dari BSrE."),
        Aktif => Maju("Sertifikat sudah terbit di BSrE.", TerbitkanSertifikat),
        Perpanjangan or Kedaluwarsa or Ditangguhkan or Dicabut => SertifikatLama(status),
    };

    /// <summary>The button by its words beside BSrE.</summary>
    internal static string Sebut(Tindakan tindakan) => $"“{tindakan.Nama(ModeOtoritas.Bsre)}”";

    private static Mendahului Maju(string kalimat, params Tindakan[] usulan) => new(usulan, kalimat);
}
