namespace KlatenSE.Portal.Components.Bersama;

/// <summary>The portal's few signs, drawn inline so that no icon font or sprite is fetched.</summary>
public sealed partial class Ikon
{
    private static readonly HashSet<string> Isi = ["bulat", "wajik", "segitiga"];

    /// <summary>Sign name to SVG path on a 24 x 24 field.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Gambar = new Dictionary<string, string>
    {
        ["bulat"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
        ["wajik"] = "M12 1l11 11-11 11L1 12z",
        ["segitiga"] = "M12 2l11 20H1z",
        ["pasir"] = "M6 2h12M6 22h12M7 2v4l5 6 5-6V2M7 22v-4l5-6 5 6v4",
        ["centang"] = "M4 12.5l5.5 5.5L20 6.5",
        ["silang"] = "M5 5l14 14M19 5L5 19",
        ["beda"] = "M4 9h16M4 15h16M17 4L7 20",
        ["info"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v.01",
        ["peringatan"] = "M12 3L1.5 21h21zM12 10v5M12 18v.01",
        ["kamera"] = "M3 8h4l2-3h6l2 3h4v12H3zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
        ["berkas"] = "M6 2h8l5 5v15H6zM14 2v5h5",
        ["unduh"] = "M12 3v12M7 11l5 5 5-5M4 21h16",
        ["unggah"] = "M12 16V4M7 9l5-5 5 5M4 21h16",
        ["cari"] = "M10.5 3a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM16 16l5.5 5.5",
        ["menu"] = "M3 6h18M3 12h18M3 18h18",
        ["orang"] = "M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM3.5 21c1-4 4.5-6 8.5-6s7.500 2 8.500 6",
        ["keluar"] = "M10 3H4v18h6M9 12h12M17 8l4 4-4 4",
        ["kunci"] = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4",
        ["jam"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2",
        ["surel"] = "M3 5h18v14H3zM3 6l9 7 9-7",
        ["kanan"] = "M5 12h14M13 6l6 6-6 6",
        ["bawah"] = "M6 9l6 6 6-6",
        ["kotak"] = "M3 13l3-9h12l3 9v7H3zM3 13h5l1.500 3h5L16 13h5",
    };

    /// <summary>The markup of a sign, also for code that writes its markup as text (the board).</summary>
    /// <exception cref="KeyNotFoundException">No such sign.</exception>
    public static string Svg(string nama) =>
        $"<svg class=\"ikon{(Isi.Contains(nama) ? " ikon--isi" : "")}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{Gambar[nama]}\"/></svg>";
}
