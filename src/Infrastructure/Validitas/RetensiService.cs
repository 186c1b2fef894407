using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>
/// Destroys what the privacy notice promises to destroy (UU PDP 27/2022): KTP and selfie some days after the case closed, all that is personal
/// in a draft that was never sent, everything of a request some years after its certificate ended, and the text of mails long delivered. What
/// stays says that there was a document, and when its bytes were destroyed.
/// </summary>
public sealed class RetensiService(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan)
{
    private const int HariKunciTindakan = 30;
    private const int HariIsiSurel = 90;
    private static readonly JenisBerkas[] Identitas = [.. Enum.GetValues<JenisBerkas>().Where(j => j.DokumenIdentitas())];

    /// <summary>Destroys what is due now.</summary>
    /// <returns>How many documents lost their bytes.</returns>
    public async Task<int> JalankanAsync(CancellationToken ct = default)
    {
        var atur = await pengaturan.AmbilAsync(ct);
        List<Guid> foto;
        List<Guid> draf;
        List<Guid> tua;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var kini = await db.WaktuKiniAsync(ct);
            await db.Set<KunciTindakan>().Where(k => k.Pada < kini.AddDays(-HariKunciTindakan)).ExecuteDeleteAsync(ct);
            await HapusSurelLamaAsync(db, kini.AddDays(-HariIsiSurel), ct);
            await HapusJawabanBerulangAsync(db, kini, ct);
            await HapusDaftarLamaAsync(db, kini.AddDays(-DaftarKolektif.HariDisimpan), ct);
            var (sebelum, tahunan) = (kini.AddDays(-atur.HariRetensiFoto), kini.AddYears(-atur.TahunRetensiSurat));
            var tutup = db.Permohonan.AsNoTracking().Where(p => p.SelesaiPada != null);
            foto = await tutup.Where(p => p.SelesaiPada < sebelum
                && db.Set<BerkasPermohonan>().Any(b => b.PermohonanId == p.Id && b.DihapusPada == null && Identitas.Contains(b.Jenis))).Select(p => p.Id).ToListAsync(ct);
            draf = await tutup.Where(p => p.Tahap == Tahap.Dibatalkan && p.DiajukanPada == null && (p.LoketId == null || p.SelesaiPada < sebelum)
                && db.Set<KunciPermohonan>().Any(k => k.PermohonanId == p.Id && k.DihancurkanPada == null)).Select(p => p.Id).ToListAsync(ct);
            tua = await tutup.Where(p => p.DiajukanPada != null && p.SelesaiPada < tahunan
                && !db.Set<SertifikatTerbit>().Any(s => s.PermohonanId == p.Id && (s.DiakhiriPada ?? s.BerlakuSampai) >= tahunan)
                && db.Set<KunciPermohonan>().Any(k => k.PermohonanId == p.Id && k.DihancurkanPada == null)).Select(p => p.Id).ToListAsync(ct);
        }

        var jumlah = 0;
        await Rombongan.UntukTiapAsync(foto.Except(draf).Except(tua), 1, async (id, henti) => jumlah += await MusnahkanAsync(id, Identitas, null, henti), ct);
        await Rombongan.UntukTiapAsync(draf, 1, async (id, henti) => jumlah += await MusnahkanAsync(id, Enum.GetValues<JenisBerkas>(), "Isian draf yang tidak dikirim dimusnahkan", henti), ct);
        await Rombongan.UntukTiapAsync(tua, 1, async (id, henti) => jumlah += await MusnahkanAsync(id, Enum.GetValues<JenisBerkas>(), "Isian permohonan dimusnahkan karena masa simpannya berakhir", henti), ct);
        return jumlah;
    }

    /// <summary>What was mailed stays told (to whom, when, about what); its text, with names and reasons, goes.</summary>
    private static Task<int> HapusSurelLamaAsync(KlatenDb db, DateTimeOffset sebelum, CancellationToken ct) => db.Set<OutboxMessage>()
        .Where(m => (m.TerkirimPada < sebelum || m.MatiPada < sebelum) && m.IsiTeks != null)
        .ExecuteUpdateAsync(s => s.SetProperty(m => m.IsiTeks, (string?)null).SetProperty(m => m.IsiHtml, (string?)null).SetProperty(m => m.NamaKepada, ""), ct);

    /// <summary>BSrE's answers that only repeat the one before: hundreds a day and request. What changed stays.</summary>
    private static Task<int> HapusJawabanBerulangAsync(KlatenDb db, DateTimeOffset kini, CancellationToken ct)
    {
        var sebelum = kini.AddDays(-JawabanTercatat.HariDisimpan);
        return db.Set<JawabanTercatat>().Where(j => !j.Berubah && j.DitanyaPada < sebelum).ExecuteDeleteAsync(ct);
    }

    /// <param name="id">The request.</param>
    /// <param name="jenis">The documents that lose their bytes.</param>
    /// <param name="seluruhnya">What the audit says when the data go too; null: documents only.</param>
    /// <param name="ct">Stops before the commit.</param>
    private async Task<int> MusnahkanAsync(Guid id, JenisBerkas[] jenis, string? seluruhnya, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {id} FOR UPDATE", ct);
        var kini = await db.WaktuKiniAsync(ct);
        var berkas = await db.Set<BerkasPermohonan>().Where(b => b.PermohonanId == id && b.DihapusPada == null && jenis.Contains(b.Jenis)).ToListAsync(ct);
        var nomor = berkas.ConvertAll(b => b.Id);
        await db.Set<IsiBerkas>().Where(i => nomor.Contains(i.BerkasId)).ExecuteDeleteAsync(ct);
        var bersama = berkas.Select(b => b.IsiSuratId).OfType<Guid>().ToList();
        foreach (var b in berkas)
        {
            b.DihapusPada = kini;
            db.Catat(Baris(id, b.Id, $"{b.Jenis.Nama()} dimusnahkan karena masa simpannya berakhir", kini));
        }

        if (seluruhnya is not null)
        {
            // With the key go the personal values in the audit. Receipt and agenda numbers stay, and who did what when.
            await db.Permohonan.Where(p => p.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(p => p.Data, new DataPemohon()).SetProperty(p => p.Surat, new DataSurat())
                    .SetProperty(p => p.Perbandingan, (Perbandingan?)null).SetProperty(p => p.Peringatan, new List<string>())
                    .SetProperty(p => p.AlasanTerakhir, (string?)null).SetProperty(p => p.AlasanPencabutan, (string?)null), ct);
            await db.Set<SertifikatTerbit>().Where(s => s.PermohonanId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.AlasanPencabutan, (string?)null), ct);
            await db.Set<KunciPermohonan>().Where(k => k.PermohonanId == id).ExecuteUpdateAsync(
                s => s.SetProperty(k => k.Terbungkus, (byte[]?)null).SetProperty(k => k.DihancurkanPada, kini), ct);
            db.Catat(Baris(id, null, seluruhnya, kini));
        }

        await db.SaveChangesAsync(ct);
        await HapusSuratBersamaAsync(db, bersama, ct);
        await transaksi.CommitAsync(ct);
        return berkas.Count;
    }

    /// <summary>A letter that many share goes with the last request that shows it: its key and its bytes; the row remains, since theirs point to it.</summary>
    private static async Task HapusSuratBersamaAsync(KlatenDb db, List<Guid> surat, CancellationToken ct)
    {
        foreach (var id in surat)
        {
            // Two that end in the same moment: whoever comes second sees the other's mark.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM isi_surat WHERE id = {id} FOR UPDATE", ct);
            await db.Set<IsiSurat>().Where(s => s.Id == id && !db.Set<BerkasPermohonan>().Any(b => b.IsiSuratId == id && b.DihapusPada == null))
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.Isi, Array.Empty<byte>()).SetProperty(i => i.Pratinjau, Array.Empty<byte>()).SetProperty(i => i.Terbungkus, Array.Empty<byte>()), ct);
        }
    }

    /// <summary>Lists that the counter began and left lying, with their rows and their scan.</summary>
    private static async Task HapusDaftarLamaAsync(KlatenDb db, DateTimeOffset sebelum, CancellationToken ct)
    {
        var lama = db.Set<DaftarKolektif>().Where(d => d.DiajukanPada == null && d.DibuatPada < sebelum);
        var surat = await lama.Select(d => d.IsiSuratId).ToListAsync(ct);
        await lama.ExecuteDeleteAsync(ct);
        await db.Set<IsiSurat>().Where(s => surat.Contains(s.Id)).ExecuteDeleteAsync(ct);
    }

    private static CatatanAudit Baris(Guid permohonanId, Guid? berkasId, string rincian, DateTimeOffset kini) => new()
    {
        Pada = kini,
        Jenis = JenisAudit.Retensi,
        PermohonanId = permohonanId,
        BerkasId = berkasId,
        PelakuNama = Pelaku.Sistem.Nama,
        Peran = Peran.Sistem,
        Rincian = rincian,
    };
}
