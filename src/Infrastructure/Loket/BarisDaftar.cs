using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Something about one cell or row of a list.</summary>
/// <param name="Baris">Number of the row in the sheet.</param>
/// <param name="Tempat">The cell as a sheet names it ("B7"), or "Baris 7".</param>
/// <param name="Bidang">The field; null when it concerns the row.</param>
/// <param name="Kalimat">What is wrong and what to do.</param>
public sealed record TemuanDaftar(int Baris, string Tempat, BidangPermohonan? Bidang, string Kalimat)
{
    /// <summary>Place and sentence in one line.</summary>
    public string Lengkap => $"{Tempat}{(Bidang is { } b ? $" ({b.Nama()})" : "")}: {Kalimat}";
}

/// <summary>One person of a list as it was read or typed, before anything is judged.</summary>
/// <param name="Nomor">Number of the row in the sheet.</param>
/// <param name="Sel">The values in the order of the list's columns (<see cref="BentukDaftar"/>).</param>
/// <param name="Letak">In which column of the sheet each value stood; -1 where the sheet has no such column.</param>
/// <param name="Galat">What the reading itself found wrong: formulas, numbers without their digits, merged or hidden cells.</param>
/// <param name="Catatan">What was tidied at the reading, and is told.</param>
public sealed record BarisDaftar(
    int Nomor, IReadOnlyList<string> Sel, IReadOnlyList<int> Letak, IReadOnlyList<TemuanDaftar> Galat, IReadOnlyList<TemuanDaftar> Catatan)
{
    /// <summary>A row typed on the page.</summary>
    public static BarisDaftar Diketik(int nomor, IReadOnlyList<string> sel) => new(nomor, sel, BentukDaftar.Orang.LetakBiasa, [], []);

    /// <summary>The value of a field of the list of people.</summary>
    public string this[BidangPermohonan bidang] => Sel[KolomDaftar.Urutan(bidang)];

    /// <summary>How a sheet names the cell of a field of the list of people.</summary>
    internal string Tempat(BidangPermohonan bidang) => Tempat(KolomDaftar.Urutan(bidang));

    /// <summary>How a sheet names the cell of a column.</summary>
    internal string Tempat(int kolom) => Letak[kolom] is >= 0 and var ke ? $"Sel {KolomDaftar.Huruf(ke)}{Nomor}" : $"Baris {Nomor}";

    /// <summary>Values are personal: never print them.</summary>
    public override string ToString() => $"BarisDaftar {Nomor}";
}

/// <summary>What came of reading a list.</summary>
public abstract record HasilBaca
{
    private HasilBaca()
    {
    }

    /// <summary>The rows.</summary>
    public sealed record Terbaca(IReadOnlyList<BarisDaftar> Baris, IReadOnlyList<TemuanDaftar> Catatan) : HasilBaca;

    /// <summary>The file as a whole cannot be taken.</summary>
    public sealed record Ditolak(string Kalimat) : HasilBaca;
}

/// <summary>A cell as it stands in the file.</summary>
/// <param name="Teks">Its text.</param>
/// <param name="Sifat">What it is.</param>
internal readonly record struct SelMentah(string Teks, SifatSel Sifat);

/// <summary>What a cell of a sheet holds.</summary>
internal enum SifatSel
{
    Teks,
    Angka,
    Tanggal,
    Rumus,
    Galat,
    Logika,
}

/// <summary>A row as it stands in the file.</summary>
internal sealed record BarisMentah(int Nomor, IReadOnlyDictionary<int, SelMentah> Sel, bool Tersembunyi)
{
    public bool Kosong => Sel.Values.All(s => s.Sifat == SifatSel.Teks && string.IsNullOrWhiteSpace(s.Teks.Replace('\u200B', ' ')));
}
