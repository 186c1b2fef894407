using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>Opening the link proves nothing (mail scanners open links): the button does.</summary>
public sealed partial class BuktiSurel(PendaftaranService pendaftaran, UserManager<Pengguna> users, PeranAktif peran)
{
    private Pengguna? akun;
    private Pengguna? belumTerbukti;

    [SupplyParameterFromQuery(Name = "t")]
    private string? Tautan { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    protected override async Task OnInitializedAsync()
    {
        akun = await pendaftaran.UntukBuktiAsync(Tautan);
        belumTerbukti = await users.GetUserAsync(Http.User) is { EmailConfirmed: false } saya ? saya : null;
    }

    private async Task BuktikanAsync()
    {
        var id = akun!.Id;
        if (await pendaftaran.BuktikanAsync(Tautan, Http.AlamatKlien(), Ct))
        {
            peran.Lupakan(id);
            Nav.NavigateTo(Http.User.IdAtauNull() == id ? "/" : "/masuk?sudah=terbukti");
        }
        else
        {
            akun = null;
        }
    }

    private async Task KirimUlangAsync()
    {
        await pendaftaran.KirimUlangBuktiAsync(belumTerbukti!.Id, Ct);
        Nav.NavigateTo("/bukti-surel?sudah=dikirim");
    }
}
