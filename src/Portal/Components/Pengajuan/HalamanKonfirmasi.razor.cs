using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Pengajuan;
using Microsoft.Extensions.Options;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>What the counter typed and scanned, before its person: right, to be mended, or not theirs at all.</summary>
public sealed partial class HalamanKonfirmasi(
    PengajuanService pengajuan, PemeriksaBerkas pemeriksa, PembuatSurat pembuat, PengaturanService pengaturan, IOptions<BerkasOptions> batas)
{
    private int hariBiometrik;

    private bool Lewat => Milik!.Kini >= Permohonan.BatasBerikutnya;

    protected override async Task SiapkanAsync() => hariBiometrik = (await pengaturan.AmbilAsync(Ct)).HariRetensiFoto;

    protected override async Task TindakAsync(string tindakan, IFormCollection kiriman)
    {
        switch (tindakan)
        {
            case "Privasi" when kiriman["Setuju"] != "ya":
                Salah("setuju", "Centang dahulu persetujuan Anda, supaya permohonan dapat diproses.");
                break;
            case "Privasi":
                await pengajuan.SetujuiPrivasiAsync(Id, Pelaku, Ct);
                Nav.NavigateTo($"/permohonan/{Id}/konfirmasi");
                break;
            case "UnggahKtp":
                await UnggahAsync(kiriman);
                break;
            case "Konfirmasi":
                await KonfirmasiAsync();
                break;
            case "Batal" when string.IsNullOrWhiteSpace(kiriman["Alasan"]):
                Salah("Alasan", "Tuliskan alasannya, supaya petugas loket tahu apa yang terjadi.");
                break;
            case "Batal":
                await LakukanAsync(new Batalkan { Alasan = kiriman["Alasan"] }, $"/permohonan/{Id}");
                break;
        }
    }

    private async Task UnggahAsync(IFormCollection kiriman)
    {
        if (!Milik!.PrivasiDisetujui || BentukUnggah.Terpilih(kiriman.Files, "Berkas") is not { } berkas)
        {
            Salah("Ktp", "Pilih dahulu foto KTP Anda.");
            return;
        }

        await using var aliran = berkas.OpenReadStream();
        switch (await pemeriksa.PeriksaAsync(aliran, berkas.FileName, JenisBerkas.Ktp, Ct))
        {
            case HasilPeriksa.Ditolak tolak:
                Salah("Ktp", tolak.Kalimat);
                break;
            case HasilPeriksa.Diterima diterima:
                await LakukanAsync(new UnggahBerkas(JenisBerkas.Ktp, diterima), $"/permohonan/{Id}/konfirmasi#judul-berkas");
                break;
        }
    }

    private async Task KonfirmasiAsync()
    {
        if (!Milik!.PrivasiDisetujui)
        {
            Salah("setuju", "Baca dan setujui dahulu pemberitahuan privasi, lalu konfirmasi.");
            return;
        }

        // The applicant's letter states the data: where the counter scanned none, or the data were mended since, it is made of them.
        var ada = Milik[JenisBerkas.SuratPermohonan]?.NamaAsli;
        if ((ada is null || SuratPermohonan.DariPortal(ada)) && Kurang.Count == 0
            && ada != (await pembuat.SuratAsync(Permohonan.Layanan, Permohonan.Data, Permohonan.Surat, Ct)).NamaBerkas
            && await CobaAsync(await pembuat.BuatAsync(Permohonan.Layanan, Permohonan.Data, Permohonan.Surat, Ct), Guid.NewGuid()) is not HasilTindakan.Berhasil)
        {
            return;
        }

        await LakukanAsync(new Konfirmasi(), $"/permohonan/{Id}?terkirim=1");
    }

    // A letter of incomplete data is not made; the door names what is missing.
    private IReadOnlyList<(string Bidang, string Kalimat)> Kurang => IsianLengkap.Periksa(Permohonan.Data, Permohonan.Surat, pengaturan.Ambil(), Milik!.Kini);
}
