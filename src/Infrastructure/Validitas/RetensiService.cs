using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>
/// Destroys what the privacy notice promises to destroy (UU PDP 27/2022): KTP and selfie some days after the case closed, and all that is
/// personal in a draft that was never sent. What stays says that there was a document, and when its bytes were destroyed.
/// </summary>
public sealed class RetensiService(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan)
{
    private const int HariKunciTindakan = 30;
    private static readonly JenisBerkas[] Identitas = [.. Enum.GetValues<JenisBerkas>().Where(j => j.DokumenIdentitas())];

    /// <summary>Destroys what is due now.</summary>
    /// <returns>How many documents lost their bytes.</returns>
    public async Task<int> JalankanAsync(CancellationToken ct = default)
    {
        var hari = (await pengaturan.AmbilAsync(ct)).HariRetensiFoto;
        List<Guid> foto;
        List<Guid> draf;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var kini = await db.WaktuKiniAsync(ct);
            await db.Set<KunciTindakan>().Where(k => k.Pada < kini.AddDays(-HariKunciTindakan)).ExecuteDeleteAsync(ct);
            var sebelum = kini.AddDays(-hari);
            var tutup = db.Permohonan.AsNoTracking().Where(p => p.SelesaiPada != null);
            foto = await tutup.Where(p => p.SelesaiPada < sebelum
                && db.Set<BerkasPermohonan>().Any(b => b.PermohonanId == p.Id && b.DihapusPada == null && Identitas.Contains(b.Jenis))).Select(p => p.Id).ToListAsync(ct);
            draf = await tutup.Where(p => p.Tahap == Tahap.Dibatalkan && p.DiajukanPada == null
                && db.Set<KunciPermohonan>().Any(k => k.PermohonanId == p.Id && k.DihancurkanPada == null)).Select(p => p.Id).ToListAsync(ct);
        }

        var jumlah = 0;
        await Rombongan.UntukTiapAsync(foto.Except(draf), 1, async (id, henti) => jumlah += await MusnahkanAsync(id, Identitas, false, henti), ct);
        await Rombongan.UntukTiapAsync(draf, 1, async (id, henti) => jumlah += await MusnahkanAsync(id, Enum.GetValues<JenisBerkas>(), true, henti), ct);
        return jumlah;
    }

    private async Task<int> MusnahkanAsync(Guid id, JenisBerkas[] jenis, bool seluruhnya, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {id} FOR UPDATE", ct);
        var kini = await db.WaktuKiniAsync(ct);
        var berkas = await db.Set<BerkasPermohonan>().Where(b => b.PermohonanId == id && b.DihapusPada == null && jenis.Contains(b.Jenis)).ToListAsync(ct);
        var nomor = berkas.ConvertAll(b => b.Id);
        await db.Set<IsiBerkas>().Where(i => nomor.Contains(i.BerkasId)).ExecuteDeleteAsync(ct);
        foreach (var b in berkas)
        {
            b.DihapusPada = kini;
            db.Catat(Baris(id, b.Id, $"{b.Jenis.Nama()} dimusnahkan karena masa simpannya berakhir", kini));
        }

        if (seluruhnya)
        {
            // Never sent: no letter, no register, no agenda number hangs on it.
            await db.Permohonan.Where(p => p.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(p => p.Data, new DataPemohon()).SetProperty(p => p.Surat, new DataSurat()), ct);
            await db.Set<KunciPermohonan>().Where(k => k.PermohonanId == id).ExecuteUpdateAsync(
                s => s.SetProperty(k => k.Terbungkus, (byte[]?)null).SetProperty(k => k.DihancurkanPada, kini), ct);
            db.Catat(Baris(id, null, "Isian draf yang tidak dikirim dimusnahkan", kini));
        }

        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return berkas.Count;
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
