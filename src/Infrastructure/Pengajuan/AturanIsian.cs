using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>The applicant's data with what they are judged by. <paramref name="DomainSurel"/> is the setting of allowed mail domains.</summary>
public sealed record IsianData(DataPemohon Data, IReadOnlyCollection<string> DomainSurel);

/// <summary>The letter's data with what they are judged by.</summary>
/// <param name="Surat">As typed.</param>
/// <param name="NipPemohon">The applicant's NIP: nobody recommends oneself.</param>
/// <param name="HariIni">Today in Jakarta.</param>
public sealed record IsianSurat(DataSurat Surat, string NipPemohon, DateOnly HariIni);

/// <summary>How one form field is checked; the error bears the field's name in <see cref="BidangPermohonan"/>.</summary>
internal static class AturanIsian
{
    /// <summary>What PostgreSQL, mail or paper cannot carry is refused, also in a draft; an empty field is not.</summary>
    public static void Aman<T>(this IRuleBuilder<T, string> aturan, BidangPermohonan bidang, int maks, JenisTeks jenis = JenisTeks.Baris) =>
        aturan.Custom((nilai, konteks) =>
        {
            if (!TeksAman.Coba(nilai, bidang.Nama(), maks, jenis, out _, out var alasan))
            {
                konteks.AddFailure(bidang.ToString(), alasan);
            }
        });

    /// <summary>As <see cref="Aman"/>, and not empty.</summary>
    public static void Wajib<T>(this IRuleBuilder<T, string> aturan, BidangPermohonan bidang, int maks, JenisTeks jenis = JenisTeks.Baris) =>
        aturan.Custom((nilai, konteks) =>
        {
            if (!TeksAman.Coba(nilai, bidang.Nama(), maks, jenis, out var bersih, out var alasan))
            {
                konteks.AddFailure(bidang.ToString(), alasan);
            }
            else if (bersih.Length == 0)
            {
                konteks.AddFailure(bidang.ToString(), $"{bidang.Nama()} belum diisi. Isilah seperti pada surat rekomendasi.");
            }
        });

    /// <summary>Judged by a sentence-giving function of Domain.Identitas; null is good.</summary>
    public static void Menurut<T>(this IRuleBuilder<T, string> aturan, BidangPermohonan bidang, Func<string, T, string?> keberatan) =>
        aturan.Custom((nilai, konteks) =>
        {
            if ((TeksAman.Kendali(nilai, bidang.Nama()) ?? keberatan(nilai, konteks.InstanceToValidate)) is { } alasan)
            {
                konteks.AddFailure(bidang.ToString(), alasan);
            }
        });
}
