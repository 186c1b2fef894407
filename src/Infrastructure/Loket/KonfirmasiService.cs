using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>What a mailed link to a confirmation leads to.</summary>
/// <param name="PermohonanId">The request.</param>
/// <param name="AkunId">Its applicant's account.</param>
/// <param name="PerluSandi">The mailbox is not proven yet: whoever holds the link sets the first password.</param>
/// <param name="Versi">The version of the request.</param>
public sealed record TujuanKonfirmasi(Guid PermohonanId, Guid AkunId, string NomorResi, string Nama, string Surel, bool PerluSandi, DateTimeOffset Batas, uint Versi);

/// <summary>
/// What the holder of a mailed link may do before the sign-in: set the first password of a mailbox that nobody has proven, or say that the request
/// is not theirs. A proven account's password is never touched by it.
/// </summary>
public sealed class KonfirmasiService(IDbContextFactory<KlatenDb> factory, PermohonanService pintu, SandiService sandi, TautanAkun tautan)
{
    private static readonly TimeSpan MasaTukar = TimeSpan.FromMinutes(1);

    /// <summary>Where a link leads; null when it does not hold (any more).</summary>
    public async Task<TujuanKonfirmasi?> CariAsync(string? token, CancellationToken ct = default)
    {
        if (TokenLink.Hash(token) is not { } hash)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        var kini = await db.WaktuKiniAsync(ct);
        return await db.Set<LinkKonfirmasi>().AsNoTracking().Where(l => l.HashToken == hash && l.DitutupPada == null)
            .Join(db.Permohonan.Where(p => p.Tahap == Tahap.MenungguKonfirmasi && p.BatasBerikutnya > kini), l => l.PermohonanId, p => p.Id, (l, p) => p)
            .Join(db.Users.Where(u => u.DinonaktifkanPada == null), p => p.PemohonId, u => u.Id, (p, u) => new TujuanKonfirmasi(
                p.Id, u.Id, p.NomorResi!, p.Data.Nama, u.Email!, !u.EmailConfirmed, p.BatasBerikutnya!.Value, p.Version))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>Sets the first password of an unproven mailbox and proves it by that. Any password that somebody set before without proving it is gone.</summary>
    public async Task<HasilAkun> BuatSandiAsync(string? token, string isi, string? alamat, CancellationToken ct = default)
    {
        if (await CariAsync(token, ct) is not { } tujuan)
        {
            return new("Link ini tidak berlaku lagi. Bukalah link pada email terakhir yang Anda terima.");
        }

        if (!tujuan.PerluSandi)
        {
            return new("Akun Anda sudah mempunyai kata sandi. Masuklah dengan kata sandi itu, atau pilih “Lupa kata sandi”.");
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        var akun = await db.Users.AsNoTracking().SingleAsync(u => u.Id == tujuan.AkunId, ct);
        return await sandi.AturAsync(tautan.Buat(TujuanTautan.AturSandi, akun, akun.Email!, MasaTukar).Teks, isi, alamat, ct);
    }

    /// <summary>The holder of the mailbox says that the request is not theirs; it ends, and the counter is told why. Needs no account.</summary>
    public async Task<HasilTindakan> TolakAsync(string? token, string? alasan, CancellationToken ct = default) =>
        await CariAsync(token, ct) is { } tujuan
            ? await pintu.LakukanPemegangLinkAsync(tujuan.PermohonanId, new Batalkan { Alasan = alasan }, new Pelaku(tujuan.AkunId, tujuan.Nama, [new(Peran.Pemohon)]), ct)
            : new HasilTindakan.DitolakSop("Link ini tidak berlaku lagi. Bukalah link pada email terakhir yang Anda terima.");
}
