using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Infrastructure.Pengajuan;

/// <summary>A request as its owner follows it.</summary>
/// <param name="Milik">The request, its documents and link.</param>
/// <param name="Riwayat">Its history, oldest first.</param>
/// <param name="Langkah">The eight steps of the SOP.</param>
/// <param name="Surat">The letter with its agenda number; null while a draft.</param>
/// <param name="Sertifikat">The certificate, once issued.</param>
/// <param name="Pembaca">Who else looked at the documents, newest first (UU PDP 27/2022).</param>
public sealed record Jejak(
    PermohonanMilik Milik, IReadOnlyList<Riwayat> Riwayat, IReadOnlyList<LangkahLacak> Langkah,
    SuratMasuk? Surat, SertifikatTerbit? Sertifikat, IReadOnlyList<PembacaBerkas> Pembaca)
{
    public Permohonan Permohonan => Milik.Permohonan;

    /// <summary>The deadline of who has it now: the end of the link, or of the standard.</summary>
    public DateTimeOffset? Batas => Milik.Link?.Batas ?? Permohonan.BatasBerikutnya;
}

/// <summary>One view of a document by somebody else.</summary>
public sealed record PembacaBerkas(string Nama, Peran? Peran, JenisBerkas Jenis, DateTimeOffset Pada);

/// <summary>A mailed link as its owner meets it.</summary>
public sealed record LinkMasuk(LinkPemohon Link, string? NomorResi, string Nama, uint Versi, DateTimeOffset Kini);

/// <summary>Where a step of the SOP stands for one request.</summary>
public enum KeadaanLacak
{
    Selesai,
    Kini,
    Nanti,
    Terhenti,
}

/// <summary>One of the eight steps of the SOP with what finished it.</summary>
/// <param name="Nomor">1 to 8.</param>
/// <param name="Keadaan">Behind, here, ahead, or halted here.</param>
/// <param name="Penutup">The act that finished the step; null while it is not behind.</param>
/// <param name="Mulai">When the step began; null while it is ahead.</param>
public sealed record LangkahLacak(int Nomor, KeadaanLacak Keadaan, Riwayat? Penutup, DateTimeOffset? Mulai)
{
    /// <summary>The eight steps of a request.</summary>
    public static IReadOnlyList<LangkahLacak> Susun(Permohonan permohonan, IReadOnlyList<Riwayat> riwayat)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        ArgumentNullException.ThrowIfNull(riwayat);
        var kini = Posisi(permohonan, riwayat);
        var terhenti = permohonan.Tahap is Tahap.LinkKedaluwarsa or Tahap.PerluPerbaikan or Tahap.Ditolak or Tahap.Dibatalkan;
        // The steps that this service's table has: all eight of the SOP, or a few of them.
        return [.. permohonan.Alur.SemuaTahap.Select(t => Langkah(t.Tahap)).OfType<int>().Where(n => n <= 8).Distinct().Order().Select(n =>
        {
            var keadaan = n < kini ? KeadaanLacak.Selesai : n > kini ? KeadaanLacak.Nanti : terhenti ? KeadaanLacak.Terhenti : KeadaanLacak.Kini;
            return new LangkahLacak(
                n, keadaan,
                keadaan == KeadaanLacak.Selesai ? riwayat.LastOrDefault(r => Langkah(r.Dari) == n && Langkah(r.Ke) is { } ke && ke > n) : null,
                n > kini ? null : riwayat.LastOrDefault(r => r.Dari != r.Ke && Langkah(r.Ke) == n && Langkah(r.Dari) != n)?.Pada ?? (n == 1 ? permohonan.DibuatPada : null));
        })];
    }

    /// <summary>The step that a stage belongs to for the applicant: the disposition stands before the passing-on of step 2. Null beside the steps.</summary>
    public static int? Langkah(Tahap tahap) => tahap switch
    {
        Tahap.Draf or Tahap.MenungguKonfirmasi => 1,
        Tahap.MenungguDisposisi or Tahap.PenerusanKabid => 2,
        Tahap.VerifikasiBerkas => 3,
        Tahap.InputDataBsre => 4,
        Tahap.Aktivasi => 5,
        Tahap.VerifikasiData => 6,
        Tahap.Passphrase => 7,
        Tahap.Penerbitan => 8,
        Tahap.Selesai => 9,
        Tahap.LinkKedaluwarsa or Tahap.PerluPerbaikan or Tahap.Ditolak or Tahap.Dibatalkan => null,
    };

    private static int Posisi(Permohonan p, IReadOnlyList<Riwayat> riwayat) =>
        Langkah(p.Tahap)
        ?? (p.Tahap == Tahap.PerluPerbaikan && p.DikembalikanDari is { } asal ? Langkah(asal) : null)
        ?? (p.Tahap == Tahap.LinkKedaluwarsa && p.KedaluwarsaDari is { } link ? Langkah(link) : null)
        ?? riwayat.Reverse().Select(r => Langkah(r.Dari)).FirstOrDefault(n => n is not null) ?? 1;
}
