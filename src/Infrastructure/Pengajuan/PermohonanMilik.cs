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

    /// <summary>True while data and documents may be changed by the owner (draft, filed at the counter, or sent back).</summary>
    public bool DapatDiisi => Permohonan.Tahap is Tahap.Draf or Tahap.MenungguKonfirmasi or Tahap.PerluPerbaikan;

    /// <summary>What the official asked to mend, with what was done about it since.</summary>
    public IReadOnlyList<ButirPerbaikanMilik> Perbaikan { get; init; } = [];

    /// <summary>The fix-list's item on a field; null when it is not on the list.</summary>
    public ButirPerbaikanMilik? UntukDiperbaiki(BidangPermohonan bidang) => Perbaikan.FirstOrDefault(b => b.Bidang == bidang);

    /// <summary>Documents of the fix-list that were not brought anew: they keep the request from being sent (the door refuses too).</summary>
    public IReadOnlyList<ButirPerbaikanMilik> BerkasBelumDiganti => [.. Perbaikan.Where(b => b is { Berkas: true, SudahPada: null })];

    /// <summary>Fields of the fix-list that stand as they were: the owner says that they are right, or changes them.</summary>
    public IReadOnlyList<ButirPerbaikanMilik> IsianBelumDiubah => [.. Perbaikan.Where(b => b is { Berkas: false, SudahPada: null })];
}

/// <summary>The applicant told that the mail with the link did not arrive.</summary>
/// <param name="Pada">When it was told last in this stage.</param>
/// <param name="Terbuka">The verifikator has not dealt with it yet.</param>
public sealed record LaporanLink(DateTimeOffset Pada, bool Terbuka);

/// <summary>One thing of the fix-list as its owner sees it.</summary>
/// <param name="Bidang">The field or document.</param>
/// <param name="Catatan">The official's note; may be empty.</param>
/// <param name="SudahPada">When it was changed or brought anew since the request came back; null while it was not.</param>
public sealed record ButirPerbaikanMilik(BidangPermohonan Bidang, string Catatan, DateTimeOffset? SudahPada)
{
    public bool Berkas => BidangPermohonanKata.Berkas.Contains(Bidang);

    /// <summary>The fix-list of a request in its applicant's hands; empty in every other stage.</summary>
    /// <param name="permohonan">The request.</param>
    /// <param name="berkas">Its current documents.</param>
    /// <param name="diubah">When each field was last changed since the request came back.</param>
    internal static IReadOnlyList<ButirPerbaikanMilik> Susun(
        Permohonan permohonan, IReadOnlyList<BerkasPermohonan> berkas, IReadOnlyDictionary<BidangPermohonan, DateTimeOffset> diubah) =>
        permohonan.TahapSop.Menunggu != Peran.Pemohon ? []
        : [.. permohonan.DaftarPerbaikan.Select(b => new ButirPerbaikanMilik(b.Bidang, b.Catatan, Pada(b.Bidang, permohonan, berkas, diubah)))];

    private static DateTimeOffset? Pada(
        BidangPermohonan bidang, Permohonan p, IReadOnlyList<BerkasPermohonan> berkas, IReadOnlyDictionary<BidangPermohonan, DateTimeOffset> diubah) =>
        p.Tahap switch
        {
            // SOP 6b to 5: the pictures are taken again, and all data looked at once more.
            Tahap.Aktivasi when bidang == BidangPermohonan.FotoKtp => p.FotoKtpPada,
            Tahap.Aktivasi when bidang == BidangPermohonan.Selfie => p.SelfiePada,
            Tahap.Aktivasi => p.DataDiperiksaPada,
            _ when !p.BidangBerubah.Contains(bidang) => null,
            _ when BidangPermohonanKata.Berkas.Contains(bidang) => berkas.FirstOrDefault(b => b.Jenis.Bidang() == bidang)?.DiunggahPada,
            _ => diubah.TryGetValue(bidang, out var pada) ? pada : p.SejakTahap,
        };
}
