using static KlatenSE.Domain.Alur.BarisTabel;
using static KlatenSE.Domain.Alur.Peran;
using static KlatenSE.Domain.Alur.Syarat;
using static KlatenSE.Domain.Alur.Tahap;
using static KlatenSE.Domain.Alur.Tindakan;

namespace KlatenSE.Domain.Alur;

/// <summary>
/// Perubahan data of a certificate that is valid (domain facts, our reading): Ajukan → Kasi → Verifikator → BSrE → Selesai. Time
/// standards are those of the SOP's steps 3, 4 and 8.
/// </summary>
internal static class TabelPerubahanData
{
    public static TahapSop[] Tahap() => TahapPendek.Ambil(Draf, VerifikasiBerkas, InputDataBsre, Penerbitan, PerluPerbaikan, Selesai, Ditolak, Dibatalkan);

    public static Aturan[] Aturan() =>
    [
        Tetap(Draf, SimpanData, Pemohon), Tetap(Draf, UnggahBerkas, Pemohon),
        Maju(Draf, Ajukan, Pemohon, VerifikasiBerkas), Batal(Draf), Maju(Draf, Batalkan, Sistem, Dibatalkan, LewatBatas),

        Tetap(VerifikasiBerkas, CatatPerbandingan, Kasi), Maju(VerifikasiBerkas, TunjukVerifikator, Kasi, InputDataBsre, BerkasCocok),
        Kembali(VerifikasiBerkas, Kasi), Henti(VerifikasiBerkas, Kasi), Batal(VerifikasiBerkas),

        Maju(InputDataBsre, KirimKeBsre, Verifikator, Penerbitan), Kembali(InputDataBsre, Verifikator), Henti(InputDataBsre, Verifikator),
        Ganti(InputDataBsre), Batal(InputDataBsre),

        .. JawabanBsre(),

        Tetap(PerluPerbaikan, SimpanData, Pemohon), Maju(PerluPerbaikan, Ajukan, Pemohon, VerifikasiBerkas), .. Perbaikan(),
    ];
}
