using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>What the counter scanned, as the inspection took it.</summary>
/// <param name="SuratRekomendasi">The letter of the superior; always needed.</param>
/// <param name="SuratPermohonan">The applicant's own letter; null: it is made from the data at the confirmation.</param>
/// <param name="Ktp">The card; null: the applicant brings it at the confirmation.</param>
public sealed record BerkasLoket(HasilPeriksa.Diterima SuratRekomendasi, HasilPeriksa.Diterima? SuratPermohonan, HasilPeriksa.Diterima? Ktp);

/// <summary>What came of filing at the counter.</summary>
public abstract record HasilLoket
{
    private HasilLoket()
    {
    }

    /// <summary>Filed, or filed already by the same submit.</summary>
    public sealed record Tercatat(Guid Id) : HasilLoket;

    /// <summary>The form is incomplete or wrong: a sentence by the field's name.</summary>
    public sealed record BelumLengkap(IReadOnlyList<(string Bidang, string Kalimat)> Galat) : HasilLoket;

    /// <summary>The SOP says no, and why.</summary>
    public sealed record Ditolak(string Kalimat) : HasilLoket;
}

/// <summary>Files at the counter for one person who brings paper (SOP step 1). What follows goes through the one door.</summary>
public sealed class LoketService(IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, KeberatanBasis basis, PencatatLoket pencatat)
{
    /// <summary>The sentence to whoever does not hold the role (any more).</summary>
    public const string BukanLoket = "Anda tidak lagi memegang peran Petugas loket. Mintalah administrator, atau petugas loket lain melakukannya.";

    /// <summary>Files; all of it commits or none. The same key files once.</summary>
    /// <param name="data">As typed.</param>
    /// <param name="surat">As typed.</param>
    /// <param name="berkas">The scans.</param>
    /// <param name="pelaku">Who asks; the role is read from the database.</param>
    /// <param name="kunci">One key a submit.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<HasilLoket> AjukanAsync(DataPemohon data, DataSurat surat, BerkasLoket berkas, PelakuPermintaan pelaku, Guid kunci, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(berkas);
        var atur = await pengaturan.AmbilAsync(ct);
        data = (data with { Surel = data.Surel.Trim().ToLowerInvariant() }).Rapikan();
        surat = surat.Rapikan();
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (await PencatatLoket.SebagaiLoketAsync(db, pelaku, kini, ct) is not { } loket)
        {
            return await TolakAsync(db, transaksi, pelaku, BukanLoket, kini, ct);
        }

        if (await db.Set<KunciTindakan>().Where(k => k.Kunci == kunci && k.Tindakan == Tindakan.AjukanLoket).Select(k => (Guid?)k.PermohonanId).SingleOrDefaultAsync(ct) is { } sudah)
        {
            return new HasilLoket.Tercatat(sudah);
        }

        if (IsianLengkap.Periksa(data, surat, atur, kini) is { Count: > 0 } galat)
        {
            return new HasilLoket.BelumLengkap(galat);
        }

        var tahu = (await basis.PeriksaAsync(db, [data], loket.Id!.Value, kini, ct))[0];
        if (tahu.Keberatan.Count > 0)
        {
            return new HasilLoket.BelumLengkap([.. tahu.Keberatan.Select(k => (k.Bidang.ToString(), k.Kalimat))]);
        }

        (JenisBerkas Jenis, HasilPeriksa.Diterima? Isi)[] semua =
            [(JenisBerkas.SuratRekomendasi, berkas.SuratRekomendasi), (JenisBerkas.SuratPermohonan, berkas.SuratPermohonan), (JenisBerkas.Ktp, berkas.Ktp)];
        var ada = semua.Where(b => b.Isi is not null).ToList();
        var isi = new Pencatatan(data, surat, tahu.AkunId, [.. ada.Select(b => b.Jenis)], async (d, p, k, saat) =>
        {
            foreach (var (jenis, masukan) in ada)
            {
                await BerkasStore.TambahAsync(d, k, p.Id, jenis, masukan!, loket.Id.Value, saat, ct);
            }
        }, kunci);
        try
        {
            var (permohonan, kalimat) = await pencatat.CatatAsync(db, isi, loket, pelaku, atur, kini, ct);
            if (permohonan is null)
            {
                return await TolakAsync(db, transaksi, pelaku, kalimat!, kini, ct);
            }

            await db.SaveChangesAsync(ct);
            await transaksi.CommitAsync(ct);
            return new HasilLoket.Tercatat(permohonan.Id);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } bentrok)
        {
            return new HasilLoket.Ditolak(KalimatBentrok(bentrok.ConstraintName));
        }
    }

    /// <summary>What is wrong with data and letter, before anything is scanned: by field, with what the database knows. Empty: nothing.</summary>
    public async Task<IReadOnlyList<(string Bidang, string Kalimat)>> PeriksaAsync(DataPemohon data, DataSurat surat, PelakuPermintaan pelaku, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(pelaku);
        data = (data with { Surel = data.Surel.Trim().ToLowerInvariant() }).Rapikan();
        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        return IsianLengkap.Periksa(data, surat.Rapikan(), await pengaturan.AmbilAsync(ct), kini) is { Count: > 0 } galat
            ? galat
            : [.. (await basis.PeriksaAsync(db, [data], pelaku.Id, kini, ct))[0].Keberatan.Select(k => (k.Bidang.ToString(), k.Kalimat))];
    }

    /// <summary>Another filed the same NIK or made the same mailbox's account in the same moment.</summary>
    internal static string KalimatBentrok(string? batasan) => batasan == PermohonanMapping.SatuTerbuka
        ? "Permohonan untuk NIK yang sama baru saja dicatat di tempat lain. Muat ulang halaman, lalu periksa daftarnya."
        : "Akun untuk email yang sama baru saja dibuat di tempat lain. Kirim sekali lagi.";

    private static async Task<HasilLoket> TolakAsync(
        KlatenDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaksi, PelakuPermintaan pelaku, string kalimat, DateTimeOffset kini, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var nama = await db.Users.Where(u => u.Id == pelaku.Id).Select(u => u.Nama).SingleOrDefaultAsync(ct) ?? "";
        db.CatatDitolak(new PelakuAudit(pelaku.Id, nama, pelaku.Alamat), kalimat, kini);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return new HasilLoket.Ditolak(kalimat);
    }
}
