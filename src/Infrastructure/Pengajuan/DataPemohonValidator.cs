using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>The applicant's data as BSrE's registration form asks for them (SOP steps 1 and 5c).</summary>
public sealed class DataPemohonValidator : AbstractValidator<IsianData>
{
    /// <summary>For sending: complete, and valid by all checks of the identity numbers.</summary>
    public static DataPemohonValidator Ketat { get; } = new(ketat: true);

    /// <summary>For drafts: only what cannot be kept is refused.</summary>
    public static DataPemohonValidator Longgar { get; } = new(ketat: false);

    private DataPemohonValidator(bool ketat)
    {
        if (ketat)
        {
            Lengkap();
        }
        else
        {
            Disimpan();
        }

        RuleFor(i => i.Data.Pangkat).Aman(BidangPermohonan.Pangkat, 80);
    }

    private void Lengkap()
    {
        RuleFor(i => i.Data.Nama).Wajib(BidangPermohonan.Nama, 120, JenisTeks.Nama);
        RuleFor(i => i.Data.Nama).Menurut(BidangPermohonan.Nama, (nama, _) => NamaOrang.KalimatGelar(nama));
        RuleFor(i => i.Data.Nik).Menurut(BidangPermohonan.Nik, (nik, _) => Nik.Coba(nik, out var _, out var alasan) ? null : alasan);
        RuleFor(i => i.Data.Nip).Menurut(BidangPermohonan.Nip, KeberatanNip);
        RuleFor(i => i.Data.Surel).Menurut(
            BidangPermohonan.Surel, (surel, i) => AlamatSurel.Coba(surel, i.DomainSurel, out var _, out var alasan) ? null : alasan);
        RuleFor(i => i.Data.Ponsel).Menurut(BidangPermohonan.Ponsel, (nomor, _) => NomorPonsel.Coba(nomor, out var _, out var alasan) ? null : alasan);
        RuleFor(i => i.Data.Jabatan).Wajib(BidangPermohonan.Jabatan, 160);
        RuleFor(i => i.Data.UnitKerja).Wajib(BidangPermohonan.UnitKerja, 160);
        RuleFor(i => i.Data.Kota).Wajib(BidangPermohonan.Kota, 80);
        RuleFor(i => i.Data.Provinsi).Wajib(BidangPermohonan.Provinsi, 80);
    }

    private void Disimpan()
    {
        RuleFor(i => i.Data.Nama).Aman(BidangPermohonan.Nama, 120);
        RuleFor(i => i.Data.Nik).Aman(BidangPermohonan.Nik, 16);
        RuleFor(i => i.Data.Nip).Aman(BidangPermohonan.Nip, 18);
        RuleFor(i => i.Data.Surel).Aman(BidangPermohonan.Surel, 120);
        RuleFor(i => i.Data.Ponsel).Aman(BidangPermohonan.Ponsel, 20);
        RuleFor(i => i.Data.Jabatan).Aman(BidangPermohonan.Jabatan, 160);
        RuleFor(i => i.Data.UnitKerja).Aman(BidangPermohonan.UnitKerja, 160);
        RuleFor(i => i.Data.Kota).Aman(BidangPermohonan.Kota, 80);
        RuleFor(i => i.Data.Provinsi).Aman(BidangPermohonan.Provinsi, 80);
    }

    // Somebody of status "Lainnya" has no NIP; what is typed all the same must be one.
    private static string? KeberatanNip(string nip, IsianData isian) =>
        isian.Data.Status == StatusKepegawaian.Lainnya && string.IsNullOrWhiteSpace(nip) ? null
        : Nip.Coba(nip, out var _, out var alasan) ? null : alasan;
}
