using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Pengajuan;
using Microsoft.Extensions.Options;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.Loket;

/// <summary>The letter of many people: its data and its scan. The list of people comes next.</summary>
public sealed partial class KolektifBaru(KolektifService kolektif, PemeriksaBerkas pemeriksa, IOptions<BerkasOptions> batas)
{
    private DataSurat surat = new();
    private string asal = "";

    protected override void OnInitialized()
    {
        TerimaKunci();
        if (Kiriman is { } kiriman)
        {
            (surat, asal) = (IsianFormulir.Surat(kiriman, surat, static _ => true), Isi("Asal"));
        }
    }

    private async Task TerimaAsync()
    {
        Salah(await kolektif.PeriksaSuratAsync(surat, asal, Ct));
        if (BentukUnggah.Terpilih(Kiriman!.Files, "Pindaian") is not { } pilihan)
        {
            Salah("Pindaian", "Pilih pindaian suratnya.");
            return;
        }

        await using var aliran = pilihan.OpenReadStream();
        switch (await pemeriksa.PeriksaAsync(aliran, pilihan.FileName, JenisBerkas.SuratRekomendasi, Ct))
        {
            case HasilPeriksa.Ditolak tolak:
                Salah("Pindaian", tolak.Kalimat);
                break;
            case HasilPeriksa.Diterima when Galat.Count > 0:
                Salah("Pindaian", "Perbaiki isian di atas, lalu pilih lagi pindaiannya.");
                break;
            case HasilPeriksa.Diterima diterima:
                await SimpanAsync(diterima);
                break;
        }
    }

    private async Task SimpanAsync(HasilPeriksa.Diterima scan)
    {
        switch (await kolektif.BuatAsync(surat, asal, scan, Pelaku, Ct))
        {
            case HasilLoket.Tercatat t:
                Nav.NavigateTo($"/loket/kolektif/{t.Id}");
                break;
            case HasilLoket.BelumLengkap b:
                Salah(b.Galat);
                break;
            case HasilLoket.Ditolak d:
                Salah(null, d.Kalimat);
                break;
        }
    }
}
