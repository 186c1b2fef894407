using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>What came of asking for the certificate file.</summary>
public enum SebabUnduhGagal
{
    TidakDitemukan,
    PassphraseSalah,
    TerlaluSering,
    Ditolak,
}

/// <summary>The file, or why there is none.</summary>
public sealed record HasilUnduhSertifikat(byte[]? Isi, string? NamaBerkas, SebabUnduhGagal? Sebab);

/// <summary>
/// Gives the owner the certificate with its key. Wrong passphrases are counted in the database (audit rows of the last 15 minutes),
/// under a lock per request, so that neither a restart nor parallel tries give more guesses.
/// </summary>
public sealed class UnduhSertifikatService(IDbContextFactory<KlatenDb> factory, ILayananSertifikat sertifikat, PenolakanAudit penolakan)
{
    /// <summary>Wrong tries before the door closes for <see cref="Jeda"/>.</summary>
    public const int PercobaanTerbanyak = 5;

    /// <summary>How far back tries are counted.</summary>
    public static TimeSpan Jeda { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Seals the PKCS#12 under the passphrase it was made with.</summary>
    public async Task<HasilUnduhSertifikat> UnduhAsync(Guid permohonanId, Passphrase passphrase, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        if (!await PengajuanService.KunciBarisAsync(db, permohonanId, pelaku.Id, ct))
        {
            await penolakan.CatatBukanMilikAsync(permohonanId, null, pelaku);
            return new(null, null, SebabUnduhGagal.TidakDitemukan);
        }

        var permohonan = await db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == permohonanId, ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (permohonan.Tahap != Tahap.Selesai)
        {
            await TolakAsync("Sertifikat belum terbit");
            return new(null, null, SebabUnduhGagal.TidakDitemukan);
        }

        var sejak = kini - Jeda;
        var salah = await db.Set<CatatanAudit>().CountAsync(a => a.PermohonanId == permohonanId && a.Jenis == JenisAudit.UnduhSertifikatGagal && a.Pada > sejak, ct);
        if (salah >= PercobaanTerbanyak)
        {
            await TolakAsync("Terlalu sering");
            return new(null, null, SebabUnduhGagal.TerlaluSering);
        }

        var hasil = await sertifikat.UnduhPkcs12Async(db, permohonanId, passphrase, ct);
        if (hasil is HasilUnduhan.Ditolak { PassphraseSalah: false })
        {
            await TolakAsync("Berkas sertifikat tidak dapat dibuka");
            return new(null, null, SebabUnduhGagal.Ditolak);
        }

        var berkas = hasil as HasilUnduhan.Berkas;
        await CatatAsync(
            berkas is null ? JenisAudit.UnduhSertifikatGagal : JenisAudit.UnduhSertifikat, berkas is null ? "Passphrase tidak cocok" : "Sertifikat diunduh");
        return berkas is null ? new(null, null, SebabUnduhGagal.PassphraseSalah) : new(berkas.Isi, berkas.NamaBerkas, null);

        // Not counted as a guess, but an attempt all the same.
        Task TolakAsync(string sebab) => CatatAsync(JenisAudit.TindakanDitolak, "Unduh sertifikat ditolak: " + sebab);

        async Task CatatAsync(JenisAudit jenis, string rincian)
        {
            db.Add(new CatatanAudit
            {
                Pada = kini,
                Jenis = jenis,
                PermohonanId = permohonanId,
                PelakuId = pelaku.Id,
                PelakuNama = permohonan.Data.Nama,
                Peran = Peran.Pemohon,
                Rincian = rincian,
                Alamat = pelaku.Alamat,
            });
            await db.SaveChangesAsync(ct);
            await transaksi.CommitAsync(ct);
        }
    }
}
