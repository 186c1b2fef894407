using System.Text.RegularExpressions;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Portal.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Demo;

/// <summary>The outgoing mail of the demo, newest first.</summary>
public sealed partial class HalamanSurelDemo(ModePortal mode, SurelQuery query, NavigationManager nav, PengaturanService pengaturan, IConfiguration konfigurasi)
{
    private const int SeHalaman = 20;

    private List<IsiSurel>? surat;
    private bool masihAda;
    private string? suratBsre;

    [SupplyParameterFromQuery(Name = "cari")]
    public string? Cari { get; set; }

    [SupplyParameterFromQuery(Name = "halaman")]
    public int Halaman { get; set; }

    private int Ke => Math.Clamp(Halaman, 1, 10_000);

    protected override async Task OnInitializedAsync()
    {
        if (!mode.Demo)
        {
            nav.NotFound();
            return;
        }

        // Beside the stand-in: BSrE's mails are its own.
        suratBsre = konfigurasi["Demo:AlamatBsre"] is { Length: > 0 } ? (await pengaturan.AmbilAsync()).AlamatBsre + "/kendali/surat" : null;
        var baris = await query.DaftarAsync(cari: Cari, lewati: (Ke - 1) * SeHalaman, ambil: SeHalaman + 1);
        masihAda = baris.Count > SeHalaman;
        surat = [];
        foreach (var b in baris.Take(SeHalaman))
        {
            // A body that was erased leaves nothing to read; its row is passed over.
            if (await query.IsiUntukDemoAsync(b.Id) is { } isi)
            {
                surat.Add(isi);
            }
        }
    }

    private string Alamat(int halaman) => nav.GetUriWithQueryParameter("halaman", halaman);

    internal static IEnumerable<IReadOnlyList<IReadOnlyList<Bagian>>> Paragraf(string teks) =>
        teks.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('\n').Select(Bagian.Pecah).ToList());

    /// <summary>A piece of a line: words, or an address to follow.</summary>
    internal sealed partial record Bagian(string Teks, bool Tautan)
    {
        public static IReadOnlyList<Bagian> Pecah(string baris) =>
            [.. AlamatWeb().Split(baris).Where(b => b.Length > 0).Select(b => new Bagian(b, AlamatWeb().IsMatch(b)))];

        [GeneratedRegex(@"(https?://[^\s<>()""]+[^\s<>()"".,;:])")]
        private static partial Regex AlamatWeb();
    }
}
