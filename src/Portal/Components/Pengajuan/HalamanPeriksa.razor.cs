using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Pengajuan;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Step 1, last page: everything once more, then sent. Says what is missing before anybody presses the button.</summary>
public sealed partial class HalamanPeriksa(PengaturanService pengaturan, PembuatSurat pembuat)
{
    private readonly List<(string Href, string Kalimat)> kurang = [];

    protected override async Task SiapkanAsync()
    {
        var (data, surat) = (Permohonan.Data, Permohonan.Surat);
        foreach (var (bidang, kalimat) in IsianLengkap.Periksa(data, surat, await pengaturan.AmbilAsync(Ct), Milik!.Kini))
        {
            kurang.Add(($"/permohonan/{Id}/data#{bidang}", kalimat));
        }

        foreach (var jenis in BerkasSop.WajibSaatAjukan.Where(j => Milik[j] is null))
        {
            kurang.Add(($"/permohonan/{Id}/berkas#judul-{jenis}", $"{jenis.Bidang().Nama()} belum diunggah."));
        }

        var ada = Milik[JenisBerkas.SuratPermohonan]?.NamaAsli;
        if (SuratPermohonan.DariPortal(ada) && Permohonan.BolehDiubah(BidangPermohonan.BerkasSuratPermohonan) && ada != (await pembuat.SuratAsync(data, surat, Ct)).NamaBerkas)
        {
            kurang.Add(($"/permohonan/{Id}/berkas#judul-{JenisBerkas.SuratPermohonan}", "Data berubah setelah surat permohonan dibuat. Buat ulang suratnya."));
        }
    }

    protected override Task TindakAsync(string tindakan, IFormCollection kiriman) => LakukanAsync(
        new Ajukan([.. Milik!.Berkas.Select(b => b.Jenis)], PeringatanIsian.Untuk(Permohonan.Data)), $"/permohonan/{Id}?terkirim=1");
}
