using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What the Kasi reads on letter and KTP, while it is being typed.</summary>
public sealed class IsianPerbandingan
{
    private Perbandingan tersimpan = new();

    public string SuratNama { get; set; } = "";
    public string SuratNik { get; set; } = "";
    public string SuratNip { get; set; } = "";
    public string SuratSurel { get; set; } = "";
    public string KtpNama { get; set; } = "";
    public string KtpNik { get; set; } = "";
    public bool AsliDitunjukkan { get; set; }

    /// <summary>Something was typed that is not recorded yet.</summary>
    public bool BelumDisimpan => KePerbandingan() != tersimpan;

    /// <summary>Every source was read.</summary>
    public bool Lengkap => KePerbandingan() is { SuratNama.Length: > 0, SuratNik.Length: > 0, SuratNip.Length: > 0, SuratSurel.Length: > 0, KtpNama.Length: > 0, KtpNik.Length: > 0 };

    /// <summary>From what is recorded, or empty.</summary>
    public static IsianPerbandingan Dari(Perbandingan? p) => p is null ? new() : new()
    {
        SuratNama = p.SuratNama,
        SuratNik = p.SuratNik,
        SuratNip = p.SuratNip,
        SuratSurel = p.SuratSurel,
        KtpNama = p.KtpNama,
        KtpNik = p.KtpNik,
        AsliDitunjukkan = p.AsliDitunjukkan,
        tersimpan = p,
    };

    /// <summary>Blanks and hyphens in numbers are forgiven on input.</summary>
    public Perbandingan KePerbandingan() => new()
    {
        SuratNama = NamaOrang.Rapikan(SuratNama),
        SuratNik = Angka(SuratNik),
        SuratNip = Angka(SuratNip),
        SuratSurel = SuratSurel.Trim().ToLowerInvariant(),
        KtpNama = NamaOrang.Rapikan(KtpNama),
        KtpNik = Angka(KtpNik),
        AsliDitunjukkan = AsliDitunjukkan,
    };

    private static string Angka(string teks) => string.Concat(teks.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
}
