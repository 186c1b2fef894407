using FluentValidation.Results;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Pengaturan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>Runs the validators of step 1 and gives one sentence a field, in the form's order.</summary>
public static class IsianLengkap
{
    /// <summary>What still keeps the data from being sent; empty when they are complete.</summary>
    public static IReadOnlyList<(string Bidang, string Kalimat)> Periksa(DataPemohon data, DataSurat surat, PengaturanPortal pengaturan, DateTimeOffset kini) =>
        Jalankan(DataPemohonValidator.Ketat, DataSuratValidator.Ketat, data, surat, pengaturan, kini);

    /// <summary>What cannot be kept even in a draft.</summary>
    public static IReadOnlyList<(string Bidang, string Kalimat)> PeriksaDraf(DataPemohon data, DataSurat surat, PengaturanPortal pengaturan, DateTimeOffset kini) =>
        Jalankan(DataPemohonValidator.Longgar, DataSuratValidator.Longgar, data, surat, pengaturan, kini);

    /// <summary>What is wrong with data corrected at the activation (SOP 5c), where the letter stands.</summary>
    public static IReadOnlyList<(string Bidang, string Kalimat)> PeriksaData(DataPemohon data, PengaturanPortal pengaturan)
    {
        ArgumentNullException.ThrowIfNull(pengaturan);
        return Satu(DataPemohonValidator.Ketat.Validate(new IsianData(data, pengaturan.DomainSurel)).Errors);
    }

    private static IReadOnlyList<(string, string)> Jalankan(
        DataPemohonValidator pemohon, DataSuratValidator surat, DataPemohon data, DataSurat isiSurat, PengaturanPortal pengaturan, DateTimeOffset kini)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(pengaturan);
        return Satu(pemohon.Validate(new IsianData(data, pengaturan.DomainSurel)).Errors
            .Concat(surat.Validate(new IsianSurat(isiSurat, data.Nip, Jakarta.Tanggal(kini))).Errors));
    }

    private static IReadOnlyList<(string, string)> Satu(IEnumerable<ValidationFailure> galat) =>
        [.. galat.DistinctBy(g => g.PropertyName).OrderBy(g => Enum.Parse<BidangPermohonan>(g.PropertyName)).Select(g => (g.PropertyName, g.ErrorMessage))];
}
