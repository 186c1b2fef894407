using KlatenSE.Infrastructure.Audit;

namespace KlatenSE.Portal.Components.Akun;

/// <summary>Looks of one person at one request within an hour: opening the request fetches each of its documents, which is one look to its owner.</summary>
/// <param name="Isi">Newest first; never empty.</param>
internal sealed record KelompokDilihat(IReadOnlyList<BarisDilihat> Isi)
{
    private static readonly TimeSpan Rentang = TimeSpan.FromHours(1);

    /// <summary>The newest look.</summary>
    public BarisDilihat Terakhir => Isi[0];

    /// <summary>What was looked at, each once, in the order of looking.</summary>
    public IReadOnlyList<string> Apa => [.. Isi.Reverse().Select(b => b.Apa).Distinct()];

    /// <summary>Puts looks together that follow one another.</summary>
    public static IReadOnlyList<KelompokDilihat> Dari(IReadOnlyList<BarisDilihat> semua)
    {
        var hasil = new List<List<BarisDilihat>>();
        foreach (var b in semua)
        {
            if (hasil.Count > 0 && hasil[^1][0] is var a && (a.Nama, a.Jabatan, a.NomorResi) == (b.Nama, b.Jabatan, b.NomorResi) && a.Pada - b.Pada < Rentang) hasil[^1].Add(b);
            else hasil.Add([b]);
        }

        return [.. hasil.Select(h => new KelompokDilihat(h))];
    }
}
