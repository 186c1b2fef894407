using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// Signing in and out. A refusal never tells whether the mailbox has an account, neither by its words nor by its time: every branch
/// verifies one password hash and runs the same statements.
/// </summary>
public sealed class MasukService(
    KlatenDb db, UserManager<Pengguna> users, SignInManager<Pengguna> masuk, IPasswordHasher<Pengguna> hasher, SandiPalsu palsu, TimeProvider jam)
{
    /// <summary>Failures in a row after which the account is closed for <see cref="LamaTerkunci"/>.</summary>
    public const int BatasGagal = 5;

    public static TimeSpan LamaTerkunci { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The one sentence of every refusal.</summary>
    public static string Penolakan { get; } =
        $"Alamat email atau kata sandi tidak cocok. Periksa kembali, atau pilih “Lupa kata sandi”. Setelah {BatasGagal} kali gagal, akun ditutup selama {LamaTerkunci.TotalMinutes:0} menit.";

    /// <summary>Signs in for the current request and says whether it worked. Null: not.</summary>
    public async Task<Pengguna?> MasukAsync(string surel, string sandi, string? alamat, CancellationToken ct = default)
    {
        var kini = jam.GetUtcNow();
        var akun = await users.FindByEmailAsync(Teks.TanpaKendali(surel));
        var bolehCoba = await PesanPercobaanAsync(akun?.Id ?? Guid.Empty, kini, ct);
        var sidik = akun?.PasswordHash ?? palsu.Sidik;
        var cocok = sandi.Length <= PemeriksaSandi.PanjangTerpanjang
            & hasher.VerifyHashedPassword(akun ?? palsu.Akun, sidik, sandi) != PasswordVerificationResult.Failed;

        var alasan = (akun, bolehCoba, cocok) switch
        {
            (null, _, _) => "Email tidak terdaftar",
            (_, false, _) => "Akun sedang terkunci",
            ({ PasswordHash: null }, _, _) => "Kata sandi belum dibuat",
            ({ DinonaktifkanPada: not null }, _, _) => "Akun dinonaktifkan",
            (_, _, false) => "Kata sandi salah",
            _ => null,
        };
        if (akun is null || alasan is not null)
        {
            db.CatatMasukGagal(akun, alasan ?? "", alamat, kini);
            await db.SaveChangesAsync(ct);
            return null;
        }

        db.CatatMasuk(akun, alamat, kini);
        await db.SaveChangesAsync(ct);
        await db.Users.Where(u => u.Id == akun.Id).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null), ct);
        await masuk.SignInAsync(akun, isPersistent: false);
        return akun;
    }

    /// <summary>Signs out and records it.</summary>
    public async Task KeluarAsync(PelakuAudit oleh, CancellationToken ct = default)
    {
        db.CatatKeluar(oleh, jam.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await masuk.SignOutAsync();
    }

    /// <summary>
    /// Counts the try before the password is looked at, in one statement: many at once cannot guess more often than one after the
    /// other. The fifth closes the account; a right password, also at the fifth, opens it again.
    /// </summary>
    private async Task<bool> PesanPercobaanAsync(Guid akunId, DateTimeOffset kini, CancellationToken ct)
    {
        DateTimeOffset? sampai = kini + LamaTerkunci;
        return await db.Users.Where(u => u.Id == akunId && (u.LockoutEnd == null || u.LockoutEnd <= kini)).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.LockoutEnd, u => u.AccessFailedCount + 1 >= BatasGagal ? sampai : null)
                .SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1 >= BatasGagal ? 0 : u.AccessFailedCount + 1),
            ct) == 1;
    }
}

/// <summary>A hash that no password matches, verified where there is no account, so that the answer takes as long.</summary>
public sealed class SandiPalsu
{
    public SandiPalsu(IPasswordHasher<Pengguna> hasher) => Sidik = hasher.HashPassword(Akun, Guid.NewGuid().ToString());

    internal Pengguna Akun { get; } = new();

    internal string Sidik { get; }
}
