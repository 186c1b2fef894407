using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>One's own account: password, mailbox, and who looked at one's documents (UU PDP 27/2022).</summary>
public sealed partial class AkunSaya(
    UserManager<Pengguna> users, SandiService sandi, PeranAktif peranAktif, PengaturanService pengaturan, AuditQuery audit)
{
    private Pengguna akun = new();
    private IReadOnlyList<string> peran = [];
    private IReadOnlyList<BarisDilihat> dilihat = [];
    private PengaturanPortal setelan = new();

    [SupplyParameterFromForm(FormName = "ganti-sandi")]
    private SandiIsian? Sandi { get; set; }

    [SupplyParameterFromForm(FormName = "ganti-email")]
    private EmailIsian? Email { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    private string? Kabar => Sudah switch
    {
        "sandi" => "Kata sandi Anda berganti. Akun Anda di perangkat lain sudah keluar.",
        "email" => "Bila alamat itu dapat dipakai, email bukti sudah dikirim ke sana. Buka link di dalamnya dalam 24 jam.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        Sandi ??= new();
        Email ??= new();
        akun = await users.GetUserAsync(Http.User) ?? throw new InvalidOperationException("The signed-in account does not exist.");
        setelan = await pengaturan.AmbilAsync(Ct);
        peran = [.. (await peranAktif.AmbilAsync(akun.Id, Ct)).Select(setelan.Jabatan)];
        dilihat = await audit.YangMelihatAsync(akun.Id, Ct);
    }

    private async Task GantiSandiAsync() =>
        Selesai(await sandi.GantiSandiAsync(Http.PelakuAudit(), Sandi!.SandiLama ?? "", Sandi.SandiBaru ?? "", Ct), "sandi");

    private async Task GantiEmailAsync()
    {
        var domain = setelan.DomainSurel;
        if (TeksAman.Kendali(Email!.EmailBaru, "Alamat email") is { } kendali)
        {
            Galat.Tambah("EmailBaru", kendali);
            return;
        }

        if (!AlamatSurel.Coba(Email.EmailBaru, domain, out var baru, out var alasan))
        {
            Galat.Tambah("EmailBaru", alasan);
            return;
        }

        Selesai(await sandi.MintaGantiEmailAsync(Http.PelakuAudit(), baru, Email.SandiKini ?? "", Ct), "email");
    }

    private void Selesai(HasilAkun hasil, string sudah)
    {
        if (hasil.Berhasil)
        {
            Nav.NavigateTo($"/akun?sudah={sudah}");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }

    internal sealed class SandiIsian
    {
        public string? SandiLama { get; set; }
        public string? SandiBaru { get; set; }
    }

    internal sealed class EmailIsian
    {
        public string? EmailBaru { get; set; }
        public string? SandiKini { get; set; }
    }
}
