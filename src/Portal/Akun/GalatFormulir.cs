using FluentValidation;
using KlatenSE.Portal.Components.Bersama;

namespace KlatenSE.Portal.Akun;

/// <summary>What is wrong in a form, by field; shown at the field and in the summary.</summary>
public sealed class GalatFormulir
{
    private readonly List<GalatIsian> semua = [];

    /// <summary>Every fault in the order of the fields, for the summary.</summary>
    public IReadOnlyList<GalatIsian> Semua => semua;

    /// <summary>The fault of a field, or null.</summary>
    public string? this[string bidang] => semua.Find(g => g.IdBidang == IdBidang(bidang))?.Kalimat;

    /// <summary>Adds a fault; an empty field name makes it the form's own.</summary>
    public void Tambah(string? bidang, string kalimat) => semua.Add(new GalatIsian(string.IsNullOrEmpty(bidang) ? null : IdBidang(bidang), kalimat));

    /// <summary>Runs the rules; true when nothing is wrong. At most one fault a field.</summary>
    public bool Lulus<T>(IValidator<T> aturan, T isian)
    {
        foreach (var g in aturan.Validate(isian).Errors.DistinctBy(e => e.PropertyName))
        {
            Tambah(g.PropertyName, g.ErrorMessage);
        }

        return semua.Count == 0;
    }

    /// <summary>The id of the input that fills a property.</summary>
    public static string IdBidang(string bidang) => "isian-" + bidang.ToLowerInvariant();
}
