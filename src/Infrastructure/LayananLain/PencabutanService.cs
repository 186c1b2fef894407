using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>What came of asking for a revocation.</summary>
/// <param name="Id">The draft, or the request that asks for it already; null when the form is refused.</param>
/// <param name="Galat">Sentences by field; an empty field name belongs to the form as a whole.</param>
/// <param name="SudahDikirim">The request was sent before: nothing of the form was taken.</param>
public sealed record HasilPencabutan(Guid? Id, IReadOnlyList<(string Bidang, string Kalimat)> Galat, bool SudahDikirim = false);

/// <summary>
/// Pencabutan (domain facts): the holder asks for it, or the superior with a letter. Makes the draft; sending it, and everything after, goes
/// through the one door.
/// </summary>
public sealed class PencabutanService(IDbContextFactory<KlatenDb> factory, PengajuanService pengajuan, PengaturanService pengaturan)
{
    internal const string TidakCocok = "Tidak ada sertifikat yang berlaku dengan NIP dan nama itu. Periksa keduanya pada SK atau kartu pegawai.";

    /// <summary>Makes the draft of a revocation, or finds the person's own that is there.</summary>
    /// <param name="isian">The form.</param>
    /// <param name="pelaku">Who files.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<HasilPencabutan> BuatDrafAsync(IsianPencabutan isian, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(isian);
        ArgumentNullException.ThrowIfNull(pelaku);
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        // The account's row is the lock: a second click waits here and then finds the draft.
        var akun = await db.Users.FromSql($"SELECT * FROM pengguna WHERE id = {pelaku.Id} FOR UPDATE").AsNoTracking().SingleOrDefaultAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (akun is not { EmailConfirmed: true, DinonaktifkanPada: null })
        {
            return Salah("", "Email Anda belum dibuktikan. Buka link pada email pendaftaran dahulu, lalu ajukan pencabutan.");
        }

        var rapi = isian with { Nip = NomorRapi(isian.Nip), Surat = (isian.Surat with { AtasanNama = akun.Nama }).Rapikan() };
        if (rapi.Periksa(atur, kini).ToList() is { Count: > 0 } galat)
        {
            return new HasilPencabutan(null, galat);
        }

        var (sertifikat, data) = rapi.OrangLain ? await MilikOrangAsync(db, rapi, kini, ct) : await MilikSendiriAsync(db, akun, kini, ct);
        if (sertifikat is null)
        {
            if (rapi.OrangLain)
            {
                // Who tries many pairs of name and NIP leaves a trace.
                db.Catat(new CatatanAudit
                {
                    Pada = kini,
                    Jenis = JenisAudit.TindakanDitolak,
                    PelakuId = pelaku.Id,
                    PelakuNama = akun.Nama,
                    Peran = Peran.Pemohon,
                    Rincian = "Pencabutan: NIP dan nama tidak cocok dengan sertifikat yang berlaku",
                    Alamat = pelaku.Alamat,
                });
                await db.SaveChangesAsync(ct);
                await transaksi.CommitAsync(ct);
            }

            return rapi.OrangLain
                ? Salah(nameof(IsianPencabutan.Nip), TidakCocok)
                : Salah("", "Tidak ada sertifikat Anda yang masih berlaku, sehingga tidak ada yang perlu dicabut.");
        }

        if (rapi.OrangLain && sertifikat.PemohonId == pelaku.Id)
        {
            return Salah(nameof(IsianPencabutan.Nip), "Itu sertifikat Anda sendiri. Buka “Sertifikat saya” untuk mencabutnya tanpa surat atasan.");
        }

        var terbuka = (await db.Permohonan.Where(p => p.SertifikatId == sertifikat.Id && p.Layanan == Layanan.Pencabutan).ToListAsync(ct))
            .Find(p => p.TahapSop.Terbuka && (p.Tahap != Tahap.Draf || p.PemohonId == pelaku.Id));
        if (terbuka is not null)
        {
            if (terbuka.PemohonId == pelaku.Id && terbuka.Tahap == Tahap.Draf)
            {
                // What is typed now counts, not what was typed when the draft was made.
                terbuka.GantiPencabutan(rapi.AlasanLengkap, rapi.OrangLain ? rapi.Surat : new DataSurat());
                await db.SaveChangesAsync(ct);
                await transaksi.CommitAsync(ct);
            }

            return terbuka.PemohonId == pelaku.Id
                ? new HasilPencabutan(terbuka.Id, [], SudahDikirim: terbuka.Tahap != Tahap.Draf)
                : Salah("", "Pencabutan sertifikat itu sudah diajukan orang lain dan sedang diproses. Anda tidak perlu mengajukannya lagi.");
        }

        var draf = Permohonan.BaruPencabutan(
            pelaku.Id, sertifikat.PemohonId, sertifikat.Id, data, rapi.OrangLain ? rapi.Surat : new DataSurat(), rapi.AlasanLengkap, kini);
        pengajuan.TambahDraf(db, draf, akun.Nama, pelaku, atur, kini);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return new HasilPencabutan(draf.Id, []);
    }

    private static async Task<(SertifikatTerbit?, DataPemohon)> MilikSendiriAsync(KlatenDb db, Pengguna akun, DateTimeOffset kini, CancellationToken ct)
    {
        var s = await Berlaku(db, kini).Where(s => s.PemohonId == akun.Id).OrderByDescending(s => s.BerlakuSampai).FirstOrDefaultAsync(ct);
        return (s, s is null ? new() : await DataAsync(db, s, ct) with { Surel = akun.Email! });
    }

    private static async Task<(SertifikatTerbit?, DataPemohon)> MilikOrangAsync(KlatenDb db, IsianPencabutan isian, DateTimeOffset kini, CancellationToken ct)
    {
        var calon = await Berlaku(db, kini).Where(s => db.Permohonan.Any(p => p.Id == s.PermohonanId && p.Data.Nip == isian.Nip))
            .OrderByDescending(s => s.BerlakuSampai).ToListAsync(ct);
        foreach (var s in calon)
        {
            if (await DataAsync(db, s, ct) is var data && NamaOrang.Sama(data.Nama, NamaOrang.TanpaGelar(isian.Nama)))
            {
                return (s, data);
            }
        }

        return (null, new());
    }

    /// <summary>Certificates that run.</summary>
    internal static IQueryable<SertifikatTerbit> Berlaku(KlatenDb db, DateTimeOffset kini) =>
        db.Set<SertifikatTerbit>().AsNoTracking().Where(s => s.Status == StatusSertifikat.Aktif && s.BerlakuSampai > kini);

    /// <summary>The data on which the certificate was issued.</summary>
    private static Task<DataPemohon> DataAsync(KlatenDb db, SertifikatTerbit sertifikat, CancellationToken ct) =>
        db.Permohonan.AsNoTracking().Where(p => p.Id == sertifikat.PermohonanId).Select(p => p.Data).SingleAsync(ct);

    internal static string NomorRapi(string nomor) => string.Concat(nomor.Where(char.IsAsciiDigit)) is { Length: > 0 } angka ? angka : nomor.Trim();

    private static HasilPencabutan Salah(string bidang, string kalimat) => new(null, [(bidang, kalimat)]);
}
