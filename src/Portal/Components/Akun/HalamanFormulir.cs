using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>A static page with a plain form: works with scripts off, keeps what was typed.</summary>
public abstract class HalamanFormulir : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Nav { get; set; } = null!;

    /// <summary>The faults of the form just sent.</summary>
    protected GalatFormulir Galat { get; } = new();

    /// <summary>Cancelled when the visitor goes away.</summary>
    protected CancellationToken Ct => Http.RequestAborted;
}
