using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Pengajuan;
using Microsoft.Extensions.Options;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Step 1, second page: the documents. The privacy notice stands before the first upload (UU PDP 27/2022).</summary>
public sealed partial class HalamanBerkas(
    PengajuanService pengajuan, PemeriksaBerkas pemeriksa, PembuatSurat pembuat, PengaturanService pengaturan, IOptions<BerkasOptions> batas)
{
    private int hariBiometrik;

    protected override async Task SiapkanAsync() => hariBiometrik = (await pengaturan.AmbilAsync(Ct)).HariRetensiFoto;

    protected override Task TindakAsync(string tindakan, IFormCollection kiriman) => tindakan switch
    {
        "Privasi" => SetujuAsync(kiriman),
        "BuatSurat" => BuatSuratAsync(),
        _ => Enum.TryParse<JenisBerkas>(tindakan.Replace("Unggah", "", StringComparison.Ordinal), out var jenis) && BerkasSop.WajibSaatAjukan.Contains(jenis)
            ? UnggahAsync(jenis, kiriman)
            : Task.CompletedTask,
    };

    private async Task SetujuAsync(IFormCollection kiriman)
    {
        if (kiriman["Setuju"] != "ya")
        {
            Salah("setuju", "Centang dahulu persetujuan Anda, supaya berkas dapat diunggah.");
            return;
        }

        await pengajuan.SetujuiPrivasiAsync(Id, Pelaku, Ct);
        Nav.NavigateTo($"/permohonan/{Id}/berkas");
    }

    private async Task BuatSuratAsync()
    {
        // A revocation has no such letter, and whoever files it does not see the holder's data.
        if (!Milik!.PrivasiDisetujui || Permohonan.Layanan == Layanan.Pencabutan)
        {
            return;
        }

        if (IsianLengkap.Periksa(Permohonan.Data, Permohonan.Surat, await pengaturan.AmbilAsync(Ct), Milik.Kini) is { Count: > 0 } kurang)
        {
            Salah(null, $"Lengkapi dahulu data Anda, lalu buat suratnya. {kurang[0].Kalimat}");
            return;
        }

        await LakukanAsync(await pembuat.BuatAsync(Permohonan.Layanan, Permohonan.Data, Permohonan.Surat, Ct), $"/permohonan/{Id}/berkas#judul-{JenisBerkas.SuratPermohonan}");
    }

    private async Task UnggahAsync(JenisBerkas jenis, IFormCollection kiriman)
    {
        if (!Milik!.PrivasiDisetujui)
        {
            Salah(null, "Baca dan setujui dahulu pemberitahuan privasi, lalu unggah berkasnya.");
            return;
        }

        if (BentukUnggah.Terpilih(kiriman.Files, "Berkas") is not { } berkas)
        {
            Salah(jenis.ToString(), $"Pilih dahulu berkas untuk {KataBerkas(jenis)}.");
            return;
        }

        await using var aliran = berkas.OpenReadStream();
        switch (await pemeriksa.PeriksaAsync(aliran, berkas.FileName, jenis, Ct))
        {
            case HasilPeriksa.Ditolak tolak:
                Salah(jenis.ToString(), tolak.Kalimat);
                break;
            case HasilPeriksa.Diterima diterima:
                await LakukanAsync(new UnggahBerkas(jenis, diterima), $"/permohonan/{Id}/berkas#judul-{jenis}");
                break;
        }
    }

    private string Keadaan(JenisBerkas jenis) =>
        Milik![jenis] is null ? "Belum ada" : Milik.UntukDiperbaiki(jenis.Bidang()) is { } minta ? KataLacak.KeadaanPerbaikan(minta, Milik) : "Sudah diunggah";

    private static string KataBerkas(JenisBerkas jenis) => jenis == JenisBerkas.Ktp ? "KTP" : jenis.Bidang().Nama().ToLowerInvariant();

    private string Petunjuk(JenisBerkas jenis)
    {
        var ukuran = $"Paling besar {batas.Value.UkuranTerbesar / (1024 * 1024)} MB.";
        return jenis == JenisBerkas.Ktp ? $"Foto atau pindai KTP asli, berwarna, seluruh tepinya terlihat. {ukuran}" : $"Foto (JPG, PNG, HEIC) atau PDF, semua tulisan terbaca. {ukuran}";
    }
}
