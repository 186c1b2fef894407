namespace KlatenSE.Infrastructure.Berkas;

/// <summary>What became of an upload: taken, or refused with one sentence that says what to do.</summary>
public abstract record HasilPeriksa
{
    private HasilPeriksa()
    {
    }

    /// <summary>The upload as it may be kept.</summary>
    /// <param name="Nama">Cleaned name with the ending of what is kept.</param>
    /// <param name="TipeMedia">image/jpeg or application/pdf.</param>
    /// <param name="Isi">Upright JPEG without metadata, or a rewritten PDF (a signed PDF is kept byte for byte).</param>
    /// <param name="Lebar">Width in pixels; of a PDF: of its preview.</param>
    /// <param name="Tinggi">Height in pixels; of a PDF: of its preview.</param>
    /// <param name="Halaman">Number of pages; 1 for a picture.</param>
    /// <param name="Pratinjau">JPEG of the picture or the first page, at most 1600 pixels long.</param>
    /// <param name="Catatan">Advice to show to the uploader and the officials; empty when there is none.</param>
    public sealed record Diterima(
        string Nama,
        string TipeMedia,
        byte[] Isi,
        int Lebar,
        int Tinggi,
        int Halaman,
        byte[] Pratinjau,
        IReadOnlyList<string> Catatan) : HasilPeriksa;

    /// <summary>Refused.</summary>
    /// <param name="Sebab">The cause, for logs and tests.</param>
    /// <param name="Kalimat">The sentence to show.</param>
    public sealed record Ditolak(SebabTolak Sebab, string Kalimat) : HasilPeriksa;
}

/// <summary>Why an upload is refused.</summary>
public enum SebabTolak
{
    Kosong,
    TerlaluBesar,
    TipeTidakDiterima,
    HarusFoto,
    Rusak,
    Terkunci,
    TerlaluBanyakHalaman,
    TerlaluKecil,
    TerlaluBanyakPiksel,
    TidakBerwarna,
    IsiAktif,
    TerlaluRumit,
}
