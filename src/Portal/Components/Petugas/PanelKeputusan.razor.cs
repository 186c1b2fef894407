using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>Buttons for just the acts that the table allows to this person now.</summary>
public sealed partial class PanelKeputusan
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public LembarKerja Lembar { get; set; } = null!;

    /// <summary>The judgement of step 6 so far.</summary>
    [Parameter]
    public IsianPenilaian Nilai { get; set; } = new();

    /// <summary>The comparison of step 3 holds something that is not recorded.</summary>
    [Parameter]
    public bool CocokBelumDisimpan { get; set; }

    /// <summary>An act was chosen.</summary>
    [Parameter]
    public EventCallback<Aturan> OnPilih { get; set; }

    private Permohonan P => Lembar.Permohonan;

    private bool Berbeda => P.Tahap == Tahap.VerifikasiBerkas && P.BidangBerbeda().Count > 0;

    private List<(Aturan Aturan, JenisTombol Jenis, string Kata, string? Sebab)> Tombol =>
    [
        .. Lembar.Boleh.Where(a => a.Tindakan != Tindakan.CatatPerbandingan)
            .Select(a => (Aturan: a, Sebab: PembukaTombol.Sebab(P, a.Tindakan, Nilai, CocokBelumDisimpan)))
            .Select(x => (x.Aturan, Jenis(x.Aturan, x.Sebab is null), Kata(x.Aturan.Tindakan), x.Sebab))
            .OrderBy(x => Urutan(x.Item2)),
    ];

    private string? Kalimat
    {
        get
        {
            if (P.Menyangkut(Lembar.Pelaku.Id))
            {
                return "Ini permohonan Anda sendiri. Anda tidak dapat memprosesnya; mintalah rekan lain atau pejabat pelaksana melakukannya.";
            }

            if (Berbeda && Lembar.Boleh.Count > 0)
            {
                var n = P.BidangBerbeda().Count;
                return $"{n} data berbeda. BSrE menolak permohonan yang datanya berbeda, jadi mintalah perbaikan dahulu.";
            }

            var menunggu = P.Alur.Untuk(Lembar.Setelan.Sop.Otoritas).Giliran(P.Tahap);
            if (menunggu is null)
            {
                return $"Permohonan sudah berakhir: {P.TahapSop.Nama}." + (P.AlasanTerakhir is { } a && P.Tahap != Tahap.Selesai ? $" Alasan: {a}" : "");
            }

            if (Lembar.Boleh.Any(a => a.Oleh == menunggu && a.Berpindah))
            {
                return KataAntrean.Menunggu(P.Tahap, P.Layanan) + "." + (P.Tahap == Tahap.LinkKedaluwarsa && Lembar.DiBsre ? " Bila pemohon selesai di Portal BSrE sebelum link berakhir, catat itu saja." : "");
            }

            var siapa = menunggu == Peran.Verifikator && P.VerifikatorNama is { } nama ? $"Verifikator, {nama}" : menunggu.Value.Nama();
            return $"Permohonan menunggu {siapa}." + (P.BatasBerikutnya is { } batas ? $" Batas {TeksWaktu.Relatif(batas, Lembar.Kini)} WIB." : "")
                + (Lembar.Boleh.Any(a => a.Tindakan is Tindakan.CatatAktivasi or Tindakan.CatatPassphrase) ? " Bila Portal BSrE menunjukkan bahwa pemohon sudah selesai, catat di sini." : "");
        }
    }

    // Whoever works there: at the other steps nothing of the request stands on BSrE's portal, at 4 and 6 the sheet itself leads there.
    private bool TautanBsre => Lembar.DiBsre && Lembar.Boleh.Any(a => a.Tindakan is
        Tindakan.CatatAktivasi or Tindakan.CatatPassphrase or Tindakan.TerbitkanSertifikat or Tindakan.TerbitkanUlangLink);

    private JenisTombol Jenis(Aturan a, bool terbuka) => a.Tindakan switch
    {
        Tindakan.Tolak => JenisTombol.Bahaya,
        // After the link expired a new one is the rule, what was done in time the exception; at step 8 BSrE's refusal is.
        Tindakan.TolakBsre => JenisTombol.Kedua,
        Tindakan.CatatAktivasi or Tindakan.CatatPassphrase when a.Dari == Tahap.LinkKedaluwarsa => JenisTombol.Kedua,
        Tindakan.Kembalikan => Berbeda ? JenisTombol.Utama : JenisTombol.Kedua,
        Tindakan.TidakSesuai => terbuka ? JenisTombol.Utama : JenisTombol.Kedua,
        _ => a.Berpindah && terbuka ? JenisTombol.Utama : JenisTombol.Kedua,
    };

    private static int Urutan(JenisTombol jenis) => jenis switch
    {
        JenisTombol.Utama => 0,
        JenisTombol.Kedua => 1,
        JenisTombol.Polos => 2,
        JenisTombol.Bahaya => 3,
    };

    private string Kata(Tindakan tindakan) => tindakan switch
    {
        Tindakan.Kembalikan when Berbeda => $"{tindakan.Nama(Lembar.Setelan.Sop.Otoritas)} ({SaranPerbaikan.Dari(P).Count})",
        Tindakan.TidakSesuai when Nilai.Tidak.Count > 0 => $"{tindakan.Nama(Lembar.Setelan.Sop.Otoritas)} ({Nilai.Tidak.Count})",
        _ => tindakan.Nama(Lembar.Setelan.Sop.Otoritas),
    };
}
