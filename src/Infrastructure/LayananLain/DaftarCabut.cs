using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Infrastructure.LayananLain;

/// <summary>One row of a list of revocations, judged. It tells no more of the holder than was typed.</summary>
/// <param name="Nomor">Number of the row in the sheet.</param>
/// <param name="Nip">As typed, digits alone.</param>
/// <param name="Nama">As typed.</param>
/// <param name="Alasan">Reason and note in one line, as they would be filed.</param>
/// <param name="Galat">What keeps it from being filed.</param>
/// <param name="Catatan">What was tidied at the reading.</param>
public sealed record BarisCabut(
    int Nomor, string Nip, string Nama, string Alasan, IReadOnlyList<TemuanDaftar> Galat, IReadOnlyList<TemuanDaftar> Catatan)
{
    /// <summary>The certificate; null when none is found or none may be told.</summary>
    internal SertifikatTerbit? Sertifikat { get; init; }

    /// <summary>The data on which it was issued.</summary>
    internal DataPemohon Data { get; init; } = new();

    /// <summary>Values are personal: never print them.</summary>
    public override string ToString() => $"BarisCabut {Nomor}";
}

/// <summary>Letter and rows, judged as of this moment.</summary>
public sealed record LembarCabut(IReadOnlyList<(string Bidang, string Kalimat)> GalatSurat, IReadOnlyList<BarisCabut> Baris)
{
    /// <summary>What is wrong with the rows, in their order.</summary>
    public IEnumerable<(BarisCabut Baris, TemuanDaftar Temuan)> Galat => Baris.SelectMany(b => b.Galat.Select(g => (b, g)));

    public bool Bersih => GalatSurat.Count == 0 && Baris.Count > 0 && Baris.All(b => b.Galat.Count == 0);
}

/// <summary>What came of filing a list.</summary>
public abstract record HasilCabutMassal
{
    private HasilCabutMassal()
    {
    }

    /// <summary>All of it was filed, now or by an earlier send of the same form.</summary>
    public sealed record Tercatat(Guid SuratMasukId) : HasilCabutMassal;

    /// <summary>Nothing was filed: letter or rows are wrong.</summary>
    public sealed record BelumBenar(LembarCabut Lembar) : HasilCabutMassal;

    /// <summary>Nothing was filed, and why.</summary>
    public sealed record Ditolak(string Kalimat) : HasilCabutMassal;
}

/// <summary>The list on paper: its template, and rows as text that can be pasted again.</summary>
public static class LembarDaftarCabut
{
    private const int AngkaTetap = 15;

    /// <summary>The empty list to fill in; every cell is text.</summary>
    /// <param name="alasan">The office's reasons (setting).</param>
    public static byte[] Templat(IReadOnlyList<string> alasan) => PenulisXlsx.Tulis(
        (PenulisXlsx.NamaLembar, [Judul]),
        ("Petunjuk", [.. Petunjuk(alasan).Select(p => new[] { p })]));

    /// <summary>
    /// Rows as cells of a spreadsheet's clipboard, under their heading: what was read is not lost when the file is refused. A cell that the reading
    /// found spoilt does not become good by it: digits that a number lost stay marked as such, and dates, truth values and errors are left out.
    /// </summary>
    public static string Tulis(IReadOnlyList<BarisDaftar> baris) => string.Join('\n', baris.Select(Sel).Prepend(Judul).Select(s => string.Join('\t', s.Select(Kutip))));

    private static string[] Judul => [.. BentukDaftar.Pencabutan.Kolom.Select(k => k.Judul)];

    private static string[] Petunjuk(IReadOnlyList<string> alasan) =>
    [
        "Isi satu orang per baris di lembar “Daftar”. Jangan mengubah judul kolom, jangan menggabung sel, jangan memakai rumus.",
        "Semua kolom berformat Teks, supaya NIP tidak kehilangan angka. Bila menempel dari lembar lain, pilih “Tempel nilai” (Paste Values).",
        "NIP 18 angka; bagi PPPK isilah NI PPPK. Nama ditulis tanpa gelar, sama seperti di KTP, dan harus nama pemilik NIP itu.",
        $"Alasan: {string.Join("; ", alasan)}; atau {IsianPencabutan.Lainnya}.",
        $"Keterangan boleh dikosongkan, kecuali alasannya {IsianPencabutan.Lainnya}. Paling panjang {IsianPencabutan.PanjangKeterangan} huruf.",
        $"Contoh: 199007152015032002 | Sekar Wulandari | {(alasan.Count > 0 ? alasan[0] : IsianPencabutan.Lainnya)} | Terhitung mulai 1 Januari",
    ];

    private static IEnumerable<string> Sel(BarisDaftar b) => b.Sel.Select((isi, i) => b.Galat.All(g => g.Tempat != b.Tempat(i)) ? isi
        : isi.Length > AngkaTetap && isi.All(char.IsAsciiDigit) ? $"{isi[0]},{isi[1..AngkaTetap]}E+{isi.Length - 1}"
        : BentukDaftar.Pencabutan.Kolom[i].Bidang is BidangPermohonan.Nip ? isi : "");

    private static string Kutip(string isi) => isi.AsSpan().IndexOfAny("\t\n\r") >= 0 || isi.StartsWith('"') ? $"\"{isi.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : isi;
}
