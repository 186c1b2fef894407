using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>
/// Keeps what came of a question, sets the next turn, and brings the work items to it, all in one transaction. A failure is kept and delays the next
/// question; it changes nothing of the request.
/// </summary>
public sealed class PencatatJawaban(
    IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, PermohonanService pintu, SidikSandi sidik, IOptionsMonitor<BsreOptions> setelan)
{
    private static readonly string Penanya = Environment.MachineName is { Length: <= 60 } nama ? $"{nama}:{Environment.ProcessId}" : Environment.ProcessId.ToString();

    /// <summary>Chance in [0, 1), by which pauses are spread; tests set their own.</summary>
    internal Func<double> Acak { get; set; } = () => System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000) / 1000.0;

    /// <summary>Records the outcome of one question.</summary>
    /// <param name="tiket">The question.</param>
    /// <param name="jawaban">What came of it.</param>
    /// <param name="lama">How long it took.</param>
    /// <param name="dengan">The settings it was asked with; null: those of now.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task CatatAsync(TiketBsre tiket, JawabanBsre jawaban, TimeSpan lama, BsreOptions? dengan, CancellationToken ct)
    {
        var atur = await pengaturan.AmbilAsync(ct);
        IReadOnlyList<Perintah> sendiri = [];
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            await using var transaksi = await db.Database.BeginTransactionAsync(ct);
            // The request first, as the door does; shared, since nothing of it is changed here.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {tiket.PermohonanId} FOR SHARE", ct);
            var p = await db.Permohonan.AsNoTracking().SingleAsync(x => x.Id == tiket.PermohonanId, ct);
            var keadaan = await db.Set<KeadaanBsre>().FromSql($"SELECT * FROM keadaan_bsre WHERE permohonan_id = {tiket.PermohonanId} FOR UPDATE").SingleAsync(ct);
            var kini = await db.WaktuKiniAsync(ct);
            if (keadaan.DitanyaPada == tiket.DitanyaPada)
            {
                keadaan.DisewaSampai = null;
            }

            if (p.Data.Nik != tiket.Nik)
            {
                // The number was mended while BSrE was asked for the old one: kept, and read by nobody.
                keadaan.GiliranPada = kini;
                db.Add(Baris(tiket, jawaban, lama, berubah: false, null));
            }
            else if (keadaan.DijawabPada > tiket.DitanyaPada)
            {
                // Another process took the lease over and was answered later: this answer is kept, and changes nothing.
                db.Add(Baris(tiket, jawaban, lama, berubah: false, null));
            }
            else
            {
                Simpan(db, keadaan, tiket, jawaban, lama);
                await db.SaveChangesAsync(ct);
                sendiri = await AkibatAsync(db, p, keadaan, jawaban, atur, kini, ct);
            }

            await LayananAsync(db, tiket, jawaban, dengan ?? setelan.CurrentValue, kini, ct);
            await db.SaveChangesAsync(ct);
            await transaksi.CommitAsync(ct);
        }

        await LakukanAsync(tiket.PermohonanId, sendiri, ct);
    }

    private void Simpan(KlatenDb db, KeadaanBsre keadaan, TiketBsre tiket, JawabanBsre jawaban, TimeSpan lama)
    {
        var (status, gagal) = (jawaban as JawabanBsre.Status, jawaban as JawabanBsre.Gagal);
        var statusBaru = status is not null && status.Isi != keadaan.Status;
        db.Add(Baris(tiket, jawaban, lama, statusBaru || gagal?.Jenis != keadaan.Gagal, statusBaru ? keadaan.DijawabPada : null));
        var giliran = setelan.CurrentValue.Giliran;
        keadaan.Gagal = gagal?.Jenis;
        keadaan.GagalBerturut = gagal is null ? 0 : keadaan.GagalBerturut + 1;
        keadaan.GiliranPada = tiket.DitanyaPada + (gagal is null ? giliran : JedaBsre.Permohonan(keadaan.GagalBerturut, giliran, Acak()));
        if (status is not null)
        {
            (keadaan.Status, keadaan.DijawabPada) = (status.Isi, tiket.DitanyaPada);
        }
    }

    private static JawabanTercatat Baris(TiketBsre tiket, JawabanBsre jawaban, TimeSpan lama, bool berubah, DateTimeOffset? sebelum)
    {
        var (status, gagal) = (jawaban as JawabanBsre.Status, jawaban as JawabanBsre.Gagal);
        return new JawabanTercatat
        {
            PermohonanId = tiket.PermohonanId,
            DitanyaPada = tiket.DitanyaPada,
            Penanya = Penanya,
            LamaMs = (int)Math.Min(lama.TotalMilliseconds, int.MaxValue),
            Status = status?.Isi,
            Gagal = gagal?.Jenis,
            Http = status?.Http ?? gagal?.Http,
            Kode = status?.Kode ?? gagal?.Kode,
            Berubah = berubah,
            SebelumPada = sebelum,
        };
    }

    /// <summary>Brings the work items to the answer; gives the acts that the portal does by itself.</summary>
    private static async Task<IReadOnlyList<Perintah>> AkibatAsync(
        KlatenDb db, Permohonan p, KeadaanBsre keadaan, JawabanBsre jawaban, PengaturanPortal atur, DateTimeOffset kini, CancellationToken ct)
    {
        if (jawaban is not JawabanBsre.Status status)
        {
            return [];
        }

        if (!PenilaiStatus.MasihBerlaku(p, keadaan.DijawabPada!.Value, kini, PerbedaanBsre.Umur))
        {
            // The request moved on while BSrE was asked: what it said belongs to the stage before.
            keadaan.GiliranPada = kini;
            return [];
        }

        var penilaian = await PerbedaanBsre.NilaiAsync(db, p, keadaan, kini, ct);
        var sendiri = atur.OtomatisBsre.Contains(status.Isi) ? BolehSendiri(p, penilaian, atur) : [];
        if (sendiri.Count == penilaian.Rencana.Count && sendiri.Count > 0)
        {
            // Done in a moment: nobody need be called for it, unless an act is refused.
            return sendiri;
        }

        await PanggilAsync(db, p, keadaan, penilaian, kini, ct);
        return sendiri;
    }

    private static async Task PanggilAsync(KlatenDb db, Permohonan p, KeadaanBsre keadaan, PenilaianStatus penilaian, DateTimeOffset kini, CancellationToken ct)
    {
        var sejak = (await PerbedaanBsre.RiwayatAsync(db, p.Id, keadaan.NikSejak, ct)).Kini?.Sejak ?? kini;
        if (await PerbedaanBsre.SelaraskanAsync(db, p, penilaian, sejak, kini, null, ct))
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify('papan', {p.Id.ToString()})", ct);
        }
    }

    /// <summary>The proposed acts from the first on, as far as the table has a row for the system.</summary>
    private static List<Perintah> BolehSendiri(Permohonan p, PenilaianStatus penilaian, PengaturanPortal atur)
    {
        var alur = p.Alur.Untuk(atur.Sop.Otoritas);
        return [.. penilaian.Rencana.TakeWhile(r => alur.SemuaAturan.Any(a => a.Tindakan == r.Tindakan && a.Oleh == Peran.Sistem))];
    }

    private async Task LakukanAsync(Guid id, IReadOnlyList<Perintah> sendiri, CancellationToken ct)
    {
        foreach (var perintah in sendiri)
        {
            if (await pintu.LakukanSistemAsync(id, perintah, ct) is not HasilTindakan.Berhasil)
            {
                await PanggilUlangAsync(id, ct);
                return;
            }
        }
    }

    /// <summary>An act of the portal was refused: what is left of the difference is a person's.</summary>
    private async Task PanggilUlangAsync(Guid id, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {id} FOR SHARE", ct);
        var p = await db.Permohonan.AsNoTracking().SingleAsync(x => x.Id == id, ct);
        var keadaan = await db.Set<KeadaanBsre>().AsNoTracking().SingleAsync(k => k.PermohonanId == id, ct);
        var kini = await db.WaktuKiniAsync(ct);
        await PanggilAsync(db, p, keadaan, await PerbedaanBsre.NilaiAsync(db, p, keadaan, kini, ct), kini, ct);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
    }

    /// <summary>The state of the service as a whole. Calls that were on their way when a failure was counted count no further, neither for good nor for bad.</summary>
    private async Task LayananAsync(KlatenDb db, TiketBsre tiket, JawabanBsre jawaban, BsreOptions dengan, DateTimeOffset kini, CancellationToken ct)
    {
        var gagal = jawaban is JawabanBsre.Gagal g && g.Jenis.SeluruhLayanan() ? g : null;
        var semua = db.Set<LayananBsre>();
        if (gagal is null && !await semua.AnyAsync(l => l.Gagal != null && l.GagalPada < tiket.DitanyaPada, ct))
        {
            return;
        }

        var l = await semua.FromSql($"SELECT * FROM layanan_bsre WHERE id = {LayananBsre.IdTunggal} FOR UPDATE").SingleAsync(ct);
        if (l.GagalPada >= tiket.DitanyaPada)
        {
            return;
        }

        if (gagal is null)
        {
            (l.Gagal, l.GagalBerturut, l.GagalSejak, l.GagalPada, l.TutupSampai, l.SandiDitolak) = (null, 0, null, null, null, null);
            return;
        }

        l.GagalBerturut = l.Gagal == gagal.Jenis || gagal.Jenis != GagalBsre.SandiSalah ? l.GagalBerturut + 1 : 1;
        (l.Gagal, l.GagalPada, l.GagalSejak) = (gagal.Jenis, kini, l.GagalSejak ?? kini);
        l.TutupSampai = kini + JedaBsre.Layanan(gagal, l.GagalBerturut, Acak());
        l.SandiDitolak = gagal.Jenis == GagalBsre.SandiSalah ? sidik.Buat(dengan) : null;
    }
}
