using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>An applicant registers. The answer is one and the same, whether or not the mailbox has an account.</summary>
public sealed partial class Daftar(PendaftaranService pendaftaran, PengaturanService pengaturan)
{
    private IReadOnlyList<string> domain = [];

    [SupplyParameterFromForm(FormName = "daftar")]
    private DaftarIsian? Isian { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    private string PetunjukEmail =>
        $"Email dinas pribadi, bukan kotak surat bersama. Domain yang diterima: {string.Join(", ", domain.Select(d => "." + d))}.";

    protected override async Task OnInitializedAsync()
    {
        Isian ??= new();
        domain = (await pengaturan.AmbilAsync(Ct)).DomainSurel;
    }

    private async Task KirimAsync()
    {
        if (!Galat.Lulus(new DaftarAturan(domain), Isian!))
        {
            return;
        }

        await pendaftaran.DaftarAsync(
            AturanFormulir.Alamat(Isian!.Email), NamaOrang.Rapikan(Isian.Nama), (Isian.UnitKerja ?? "").Trim(), Isian.Sandi!, Http.AlamatKlien(), Ct);
        Nav.NavigateTo("/daftar?sudah=terkirim");
    }

    internal sealed class DaftarIsian
    {
        public string? Nama { get; set; }
        public string? Email { get; set; }
        public string? UnitKerja { get; set; }
        public string? Sandi { get; set; }
    }

    private sealed class DaftarAturan : AbstractValidator<DaftarIsian>
    {
        public DaftarAturan(IReadOnlyCollection<string> domain)
        {
            RuleFor(i => i.Nama).Nama();
            RuleFor(i => i.Email).Email(domain);
            RuleFor(i => i.UnitKerja).UnitKerja();
            RuleFor(i => i.Sandi).SandiBaru(i => i.Email, i => i.Nama);
        }
    }
}
