namespace KlatenSE.Domain.Alur;

/// <summary>The stages of the short tables: those of the SOP, with its names, clocks and columns, so that one board shows them all.</summary>
internal static class TahapPendek
{
    public static TahapSop[] Ambil(params Tahap[] tahap)
    {
        var semua = TabelPenerbitan.Tahap().ToDictionary(t => t.Tahap);
        return [.. tahap.Select(t => semua[t])];
    }
}
