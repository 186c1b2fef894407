using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>How the status check with BSrE stands, for the administrator.</summary>
public sealed partial class CekStatusBsre(PemeriksaanQuery query)
{
    private KabarPemeriksaan? kabar;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync() => kabar = await query.BacaAsync(Http.RequestAborted);

    private static Nada Nada(KeadaanPemeriksaan keadaan) => keadaan switch
    {
        KeadaanPemeriksaan.Mati => Bersama.Nada.Catatan,
        KeadaanPemeriksaan.Baik => Bersama.Nada.Baik,
        KeadaanPemeriksaan.SalahAtur or KeadaanPemeriksaan.Terganggu => Bersama.Nada.Dekat,
    };

    private static string Judul(KeadaanPemeriksaan keadaan) => keadaan switch
    {
        KeadaanPemeriksaan.Mati => "Tidak dipakai",
        KeadaanPemeriksaan.SalahAtur => "Setelan perlu diperbaiki",
        KeadaanPemeriksaan.Baik => "Berjalan baik",
        KeadaanPemeriksaan.Terganggu => "Terganggu",
    };
}
