using System.Reflection;
using KlatenSE.Portal.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace KlatenSE.Portal.Components;

/// <summary>Decides, from the page alone, whether the Blazor script is part of the document.</summary>
public sealed partial class App
{
    private bool interaktif;
    private string? tema;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override void OnInitialized()
    {
        var halaman = Http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        // Circuits are closed to visitors who have not signed in, so the script would only fail for them.
        interaktif = halaman is not null && Http.User.Identity?.IsAuthenticated == true
            && (halaman.GetCustomAttribute<RenderModeAttribute>() is not null
                || halaman.GetCustomAttribute<LayoutAttribute>()?.LayoutType == typeof(TataLetakPetugas));
        tema = Http.Request.Cookies["tema"] is "terang" or "gelap" ? Http.Request.Cookies["tema"] : null;
    }
}
