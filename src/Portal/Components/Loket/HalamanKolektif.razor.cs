using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.Loket;

/// <summary>The list of people on one letter: filled, judged row by row, and filed as a whole or not at all.</summary>
public sealed partial class HalamanKolektif(KolektifService kolektif, PengajuanKolektif pengajuan)
{
    private LembarKolektif? lembar;
    private IReadOnlyList<TemuanDaftar> catatanBerkas = [];

    /// <summary>The list.</summary>
    [Parameter]
    public Guid Id { get; set; }

    private bool Diajukan => lembar!.Daftar.DiajukanPada is not null;

    protected override async Task OnInitializedAsync()
    {
        TerimaKunci();
        await MuatAsync();
    }

    private async Task MuatAsync()
    {
        lembar = await kolektif.BacaAsync(Id, Http.User.Id(), Ct);
        if (lembar is null)
        {
            Nav.NotFound();
        }
    }

    private async Task TerimaAsync()
    {
        switch (Isi("Tindakan"))
        {
            case "Unggah" when BentukUnggah.Terpilih(Kiriman!.Files, "Daftar") is { } pilihan:
                await TerimaAsync(await BacaAsync(pilihan), "Daftar");
                break;
            case "Unggah":
                Salah("Daftar", "Pilih dahulu berkas daftarnya.");
                break;
            case "Tempel":
                await TerimaAsync(PembacaDaftar.Tempelan(Isi("Tempelan")), "Tempelan");
                break;
            case "Buang":
                await kolektif.BuangAsync(Id, Http.User.Id(), Ct);
                Nav.NavigateTo("/loket");
                break;
            case "Ajukan":
                await AjukanAsync();
                break;
        }
    }

    private async Task TerimaAsync(HasilBaca hasil, string bidang)
    {
        var kalimat = hasil switch
        {
            HasilBaca.Ditolak d => d.Kalimat,
            HasilBaca.Terbaca t => await kolektif.GantiAsync(Id, t.Baris, Http.User.Id(), Ct),
            _ => throw new InvalidOperationException("Hasil pembacaan tidak dikenal."),
        };
        if (kalimat is not null)
        {
            Salah(bidang, kalimat);
            return;
        }

        catatanBerkas = hasil is HasilBaca.Terbaca terbaca ? terbaca.Catatan : [];
        await MuatAsync();
    }

    private static async Task<HasilBaca> BacaAsync(IFormFile pilihan)
    {
        if (pilihan.Length > PembacaDaftar.UkuranTerbesar)
        {
            return PembacaDaftar.TerlaluBesar;
        }

        using var isi = new MemoryStream();
        await pilihan.CopyToAsync(isi);
        return PembacaDaftar.Berkas(isi.ToArray());
    }

    private async Task AjukanAsync()
    {
        if (await pengajuan.AjukanAsync(Id, VersiKiriman, Pelaku, Ct) is HasilLoket.Ditolak d)
        {
            Salah(null, d.Kalimat);
            await MuatAsync();
        }
        else
        {
            Nav.NavigateTo($"/loket/kolektif/{Id}");
        }
    }
}
