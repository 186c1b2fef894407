using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>What came of an act. A bug or an outage is none of these: it is an exception.</summary>
public abstract record HasilTindakan
{
    private HasilTindakan()
    {
    }

    /// <summary>Done; <paramref name="Versi"/> is what the next act must show.</summary>
    public sealed record Berhasil(Tahap Dari, Tahap Ke, uint Versi, bool SudahPernah = false) : HasilTindakan
    {
        /// <summary>The link that the act opened.</summary>
        internal LinkPemohon? LinkBaru { get; init; }
    }

    /// <summary>The form is incomplete or wrong: sentences by the field's name.</summary>
    public sealed record BelumLengkap(IReadOnlyDictionary<string, string[]> Galat) : HasilTindakan;

    /// <summary>The SOP says no, and why.</summary>
    public sealed record DitolakSop(string Kalimat) : HasilTindakan;

    /// <summary>Somebody was faster: who did what, and when.</summary>
    public sealed record Bentrok(string Kalimat) : HasilTindakan;

    /// <summary>No such request, or none that this person may know of: 404.</summary>
    public sealed record TidakDitemukan : HasilTindakan;

    /// <summary>The sentence to show when the act was not done; null when it was.</summary>
    public string? KalimatGagal => this switch
    {
        BelumLengkap b => string.Join(" ", b.Galat.Values.SelectMany(g => g)),
        DitolakSop d => d.Kalimat,
        Bentrok b => b.Kalimat,
        TidakDitemukan => "Permohonan tidak ditemukan. Periksa kembali alamat halaman.",
        _ => null,
    };
}

/// <summary>Who asks, as the page knows it; the door reads the roles itself.</summary>
/// <param name="Id">The signed-in account.</param>
/// <param name="Alamat">Address of the client, for the audit.</param>
public sealed record PelakuPermintaan(Guid Id, string? Alamat);
