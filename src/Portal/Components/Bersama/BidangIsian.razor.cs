using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace KlatenSE.Portal.Components.Bersama;

/// <summary>One field of a form with its label, hint and error.</summary>
public sealed partial class BidangIsian : IDisposable
{
    private EditContext? terpasang;

    /// <summary>Id of the input; hint and error get <c>{Id}-petunjuk</c> and <c>{Id}-galat</c>.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The label's words.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What is expected, or where to find it.</summary>
    [Parameter]
    public string? Petunjuk { get; set; }

    /// <summary>The error's sentence, or null.</summary>
    [Parameter]
    public string? Galat { get; set; }

    /// <summary>Inside an EditForm: the property whose messages are shown when <see cref="Galat"/> is null.</summary>
    [Parameter]
    public Expression<Func<object?>>? Untuk { get; set; }

    /// <summary>False adds "(boleh dikosongkan)" to the label.</summary>
    [Parameter]
    public bool Wajib { get; set; }

    /// <summary>The input; its context is the attributes to splat on it.</summary>
    [Parameter]
    public RenderFragment<IReadOnlyDictionary<string, object>>? ChildContent { get; set; }

    [CascadingParameter]
    private EditContext? Edit { get; set; }

    private string? Kalimat => string.IsNullOrEmpty(Galat)
        ? Edit is not null && Untuk is not null ? Edit.GetValidationMessages(FieldIdentifier.Create(Untuk)).FirstOrDefault() : null
        : Galat;

    private Dictionary<string, object> Atribut
    {
        get
        {
            var atribut = new Dictionary<string, object> { ["id"] = Id };
            var uraian = string.Join(' ', new[] { Petunjuk is null ? null : $"{Id}-petunjuk", Kalimat is null ? null : $"{Id}-galat" }.OfType<string>());
            if (uraian.Length > 0) atribut["aria-describedby"] = uraian;
            if (Kalimat is not null) atribut["aria-invalid"] = "true";
            if (Wajib) atribut["aria-required"] = "true";
            return atribut;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Lepas();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(terpasang, Edit)) return;
        Lepas();
        terpasang = Edit;
        if (terpasang is not null) terpasang.OnValidationStateChanged += SaatBerubah;
    }

    private void SaatBerubah(object? pengirim, ValidationStateChangedEventArgs e) => InvokeAsync(StateHasChanged);

    private void Lepas()
    {
        if (terpasang is not null) terpasang.OnValidationStateChanged -= SaatBerubah;
    }
}
