using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What an official should know before acting: warnings that stay with the request, and reasons that it came back.</summary>
public static class PeringatanKerja
{
    public static IEnumerable<string> Untuk(LembarKerja lembar)
    {
        var p = lembar.Permohonan;
        foreach (var peringatan in p.Peringatan)
        {
            yield return peringatan;
        }

        // Known before step 4, so that nobody enters data that BSrE would refuse (4024).
        if (lembar.Bsre is { DijawabPada: { } pada, Penilaian.Tafsir: TafsirStatus.SudahBersertifikat s })
        {
            var dijawab = $"(Dijawab BSrE {TeksWaktu.Relatif(pada, lembar.Kini)} WIB.)";
            // While its work item lies on the desk, that says what to do.
            yield return lembar.ButirKerja.Any(b => b.Jenis == JenisButirKerja.SudahBersertifikat)
                ? $"Menurut BSrE pemohon sudah memiliki sertifikat aktif. Jangan masukkan datanya ke Portal BSrE. {dijawab}"
                : $"{s.Periksa} {dijawab}";
        }

        if (p.Tahap == Tahap.VerifikasiBerkas && p.PutaranTolakBsre > 0 && p.AlasanTerakhir is { } alasan)
        {
            yield return $"BSrE menolak penerbitan: {alasan}";
        }

        // Corrections of step 5c come after step 3: what was compared may no longer hold (SOP warning on refused certificates).
        if (p.Tahap is Tahap.VerifikasiData or Tahap.Passphrase && p.BidangBerbeda() is { Count: > 0 } beda)
        {
            yield return $"{string.Join(", ", beda.Select(b => b.Nama()))} kini berbeda dari surat atau KTP yang dicatat. BSrE menolak data yang berbeda.";
        }

        if (lembar.SurelTerbukti is { } surel && !string.Equals(surel, p.Data.Surel, StringComparison.OrdinalIgnoreCase) && p.TahapSop.Terbuka)
        {
            yield return $"Email akun pemohon yang terbukti aktif ({surel}) berbeda dari email pada permohonan.";
        }
    }
}
