using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>
/// Step 7. The passphrase is read from the posted form, given to the authority and forgotten: no field of this page ever holds it.
/// Beside BSrE it is set on BSrE's portal: the page is guidance, and no form here takes one.
/// </summary>
public sealed partial class HalamanPassphrase(ILayananSertifikat sertifikat, PengaturanService pengaturan)
{
    private LaporanLink? laporan;
    private string alamatBsre = "";

    [SupplyParameterFromQuery(Name = "lapor")]
    private int? Lapor { get; set; }

    private bool Bsre => sertifikat.Mode == ModeOtoritas.Bsre;

    private bool Terbuka => Permohonan.Tahap == Tahap.Passphrase && Milik!.Link is { DibukaPada: not null } link && link.Berlaku(Milik.Kini);

    protected override async Task SiapkanAsync()
    {
        if (Bsre)
        {
            (laporan, alamatBsre) = (await Query.LaporanLinkAsync(Milik!, Ct), (await pengaturan.AmbilAsync(Ct)).AlamatBsre);
        }
    }

    protected override Task TindakAsync(string tindakan, IFormCollection kiriman) => Bsre ? TindakBsreAsync(tindakan, kiriman) : BuatAsync(kiriman);

    private async Task TindakBsreAsync(string tindakan, IFormCollection kiriman)
    {
        switch (tindakan)
        {
            case "Catat" when KataBsre.Terbuka(Milik!, Tahap.Passphrase) && kiriman["Yakin"] != "ya":
                Salah("yakin", "Centang dahulu bahwa Portal BSrE sudah menerima passphrase Anda, lalu tekan lagi.");
                break;
            case "Catat":
                await LakukanAsync(new CatatPassphrase(Milik!.Kini), $"/permohonan/{Id}", apaPunVersinya: true);
                break;
            case "Lapor":
                await LaporAsync($"/permohonan/{Id}/passphrase?lapor=1");
                break;
            default:
                await TakAdaFormulirAsync();
                break;
        }
    }

    private async Task BuatAsync(IFormCollection kiriman)
    {
        // Making a key takes a while of processor time: not for a form that the door refuses anyhow.
        if (!Terbuka)
        {
            await LakukanAsync(new BuatPassphrase(new object(), DataLoginDiterima: true), $"/permohonan/{Id}");
            return;
        }

        using var passphrase = new Passphrase(kiriman["Passphrase"].ToString());
        if (passphrase.Kekurangan() is { } kurang)
        {
            Salah("Passphrase", kurang);
        }

        if (kiriman["DataLogin"] != "ya")
        {
            Salah("DataLogin", "Centang dahulu bahwa data login Portal BSrE sudah Anda terima, lalu ketik lagi passphrase Anda.");
        }

        if (Galat.Count == 0)
        {
            await LakukanAsync(new BuatPassphrase(sertifikat.SiapkanKunci(Permohonan.Data.Nama, passphrase), DataLoginDiterima: true), $"/permohonan/{Id}");
        }
    }
}
