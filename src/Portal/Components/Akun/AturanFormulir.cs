using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>Rules that the forms of accounts share.</summary>
internal static class AturanFormulir
{
    /// <summary>Name of a person: what history and mails show.</summary>
    public static void Nama<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .NotEmpty().WithMessage("Isi nama lengkap.")
        .TeksAman("Nama", 120, JenisTeks.Nama);

    public static void UnitKerja<T>(this IRuleBuilderInitial<T, string?> rule) => rule.TeksAman("Unit kerja", 160, JenisTeks.Baris);

    /// <summary>A .go.id mailbox of one of the domains (none: every .go.id).</summary>
    /// <param name="rule">The field.</param>
    /// <param name="domain">Allowed domains.</param>
    /// <param name="bersama">False refuses shared office mailboxes: an applicant's must be personal.</param>
    /// <param name="orangLain">The address is somebody else's than the reader's.</param>
    public static void Email<T>(this IRuleBuilderInitial<T, string?> rule, IReadOnlyCollection<string> domain, bool bersama = false, bool orangLain = false) =>
        rule.Custom((isi, konteks) =>
        {
            if (TeksAman.Kendali(isi, "Alamat email") is { } kendali)
            {
                konteks.AddFailure(kendali);
            }
            else if (!AlamatSurel.Coba(isi, domain, out _, out var alasan, bersama ? [] : null))
            {
                konteks.AddFailure(orangLain ? UntukOrangLain(isi, alasan) : alasan);
            }
        });

    // The address's own sentences speak to its owner; here the administrator reads them.
    private static string UntukOrangLain(string? isi, string alasan) =>
        string.IsNullOrWhiteSpace(isi) ? "Isi alamat email petugas, berakhiran .go.id."
        : alasan.Contains("Anda", StringComparison.Ordinal) ? "Alamat email petugas harus berakhiran .go.id. Gunakan email dinasnya."
        : alasan;

    /// <summary>A new password; mailbox and name come from the same form where it has them.</summary>
    public static void SandiBaru<T>(this IRuleBuilderInitial<T, string?> rule, Func<T, string?> email, Func<T, string?> nama) =>
        rule.Custom((isi, konteks) =>
        {
            if (PemeriksaSandi.Periksa(isi, email(konteks.InstanceToValidate), nama(konteks.InstanceToValidate)) is { } kalimat)
            {
                konteks.AddFailure(kalimat);
            }
        });

    /// <summary>Filled in, and of characters that can be kept: for what is only compared (sign-in, codes).</summary>
    public static void Terisi<T>(this IRuleBuilderInitial<T, string?> rule, string bidang, string bilaKosong, int maks = 254) =>
        rule.Custom((isi, konteks) =>
        {
            if (string.IsNullOrWhiteSpace(isi))
            {
                konteks.AddFailure(bilaKosong);
            }
            else if ((TeksAman.Kendali(isi, bidang) ?? (isi.Length > maks ? $"{bidang} terlalu panjang, paling banyak {maks} karakter. Periksa kembali isinya." : null)) is { } kalimat)
            {
                konteks.AddFailure(kalimat);
            }
        });

    /// <summary>The address that the rules have let through.</summary>
    public static AlamatSurel Alamat(string? isi, bool bersama = false) =>
        AlamatSurel.Coba(isi, [], out var surel, out var alasan, bersama ? [] : null) ? surel : throw new InvalidOperationException(alasan);
}
