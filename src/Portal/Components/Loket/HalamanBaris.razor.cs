using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Loket;

/// <summary>One person of a list, typed or mended on the page.</summary>
public sealed partial class HalamanBaris(KolektifService kolektif)
{
    private LembarKolektif? lembar;
    private DataPemohon data = new();

    /// <summary>The list.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The row; 0 adds one.</summary>
    [Parameter]
    public int Nomor { get; set; }

    protected override async Task OnInitializedAsync()
    {
        TerimaKunci();
        await MuatAsync();
        if (lembar is { Daftar.DiajukanPada: not null })
        {
            Nav.NavigateTo($"/loket/kolektif/{Id}");
        }
    }

    private async Task MuatAsync()
    {
        lembar = await kolektif.BacaAsync(Id, Http.User.Id(), Ct);
        var baris = lembar?.Orang.FirstOrDefault(o => o.Baris.Nomor == Nomor);
        if (lembar is null || (Nomor > 0 && baris is null && lembar.Daftar.DiajukanPada is null))
        {
            lembar = null;
            Nav.NotFound();
            return;
        }

        data = Kiriman is { } kiriman
            ? IsianFormulir.Data(kiriman, data, static _ => true) with { Surel = kiriman[nameof(BidangPermohonan.Surel)].ToString().Trim() }
            : baris?.Data ?? data;
        if (Kiriman is null && baris is not null)
        {
            Tunjukkan(baris);
        }
    }

    private void Tunjukkan(OrangDaftar baris) => Salah(baris.Galat.Select(g => (g.Bidang?.ToString() ?? "", g.Lengkap)));

    private async Task TerimaAsync()
    {
        if (lembar is null)
        {
            return;
        }

        var kalimat = Isi("Tindakan") == "Hapus"
            ? await kolektif.HapusBarisAsync(Id, Nomor, Http.User.Id(), Ct)
            : await kolektif.SimpanBarisAsync(Id, Nomor, KolomDaftar.Isi(data), Http.User.Id(), Ct);
        if (kalimat is not null)
        {
            Salah(null, kalimat);
            return;
        }

        // Kept in any case; what is wrong with it is told at its fields.
        var baru = await kolektif.BacaAsync(Id, Http.User.Id(), Ct);
        var baris = Nomor > 0 ? baru?.Orang.FirstOrDefault(o => o.Baris.Nomor == Nomor) : baru?.Orang is { Count: > 0 } semua ? semua[^1] : null;
        Nav.NavigateTo(Isi("Tindakan") == "Simpan" && baris is { Galat.Count: > 0 } ? $"/loket/kolektif/{Id}/baris/{baris.Baris.Nomor}" : $"/loket/kolektif/{Id}");
    }
}
