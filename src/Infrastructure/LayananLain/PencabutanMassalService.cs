using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>A revocation of a filed list as its filer sees it.</summary>
public sealed record PencabutanTercatat(Guid Id, string? NomorResi, string Nama, string? Alasan);

/// <summary>
/// Pencabutan of many at once (mutasi, pensiun): a list under one letter. All rows are filed in one transaction, or none. Each becomes a request
/// of its own that goes on through the one door.
/// </summary>
public sealed class PencabutanMassalService(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, KunciData kunciData, AkibatTindakan akibat)
{
    private const string BukanPemohon = "Pencabutan diajukan dari akun pemohon yang emailnya sudah dibuktikan. Mintalah administrator memeriksa akun Anda.";

    /// <summary>Judges letter and rows; files nothing.</summary>
    /// <param name="surat">The letter as typed; the name is the account's.</param>
    /// <param name="baris">The rows as read.</param>
    /// <param name="pelaku">Who asks; the role is read from the database.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>What was found, or a sentence when this person may not file.</returns>
    public async Task<(LembarCabut? Lembar, string? Kalimat)> PeriksaAsync(DataSurat surat, IReadOnlyList<BarisDaftar> baris, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(baris);
        ArgumentNullException.ThrowIfNull(pelaku);
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await SebagaiPemohonAsync(db, pelaku, kini, ct) is not (var akun, var orang))
        {
            return (null, BukanPemohon);
        }

        var lembar = await NilaiAsync(db, Rapi(surat, akun), baris, pelaku, atur, kini, ct);
        await CatatTebakanAsync(db, lembar, orang, pelaku, kini, ct);
        return (lembar, null);
    }

    /// <summary>Files the whole list. Letter and rows are judged once more, under the certificates' locks.</summary>
    /// <param name="surat">The letter as typed; the name is the account's.</param>
    /// <param name="baris">The rows as read.</param>
    /// <param name="scan">The scanned letter as the inspection took it.</param>
    /// <param name="pelaku">Who asks; the role is read from the database.</param>
    /// <param name="kunci">One key a submit: sent twice, it is filed once.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<HasilCabutMassal> AjukanAsync(
        DataSurat surat, IReadOnlyList<BarisDaftar> baris, HasilPeriksa.Diterima scan, PelakuPermintaan pelaku, Guid kunci, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(baris);
        ArgumentNullException.ThrowIfNull(pelaku);
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        // The account's row is the lock: a second click waits here.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pengguna WHERE id = {pelaku.Id} FOR UPDATE", ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await SebagaiPemohonAsync(db, pelaku, kini, ct) is not (var akun, var orang))
        {
            return new HasilCabutMassal.Ditolak(BukanPemohon);
        }

        if (await db.Set<KunciTindakan>().Where(k => k.Kunci == kunci).Join(db.Permohonan, k => k.PermohonanId, p => p.Id, (k, p) => p)
            .Where(p => p.PemohonId == pelaku.Id).Select(p => p.SuratMasukId).SingleOrDefaultAsync(ct) is { } sudah)
        {
            return new HasilCabutMassal.Tercatat(sudah);
        }

        surat = Rapi(surat, akun);
        var lembar = await NilaiAsync(db, surat, baris, pelaku, atur, kini, ct);
        var sertifikat = lembar.Baris.Select(b => b.Sertifikat?.Id).OfType<Guid>().ToArray();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM sertifikat_terbit WHERE id = ANY({sertifikat}) ORDER BY id FOR UPDATE", ct);
        lembar = await NilaiAsync(db, surat, baris, pelaku, atur, kini, ct);
        if (!lembar.Bersih)
        {
            await CatatTebakanAsync(db, lembar, orang, pelaku, kini, ct);
            await transaksi.CommitAsync(ct);
            return new HasilCabutMassal.BelumBenar(lembar);
        }

        try
        {
            return await CatatSemuaAsync(new Kiriman(db, lembar.Baris, surat, scan, akun, orang, pelaku, kunci, atur, kini), transaksi, ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: PermohonanMapping.SatuTerbuka })
        {
            return new HasilCabutMassal.Ditolak("Pencabutan salah satu sertifikat dalam daftar baru saja diajukan di tempat lain. Tidak ada yang diajukan; periksa daftarnya sekali lagi.");
        }
    }

    /// <summary>The requests of a letter that this person filed, by receipt number, with the letter's agenda number.</summary>
    public async Task<(string? Agenda, IReadOnlyList<PencabutanTercatat> Baris)> TercatatAsync(Guid suratMasukId, Guid pengajuId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var baris = await db.Permohonan.AsNoTracking()
            .Where(p => p.SuratMasukId == suratMasukId && p.PemohonId == pengajuId && p.Layanan == Layanan.Pencabutan)
            .OrderBy(p => p.DiajukanPada).ThenBy(p => p.NomorResi).Select(p => new PencabutanTercatat(p.Id, p.NomorResi, p.Data.Nama, p.AlasanPencabutan)).ToListAsync(ct);
        return (baris.Count == 0 ? null : (await db.SuratMasuk.AsNoTracking().SingleAsync(s => s.Id == suratMasukId, ct)).Agenda, baris);
    }

    private async Task<HasilCabutMassal> CatatSemuaAsync(Kiriman a, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaksi, CancellationToken ct)
    {
        var isi = IsiSurat.Baru(kunciData, a.Scan, a.Kini);
        a.Db.Add(isi);
        Guid? suratMasukId = null;
        foreach (var baris in a.Baris)
        {
            // The submit's key goes with the first: it stands for the whole list.
            var permohonan = Permohonan.BaruPencabutan(
                a.Akun.Id, baris.Sertifikat!.PemohonId, baris.Sertifikat.Id, baris.Data, a.Surat, baris.Alasan, a.Kini);
            if (await CatatAsync(a, permohonan, isi.Id, suratMasukId is null ? a.Kunci : null, ct) is { } kalimat)
            {
                return new HasilCabutMassal.Ditolak($"Baris {baris.Nomor}: {kalimat} Tidak ada yang diajukan.");
            }

            suratMasukId = permohonan.SuratMasukId;
        }

        var surat = await a.Db.SuratMasuk.SingleAsync(s => s.Id == suratMasukId, ct);
        if (surat.DiterimaPada == a.Kini && a.Akun.UnitKerja.Length > 0)
        {
            // Received with this list: it comes from the unit of whoever files, whatever units its people work in.
            surat.Asal = a.Akun.UnitKerja;
        }

        a.Db.Catat(Audit(a.Orang, a.Pelaku, a.Kini, JenisAudit.Tindakan, $"Daftar pencabutan, nomor agenda {surat.Agenda}: {a.Baris.Count} permohonan diajukan"));
        await a.Db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return new HasilCabutMassal.Tercatat(surat.Id);
    }

    private async Task<string?> CatatAsync(Kiriman a, Permohonan permohonan, Guid isiSuratId, Guid? kunciKirim, CancellationToken ct)
    {
        var perintah = new Ajukan([JenisBerkas.SuratRekomendasi], []) { SurelTerbukti = a.Akun.Email };
        var hasil = permohonan.Lakukan(perintah, a.Orang, new KonteksTindakan(a.Kini, null, a.Atur.Sop));
        if (hasil is not Kejadian kejadian)
        {
            return ((Penolakan)hasil).Kalimat;
        }

        var kunci = kunciData.Baru(permohonan.Id);
        a.Db.Add(permohonan);
        a.Db.Add(kunci);
        a.Db.Add(RingkasanSurat.Dari(a.Scan).Untuk(permohonan.Id, isiSuratId, a.Akun.Id, a.Kini));
        var minta = new Permintaan(permohonan.Id, null, Tindakan.Ajukan, (_, _, _) => Task.FromResult<Perintah>(perintah), a.Pelaku, null, kunciKirim);
        await akibat.SusunAsync(
            new Terjadi(a.Db, minta, perintah, kejadian, permohonan, a.Orang, null, new SaatTindakan(a.Kini, null, kunci.Terbungkus, a.Orang.Nama), a.Atur), ct);
        // Whoever files a list reads its receipt numbers on one page, and not in a mail a row.
        foreach (var surel in a.Db.ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added && e.Entity.Jenis == JenisSurel.PermohonanDiterima).ToList())
        {
            surel.State = EntityState.Detached;
        }

        // The next one finds the letter, and with it its agenda number, in the database; what is saved need not be compared again with each row.
        await a.Db.SaveChangesAsync(ct);
        a.Db.ChangeTracker.Clear();
        return null;
    }

    private static async Task<LembarCabut> NilaiAsync(
        KlatenDb db, DataSurat surat, IReadOnlyList<BarisDaftar> baris, PelakuPermintaan pelaku, PengaturanPortal atur, DateTimeOffset kini, CancellationToken ct) =>
        new([.. IsianPencabutan.PeriksaSurat(surat, "", kini)], await PemeriksaDaftarCabut.PeriksaAsync(db, baris, surat, pelaku.Id, atur, kini, ct));

    private static DataSurat Rapi(DataSurat surat, Pengguna akun) => (surat with { AtasanNama = akun.Nama }).Rapikan();

    private static async Task<(Pengguna Akun, Pelaku Orang)?> SebagaiPemohonAsync(KlatenDb db, PelakuPermintaan pelaku, DateTimeOffset kini, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == pelaku.Id, ct) is not { EmailConfirmed: true, DinonaktifkanPada: null } akun)
        {
            return null;
        }

        var orang = new Pelaku(akun.Id, akun.Nama, await PeranResolver.AmbilAsync(db, akun.Id, kini, ct));
        return orang.Sebagai(Peran.Pemohon) is null ? null : (akun, orang);
    }

    /// <summary>Who tries many pairs of name and NIP leaves a trace.</summary>
    private static async Task CatatTebakanAsync(KlatenDb db, LembarCabut lembar, Pelaku orang, PelakuPermintaan pelaku, DateTimeOffset kini, CancellationToken ct)
    {
        if (PemeriksaDaftarCabut.TidakCocok(lembar.Baris) is > 0 and var jumlah)
        {
            db.Catat(Audit(orang, pelaku, kini, JenisAudit.TindakanDitolak, $"Daftar pencabutan: NIP dan nama pada {jumlah} baris tidak cocok dengan sertifikat yang berlaku"));
            await db.SaveChangesAsync(ct);
        }
    }

    private static CatatanAudit Audit(Pelaku orang, PelakuPermintaan pelaku, DateTimeOffset kini, JenisAudit jenis, string rincian) => new()
    {
        Pada = kini,
        Jenis = jenis,
        Tindakan = jenis == JenisAudit.Tindakan ? Tindakan.Ajukan : null,
        PelakuId = orang.Id,
        PelakuNama = orang.Nama,
        Peran = Peran.Pemohon,
        Rincian = rincian,
        Alamat = pelaku.Alamat,
    };

    /// <summary>A list on its way into the database.</summary>
    private sealed record Kiriman(
        KlatenDb Db, IReadOnlyList<BarisCabut> Baris, DataSurat Surat, HasilPeriksa.Diterima Scan, Pengguna Akun, Pelaku Orang,
        PelakuPermintaan Pelaku, Guid Kunci, PengaturanPortal Atur, DateTimeOffset Kini);
}
