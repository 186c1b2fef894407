using KlatenSE.Infrastructure.Akun;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>
/// Opening the link proves nothing (mail scanners open links): the button does, with the password of the registration. Somebody else may have
/// registered last with this mailbox, and its owner must not make that password good.
/// </summary>
public sealed partial class BuktiSurel(PendaftaranService pendaftaran, MasukService masuk, UserManager<Pengguna> users, PeranAktif peran)
{
    private Pengguna? akun;
    private Pengguna? belumTerbukti;
    private bool sudahMasuk;

    [SupplyParameterFromForm(FormName = "bukti")]
    private BuktiIsian? Isian { get; set; }

    [SupplyParameterFromQuery(Name = "t")]
    private string? Tautan { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Isian ??= new();
        akun = await pendaftaran.UntukBuktiAsync(Tautan);
        sudahMasuk = akun is not null && Http.User.IdAtauNull() == akun.Id;
        belumTerbukti = await users.GetUserAsync(Http.User) is { EmailConfirmed: false } saya ? saya : null;
    }

    private async Task BuktikanAsync()
    {
        var id = akun!.Id;
        if (!sudahMasuk && await masuk.MasukAsync(akun.Email!, Isian!.Sandi ?? "", Http.AlamatKlien(), Ct) is null)
        {
            Galat.Tambah("Sandi", "Kata sandi tidak cocok dengan pendaftaran ini. Periksa kembali, atau buat kata sandi baru lewat “Lupa kata sandi” di halaman masuk.");
            return;
        }

        if (await pendaftaran.BuktikanAsync(Tautan, Http.AlamatKlien(), Ct))
        {
            peran.Lupakan(id);
            Nav.NavigateTo("/");
        }
        else
        {
            akun = null;
        }
    }

    private async Task KirimUlangAsync() =>
        Nav.NavigateTo(await pendaftaran.KirimUlangBuktiAsync(belumTerbukti!.Id, Ct) ? "/bukti-surel?sudah=dikirim" : "/bukti-surel?sudah=cukup");

    internal sealed class BuktiIsian
    {
        public string? Sandi { get; set; }
    }
}
