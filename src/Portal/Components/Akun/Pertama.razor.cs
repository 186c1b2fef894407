using FluentValidation;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>The first administrator, by one-time code. Afterwards this page does not exist.</summary>
public sealed partial class Pertama(KodePertamaService kodePertama)
{
    private bool dibuka;

    [SupplyParameterFromForm(FormName = "pertama")]
    private PertamaIsian? Isian { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Isian ??= new();
        dibuka = await kodePertama.DibukaAsync(Ct);
        // A second click of the form gets a sentence; whoever comes later finds no page.
        if (!dibuka && !HttpMethods.IsPost(Http.Request.Method))
        {
            Nav.NotFound();
        }
    }

    private async Task KirimAsync()
    {
        if (!Galat.Lulus(new PertamaAturan(), Isian!))
        {
            return;
        }

        var hasil = await kodePertama.PakaiAsync(
            Isian!.Kode!, NamaOrang.Rapikan(Isian.Nama), AturanFormulir.Alamat(Isian.Email, bersama: true), Isian.Sandi!, Http.AlamatKlien(), Ct);
        if (hasil.Berhasil)
        {
            Nav.NavigateTo("/masuk?sudah=sandi&ke=%2Fadmin");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }

    internal sealed class PertamaIsian
    {
        public string? Kode { get; set; }
        public string? Nama { get; set; }
        public string? Email { get; set; }
        public string? Sandi { get; set; }
    }

    private sealed class PertamaAturan : AbstractValidator<PertamaIsian>
    {
        public PertamaAturan()
        {
            RuleFor(i => i.Kode).Terisi("Kode", "Isi kode yang dicetak saat portal dijalankan.");
            RuleFor(i => i.Nama).Nama();
            RuleFor(i => i.Email).Email([], bersama: true);
            RuleFor(i => i.Sandi).SandiBaru(i => i.Email, i => i.Nama);
        }
    }
}
