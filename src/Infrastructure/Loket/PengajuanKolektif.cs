using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>
/// Files a whole list in one transaction: all of it or nothing, under one letter and one agenda number, the scan stored once. Each person's
/// request is one of its own, and waits for that person's confirmation.
/// </summary>
public sealed class PengajuanKolektif(
    IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, KolektifService kolektif, PemeriksaDaftar pemeriksa, PencatatLoket pencatat)
{
    /// <summary>Files. A list is filed once, however often it is sent; the rows are judged once more under the lock.</summary>
    /// <param name="id">The list.</param>
    /// <param name="versi">The version that the person saw: rows changed in another tab are not filed unseen.</param>
    /// <param name="pelaku">Who asks; the role is read from the database.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<HasilLoket> AjukanAsync(Guid id, uint versi, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pelaku);
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await PencatatLoket.SebagaiLoketAsync(db, pelaku, kini, ct) is not { } loket)
        {
            return new HasilLoket.Ditolak(LoketService.BukanLoket);
        }

        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM daftar_kolektif WHERE id = {id} FOR UPDATE", ct);
        if (await db.Set<DaftarKolektif>().SingleOrDefaultAsync(d => d.Id == id && d.LoketId == pelaku.Id, ct) is not { } daftar)
        {
            return new HasilLoket.Ditolak("Daftar ini tidak ada lagi. Buat daftar baru.");
        }

        if (daftar.DiajukanPada is not null)
        {
            return new HasilLoket.Tercatat(id);
        }

        if (daftar.Version != versi)
        {
            return new HasilLoket.Ditolak("Daftar ini berubah sejak halaman dibuka. Periksa lagi barisnya, lalu ajukan.");
        }

        var orang = await pemeriksa.PeriksaAsync(db, kolektif.Buka(daftar), daftar.Surat, pelaku.Id, atur, kini, ct);
        if (orang.Count == 0 || orang.Any(o => o.Galat.Count > 0))
        {
            return new HasilLoket.Ditolak(orang.Count == 0
                ? "Daftar ini belum berisi orang. Tambahkan dahulu, lalu ajukan."
                : "Daftar ini masih memuat baris yang salah, sehingga tidak ada yang diajukan. Perbaiki barisnya, lalu ajukan.");
        }

        Guid? suratId = null;
        try
        {
            foreach (var o in orang)
            {
                var (permohonan, kalimat) = await pencatat.CatatAsync(
                    db, new Pencatatan(o.Data, daftar.Surat, o.AkunId, [JenisBerkas.SuratRekomendasi], Simpan(daftar, pelaku.Id), null), loket, pelaku, atur, kini, ct);
                if (permohonan is null)
                {
                    return new HasilLoket.Ditolak($"Baris {o.Baris.Nomor}: {kalimat} Tidak ada yang diajukan.");
                }

                // The next one finds the letter, and with it its agenda number, in the database; what is written needs no more looking at.
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                suratId = permohonan.SuratMasukId;
            }

            daftar = await db.Set<DaftarKolektif>().SingleAsync(d => d.Id == id, ct);
            daftar.SuratMasukId = suratId;
            await TandaiAsync(db, daftar, orang.Count, loket, pelaku, kini, ct);
            await db.SaveChangesAsync(ct);
            await transaksi.CommitAsync(ct);
            return new HasilLoket.Tercatat(id);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } bentrok)
        {
            return new HasilLoket.Ditolak("Tidak ada yang diajukan. " + LoketService.KalimatBentrok(bentrok.ConstraintName));
        }
    }

    private static async Task TandaiAsync(KlatenDb db, DaftarKolektif daftar, int jumlah, Pelaku loket, PelakuPermintaan pelaku, DateTimeOffset kini, CancellationToken ct)
    {
        var surat = await db.SuratMasuk.SingleAsync(s => s.Id == daftar.SuratMasukId, ct);
        if (surat.DiterimaPada == kini)
        {
            // Received with this list: its origin is the unit that sent it, whatever units its people work in.
            surat.Asal = daftar.Asal;
        }

        (daftar.DiajukanPada, daftar.BarisTersegel, daftar.Terbungkus) = (kini, null, null);
        db.Catat(new CatatanAudit
        {
            Pada = kini,
            Jenis = JenisAudit.Tindakan,
            Tindakan = Tindakan.AjukanLoket,
            PelakuId = loket.Id,
            PelakuNama = loket.Nama,
            Peran = Peran.PetugasLoket,
            Sebagai = loket.Sebagai(Peran.PetugasLoket)?.Sebagai,
            Rincian = $"Surat kolektif, nomor agenda {surat.Agenda}: {jumlah} permohonan dicatat",
            Alamat = pelaku.Alamat,
        });
    }

    private static Func<KlatenDb, Permohonan, byte[], DateTimeOffset, Task> Simpan(DaftarKolektif daftar, Guid oleh) => (db, p, _, kini) =>
    {
        db.Add(daftar.Berkas.Untuk(p.Id, daftar.IsiSuratId, oleh, kini));
        return Task.CompletedTask;
    };
}
