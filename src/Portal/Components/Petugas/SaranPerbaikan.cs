using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The fix-list that a comparison suggests. Notes carry no identity numbers: they go into a mail.</summary>
public static class SaranPerbaikan
{
    /// <summary>
    /// The field where the entry differs from the KTP (or from the only paper that bears it); the letter where entry and KTP agree and
    /// only the letter differs.
    /// </summary>
    public static IReadOnlyList<ButirPerbaikan> Dari(Permohonan permohonan)
    {
        if (permohonan.Perbandingan is not { } p)
        {
            return [];
        }

        return
        [
            .. permohonan.BidangBerbeda().Select(bidang => bidang switch
            {
                BidangPermohonan.Nama when NamaOrang.Sama(permohonan.Data.Nama, p.KtpNama) => Surat("nama"),
                BidangPermohonan.Nik when permohonan.Data.Nik == p.KtpNik => Surat("NIK"),
                BidangPermohonan.Nama or BidangPermohonan.Nik => new ButirPerbaikan(bidang, "Isian berbeda dari KTP. Samakan dengan KTP."),
                _ => new ButirPerbaikan(bidang, "Isian berbeda dari surat rekomendasi. Periksa mana yang benar."),
            }).DistinctBy(b => b.Bidang),
        ];
    }

    private static ButirPerbaikan Surat(string apa) =>
        new(BidangPermohonan.BerkasSuratRekomendasi, $"Tertulis {apa} yang berbeda dari KTP. Mintalah surat yang sudah dibetulkan.");
}
