using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>One request on an official's desk.</summary>
public sealed partial class HalamanKerja(KerjaQuery kerja, ValiditasService validitas, NavigationManager nav)
{
    private string? resi;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await validitas.PastikanAsync(Id, Http.RequestAborted);
        resi = await kerja.CatatBukaAsync(Id, Http.PelakuAudit(), Http.RequestAborted);
        if (resi is null)
        {
            nav.NotFound();
        }
    }
}
