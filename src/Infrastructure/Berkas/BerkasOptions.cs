namespace KlatenSE.Infrastructure.Berkas;

/// <summary>Limits of uploaded documents; configuration section <c>Berkas</c>.</summary>
public sealed class BerkasOptions
{
    /// <summary>Largest upload in bytes.</summary>
    public int UkuranTerbesar { get; set; } = 10 * 1024 * 1024;

    /// <summary>Most pages of a PDF.</summary>
    public int HalamanTerbanyak { get; set; } = 10;

    /// <summary>Most megapixels of a picture: above what phones take, below what exhausts memory.</summary>
    public int MegapikselTerbanyak { get; set; } = 64;

    /// <summary>Longest side in pixels of a picture that is kept; larger ones are scaled down.</summary>
    public int SisiTersimpan { get; set; } = 4000;

    /// <summary>Inspections that run at once; null: one a processor, four at most.</summary>
    public int? PemeriksaanSerentak { get; set; }

    /// <summary>Seconds on the clock that one tool may take; longer is an outage, not the document's fault.</summary>
    public int DetikTerlama { get; set; } = 90;

    /// <summary>Seconds of processor time that one tool may use on one document.</summary>
    public int DetikProsesor { get; set; } = 8;

    /// <summary>Address space in MB that one tool may use.</summary>
    public int MemoriMb { get; set; } = 1536;
}
