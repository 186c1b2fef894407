namespace KlatenSE.Portal.Components.Bersama;

/// <summary>One step of a request's way.</summary>
/// <param name="Nomor">The SOP's step number, 1 to 8.</param>
/// <param name="Judul">What the step is, in the reader's words.</param>
/// <param name="Keterangan">When it was done and by whom, or what to expect.</param>
/// <param name="Keadaan">Behind, here, or ahead.</param>
public sealed record ButirLangkah(int Nomor, string Judul, string? Keterangan, KeadaanLangkah Keadaan);

/// <summary>Where a step stands.</summary>
public enum KeadaanLangkah
{
    /// <summary>Behind.</summary>
    Selesai,

    /// <summary>Here.</summary>
    Kini,

    /// <summary>Ahead.</summary>
    Nanti,

    /// <summary>The request stopped here (refused, cancelled, link over).</summary>
    Terhenti,
}
