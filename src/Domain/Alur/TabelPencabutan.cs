using static KlatenSE.Domain.Alur.BarisTabel;
using static KlatenSE.Domain.Alur.Peran;
using static KlatenSE.Domain.Alur.Syarat;
using static KlatenSE.Domain.Alur.Tahap;
using static KlatenSE.Domain.Alur.Tindakan;

namespace KlatenSE.Domain.Alur;

/// <summary>
/// Pencabutan of a certificate (domain facts, our reading): Ajukan (the holder or the superior) → Kasi → Verifikator → Selesai. The data
/// are those of the certificate, so nothing is compared and nothing but documents can be mended.
/// </summary>
internal static class TabelPencabutan
{
    public static TahapSop[] Tahap() => TahapPendek.Ambil(Draf, VerifikasiBerkas, InputDataBsre, PerluPerbaikan, Selesai, Ditolak, Dibatalkan);

    public static Aturan[] Aturan() =>
    [
        Tetap(Draf, UnggahBerkas, Pemohon),
        Maju(Draf, Ajukan, Pemohon, VerifikasiBerkas), Batal(Draf), Maju(Draf, Batalkan, Sistem, Dibatalkan, LewatBatas),

        Maju(VerifikasiBerkas, TunjukVerifikator, Kasi, InputDataBsre),
        Kembali(VerifikasiBerkas, Kasi), Henti(VerifikasiBerkas, Kasi), Batal(VerifikasiBerkas),

        Maju(InputDataBsre, CabutSertifikat, Verifikator, Selesai), Kembali(InputDataBsre, Verifikator), Henti(InputDataBsre, Verifikator),
        Ganti(InputDataBsre), Batal(InputDataBsre),

        Maju(PerluPerbaikan, Ajukan, Pemohon, VerifikasiBerkas), .. Perbaikan(),
    ];
}
