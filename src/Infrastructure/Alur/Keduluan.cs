using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>Tells the loser of a race who did what, and when.</summary>
internal static class Keduluan
{
    public static async Task<string> KalimatAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct)
    {
        var terakhir = await db.Set<Riwayat>().AsNoTracking().Where(r => r.PermohonanId == permohonanId).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        return terakhir is null
            ? "Permohonan ini baru saja berubah di tempat lain. Muat ulang halaman; tulisan Anda tetap ada."
            : $"{terakhir.PelakuNama} ({Jabatan(terakhir)}) sudah {terakhir.Tindakan.Terjadi()} pada {TeksWaktu.Lengkap(terakhir.Pada)}. "
              + "Tulisan Anda tetap ada; muat ulang halaman untuk melihat keadaan terbaru.";
    }

    private static string Jabatan(Riwayat r) => r.Sebagai is { } sebagai ? $"{sebagai}. {r.Peran.Nama()}" : r.Peran.Nama();
}
