using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KlatenSE.Portal.Components.Bersama;

/// <summary>A dialog for one act. Open it by <see cref="BukaAsync"/>; Escape and the closing button close it.</summary>
public sealed partial class DialogTindakan : IAsyncDisposable
{
    private readonly string idJudul = $"dialog-{Guid.NewGuid():N}";
    private ElementReference elemen;
    private IJSObjectReference? modul;
    private bool tampilkan;

    /// <summary>Heading: the act.</summary>
    [Parameter, EditorRequired]
    public string Judul { get; set; } = "";

    /// <summary>Words of the closing button.</summary>
    [Parameter]
    public string KataTutup { get; set; } = "Batal";

    /// <summary>For comparisons and pictures.</summary>
    [Parameter]
    public bool Lebar { get; set; }

    /// <summary>The form. It exists only while the dialog is open.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Buttons beside the closing one.</summary>
    [Parameter]
    public RenderFragment? Kaki { get; set; }

    /// <summary>Raised once at each closing.</summary>
    [Parameter]
    public EventCallback OnTutup { get; set; }

    /// <summary>The dialog is open.</summary>
    public bool Terbuka { get; private set; }

    /// <summary>Opens the dialog and puts the focus into it.</summary>
    public Task BukaAsync()
    {
        Terbuka = tampilkan = true;
        return InvokeAsync(StateHasChanged);
    }

    /// <summary>Closes the dialog; the focus returns to where it was.</summary>
    public async Task TutupAsync()
    {
        if (!Terbuka) return;
        if (modul is not null) await modul.InvokeVoidAsync("tutup", elemen);
        await SaatTutup();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (modul is null) return;
        try
        {
            await modul.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!tampilkan) return;
        tampilkan = false;
        modul ??= await Js.InvokeAsync<IJSObjectReference>("import", "/js/dialog.js");
        await modul.InvokeVoidAsync("buka", elemen);
    }

    // Also raised by Escape, which closes the element without asking us.
    private async Task SaatTutup()
    {
        if (!Terbuka) return;
        Terbuka = false;
        await OnTutup.InvokeAsync();
        await InvokeAsync(StateHasChanged);
    }
}
