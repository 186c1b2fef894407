using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Infrastructure.Antrean;

/// <summary>One thing that waits for a person.</summary>
/// <param name="Permohonan">The request.</param>
/// <param name="Butir">The work item; null when the stage itself waits.</param>
/// <param name="Sebagai">The role in which it waits for the person, with Plt/Plh.</param>
/// <param name="Alasan">Why it stands here, in words.</param>
/// <param name="Batas">The deadline; a work item is due since it was opened.</param>
public sealed record TugasAntrean(Permohonan Permohonan, ButirKerja? Butir, PeranDipegang Sebagai, string Alasan, DateTimeOffset Batas)
{
    /// <summary>Stable name of the row.</summary>
    public Guid Kunci => Butir?.Id ?? Permohonan.Id;

    /// <summary>Age in the stage against the standard, in working time; null for work items and stages without a standard.</summary>
    public Usia? Usia(KalenderKerja kalender, DateTimeOffset kini) =>
        Butir is null && Permohonan.TahapSop is { Standar: { } standar, Jam: JenisJam.JamKerja }
            ? Domain.Waktu.Usia.Hitung(kalender, Permohonan.SejakTahap, kini, standar)
            : null;
}

/// <summary>"Antrean saya": what waits for one person now, out of everything that waits.</summary>
public static class AntreanSaya
{
    /// <summary>
    /// The person's part, most urgent first: past deadlines, then the nearest. Own requests, and requests appointed to another
    /// verifikator, are not in it; what waits for a post is also its acting officer's.
    /// </summary>
    public static IReadOnlyList<TugasAntrean> Saring(IEnumerable<BarisAntrean> semua, Pelaku pelaku, PengaturanPortal pengaturan) =>
        [.. semua.SelectMany(b => Dari(b, pelaku, pengaturan)).OrderBy(t => t.Batas).ThenBy(t => t.Permohonan.NomorResi, StringComparer.Ordinal)];

    private static IEnumerable<TugasAntrean> Dari(BarisAntrean baris, Pelaku pelaku, PengaturanPortal pengaturan)
    {
        var p = baris.Permohonan;
        if (p.Menyangkut(pelaku.Id))
        {
            yield break;
        }

        var (otoritas, milik) = (pengaturan.Sop.Otoritas, baris.ButirKerja.Select(b => (Butir: b, Sebagai: Milik(b, pelaku))).Where(b => b.Sebagai is not null).ToList());
        // A work item about step 8 says why it is urgent; beside it the stage itself would be the same work twice.
        var sudahDisebut = p.Tahap == Tahap.Penerbitan && milik.Exists(b => b.Butir.Jenis is JenisButirKerja.LewatBatasPenerbitan or JenisButirKerja.LewatKabarBerhasil);
        if (!sudahDisebut && p.Alur.Untuk(otoritas).Giliran(p.Tahap) is { } giliran && AntreanQuery.PeranBerantrean.Contains(giliran)
            && p.YangBoleh(pelaku, pengaturan.Sop).Any(a => a.Oleh == giliran && a.Berpindah))
        {
            yield return new TugasAntrean(p, null, pelaku.Sebagai(giliran)!, KataAntrean.Menunggu(p.Tahap, p.Layanan), p.BatasBerikutnya ?? p.SejakTahap);
        }

        foreach (var (butir, sebagai) in milik)
        {
            yield return new TugasAntrean(p, butir, sebagai!, KataAntrean.Alasan(butir.Jenis, otoritas), butir.DibukaPada);
        }
    }

    /// <summary>The role in which a work item is the person's; null when it is not.</summary>
    public static PeranDipegang? Milik(ButirKerja butir, Pelaku pelaku) =>
        butir.UntukId is { } untuk && untuk != pelaku.Id ? null : pelaku.Sebagai(butir.Untuk);
}
