using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>What is filed for one person, in the transaction of the caller.</summary>
/// <param name="Data">The person's data, checked.</param>
/// <param name="Surat">The letter's data, checked.</param>
/// <param name="AkunId">The account of the mailbox; null makes one.</param>
/// <param name="Berkas">The kinds of documents that the counter has.</param>
/// <param name="Simpan">Adds the documents to the context, under the request's key.</param>
/// <param name="Kunci">The submit's key; null for a row of a list, which has the list's.</param>
internal sealed record Pencatatan(
    DataPemohon Data, DataSurat Surat, Guid? AkunId, IReadOnlyList<JenisBerkas> Berkas, Func<KlatenDb, Permohonan, byte[], DateTimeOffset, Task> Simpan, Guid? Kunci);

/// <summary>Files one person: the request, its key, its documents, and the act <see cref="Tindakan.AjukanLoket"/> with all that an act writes.</summary>
public sealed class PencatatLoket(KunciData kunciData, AkibatTindakan akibat)
{
    /// <returns>The request, or the sentence by which the SOP refuses.</returns>
    internal async Task<(Permohonan? Permohonan, string? Kalimat)> CatatAsync(
        KlatenDb db, Pencatatan isi, Pelaku loket, PelakuPermintaan pelaku, PengaturanPortal atur, DateTimeOffset kini, CancellationToken ct)
    {
        var akunId = isi.AkunId ?? Buat(db, isi.Data, loket, pelaku, kini);
        var permohonan = Permohonan.BaruDiLoket(akunId, Layanan.Penerbitan, isi.Data, isi.Surat, loket, kini);
        var perintah = new AjukanLoket(isi.Berkas, PeringatanIsian.Untuk(isi.Data));
        var hasil = permohonan.Lakukan(perintah, loket, new KonteksTindakan(kini, null, atur.Sop));
        if (hasil is not Kejadian kejadian)
        {
            return (null, ((Penolakan)hasil).Kalimat);
        }

        var kunci = kunciData.Baru(permohonan.Id);
        db.Add(permohonan);
        db.Add(kunci);
        await isi.Simpan(db, permohonan, kunciData.Buka(kunci.Terbungkus!), kini);
        var minta = new Permintaan(permohonan.Id, null, Tindakan.AjukanLoket, (_, _, _) => Task.FromResult<Perintah>(perintah), pelaku, null, isi.Kunci);
        await akibat.SusunAsync(
            new Terjadi(db, minta, perintah, kejadian, permohonan, loket, null, new SaatTindakan(kini, null, kunci.Terbungkus, loket.Nama), atur), ct);
        return (permohonan, null);
    }

    /// <summary>An account for a mailbox that has none: unproven, without a password. Only the mailed link can set one, and proves the mailbox with it.</summary>
    private static Guid Buat(KlatenDb db, DataPemohon data, Pelaku loket, PelakuPermintaan pelaku, DateTimeOffset kini)
    {
        var akun = new Pengguna
        {
            Id = Guid.CreateVersion7(kini),
            UserName = data.Surel,
            Email = data.Surel,
            NormalizedEmail = KeberatanBasis.Kunci(data.Surel),
            NormalizedUserName = KeberatanBasis.Kunci(data.Surel),
            Nama = data.Nama,
            UnitKerja = data.UnitKerja,
            LockoutEnabled = true,
            DibuatPada = kini,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        db.Add(akun);
        db.Add(new PeranPengguna { PenggunaId = akun.Id, Peran = Peran.Pemohon, DiberikanPada = kini });
        db.CatatAkun(new PelakuAudit(loket.Id!.Value, loket.Nama, pelaku.Alamat, Peran.PetugasLoket, loket.Sebagai(Peran.PetugasLoket)?.Sebagai), $"Akun pemohon {data.Nama} dibuat di loket", kini);
        return akun.Id;
    }

    /// <summary>
    /// Locks the counter's account, so that its submits come one after the other, and reads the role anew.
    /// </summary>
    /// <returns>The person as the counter; null when the role is not held at this moment, which the audit notes.</returns>
    internal static async Task<Pelaku?> SebagaiLoketAsync(KlatenDb db, PelakuPermintaan pelaku, DateTimeOffset kini, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pengguna WHERE id = {pelaku.Id} FOR UPDATE", ct);
        var nama = await db.Users.Where(u => u.Id == pelaku.Id).Select(u => u.Nama).SingleOrDefaultAsync(ct) ?? "";
        var orang = new Pelaku(pelaku.Id, nama, await PeranResolver.AmbilAsync(db, pelaku.Id, kini, ct));
        return orang.Sebagai(Peran.PetugasLoket) is null ? null : orang;
    }
}
