using static KlatenSE.Domain.Alur.Peran;
using static KlatenSE.Domain.Alur.Syarat;
using static KlatenSE.Domain.Alur.Tahap;
using static KlatenSE.Domain.Alur.Tindakan;

namespace KlatenSE.Domain.Alur;

/// <summary>The kinds of rows that the tables are written with.</summary>
internal static class BarisTabel
{
    public static Aturan Maju(Tahap dari, Tindakan t, Peran oleh, Tahap ke, Syarat s = Tidak) => new(dari, t, oleh, Tujuan.Maju, ke, s);

    public static Aturan Tetap(Tahap dari, Tindakan t, Peran oleh, Syarat s = Tidak) => new(dari, t, oleh, Tujuan.Tetap, null, s);

    public static Aturan Kembali(Tahap dari, Peran oleh) => Maju(dari, Kembalikan, oleh, PerluPerbaikan, Alasan | DaftarPerbaikan);

    public static Aturan Henti(Tahap dari, Peran oleh) => Maju(dari, Tolak, oleh, Ditolak, Alasan);

    public static Aturan Batal(Tahap dari) => Maju(dari, Batalkan, Pemohon, Dibatalkan);

    public static Aturan Ganti(Tahap dari) => Tetap(dari, GantiVerifikator, Kasi, Alasan);

    /// <summary>Rows that count beside the sandbox alone.</summary>
    public static IEnumerable<Aturan> Sandbox(params Aturan[] baris) => baris.Select(a => a with { Hanya = ModeOtoritas.Sandbox });

    /// <summary>Rows that count beside BSrE's own portal alone.</summary>
    public static IEnumerable<Aturan> Bsre(params Aturan[] baris) => baris.Select(a => a with { Hanya = ModeOtoritas.Bsre });

    /// <summary>Where BSrE answers: the certificate comes, or a refusal leads back to step 3.</summary>
    public static IEnumerable<Aturan> JawabanBsre() =>
    [
        .. Sandbox(Maju(Penerbitan, TerbitkanSertifikat, Peran.Bsre, Selesai), Maju(Penerbitan, TolakBsre, Peran.Bsre, VerifikasiBerkas, Alasan)),
        .. Bsre(
            Maju(Penerbitan, TerbitkanSertifikat, Verifikator, Selesai), Maju(Penerbitan, TerbitkanSertifikat, Sistem, Selesai),
            Maju(Penerbitan, TolakBsre, Verifikator, VerifikasiBerkas, Alasan)),
        Tetap(Penerbitan, TandaiLewatBatas, Sistem, LewatBatas), Ganti(Penerbitan),
    ];

    /// <summary>A request in its applicant's hands again, which the time to mend ends. Where sending it again leads is each table's own.</summary>
    public static IEnumerable<Aturan> Perbaikan() =>
    [
        Tetap(PerluPerbaikan, UnggahBerkas, Pemohon),
        Batal(PerluPerbaikan), Maju(PerluPerbaikan, Batalkan, Sistem, Dibatalkan, LewatBatas),
    ];
}
