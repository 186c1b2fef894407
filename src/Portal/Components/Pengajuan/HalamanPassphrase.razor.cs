using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Step 7. The passphrase is read from the posted form, given to the authority and forgotten: no field of this page ever holds it.</summary>
public sealed partial class HalamanPassphrase(ILayananSertifikat sertifikat)
{
    private bool Terbuka => Permohonan.Tahap == Tahap.Passphrase && Milik!.Link is { DibukaPada: not null } link && link.Berlaku(Milik.Kini);

    protected override async Task TindakAsync(string tindakan, IFormCollection kiriman)
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
