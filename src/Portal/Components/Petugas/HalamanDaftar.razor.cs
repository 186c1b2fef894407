using KlatenSE.Domain.Alur;
using Microsoft.AspNetCore.Components;
using Hasil = KlatenSE.Infrastructure.Antrean.HalamanDaftar;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The searchable list of all requests.</summary>
public sealed partial class HalamanDaftar
{
    private Hasil hasil = new([], 0, 1);
    private Tahap? tahap;

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = "cari")]
    public string? Cari { get; set; }

    /// <summary>Name of a stage; anything else counts as none.</summary>
    [SupplyParameterFromQuery(Name = "tahap")]
    public string? NamaTahap { get; set; }

    /// <summary>Page from 1; anything else counts as the first.</summary>
    [SupplyParameterFromQuery(Name = "halaman")]
    public string? Halaman { get; set; }

    [Inject]
    private TimeProvider Jam { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        tahap = Enum.TryParse<Tahap>(NamaTahap, out var t) && Enum.IsDefined(t) && t != Tahap.Draf ? t : null;
        hasil = await Daftar.CariAsync(Cari, tahap, int.TryParse(Halaman, out var h) ? h : 1, Http.RequestAborted);
    }

    private string Tautan(int halaman) =>
        $"/petugas/permohonan?cari={Uri.EscapeDataString(Cari ?? "")}&tahap={tahap}&halaman={halaman}";
}
