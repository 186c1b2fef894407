using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>What the database knows of a person that the counter wants to file.</summary>
/// <param name="AkunId">The account of the mailbox; null when it has none yet.</param>
/// <param name="Keberatan">Why nothing may be filed, by field; empty when it may.</param>
internal sealed record PengetahuanBasis(Guid? AkunId, IReadOnlyList<(BidangPermohonan Bidang, string Kalimat)> Keberatan);

/// <summary>
/// Holds people against what is there: open requests, certificates that run, and the account of the mailbox. Filing never changes an account:
/// one that is an official's, closed, or somebody's invitation is refused here, and any other is only asked to confirm.
/// </summary>
public sealed class KeberatanBasis(PenandaNik penanda)
{
    private static readonly Tahap[] Terbuka = [.. AlurSop.Semua.SelectMany(a => a.SemuaTahap).Where(t => t.Terbuka && t.Tahap != Tahap.Draf).Select(t => t.Tahap).Distinct()];

    /// <summary>Asks for all of them at once, whatever their number; the answers stand in their order.</summary>
    internal async Task<IReadOnlyList<PengetahuanBasis>> PeriksaAsync(KlatenDb db, IReadOnlyList<DataPemohon> orang, Guid loketId, DateTimeOffset kini, CancellationToken ct)
    {
        var nik = orang.Select(o => o.Nik).Where(n => n.Length > 0).Distinct().ToList();
        var berjalan = (await db.Permohonan.AsNoTracking()
            .Where(p => nik.Contains(p.Data.Nik) && Terbuka.Contains(p.Tahap) && p.Layanan == Layanan.Penerbitan)
            .Select(p => new { p.Data.Nik, p.NomorResi, p.Tahap }).ToListAsync(ct)).ToLookup(p => p.Nik);
        var bersertifikat = await BersertifikatAsync(db, nik, kini, ct);

        var surel = orang.Select(o => Kunci(o.Surel)).Distinct().ToList();
        var akun = (await db.Users.AsNoTracking().Where(u => u.NormalizedEmail != null && surel.Contains(u.NormalizedEmail))
            .Select(u => new Akun(
                u.Id, u.NormalizedEmail!, u.DinonaktifkanPada == null, u.EmailConfirmed,
                db.Set<PeranPengguna>().Where(r => r.PenggunaId == u.Id).Select(r => r.Peran).ToList(),
                db.Permohonan.Where(p => p.PemohonId == u.Id && Terbuka.Contains(p.Tahap) && p.Layanan == Layanan.Penerbitan)
                    .Select(p => p.NomorResi).FirstOrDefault())).ToListAsync(ct)).ToDictionary(a => a.Kunci);

        return [.. orang.Select(o =>
        {
            var ada = akun.GetValueOrDefault(Kunci(o.Surel));
            List<(BidangPermohonan, string)> keberatan = [];
            if (berjalan[o.Nik].FirstOrDefault() is { } lain)
            {
                keberatan.Add((BidangPermohonan.Nik, $"NIK ini sudah mempunyai permohonan yang sedang berjalan (nomor resi {lain.NomorResi}, tahap {AlurSop.TerbaruDari(lain.Tahap).Nama}). Hapus dari daftar, atau tunggu permohonan itu selesai."));
            }
            else if (bersertifikat.TryGetValue(o.Nik, out var sampai))
            {
                keberatan.Add((BidangPermohonan.Nik, $"NIK ini sudah memegang sertifikat elektronik yang berlaku sampai {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(sampai))}. Hapus dari daftar."));
            }

            if (ada is not null && Menolak(ada, loketId) is { } kalimat)
            {
                keberatan.Add((BidangPermohonan.Surel, kalimat));
            }
            else if (ada?.Resi is { } resi && !berjalan[o.Nik].Any())
            {
                keberatan.Add((BidangPermohonan.Surel, $"Pemilik email ini sudah mempunyai permohonan yang sedang berjalan (nomor resi {resi}) dengan NIK lain. Periksa NIK dan emailnya."));
            }

            return new PengetahuanBasis(ada?.Id, keberatan);
        })];
    }

    /// <summary>The form in which accounts are looked up.</summary>
    internal static string Kunci(string surel) => surel.Trim().ToUpperInvariant();

    private static string? Menolak(Akun akun, Guid loketId) => akun switch
    {
        _ when akun.Id == loketId => "Anda tidak dapat mencatat permohonan Anda sendiri di loket. Ajukan sendiri dari akun Anda, atau mintalah petugas loket lain.",
        { Aktif: false } => "Akun dengan email ini dinonaktifkan. Mintalah administrator memeriksanya dahulu.",
        _ when !akun.Peran.Contains(Peran.Pemohon) => "Email ini milik akun petugas yang bukan pemohon. Mintalah administrator memberi peran Pemohon dahulu.",
        { Terbukti: false } when akun.Peran.Exists(p => p != Peran.Pemohon) => "Email ini milik akun petugas yang belum diaktifkan pemiliknya. Mintalah ia membuka undangan akunnya dahulu.",
        _ => null,
    };

    private async Task<Dictionary<string, DateTimeOffset>> BersertifikatAsync(KlatenDb db, List<string> nik, DateTimeOffset kini, CancellationToken ct)
    {
        Dictionary<string, string> tanda = [];
        foreach (var n in nik.Where(n => Nik.Coba(n, out _, out _)))
        {
            tanda[Convert.ToHexString(await penanda.TandaiAsync(n, ct))] = n;
        }

        var semua = tanda.Keys.Select(Convert.FromHexString).ToList();
        var terbit = await db.Set<SertifikatTerbit>().AsNoTracking()
            .Where(s => semua.Contains(s.NikPenanda) && s.Status == StatusSertifikat.Aktif && s.BerlakuSampai > kini)
            .Select(s => new { s.NikPenanda, s.BerlakuSampai }).ToListAsync(ct);
        return terbit.GroupBy(t => tanda[Convert.ToHexString(t.NikPenanda)]).ToDictionary(g => g.Key, g => g.Max(t => t.BerlakuSampai));
    }

    private sealed record Akun(Guid Id, string Kunci, bool Aktif, bool Terbukti, List<Peran> Peran, string? Resi);
}
