using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Portal.Components.Bersama;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>What came of the last act on the desk, and how it is meant: done, or done with something left to do.</summary>
/// <param name="Nada">Green only when nothing is left to do.</param>
/// <param name="Judul">What happened.</param>
/// <param name="Lanjut">What to do next; null when there is nothing.</param>
public sealed record KabarMeja(Nada Nada, string Judul, string? Lanjut = null)
{
    /// <summary>After the comparison of step 3 was recorded.</summary>
    public static KabarMeja Perbandingan(Permohonan permohonan) => permohonan.BidangBerbeda() is { Count: > 0 } beda
        ? new(Nada.Dekat, $"Tersimpan. {beda.Count} data berbeda: {string.Join(", ", beda.Select(b => b.Nama()))}.", "BSrE menolak data yang berbeda, jadi kembalikan permohonan untuk diperbaiki.")
        : permohonan.Perbandingan?.AsliDitunjukkan == true
            ? new(Nada.Baik, "Tersimpan. Semua data sesuai.", "Anda dapat menunjuk verifikator.")
            : new(Nada.Dekat, "Tersimpan. Semua data sesuai, tetapi dokumen asli belum dicentang.", "Centang bahwa dokumen asli sudah ditunjukkan, lalu simpan lagi untuk menunjuk verifikator.");
}
