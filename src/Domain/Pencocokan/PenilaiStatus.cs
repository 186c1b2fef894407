using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Domain.Pencocokan;

/// <summary>What BSrE's answer means for one request, and the acts that would bring the board there.</summary>
/// <param name="Tafsir">The meaning.</param>
/// <param name="Rencana">The proposed acts with what they carry, in order; empty unless BSrE is ahead.</param>
public sealed record PenilaianStatus(TafsirStatus Tafsir, IReadOnlyList<Perintah> Rencana)
{
    /// <summary>Nothing to compare.</summary>
    public static PenilaianStatus Kosong { get; } = new(new TafsirStatus.Sama(), []);
}

/// <summary>Reads BSrE's answers against a request: the table (<see cref="PenafsirStatus"/>) and the proven times of what it proposes.</summary>
public static class PenilaiStatus
{
    /// <summary>Judges the newest answer. Pure; whether the answer is fresh enough for the present stage is the caller's to know (<see cref="MasihBerlaku"/>).</summary>
    /// <param name="p">The request.</param>
    /// <param name="riwayat">What was heard of BSrE.</param>
    /// <param name="linkTerakhir">The request's newest link, ended or not.</param>
    /// <param name="pernahDidaftarkan">An activation link was recorded once.</param>
    public static PenilaianStatus Nilai(Permohonan p, RiwayatStatus riwayat, LinkPemohon? linkTerakhir, bool pernahDidaftarkan)
    {
        if (riwayat.Kini is not { } kini)
        {
            return PenilaianStatus.Kosong;
        }

        var tafsir = PenafsirStatus.Tafsirkan(
            new PerkaraStatus(p.Tahap, p.KedaluwarsaDari)
            {
                TadinyaTidakTerdaftar = p.Tahap == Tahap.InputDataBsre && riwayat.Terlihat(StatusBsre.TidakTerdaftar, p.SejakTahap),
                PernahDidaftarkan = pernahDidaftarkan,
                BaruTerlihat = riwayat.BaruTerlihat && (linkTerakhir is not { Jenis: JenisLink.Aktivasi } aktivasi || riwayat.Terlihat(StatusBsre.Baru, aktivasi.TerbitPada)),
                Layanan = p.Layanan,
                PerpanjanganTerlihat = linkTerakhir is { TerbitPada: var terbit } && riwayat.Terlihat(StatusBsre.Perpanjangan, terbit),
                BelumDikembalikan = p.DaftarPerbaikan.Count > 0 && linkTerakhir is { Jenis: JenisLink.Aktivasi } link
                    && !riwayat.Terlihat(StatusBsre.TanpaSertifikat, link.TerbitPada),
            },
            kini.Status);
        if (tafsir is not TafsirStatus.Mendahului m)
        {
            return new(tafsir, []);
        }

        return Rencanakan(m.Usulan, p, riwayat, linkTerakhir) is { } rencana
            ? new(tafsir, rencana)
            : new(new TafsirStatus.Bertentangan(
                $"{m.Kalimat} Tetapi itu terjadi setelah link yang tercatat di sini berakhir, jadi BSrE rupanya mengirim link baru. "
                + $"Pilih {PenafsirStatus.Sebut(Tindakan.TerbitkanUlangLink)} dengan waktu pengirimannya, lalu catat yang sudah selesai."), []);
    }

    /// <summary>
    /// Whether an answer may be read against the present stage: before step 4 and in it while it is younger than <paramref name="umur"/> (nobody of the
    /// office changes it there); afterwards only when it was asked for in this stage, since what was true before the act is no difference.
    /// </summary>
    public static bool MasihBerlaku(Permohonan p, DateTimeOffset ditanyaPada, DateTimeOffset kini, TimeSpan umur) =>
        ditanyaPada >= p.SejakTahap || (PenafsirStatus.SebelumBsre(p.Tahap) && kini - ditanyaPada < umur);

    /// <summary>The acts with their times; null when what BSrE shows happened after the recorded link's end.</summary>
    private static List<Perintah>? Rencanakan(IReadOnlyList<Tindakan> usulan, Permohonan p, RiwayatStatus riwayat, LinkPemohon? linkTerakhir)
    {
        var (mulai, batas) = (linkTerakhir?.TerbitPada ?? p.SejakTahap, linkTerakhir?.Batas);
        var masaLink = p.Alur.Dari(Tahap.Aktivasi).BerlakuLink!.Value;
        List<Perintah> rencana = [];
        foreach (var tindakan in usulan)
        {
            switch (tindakan)
            {
                case Tindakan.TerbitkanLinkAktivasi:
                    mulai = riwayat.PertamaSejauh(JauhBsre.Terdaftar, p.SejakTahap)!.Sejak;
                    batas = mulai + masaLink;
                    rencana.Add(new TerbitkanLinkAktivasi { LinkDikirimPada = mulai });
                    break;
                case Tindakan.CatatAktivasi when Terbukti(riwayat, JauhBsre.Diaktivasi, mulai, batas) is { } pada:
                    rencana.Add(new CatatAktivasi(pada));
                    break;
                case Tindakan.Setujui:
                    var disetujui = riwayat.PertamaSejauh(JauhBsre.Disetujui, mulai)!.Sejak;
                    mulai = disetujui > mulai ? disetujui : mulai;
                    batas = mulai + masaLink;
                    rencana.Add(new Setujui(Permohonan.BidangVerifikasi) { LinkDikirimPada = mulai });
                    break;
                case Tindakan.CatatPassphrase when Terbukti(riwayat, JauhBsre.PassphraseDibuat, mulai, batas) is { } pada:
                    rencana.Add(new CatatPassphrase(pada));
                    break;
                case Tindakan.CabutSertifikat:
                    // The first sight of it; what BSrE did before the request was sent is recorded as of the sending.
                    rencana.Add(new CabutSertifikat(p.DiajukanPada is { } sejak && sejak > riwayat.Kini!.Sejak ? sejak : riwayat.Kini!.Sejak));
                    break;
                case Tindakan.TerbitkanSertifikat:
                    rencana.Add(new TerbitkanSertifikat(null));
                    break;
                default:
                    return null;
            }
        }

        return rencana;
    }

    /// <summary>
    /// The time that proves it: the first answer that shows it, inside the link's validity. An answer that came after the deadline proves it too when the
    /// one before came in time: BSrE itself takes nothing by a link that is over, so it happened before, and the last moment of the validity stands for it.
    /// Null when BSrE was not heard in time: then it may have happened by a link that is not recorded here.
    /// </summary>
    private static DateTimeOffset? Terbukti(RiwayatStatus riwayat, JauhBsre jauh, DateTimeOffset mulai, DateTimeOffset? batas)
    {
        var masa = riwayat.PertamaSejauh(jauh, mulai)!;
        var pada = masa.Sejak > mulai ? masa.Sejak : mulai;
        return batas is not { } b || pada < b ? pada
            : masa.SebelumPada < b ? b - TimeSpan.FromMicroseconds(1)
            : null;
    }
}
