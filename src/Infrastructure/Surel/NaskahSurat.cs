using System.Text;
using System.Text.Encodings.Web;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>
/// Body of one mail, written once and rendered as plain text and as HTML. Texts given by people go through <see cref="Bersih"/>
/// and are HTML-encoded; only <see cref="Tombol"/> makes a link.
/// </summary>
internal sealed class NaskahSurat(IdentitasPortal portal, string instansi, string nama)
{
    private const string Huruf = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.55";

    private readonly StringBuilder teks = new($"Yth. {nama},\n\n");
    private readonly StringBuilder html = new($"<p>Yth. {Aman(nama)},</p>\n");

    public NaskahSurat Paragraf(string kalimat)
    {
        var isi = Bersih.TanpaNik(kalimat);
        teks.Append(isi).Append("\n\n");
        html.Append("<p>").Append(Baris(isi)).Append("</p>\n");
        return this;
    }

    /// <summary>Words of a person, such as a reason; nothing is printed when they are empty.</summary>
    public NaskahSurat Kutipan(string judul, string? isi)
    {
        var bersih = Bersih.TeksBebas(isi);
        if (bersih.Length == 0)
        {
            return this;
        }

        teks.Append(judul).Append(":\n  ").Append(bersih.Replace("\n", "\n  ", StringComparison.Ordinal)).Append("\n\n");
        html.Append("<p><strong>").Append(Aman(judul)).Append(":</strong></p>\n<blockquote style=\"margin:0 0 1em;padding:0 0 0 .9em;border-left:3px solid #6b7c93\">")
            .Append(Baris(bersih)).Append("</blockquote>\n");
        return this;
    }

    /// <summary>What to do or to mend, one by one; nothing is printed for an empty list.</summary>
    public NaskahSurat Daftar(string judul, IReadOnlyCollection<string> butir)
    {
        var bersih = butir.Select(b => Bersih.TanpaNik(Bersih.SatuBaris(b, 500))).Where(b => b.Length > 0).ToList();
        if (bersih.Count == 0)
        {
            return this;
        }

        teks.Append(judul).Append(":\n");
        html.Append("<p><strong>").Append(Aman(judul)).Append(":</strong></p>\n<ul>\n");
        foreach (var b in bersih)
        {
            teks.Append("- ").Append(b).Append('\n');
            html.Append("<li>").Append(Aman(b)).Append("</li>\n");
        }

        teks.Append('\n');
        html.Append("</ul>\n");
        return this;
    }

    /// <summary>Facts as label and value; pairs without a value are left out.</summary>
    public NaskahSurat Rincian(params (string Label, string? Nilai)[] isi)
    {
        foreach (var (label, nilai) in isi)
        {
            var bersih = Bersih.TanpaNik(Bersih.SatuBaris(nilai, 500));
            if (bersih.Length > 0)
            {
                teks.Append(label).Append(": ").Append(bersih).Append('\n');
                html.Append("<div>").Append(Aman(label)).Append(": <strong>").Append(Aman(bersih)).Append("</strong></div>\n");
            }
        }

        teks.Append('\n');
        return this;
    }

    public NaskahSurat Tenggat(string kata, DateTimeOffset batas) => Rincian((kata, TeksWaktu.Lengkap(batas)));

    /// <summary>The one thing to do. The address is also printed, for readers that show no buttons.</summary>
    public NaskahSurat Tombol(string kata, string alamat)
    {
        teks.Append(kata).Append(":\n").Append(alamat).Append("\n\n");
        html.Append("<p style=\"margin:1.4em 0\"><a href=\"").Append(Aman(alamat))
            .Append("\" style=\"display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5cad;color:#ffffff;text-decoration:none;font-weight:600\">")
            .Append(Aman(kata)).Append("</a></p>\n<p style=\"font-size:14px;word-break:break-all\">").Append(Aman(alamat)).Append("</p>\n");
        return this;
    }

    public string Teks => $"""
        {teks.ToString().TrimEnd()}

        Salam,
        {instansi}

        --
        Email ini dikirim otomatis oleh {portal.NamaPortal}. Mohon tidak membalas email ini.
        Alamat portal: {portal.AlamatPublik}

        """.ReplaceLineEndings("\r\n");

    // No colour is set for text or page: with color-scheme both, a reader in dark mode paints its own.
    public string Html => $"""
        <!doctype html>
        <html lang="id">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></head>
        <body style="margin:0;padding:16px;{Huruf}">
        <div style="max-width:36em;margin:0 auto">
        <p style="font-weight:600;border-bottom:1px solid #6b7c93;padding-bottom:8px">{Aman(portal.NamaPortal)}</p>
        {html.ToString().TrimEnd()}
        <p>Salam,<br>{Aman(instansi)}</p>
        <p style="font-size:14px;border-top:1px solid #6b7c93;padding-top:8px">Email ini dikirim otomatis oleh {Aman(portal.NamaPortal)}. Mohon tidak membalas email ini.<br>Alamat portal: {Aman(portal.AlamatPublik)}</p>
        </div>
        </body>
        </html>

        """.ReplaceLineEndings("\r\n");

    private static string Aman(string teks) => HtmlEncoder.Default.Encode(teks);

    private static string Baris(string teks) => string.Join("<br>\n", teks.Split('\n').Select(Aman));
}
