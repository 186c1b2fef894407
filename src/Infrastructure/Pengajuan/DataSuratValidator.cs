using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>The letter of recommendation as the applicant enters it (SOP step 1): number, date and superior.</summary>
public sealed class DataSuratValidator : AbstractValidator<IsianSurat>
{
    /// <summary>For sending.</summary>
    public static DataSuratValidator Ketat { get; } = new(ketat: true);

    /// <summary>For drafts: only what cannot be kept is refused.</summary>
    public static DataSuratValidator Longgar { get; } = new(ketat: false);

    private DataSuratValidator(bool ketat)
    {
        if (ketat)
        {
            Lengkap();
        }
        else
        {
            RuleFor(i => i.Surat.Nomor).Aman(BidangPermohonan.NomorSurat, 80);
            RuleFor(i => i.Surat.AtasanNama).Aman(BidangPermohonan.AtasanNama, 120);
            RuleFor(i => i.Surat.AtasanNip).Aman(BidangPermohonan.AtasanNip, 18);
            RuleFor(i => i.Surat.AtasanJabatan).Aman(BidangPermohonan.AtasanJabatan, 160);
        }
    }

    private void Lengkap()
    {
        RuleFor(i => i.Surat.Nomor).Wajib(BidangPermohonan.NomorSurat, 80);
        RuleFor(i => i.Surat.Tanggal).Custom((tanggal, konteks) =>
        {
            if (KeberatanTanggal(tanggal, konteks.InstanceToValidate.HariIni) is { } alasan)
            {
                konteks.AddFailure(nameof(BidangPermohonan.TanggalSurat), alasan);
            }
        });
        RuleFor(i => i.Surat.AtasanNama).Wajib(BidangPermohonan.AtasanNama, 120, JenisTeks.Nama);
        RuleFor(i => i.Surat.AtasanNip).Menurut(BidangPermohonan.AtasanNip, (nip, i) =>
            string.IsNullOrWhiteSpace(nip) ? "NIP atasan langsung belum diisi. Isilah seperti pada surat rekomendasi."
            : !Nip.Coba(nip, out var atasan, out var alasan) ? $"Untuk atasan langsung: {alasan}"
            : atasan.Nilai == i.NipPemohon ? "Atasan langsung tidak boleh Anda sendiri. Isilah NIP pejabat yang menandatangani surat rekomendasi." : null);
        RuleFor(i => i.Surat.AtasanJabatan).Wajib(BidangPermohonan.AtasanJabatan, 160);
    }

    private static string? KeberatanTanggal(DateOnly? tanggal, DateOnly hariIni) => tanggal switch
    {
        null => "Tanggal surat rekomendasi belum diisi. Isilah tanggal yang tertulis pada surat.",
        { } t when t > hariIni => "Tanggal surat rekomendasi tidak boleh lebih dari hari ini. Periksa kembali tanggal pada surat.",
        _ => null,
    };
}
