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

    /// <summary>Every source was read. Who has no NIP (status Lainnya) has none on the letter either.</summary>
    public bool Lengkap(DataPemohon data) =>
        KePerbandingan() is { SuratNama.Length: > 0, SuratNik.Length: > 0, SuratSurel.Length: > 0, KtpNama.Length: > 0, KtpNik.Length: > 0 } p
        && (p.SuratNip.Length > 0 || data.Nip.Length == 0);

    /// <summary>What was typed and is not recorded, in words, to be copied; empty when there is nothing.</summary>
    public IReadOnlyList<string> Tertulis => !BelumDisimpan ? [] :
    [
        .. new[]
        {
            ("Nama di surat", SuratNama), ("Nama di KTP", KtpNama), ("NIK di surat", SuratNik), ("NIK di KTP", KtpNik), ("NIP di surat", SuratNip), ("Email di surat", SuratSurel),
        }.Where(t => t.Item2.Trim().Length > 0).Select(t => $"{t.Item1}: {t.Item2.Trim()}"),
        .. AsliDitunjukkan ? ["Dokumen asli sudah ditunjukkan"] : Array.Empty<string>(),
    ];

    /// <summary>From what is recorded, or empty.</summary>
    public static IsianPerbandingan Dari(Perbandingan? p)
    {
        if (p is null)
        {
            return new();
        }

        var isian = new IsianPerbandingan
        {
            SuratNama = p.SuratNama,
            SuratNik = p.SuratNik,
            SuratNip = p.SuratNip,
            SuratSurel = p.SuratSurel,
            KtpNama = p.KtpNama,
            KtpNik = p.KtpNik,
            AsliDitunjukkan = p.AsliDitunjukkan,
        };
        // As this form would record it: what was recorded by other rules is not taken for something newly typed.
        isian.tersimpan = isian.KePerbandingan();
        return isian;
    }

    /// <summary>Names and mailbox stay as they were read off the paper, but for blanks; blanks and hyphens in numbers are forgiven on input.</summary>
    public Perbandingan KePerbandingan() => new()
    {
        SuratNama = Rapat(SuratNama),
        SuratNik = Angka(SuratNik),
        SuratNip = Angka(SuratNip),
        SuratSurel = SuratSurel.Trim(),
        KtpNama = Rapat(KtpNama),
        KtpNik = Angka(KtpNik),
        AsliDitunjukkan = AsliDitunjukkan,
    };

    private static string Rapat(string teks) => string.Join(' ', teks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Angka(string teks) => string.Concat(teks.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
}
