using KlatenSE.Domain.Alur;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

public sealed class DiagramAlurTests
{
    [Fact]
    public void Readme_shows_the_diagram_of_the_newest_table()
    {
        var readme = File.ReadAllText(Path.Combine(Akar(), "README.md"));
        var isi = readme.Split("<!-- diagram -->")[1].Split("<!-- /diagram -->")[0].Trim('\n');
        var seharusnya = DiagramAlur.UntukReadme(AlurSop.Terbaru);
        Assert.True(isi == seharusnya, $"Put this between the diagram markers of README.md:\n{seharusnya}");
    }

    [Fact]
    public void Every_stage_and_every_moving_row_stands_in_the_diagram()
    {
        var teks = DiagramAlur.Mermaid(AlurSop.Terbaru);
        Assert.All(AlurSop.Terbaru.SemuaTahap, t => Assert.Contains($" as {t.Tahap}\n", teks + "\n", StringComparison.Ordinal));
        Assert.All(
            AlurSop.Terbaru.SemuaAturan.Where(a => a.Berpindah).SelectMany(a => a.KemungkinanTujuan.Select(ke => (a.Dari, ke, a.Tindakan))),
            p => Assert.Contains(teks.Split('\n'), b => b.StartsWith($"    {p.Dari} --> {p.ke}: ", StringComparison.Ordinal) && b.Contains(p.Tindakan.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public void The_eight_steps_are_those_of_the_table()
    {
        Assert.Equal(Enumerable.Range(1, 8), LangkahSop.Semua.Select(l => l.Nomor));
        foreach (var tahap in AlurSop.Terbaru.SemuaTahap.Where(t => t.Langkah is not null))
        {
            var langkah = Assert.Single(LangkahSop.Semua, l => l.Tahap.Contains(tahap.Tahap));
            Assert.Equal(tahap.Langkah, langkah.Nomor);
        }

        Assert.All(LangkahSop.Semua, l => Assert.NotEmpty(l.Tindakan(AlurSop.Terbaru)));
    }

    private static string Akar()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KlatenSE.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }

        return folder.FullName;
    }
}
