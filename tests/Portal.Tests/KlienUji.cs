using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KlatenSE.Infrastructure.Akun;

namespace KlatenSE.Portal.Tests;

/// <summary>A browser with scripts off: opens pages and sends their forms with everything that the page put into them.</summary>
public sealed class KlienUji(HttpClient http, Pengguna? akun)
{
    public HttpClient Http => http;

    /// <summary>Who is signed in; null when nobody is.</summary>
    public Pengguna? Akun => akun;

    /// <summary>Opens an address of the portal.</summary>
    public async Task<HalamanUji> BukaAsync(string alamat) => await HalamanUji.BacaAsync(alamat, await http.GetAsync(alamat));

    /// <summary>Opens a page and sends its form.</summary>
    /// <param name="alamat">The page.</param>
    /// <param name="formulir">The form's @formname, its id, or its action.</param>
    /// <param name="isian">Fields to fill, by name; an empty list of values for a name is left as the page has it.</param>
    public async Task<HalamanUji> KirimAsync(string alamat, string formulir, params (string Nama, string Nilai)[] isian) =>
        await KirimAsync(await BukaAsync(alamat), formulir, isian);

    /// <summary>Sends a form of a page that is already open.</summary>
    public async Task<HalamanUji> KirimAsync(HalamanUji halaman, string formulir, params (string Nama, string Nilai)[] isian)
    {
        var form = halaman.Formulir(formulir);
        var nama = isian.Select(i => i.Nama).ToHashSet();
        var nilai = HalamanUji.Isi(form).Where(i => !nama.Contains(i.Key))
            .Concat(isian.Select(i => KeyValuePair.Create(i.Nama, i.Nilai))).ToList();
        var ke = form.GetAttribute("action") is { Length: > 0 } a ? a : halaman.Alamat;
        using var kirim = new FormUrlEncodedContent(nilai);
        return await HalamanUji.BacaAsync(ke, await http.PostAsync(ke, kirim));
    }
}

/// <summary>An answer of the portal.</summary>
/// <param name="Alamat">What was asked for.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Tujuan">Where a redirect leads, as path and query; null when it is none.</param>
/// <param name="Dokumen">The page.</param>
public sealed record HalamanUji(string Alamat, HttpStatusCode Status, string? Tujuan, IHtmlDocument Dokumen)
{
    /// <summary>The words of the page's main part.</summary>
    public string Teks => string.Join(' ', (Dokumen.QuerySelector("main") ?? Dokumen.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    internal static async Task<HalamanUji> BacaAsync(string alamat, HttpResponseMessage jawaban)
    {
        using (jawaban)
        {
            var tujuan = jawaban.Headers.Location;
            return new HalamanUji(
                alamat, jawaban.StatusCode, tujuan is { IsAbsoluteUri: true } ? tujuan.PathAndQuery : tujuan?.OriginalString,
                new HtmlParser().ParseDocument(await jawaban.Content.ReadAsStringAsync()));
        }
    }

    internal IHtmlFormElement Formulir(string nama) =>
        Dokumen.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(f =>
            f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == nama || f.Id == nama || f.GetAttribute("action") == nama)
        ?? throw new InvalidOperationException($"No form {nama} on {Alamat} ({Status}): {Teks}");

    /// <summary>What a browser would send of a form, its buttons left out.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Isi(IHtmlFormElement form)
    {
        foreach (var e in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 }))
        {
            var nama = e.GetAttribute("name")!;
            switch (e)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } pilih when pilih.IsChecked:
                    yield return new(nama, pilih.Value);
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement masukan:
                    yield return new(nama, masukan.Value);
                    break;
                case IHtmlTextAreaElement teks:
                    yield return new(nama, teks.Value);
                    break;
                case IHtmlSelectElement { Value: { } dipilih }:
                    yield return new(nama, dipilih);
                    break;
            }
        }
    }
}
