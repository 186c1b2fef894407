using System.Globalization;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Pengajuan;
using Microsoft.Extensions.Options;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.Loket;

/// <summary>Files for one person: data first, judged before anything is scanned; then the scans, which no error of a field loses.</summary>
public sealed partial class LoketBaru(LoketService loket, PemeriksaBerkas pemeriksa, IOptions<BerkasOptions> batas)
{
    private const string Jenis = "image/jpeg,image/png,image/heic,image/webp,application/pdf";

    private DataPemohon data = new();
    private DataSurat surat = new();

    // The second half of the page: the data are good, the scans are missing.
    private bool berkas;

    private string Ukuran => $"Paling besar {batas.Value.UkuranTerbesar / (1024 * 1024)} MB.";

    /// <summary>The checked data as the second form carries them on.</summary>
    private IEnumerable<(string Nama, string Nilai)> Tersimpan =>
    [
        .. data.Nilai().Select(n => (n.Bidang.ToString(), n.Nilai)),
        .. surat.Nilai().Where(n => n.Bidang != BidangPermohonan.TanggalSurat).Select(n => (n.Bidang.ToString(), n.Nilai)),
        (nameof(BidangPermohonan.TanggalSurat), surat.Tanggal?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
    ];

    protected override void OnInitialized()
    {
        TerimaKunci();
        if (Kiriman is { } kiriman)
        {
            surat = IsianFormulir.Surat(kiriman, surat, static _ => true);
            data = IsianFormulir.Data(kiriman, data, static _ => true) with { Surel = kiriman[nameof(BidangPermohonan.Surel)].ToString().Trim() };
        }
    }

    private async Task TerimaAsync()
    {
        switch (Isi("Tindakan"))
        {
            case "Lanjut":
                var galat = await loket.PeriksaAsync(data, surat, Pelaku, Ct);
                Salah(galat);
                berkas = galat.Count == 0;
                break;
            case "Ajukan":
                berkas = true;
                await AjukanAsync();
                break;
        }
    }

    private async Task AjukanAsync()
    {
        var rekomendasi = await PindaiAsync(JenisBerkas.SuratRekomendasi);
        var permohonan = await PindaiAsync(JenisBerkas.SuratPermohonan);
        var ktp = await PindaiAsync(JenisBerkas.Ktp);
        if (rekomendasi is null && GalatDi(nameof(JenisBerkas.SuratRekomendasi)) is null)
        {
            Salah(nameof(JenisBerkas.SuratRekomendasi), "Pilih dahulu pindaian surat rekomendasi.");
        }

        if (Galat.Count > 0)
        {
            return;
        }

        switch (await loket.AjukanAsync(data, surat, new BerkasLoket(rekomendasi!, permohonan, ktp), Pelaku, Kunci, Ct))
        {
            case HasilLoket.Tercatat t:
                Nav.NavigateTo($"/loket/{t.Id}?baru=1");
                break;
            case HasilLoket.BelumLengkap b:
                Salah(b.Galat);
                berkas = false;
                break;
            case HasilLoket.Ditolak d:
                Salah(null, d.Kalimat);
                break;
        }
    }

    private async Task<HasilPeriksa.Diterima?> PindaiAsync(JenisBerkas jenis)
    {
        if (BentukUnggah.Terpilih(Kiriman!.Files, jenis.ToString()) is not { } pilihan)
        {
            return null;
        }

        await using var aliran = pilihan.OpenReadStream();
        switch (await pemeriksa.PeriksaAsync(aliran, pilihan.FileName, jenis, Ct))
        {
            case HasilPeriksa.Diterima diterima:
                return diterima;
            case HasilPeriksa.Ditolak tolak:
                Salah(jenis.ToString(), tolak.Kalimat);
                return null;
            default:
                throw new InvalidOperationException("Hasil pemeriksaan berkas tidak dikenal.");
        }
    }
}
