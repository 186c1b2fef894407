using System.Text;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Alur;

/// <summary>The stage diagram, generated from the table.</summary>
public static class DiagramAlur
{
    /// <summary>
    /// A mermaid <c>stateDiagram-v2</c> of all acts that move a request; lines end in LF and there is none at the end. Acts between
    /// the same two stages share an arrow.
    /// </summary>
    public static string Mermaid(AlurSop alur)
    {
        ArgumentNullException.ThrowIfNull(alur);
        var teks = new StringBuilder("stateDiagram-v2\n");
        foreach (var t in alur.SemuaTahap)
        {
            teks.Append("    state \"").Append(Nama(t)).Append("\" as ").Append(t.Tahap).Append('\n');
        }

        teks.Append("    [*] --> ").Append(alur.SemuaTahap[0].Tahap).Append('\n');
        foreach (var panah in alur.SemuaAturan.Where(a => a.Berpindah)
            .SelectMany(a => a.KemungkinanTujuan.Select(ke => (a.Dari, Ke: ke, a.Tindakan, Oleh: a.Oleh.Nama())))
            .GroupBy(p => (p.Dari, p.Ke)))
        {
            teks.Append("    ").Append(panah.Key.Dari).Append(" --> ").Append(panah.Key.Ke).Append(": ")
                .AppendJoin(" / ", panah.GroupBy(p => p.Tindakan).Select(t => $"{t.Key} ({string.Join(", ", t.Select(p => p.Oleh).Distinct())})")).Append('\n');
        }

        foreach (var t in alur.SemuaTahap.Where(t => !t.Terbuka))
        {
            teks.Append("    ").Append(t.Tahap).Append(" --> [*]\n");
        }

        return teks.ToString().TrimEnd('\n');
    }

    /// <summary>What stands between the markers of README.md: the diagram in a mermaid block.</summary>
    public static string UntukReadme(AlurSop alur) => $"```mermaid\n{Mermaid(alur)}\n```";

    private static string Nama(TahapSop t) => t.Langkah is { } n ? $"{n} {t.Nama}" : t.Nama;
}
