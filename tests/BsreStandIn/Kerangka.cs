using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KlatenSE.BsreStandIn;

/// <summary>HTML whose every inserted value was encoded, unless it is itself a piece.</summary>
internal sealed record Potongan(string Html)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static readonly Potongan Kosong = new("");

    public static Potongan Dari(FormattableString teks) => new(teks.ToString(new Penyandi()));

    private sealed class Penyandi : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            Potongan p => p.Html,
            IEnumerable<Potongan> banyak => string.Concat(banyak.Select(p => p.Html)),
            IFormattable f => Encoder.Encode(f.ToString(format, null)),
            _ => Encoder.Encode(arg.ToString() ?? ""),
        };
    }
}

/// <summary>Frame of every page: plain forms, no script, a look that nobody takes for the portal or for BSrE.</summary>
internal static class Kerangka
{
    private const string Gaya = """
        :root { color-scheme: light dark; --tepi: light-dark(#6b6155, #8f8577); --latar: light-dark(#fbf8f1, #1d1a16); --isi: light-dark(#241f18, #efe8dc); }
        * { box-sizing: border-box; }
        body { margin: 0; font: 1rem/1.5 Georgia, "Liberation Serif", "DejaVu Serif", serif; background: var(--latar); color: var(--isi); }
        header { background: #4a1f4f; color: #fff; padding: .75rem 1rem; border-bottom: 6px double #e9b44c; }
        header a { color: #fff; margin-right: 1rem; display: inline-block; padding: .5rem 0; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-x: auto; }
        label { display: block; margin-top: .75rem; font-weight: bold; }
        input, select, textarea, button { font: inherit; min-height: 44px; padding: .25rem .5rem; border: 1px solid var(--tepi); border-radius: 0; background: var(--latar); color: inherit; }
        input:not([type=checkbox]), select, textarea { width: 100%; max-width: 34rem; }
        input[type=checkbox] { width: 24px; min-height: 24px; vertical-align: middle; } input[type=checkbox] + label { display: inline; }
        button { background: #4a1f4f; color: #fff; border-color: #4a1f4f; margin: .75rem .5rem 0 0; cursor: pointer; }
        table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid var(--tepi); padding: .4rem; text-align: left; vertical-align: top; }
        img { max-width: 100%; max-height: 24rem; border: 1px solid var(--tepi); } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        a { color: light-dark(#5b2a86, #d6b3ff); overflow-wrap: anywhere; } .pesan { border: 2px solid #b3541e; padding: .5rem 1rem; }
        """;

    public static IResult Halaman(string judul, Potongan isi, int kode = 200, string? pesan = null) => Results.Content(Potongan.Dari($"""
        <!doctype html>
        <html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{judul} - Peraga BSrE</title><link rel="stylesheet" href="/gaya.css"></head>
        <body><header><strong>Peraga BSrE: bukan layanan BSrE</strong><br>
        <nav aria-label="Utama"><a href="/">Beranda</a><a href="/verifikator">Verifikator</a><a href="/daftar">Daftar mandiri</a><a href="/akun">Akun pemohon</a></nav></header>
        <main><h1>{judul}</h1>{(pesan is null ? Potongan.Kosong : Potongan.Dari($"<p class=\"pesan\" role=\"alert\">{pesan}</p>"))}
        {isi}</main></body></html>
        """).Html, "text/html; charset=utf-8", null, kode);

    public static IResult Css() => Results.Text(Gaya, "text/css");

    /// <summary>A labelled field.</summary>
    public static Potongan Bidang(string nama, string label, string? nilai = "", string jenis = "text", bool wajib = true, string lain = "", string? id = null) => Potongan.Dari(
        $"""<label for="{id ?? nama}">{label}</label><input id="{id ?? nama}" name="{nama}" type="{jenis}" value="{nilai}"{new Potongan((wajib ? " required" : "") + lain)}>""");

    /// <summary>BSrE's registration form, in its order. When <paramref name="tetap"/>, NIK and mailbox cannot be changed.</summary>
    public static Potongan FormData(DataOrang? d, bool tetap = false)
    {
        var kunci = tetap ? " readonly" : "";
        return Potongan.Dari($"""
            {Bidang("nama", "Nama (tanpa gelar)", d?.Nama)}{Bidang("nik", "NIK", d?.Nik, lain: kunci)}{Bidang("nip", "NIP atau NI PPPK", d?.Nip, wajib: false)}
            {Bidang("surel", "Email", d?.Surel, lain: kunci)}{Bidang("ponsel", "Nomor ponsel", d?.Ponsel)}{Bidang("jabatan", "Jabatan", d?.Jabatan)}
            {Bidang("unitKerja", "Unit kerja", d?.UnitKerja)}{Bidang("kota", "Kota/Kabupaten", d?.Kota)}{Bidang("provinsi", "Provinsi", d?.Provinsi)}
            <label for="status">Status kepegawaian</label><select id="status" name="status"><option value="">Menurut NIP</option>
            {new[] { "PNS", "PPPK", "Lainnya" }.Select(s => Potongan.Dari($"<option{new Potongan(d?.Status == s ? " selected" : "")}>{s}</option>"))}</select>
            """);
    }

    /// <summary>Turns a refusal into JSON (control) or a page, and sets the headers of every answer.</summary>
    public static async Task TangkapPenolakanAsync(HttpContext c, RequestDelegate lanjut)
    {
        c.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'";
        c.Response.Headers.CacheControl = "no-store";
        try
        {
            await lanjut(c);
        }
        catch (DitolakException e)
        {
            var hasil = c.Request.Path.StartsWithSegments("/kendali")
                ? Results.Json(new { galat = e.Message }, statusCode: e.KodeHttp)
                : Halaman("Tidak dapat diproses", Potongan.Kosong, e.KodeHttp, e.Message);
            await hasil.ExecuteAsync(c);
        }
    }
}

/// <summary>Who is signed in: a random cookie for the verifikator (<c>""</c>) or for a person's id.</summary>
internal sealed class Sesi
{
    private const string NamaKue = "peraga_bsre";
    private readonly ConcurrentDictionary<string, string> isi = new();

    public void Masuk(HttpContext c, string siapa)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        isi[token] = siapa;
        c.Response.Cookies.Append(NamaKue, token, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
    }

    public void Keluar(HttpContext c)
    {
        isi.TryRemove(c.Request.Cookies[NamaKue] ?? "", out _);
        c.Response.Cookies.Delete(NamaKue);
    }

    public bool Verifikator(HttpContext c) => Siapa(c) is "";

    public string? Siapa(HttpContext c) => isi.GetValueOrDefault(c.Request.Cookies[NamaKue] ?? "");

    public void Kosongkan() => isi.Clear();
}
