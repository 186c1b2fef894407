using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>The next deadline of a stage, by the clock that the SOP table names for it.</summary>
internal static class BatasTahap
{
    private static readonly TimeSpan KabarBerhasil = TimeSpan.FromHours(24);

    public static void Atur(Permohonan permohonan, DateTimeOffset? batasLink, PengaturanPortal atur, DateTimeOffset kini)
    {
        var tahap = permohonan.TahapSop;
        permohonan.BatasBerikutnya = batasLink ?? (tahap.Jam switch
        {
            JenisJam.Tidak => null,
            JenisJam.JamKerja => atur.Kalender.Tambah(kini, tahap.Standar!.Value),
            JenisJam.HariKerja => atur.Kalender.TambahHariKerja(kini, atur.Sop.HariPerbaikan),
            JenisJam.HariKalender => kini.AddDays(tahap.Tahap == Tahap.MenungguKonfirmasi ? atur.Sop.HariKonfirmasi : atur.Sop.HariDraf),
            JenisJam.JamDinding => throw new InvalidOperationException($"Tahap {tahap.Tahap} berjalan dengan link, tetapi link tidak ada."),
        });
        // SOP 7c beside step 8: two clocks, both kept.
        permohonan.BatasKabarBerhasil = permohonan.Tahap == Tahap.Penerbitan ? kini + KabarBerhasil : null;
    }
}
