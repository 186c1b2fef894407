using KlatenSE.Domain.Identitas;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>Length is what counts: at least 10 characters, no rules of composition, and not one's own name or mailbox.</summary>
public sealed class PemeriksaSandi : IPasswordValidator<Pengguna>
{
    public const int PanjangTerpendek = 10;

    /// <summary>Longer ones would only make hashing costly.</summary>
    public const int PanjangTerpanjang = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<Pengguna> manager, Pengguna user, string? password) =>
        Task.FromResult(Periksa(password, user.Email, user.Nama) is { } kalimat
            ? IdentityResult.Failed(new IdentityError { Code = "Sandi", Description = kalimat })
            : IdentityResult.Success);

    /// <summary>The sentence of the refusal, or null when the password may be used.</summary>
    public static string? Periksa(string? sandi, string? surel, string? nama)
    {
        if (sandi is null || sandi.Length < PanjangTerpendek)
        {
            return $"Kata sandi paling sedikit {PanjangTerpendek} karakter. Tambahkan beberapa karakter lagi.";
        }

        if (sandi.Length > PanjangTerpanjang)
        {
            return $"Kata sandi paling banyak {PanjangTerpanjang} karakter. Pendekkan kata sandi Anda.";
        }

        if (TeksAman.Kendali(sandi, "Kata sandi") is { } kendali)
        {
            return kendali;
        }

        if (sandi.Distinct().Count() < 4)
        {
            return "Kata sandi ini terlalu mudah ditebak. Pakai lebih banyak karakter yang berbeda.";
        }

        var milikSendiri = new[] { surel, surel?.Split('@')[0], nama };
        return milikSendiri.Any(m => m is { Length: > 0 } && Rapat(sandi) == Rapat(m))
            ? "Kata sandi tidak boleh sama dengan nama atau alamat email Anda. Pilih kata sandi lain."
            : null;
    }

    private static string Rapat(string teks) => string.Concat(teks.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>Identity's own messages in Indonesian, those that its parts in use here can give.</summary>
internal sealed class GalatIdentitas : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => new() { Code = nameof(DefaultError), Description = "Perubahan tidak dapat disimpan. Muat ulang halaman, lalu coba lagi." };

    public override IdentityError ConcurrencyFailure() => new() { Code = nameof(ConcurrencyFailure), Description = "Akun ini baru saja diubah di tempat lain. Muat ulang halaman, lalu ulangi." };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = "Kata sandi yang sekarang tidak cocok. Ketik lagi dengan teliti." };

    public override IdentityError InvalidToken() => new() { Code = nameof(InvalidToken), Description = "Link ini tidak berlaku lagi. Minta link baru." };

    public override IdentityError UserAlreadyHasPassword() => new() { Code = nameof(UserAlreadyHasPassword), Description = "Akun ini sudah mempunyai kata sandi. Pakai “Lupa kata sandi” bila perlu menggantinya." };

    public override IdentityError DuplicateEmail(string email) => new() { Code = nameof(DuplicateEmail), Description = "Alamat email ini sudah dipakai akun lain. Pakai alamat lain, atau ubah akun yang sudah ada." };

    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = DuplicateEmail(userName).Description };

    public override IdentityError InvalidEmail(string? email) => new() { Code = nameof(InvalidEmail), Description = "Alamat email tidak dapat dipakai. Periksa kembali penulisannya." };

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = InvalidEmail(userName).Description };

    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = $"Kata sandi paling sedikit {length} karakter. Tambahkan beberapa karakter lagi." };
}
