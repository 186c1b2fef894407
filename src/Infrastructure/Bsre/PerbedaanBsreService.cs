using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>What BSrE said of a request and what it means for it now.</summary>
/// <param name="Status">BSrE's last usable answer; null when there is none.</param>
/// <param name="DijawabPada">When it was asked for.</param>
/// <param name="Penilaian">What it means against the board.</param>
public sealed record KabarStatus(StatusBsre? Status, DateTimeOffset? DijawabPada, PenilaianStatus Penilaian)
{
    /// <summary>Nothing is known.</summary>
    public static KabarStatus Kosong { get; } = new(null, null, PenilaianStatus.Kosong);

    internal static async Task<KabarStatus> BacaAsync(KlatenDb db, Domain.Pengajuan.Permohonan p, DateTimeOffset kini, CancellationToken ct) =>
        await db.Set<KeadaanBsre>().AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == p.Id, ct) is { } keadaan
            ? new(keadaan.Status, keadaan.DijawabPada, await PerbedaanBsre.NilaiAsync(db, p, keadaan, kini, ct))
            : Kosong;
}

/// <summary>"Catat sesuai BSrE": one press that does through the door what BSrE has done already.</summary>
public sealed class PerbedaanBsreService(IDbContextFactory<KlatenDb> factory, PermohonanService pintu)
{
    private const string Berubah = "Status di BSrE baru saja berubah atau sudah dicatat. Muat keadaan terbaru, lalu periksa lagi.";

    /// <summary>
    /// Does the proposed acts one after another, each through the door with its own rights. What was done stays done when a later one is refused; then the
    /// answer says what was recorded and why it stopped.
    /// </summary>
    /// <param name="id">The request.</param>
    /// <param name="versiDilihat">The version the person saw.</param>
    /// <param name="dilihat">The acts the person saw proposed.</param>
    /// <param name="pelaku">Who presses.</param>
    /// <param name="kunci">One key a press: a double click is one.</param>
    /// <param name="ct">Stops between two acts.</param>
    public async Task<HasilTindakan> CatatAsync(
        Guid id, uint versiDilihat, IReadOnlyList<Tindakan> dilihat, PelakuPermintaan pelaku, Guid kunci, CancellationToken ct = default)
    {
        PenilaianStatus penilaian;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            if (await db.Permohonan.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is not { } p)
            {
                return new HasilTindakan.TidakDitemukan();
            }

            if (await db.Set<KunciTindakan>().AnyAsync(k => k.Kunci == kunci && k.PermohonanId == id, ct))
            {
                return new HasilTindakan.Berhasil(p.Tahap, p.Tahap, p.Version, SudahPernah: true);
            }

            penilaian = (await KabarStatus.BacaAsync(db, p, await db.WaktuKiniAsync(ct), ct)).Penilaian;
        }

        if (penilaian.Rencana.Count == 0 || !penilaian.Rencana.Select(r => r.Tindakan).SequenceEqual(dilihat))
        {
            return new HasilTindakan.Bentrok(Berubah);
        }

        HasilTindakan.Berhasil? sejauh = null;
        foreach (var (i, perintah) in penilaian.Rencana.Index())
        {
            var hasil = await pintu.LakukanAsync(id, sejauh?.Versi ?? versiDilihat, perintah, pelaku, KunciKe(kunci, i), ct);
            if (hasil is not HasilTindakan.Berhasil berhasil)
            {
                return sejauh is null ? hasil
                    : new HasilTindakan.DitolakSop($"Baru tercatat {i} dari {penilaian.Rencana.Count} tindakan. {hasil.KalimatGagal}");
            }

            sejauh = sejauh is null ? berhasil : berhasil with { Dari = sejauh.Dari };
        }

        return sejauh!;
    }

    // The first act has the press's own key, by which a second press is recognised.
    private static Guid KunciKe(Guid kunci, int i)
    {
        var isi = kunci.ToByteArray();
        isi[^1] ^= (byte)i;
        return new Guid(isi);
    }
}
