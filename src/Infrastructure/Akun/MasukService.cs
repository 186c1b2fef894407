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
    /// <summary>The one sentence of every refusal.</summary>
    public static string Penolakan { get; } =
        $"Alamat email atau kata sandi tidak cocok. Periksa kembali, atau pilih “Lupa kata sandi”. Setelah {PercobaanSandi.BatasGagal} kali gagal, akun ditutup selama {PercobaanSandi.LamaTerkunci.TotalMinutes:0} menit.";

    /// <summary>Signs in for the current request and says whether it worked. Null: not.</summary>
    public async Task<Pengguna?> MasukAsync(string surel, string sandi, string? alamat, CancellationToken ct = default)
    {
        var kini = jam.GetUtcNow();
        var akun = await users.FindByEmailAsync(Teks.TanpaKendali(surel));
        var bolehCoba = await db.PesanPercobaanAsync(akun?.Id ?? Guid.Empty, kini, ct);
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
        await db.BukaPercobaanAsync(akun.Id, ct);
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
}

/// <summary>A hash that no password matches, verified where there is no account, so that the answer takes as long.</summary>
public sealed class SandiPalsu
{
    public SandiPalsu(IPasswordHasher<Pengguna> hasher) => Sidik = hasher.HashPassword(Akun, Guid.NewGuid().ToString());

    internal Pengguna Akun { get; } = new();

    internal string Sidik { get; }
}
