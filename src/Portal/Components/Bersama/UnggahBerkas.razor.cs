using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Bersama;

/// <summary>The part of a form that takes one document.</summary>
public sealed partial class UnggahBerkas
{
    /// <summary>Id of the group (target of the error summary's link).</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Name of the form's field.</summary>
    [Parameter, EditorRequired]
    public string Nama { get; set; } = "";

    /// <summary>What document it is.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Kinds and size that are accepted.</summary>
    [Parameter]
    public string? Petunjuk { get; set; }

    /// <summary>The refusal's sentence, or null.</summary>
    [Parameter]
    public string? Galat { get; set; }

    /// <summary>Kinds offered by the file chooser; the server decides from the content.</summary>
    [Parameter]
    public string Terima { get; set; } = "image/jpeg,image/png,image/heic,application/pdf";

    /// <summary>"environment" (back) or "user" (front) adds the photo button; null leaves it out.</summary>
    [Parameter]
    public string? Kamera { get; set; }

    /// <summary>Name of the file that is stored already.</summary>
    [Parameter]
    public string? Terpasang { get; set; }

    /// <summary>Largest size in bytes: the script warns before it sends. 0 for none.</summary>
    [Parameter]
    public long BatasByte { get; set; }

    private string? Salah => string.IsNullOrEmpty(Galat) ? null : "true";

    private string? Uraian
    {
        get
        {
            var id = string.Join(' ', new[] { Petunjuk is null ? null : $"{Id}-petunjuk", Salah is null ? null : $"{Id}-galat" }.OfType<string>());
            return id.Length == 0 ? null : id;
        }
    }

    /// <summary>The file that was chosen under a name, or null: of the two inputs, the empty one sends a part without a file name.</summary>
    public static IFormFile? Terpilih(IFormFileCollection berkas, string nama)
    {
        ArgumentNullException.ThrowIfNull(berkas);
        return berkas.GetFiles(nama).FirstOrDefault(b => !string.IsNullOrEmpty(b.FileName));
    }
}
