using FluentValidation;
using KlatenSE.Domain.Identitas;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>Texts as people type them.</summary>
public static class Teks
{
    /// <summary>Trimmed and without control characters (PostgreSQL refuses NUL); for searching and comparing.</summary>
    public static string TanpaKendali(string? teks) => string.Concat((teks ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();

    /// <summary>Pattern for ILIKE that finds the text anywhere; signs of the pattern language count as themselves.</summary>
    public static string Pola(string cari) =>
        $"%{TanpaKendali(cari).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <summary>Rule: a text that can be stored and shown, in the words of <see cref="TeksAman"/>.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> TeksAman<T>(this IRuleBuilder<T, string?> rule, string bidang, int maks, JenisTeks jenis) =>
        rule.Custom((isi, konteks) =>
        {
            if (!Domain.Identitas.TeksAman.Coba(isi, bidang, maks, jenis, out _, out var alasan))
            {
                konteks.AddFailure(alasan);
            }
        });
}
