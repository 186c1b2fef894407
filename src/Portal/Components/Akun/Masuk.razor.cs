using FluentValidation;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>Sign-in with mailbox and password.</summary>
public sealed partial class Masuk(MasukService masuk, PeranAktif peran)
{
    [SupplyParameterFromForm(FormName = "masuk")]
    private MasukIsian? Isian { get; set; }

    [SupplyParameterFromQuery(Name = AkunPortal.ParameterKe)]
    private string? Ke { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    private string? Kabar => Sudah switch
    {
        "keluar" => "Anda sudah keluar.",
        "sandi" => "Kata sandi Anda tersimpan. Silakan masuk.",
        _ => null,
    };

    protected override void OnInitialized() => Isian ??= new();

    private async Task KirimAsync()
    {
        if (!Galat.Lulus(new MasukAturan(), Isian!))
        {
            return;
        }

        if (await masuk.MasukAsync(Isian!.Surel!, Isian.Sandi!, Http.AlamatKlien(), Ct) is not { } akun)
        {
            Galat.Tambah("", MasukService.Penolakan);
            return;
        }

        peran.Lupakan(akun.Id);
        Nav.NavigateTo(AkunPortal.AlamatDalam(Ke) ?? Beranda([.. (await peran.AmbilAsync(akun.Id, Ct)).Select(p => p.Peran)]));
    }

    /// <summary>Where a person's work begins.</summary>
    private static string Beranda(IReadOnlyList<Peran> memegang)
    {
        var petugas = memegang.Intersect(Kebijakan.PeranPetugas).ToArray();
        return petugas switch
        {
            [] => "/",
            [Peran.Administrator] => "/admin",
            [Peran.PetugasLoket] => "/loket",
            _ => "/antrean",
        };
    }

    internal sealed class MasukIsian
    {
        public string? Surel { get; set; }
        public string? Sandi { get; set; }
    }

    private sealed class MasukAturan : AbstractValidator<MasukIsian>
    {
        public MasukAturan()
        {
            RuleFor(i => i.Surel).Terisi("Alamat email", "Isi alamat email Anda.");
            RuleFor(i => i.Sandi).Terisi("Kata sandi", "Isi kata sandi Anda.", maks: 1000);
        }
    }
}
