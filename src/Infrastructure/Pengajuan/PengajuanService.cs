using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>What came of asking for a new draft.</summary>
/// <param name="Id">The request to go on with: the new draft, the draft that was there, or the open request; null when refused.</param>
/// <param name="Kalimat">Why no new one was made; null for a draft.</param>
public sealed record HasilDraf(Guid? Id, string? Kalimat = null);

/// <summary>An applicant's drafts (SOP step 1). Everything after the draft exists goes through the one door.</summary>
public sealed class PengajuanService(IDbContextFactory<KlatenDb> factory, KunciData kunci, PengaturanService pengaturan)
{
    /// <summary>
    /// Makes the applicant's draft, or finds the one that is there: one draft an applicant and service, also under a double click. A renewal and
    /// a change of data are about the person's newest certificate and begin with its data.
    /// </summary>
    /// <param name="layanan">The service; a revocation has its own way (<see cref="LayananLain.PencabutanService"/>).</param>
    /// <param name="pelaku">Who asks.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<HasilDraf> BuatDrafAsync(Layanan layanan, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        // The account's row is the lock: a second click waits here and then finds the draft.
        var akun = await db.Users.FromSql($"SELECT * FROM pengguna WHERE id = {pelaku.Id} FOR UPDATE").AsNoTracking().SingleOrDefaultAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (akun is { EmailConfirmed: false })
        {
            return new HasilDraf(null, "Email Anda belum dibuktikan. Buka link pada email pendaftaran dahulu, lalu mulai permohonan.");
        }

        if (akun is null || !(await PeranResolver.AmbilAsync(db, pelaku.Id, kini, ct)).Any(p => p.Peran == Peran.Pemohon))
        {
            return new HasilDraf(null, "Hanya akun pemohon yang dapat mengajukan permohonan. Daftarkan akun pemohon dengan email .go.id Anda.");
        }

        var lama = await db.Permohonan.AsNoTracking().Where(p => p.PemohonId == pelaku.Id).OrderByDescending(p => p.DibuatPada).ToListAsync(ct);
        if (lama.Find(p => p.TahapSop.Terbuka && p.Layanan == layanan) is { } terbuka)
        {
            return new HasilDraf(terbuka.Id, terbuka.Tahap switch
            {
                Tahap.Draf => null,
                Tahap.MenungguKonfirmasi => "Permohonan Anda sudah dicatat di loket dan menunggu konfirmasi Anda. Buka, periksa datanya, lalu konfirmasi.",
                _ => "Permohonan Anda masih berjalan. Tunggu sampai selesai, atau batalkan dahulu.",
            });
        }

        var atur = await pengaturan.AmbilAsync(ct);
        var sertifikat = await db.Set<SertifikatTerbit>().AsNoTracking().Where(s => s.PemohonId == pelaku.Id)
            .OrderBy(s => s.Status == StatusSertifikat.Aktif ? 0 : 1).ThenByDescending(s => s.BerlakuSampai).FirstOrDefaultAsync(ct);
        if (SyaratLayanan.Keberatan(layanan, sertifikat, atur.HariTawarPerpanjangan, atur.Sop.Otoritas, kini) is { } kalimat)
        {
            return new HasilDraf(null, kalimat);
        }

        var contoh = layanan == Layanan.Penerbitan ? null : lama.Find(p => p.Id == sertifikat?.PermohonanId && p.Data.Nama.Length > 0);
        var data = (contoh ?? lama.Find(p => p.Data.Nama.Length > 0 && p.PemegangId is null)) is { } sebelumnya ? sebelumnya.Data with { Surel = akun.Email! } : new DataPemohon { Nama = akun.Nama, UnitKerja = akun.UnitKerja, Surel = akun.Email! };
        var draf = Permohonan.Baru(pelaku.Id, layanan, data.Rapikan(), kini, layanan == Layanan.Penerbitan ? null : sertifikat?.Id);
        TambahDraf(db, draf, akun.Nama, pelaku, atur, kini);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return new HasilDraf(draf.Id);
    }

    /// <summary>Puts a new draft with its key and its audit row into the context.</summary>
    internal void TambahDraf(KlatenDb db, Permohonan draf, string nama, PelakuPermintaan pelaku, PengaturanPortal atur, DateTimeOffset kini)
    {
        BatasTahap.Atur(draf, null, atur, kini);
        db.Add(draf);
        db.Add(kunci.Baru(draf.Id));
        db.Add(new CatatanAudit
        {
            Pada = kini,
            Jenis = JenisAudit.Tindakan,
            PermohonanId = draf.Id,
            PelakuId = pelaku.Id,
            PelakuNama = nama,
            Peran = Peran.Pemohon,
            Ke = Tahap.Draf,
            Rincian = $"Draf permohonan {draf.Layanan.Nama().ToLowerInvariant()} dibuat",
            Alamat = pelaku.Alamat,
        });
    }

    /// <summary>Records that the privacy notice was accepted (UU PDP 27/2022); once a request.</summary>
    /// <returns>False when the request is not this person's.</returns>
    public async Task<bool> SetujuiPrivasiAsync(Guid permohonanId, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        if (!await KunciBarisAsync(db, permohonanId, pelaku.Id, ct))
        {
            return false;
        }

        if (!await SudahSetuju(db, permohonanId).AnyAsync(ct))
        {
            db.Add(new CatatanAudit
            {
                Pada = await db.WaktuKiniAsync(ct),
                Jenis = JenisAudit.PersetujuanPrivasi,
                PermohonanId = permohonanId,
                PelakuId = pelaku.Id,
                PelakuNama = await db.Users.Where(u => u.Id == pelaku.Id).Select(u => u.Nama).SingleAsync(ct),
                Peran = Peran.Pemohon,
                Rincian = $"Pemberitahuan privasi versi {VersiPrivasi} disetujui",
                Alamat = pelaku.Alamat,
            });
            await db.SaveChangesAsync(ct);
        }

        await transaksi.CommitAsync(ct);
        return true;
    }

    /// <summary>The version of the privacy notice that is shown now.</summary>
    public const int VersiPrivasi = 1;

    /// <summary>Locks the person's own request; false when there is none. (A query over the entity itself does not find its complex columns.)</summary>
    internal static async Task<bool> KunciBarisAsync(KlatenDb db, Guid permohonanId, Guid pemohonId, CancellationToken ct) =>
        (await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM permohonan WHERE id = {permohonanId} AND pemohon_id = {pemohonId} FOR UPDATE").ToListAsync(ct)).Count > 0;

    internal static IQueryable<CatatanAudit> SudahSetuju(KlatenDb db, Guid permohonanId) =>
        db.Set<CatatanAudit>().Where(a => a.PermohonanId == permohonanId && a.Jenis == JenisAudit.PersetujuanPrivasi);
}
