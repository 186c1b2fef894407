using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>The administrator makes an official's account.</summary>
public sealed partial class BuatPengguna(PenggunaService pengguna)
{
    [SupplyParameterFromForm(FormName = "buat-pengguna")]
    private PenggunaIsian? Isian { get; set; }

    protected override void OnInitialized() => Isian ??= new();

    private async Task KirimAsync()
    {
        if (!Galat.Lulus(new PenggunaAturan(denganEmail: true), Isian!))
        {
            return;
        }

        var hasil = await pengguna.BuatAsync(
            NamaOrang.Rapikan(Isian!.Nama), AturanFormulir.Alamat(Isian.Email, bersama: true), (Isian.UnitKerja ?? "").Trim(),
            PilihanPeran.Baca(Isian.Peran), Http.PelakuAudit(), Ct);
        if (hasil.Berhasil)
        {
            Nav.NavigateTo("/admin/pengguna?saring=Semua&sudah=dibuat");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }
}

/// <summary>What the administrator's forms of an account hold.</summary>
internal sealed class PenggunaIsian
{
    public string? Nama { get; set; }
    public string? Email { get; set; }
    public string? UnitKerja { get; set; }
    public List<string>? Peran { get; set; }
}

internal sealed class PenggunaAturan : AbstractValidator<PenggunaIsian>
{
    public PenggunaAturan(bool denganEmail)
    {
        RuleFor(i => i.Nama).Nama();
        if (denganEmail)
        {
            RuleFor(i => i.Email).Email([], bersama: true, orangLain: true);
            RuleFor(i => i.Peran).Must(p => PilihanPeran.Baca(p).Count > 0 != PilihanPeran.Tanpa(p)).WithMessage("Pilih peran, atau centang “Tanpa peran” saja.");
        }

        RuleFor(i => i.UnitKerja).UnitKerja();
    }
}
