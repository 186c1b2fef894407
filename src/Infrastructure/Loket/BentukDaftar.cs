using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Which columns a list has, and which of them a heading cannot do without. What the reader guards against holds for every shape.</summary>
/// <param name="Kolom">The columns in the order of the template.</param>
/// <param name="Kunci">The field by which a row of headings is known.</param>
public sealed record BentukDaftar(IReadOnlyList<KolomDaftar> Kolom, BidangPermohonan Kunci)
{
    /// <summary>The people of a collective letter.</summary>
    public static BentukDaftar Orang { get; } = new(KolomDaftar.Semua, BidangPermohonan.Nik);

    /// <summary>Holders whose certificates are to be revoked.</summary>
    public static BentukDaftar Pencabutan { get; } = new(
        [
            new(BidangPermohonan.Nip, "NIP", true, "nip", "nipnipppk", "nipppk"),
            new(BidangPermohonan.Nama, "Nama (tanpa gelar)", true, "nama", "namatanpagelar", "namalengkap", "namapegawai"),
            new(null, "Alasan", true, "alasan", "alasanpencabutan"),
            new(null, "Keterangan", false, "keterangan", "catatan"),
        ], BidangPermohonan.Nip);

    /// <summary>Where the columns stand that the portal itself writes.</summary>
    internal IReadOnlyList<int> LetakBiasa { get; } = [.. Enumerable.Range(0, Kolom.Count)];

    /// <summary>The place of the column that a heading names; null when it is not understood.</summary>
    internal int? Cari(string judul)
    {
        var rapat = string.Concat(judul.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var ke = Kolom.TakeWhile(k => !k.Alias.Contains(rapat)).Count();
        return ke < Kolom.Count ? ke : null;
    }
}
