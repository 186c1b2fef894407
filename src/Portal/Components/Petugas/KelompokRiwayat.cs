using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.Alur;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>History rows that tell one thing: the same act of the same person, one after the other (three documents uploaded, a form saved twice).</summary>
/// <param name="Isi">Newest first; never empty.</param>
public sealed record KelompokRiwayat(IReadOnlyList<Riwayat> Isi)
{
    /// <summary>The newest row.</summary>
    public Riwayat Pertama => Isi[0];

    /// <summary>"Mengunggah berkas, 3 kali: KTP elektronik, Surat permohonan".</summary>
    public string Judul
    {
        get
        {
            var terjadi = Pertama.Tindakan.Terjadi();
            var rincian = string.Join(", ", Isi.Reverse().Select(r => r.Rincian).Where(r => !string.IsNullOrEmpty(r)).Distinct());
            return $"{char.ToUpperInvariant(terjadi[0])}{terjadi[1..]}, {Isi.Count} kali{(rincian.Length > 0 ? $": {rincian}" : "")}";
        }
    }

    /// <summary>Puts together what follows one another and moves the request nowhere; what has a reason or a fix-list stays by itself.</summary>
    public static IReadOnlyList<KelompokRiwayat> Dari(IReadOnlyList<Riwayat> riwayat)
    {
        var semua = new List<List<Riwayat>>();
        foreach (var r in riwayat)
        {
            if (semua.Count > 0 && Serupa(semua[^1][0], r)) semua[^1].Add(r);
            else semua.Add([r]);
        }

        return [.. semua.Select(s => new KelompokRiwayat(s))];
    }

    private static bool Serupa(Riwayat a, Riwayat b) => Biasa(a) && Biasa(b) && (a.Tindakan, a.PelakuId, a.Sebagai) == (b.Tindakan, b.PelakuId, b.Sebagai);

    private static bool Biasa(Riwayat r) => r.Dari == r.Ke && r.Alasan is null && r.DaftarPerbaikan.Count == 0;
}
