using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>
/// Step 5: (c) check and correct the data, (d) photo of the KTP, then selfie, (e) done. The order is the server's, by what the request holds.
/// Beside BSrE all of it is done on BSrE's portal: the page is guidance, and reads no picture and no data.
/// </summary>
public sealed partial class HalamanAktivasi(PemeriksaBerkas pemeriksa, IOptions<BerkasOptions> batas, ILayananSertifikat sertifikat, PengaturanService pengaturan)
{
    private LaporanLink? laporan;
    private string alamatBsre = "";

    [SupplyParameterFromQuery(Name = "lapor")]
    private int? Lapor { get; set; }

    private bool Bsre => sertifikat.Mode == ModeOtoritas.Bsre;

    [SupplyParameterFromQuery(Name = "ulang")]
    private int? Ulang { get; set; }

    private DataPemohon Data { get; set; } = new();

    private bool Terbuka => Permohonan.Tahap == Tahap.Aktivasi && Milik!.Link is { DibukaPada: not null } link && link.Berlaku(Milik.Kini);

    private int Kini => Belum == 3 && Ulang is 1 or 2 ? Ulang.Value : Belum;

    private int Belum => Permohonan switch
    {
        { DataDiperiksaPada: null } => 0,
        { FotoKtpPada: null } => 1,
        { SelfiePada: null } => 2,
        _ => 3,
    };

    private static IReadOnlyList<(string, string?)> Langkah { get; } = [("Data", null), ("KTP", null), ("Selfie", null), ("Selesai", null)];

    protected override async Task SiapkanAsync()
    {
        if (Bsre)
        {
            (laporan, alamatBsre) = (await Query.LaporanLinkAsync(Milik!, Ct), (await pengaturan.AmbilAsync(Ct)).AlamatBsre);
            return;
        }

        Data = Kiriman is { } kiriman && kiriman["Tindakan"] == "Data" ? IsianFormulir.Data(kiriman, Permohonan.Data, b => b != BidangPermohonan.Surel) : Permohonan.Data;
    }

    protected override Task TindakAsync(string tindakan, IFormCollection kiriman) => Bsre ? TindakBsreAsync(tindakan, kiriman) : tindakan switch
    {
        "Data" => LakukanAsync(new PeriksaData(Data), $"/permohonan/{Id}/aktivasi"),
        nameof(JenisBerkas.FotoKtpAktivasi) => UnggahAsync(JenisBerkas.FotoKtpAktivasi, kiriman),
        nameof(JenisBerkas.Selfie) => UnggahAsync(JenisBerkas.Selfie, kiriman),
        "Selesai" => LakukanAsync(new SelesaikanAktivasi(), $"/permohonan/{Id}"),
        _ => Task.CompletedTask,
    };

    private async Task TindakBsreAsync(string tindakan, IFormCollection kiriman)
    {
        switch (tindakan)
        {
            case "Selesai" when KataBsre.Terbuka(Milik!, Tahap.Aktivasi) && kiriman["Yakin"] != "ya":
                Salah("yakin", "Centang dahulu bahwa Portal BSrE sudah menyatakan aktivasi Anda selesai, lalu tekan lagi.");
                break;
            case "Selesai":
                await LakukanAsync(new SelesaikanAktivasi(), $"/permohonan/{Id}", apaPunVersinya: true);
                break;
            case "Lapor":
                await LaporAsync($"/permohonan/{Id}/aktivasi?lapor=1");
                break;
            default:
                await TakAdaFormulirAsync();
                break;
        }
    }

    private async Task UnggahAsync(JenisBerkas jenis, IFormCollection kiriman)
    {
        if (BentukUnggah.Terpilih(kiriman.Files, "Berkas") is not { } berkas)
        {
            Salah(jenis.ToString(), jenis == JenisBerkas.Selfie ? "Ambil dahulu selfie Anda, lalu kirim." : "Foto dahulu KTP Anda, lalu kirim.");
            return;
        }

        await using var aliran = berkas.OpenReadStream();
        switch (await pemeriksa.PeriksaAsync(aliran, berkas.FileName, jenis, Ct))
        {
            case HasilPeriksa.Ditolak tolak:
                Salah(jenis.ToString(), tolak.Kalimat);
                break;
            case HasilPeriksa.Diterima diterima:
                await LakukanAsync(jenis == JenisBerkas.Selfie ? new UnggahSelfie(diterima) : new UnggahFotoKtp(diterima), $"/permohonan/{Id}/aktivasi");
                break;
        }
    }

    private RenderFragment Foto(JenisBerkas jenis, string kamera, string judul, string petunjuk) => builder =>
    {
        builder.OpenComponent<FotoAktivasi>(0);
        builder.AddComponentParameter(1, nameof(FotoAktivasi.Jenis), jenis);
        builder.AddComponentParameter(2, nameof(FotoAktivasi.Kamera), kamera);
        builder.AddComponentParameter(3, nameof(FotoAktivasi.Judul), judul);
        builder.AddComponentParameter(4, nameof(FotoAktivasi.Petunjuk), petunjuk);
        builder.AddComponentParameter(5, nameof(FotoAktivasi.Galat), GalatDi(jenis.ToString()));
        builder.AddComponentParameter(6, nameof(FotoAktivasi.BatasByte), (long)batas.Value.UkuranTerbesar);
        builder.AddComponentParameter(7, nameof(FotoAktivasi.Kunci), Kunci);
        builder.AddComponentParameter(8, nameof(FotoAktivasi.Versi), Versi);
        builder.CloseComponent();
    };
}
