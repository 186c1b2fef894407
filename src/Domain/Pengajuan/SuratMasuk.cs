namespace KlatenSE.Domain.Pengajuan;

/// <summary>An incoming letter of recommendation with its agenda number. One letter may list several people; each request has its own disposition.</summary>
public sealed class SuratMasuk
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Year of the Buku Agenda in which <see cref="NomorAgenda"/> was given.</summary>
    public int TahunAgenda { get; init; }

    /// <summary>Number in the Buku Agenda: restarts each year, no gaps, no doubles.</summary>
    public int NomorAgenda { get; init; }

    public DateTimeOffset DiterimaPada { get; init; }

    /// <summary>Unit that sent the letter.</summary>
    public string Asal { get; set; } = "";

    public string Perihal { get; set; } = "Permohonan penerbitan sertifikat elektronik";
    public DataSurat Surat { get; set; } = new();

    /// <summary>Number, date and superior folded to one key: the same letter is entered once, however often it is named.</summary>
    public string KunciSurat { get; set; } = "";

    /// <summary>A note in the Buku Agenda, such as under which number a letter goes on that was entered twice; empty: none.</summary>
    public string Keterangan { get; set; } = "";

    /// <summary>The agenda number as shown, for example "0403/2026".</summary>
    public string Agenda => $"{NomorAgenda:0000}/{TahunAgenda}";

    /// <summary>The key of a letter: number without blanks, date and the superior's NIP.</summary>
    public static string Kunci(DataSurat surat) =>
        string.Concat(surat.Nomor.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant() + "|" + surat.Tanggal?.ToString("yyyyMMdd") + "|" + surat.AtasanNip;
}
