using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.Alur;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>A history row in words.</summary>
public static class KalimatRiwayat
{
    /// <summary>"Memberi disposisi: Proses lebih lanjut".</summary>
    public static string Judul(Riwayat r)
    {
        var terjadi = r.Tindakan.Terjadi();
        var kalimat = char.ToUpperInvariant(terjadi[0]) + terjadi[1..];
        return string.IsNullOrEmpty(r.Rincian) ? kalimat : $"{kalimat}: {r.Rincian}";
    }

    /// <summary>"Plh. Kepala Diskominfo, Rina Astuti"; the system and BSrE have no other name.</summary>
    public static string Oleh(Riwayat r)
    {
        var peran = r.Peran.Nama();
        var jabatan = r.Sebagai is { } s ? $"{s}. {peran}" : peran;
        return r.PelakuNama.Length == 0 || r.PelakuNama == peran ? jabatan : $"{jabatan}, {r.PelakuNama}";
    }
}
