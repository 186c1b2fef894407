using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>A request as its owner's pages need it.</summary>
/// <param name="Permohonan">The request; never changed here.</param>
/// <param name="Berkas">Its current documents.</param>
/// <param name="Link">The link whose validity has not been ended; null when there is none.</param>
/// <param name="PrivasiDisetujui">The privacy notice was accepted.</param>
/// <param name="SurelTerbukti">The account's proven mailbox; null while it is not proven.</param>
/// <param name="Kini">The database's clock.</param>
public sealed record PermohonanMilik(
    Permohonan Permohonan, IReadOnlyList<BerkasPermohonan> Berkas, LinkPemohon? Link, bool PrivasiDisetujui, string? SurelTerbukti, DateTimeOffset Kini)
{
    /// <summary>The current document of a kind.</summary>
    public BerkasPermohonan? this[JenisBerkas jenis] => Berkas.FirstOrDefault(b => b.Jenis == jenis);

    /// <summary>True while data and documents may be changed by the owner (draft, or sent back).</summary>
    public bool DapatDiisi => Permohonan.Tahap is Tahap.Draf or Tahap.PerluPerbaikan;

    /// <summary>The fix-list's note on a field; null when it is not on the list.</summary>
    public string? Catatan(BidangPermohonan bidang) => Permohonan.DaftarPerbaikan.Find(b => b.Bidang == bidang)?.Catatan;
}
