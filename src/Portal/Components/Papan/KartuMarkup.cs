using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Papan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Papan;

/// <summary>
/// The markup of a card: one string for each version of the card, shared by all circuits (two when it waits for somebody: with and
/// without the button). papan.js counts the time on from its data attributes.
/// </summary>
public sealed class KartuMarkup(TimeProvider jam)
{
    private readonly ConditionalWeakTable<KartuPapan, Entri> _entri = [];

    /// <summary>The markup for a viewer.</summary>
    /// <param name="kartu">The card.</param>
    /// <param name="giliran">The act that waits for this viewer; null: no button.</param>
    /// <param name="kalender">The working calendar in force.</param>
    public MarkupString Untuk(KartuPapan kartu, Tindakan? giliran, KalenderKerja kalender)
    {
        var hari = Jakarta.Tanggal(jam.GetUtcNow());
        if (!_entri.TryGetValue(kartu, out var entri) || entri.Hari != hari || !ReferenceEquals(entri.Kalender, kalender))
        {
            entri = new Entri(hari, kalender);
            _entri.AddOrUpdate(kartu, entri);
        }

        return giliran is { } tindakan
            ? new(entri.Tombol ??= Tulis(kartu, tindakan, kalender))
            : new(entri.Polos ??= Tulis(kartu, null, kalender));
    }

    /// <summary>Working hours of today and the next days, as "from-until" in seconds since 1970: papan.js counts working time by them.</summary>
    public string JamKerja(KalenderKerja kalender)
    {
        var hari = Jakarta.Tanggal(jam.GetUtcNow());
        return string.Join(' ', Enumerable.Range(0, 5).Select(hari.AddDays).SelectMany(h => kalender.JamPada(h).Sesi.Select(s =>
            string.Create(CultureInfo.InvariantCulture, $"{Jakarta.Saat(h, s.Mulai).ToUnixTimeSeconds()}-{Jakarta.Saat(h, s.Selesai).ToUnixTimeSeconds()}"))));
    }

    /// <summary>The act on a card's button, short.</summary>
    internal static string Kata(Tindakan tindakan) => tindakan switch
    {
        Tindakan.Teruskan => "Teruskan",
        Tindakan.TunjukVerifikator => "Periksa berkas",
        Tindakan.TerbitkanLinkAktivasi => "Input data",
        Tindakan.KirimKeBsre => "Ubah data",
        Tindakan.CabutSertifikat => "Cabut sertifikat",
        Tindakan.Setujui => "Verifikasi data",
        Tindakan.TerbitkanUlangLink => "Terbitkan ulang",
        // A person does it beside BSrE only: what BSrE did is recorded.
        Tindakan.TerbitkanSertifikat => "Catat hasil",
        _ => tindakan.Nama(),
    };

    private string Tulis(KartuPapan k, Tindakan? giliran, KalenderKerja kalender)
    {
        var kini = jam.GetUtcNow();
        var usia = UsiaKartu.Dari(k, kini, kalender);
        var t = new StringBuilder(700);
        t.Append("<article class=\"papan-kartu").Append(usia.KelasKartu).Append("\" data-id=\"").Append(k.Id).Append('"').Append(usia.Data);
        if (k.Peristiwa is { } p)
        {
            t.Append(CultureInfo.InvariantCulture, $" data-p=\"{p.Pada.ToUnixTimeSeconds()}\" data-n=\"{p.Urut}\"");
        }

        t.Append("><span class=\"nomor\">").Append(Aman(k.NomorResi)).Append("</span><a class=\"nama\" href=\"/kerja/").Append(k.Id).Append("\">")
            .Append(Aman(k.Nama)).Append("</a><span class=\"unit\">").Append(Aman(k.UnitKerja)).Append("</span><div class=\"baris\">").Append(usia.Lencana);
        foreach (var (kelas, baca, teks) in Lencana(k))
        {
            t.Append("<span class=\"lencana").Append(kelas).Append("\">");
            if (baca.Length > 0)
            {
                t.Append("<span class=\"tersembunyi\">").Append(baca).Append("</span>");
            }

            t.Append(Aman(teks)).Append("</span>");
        }

        t.Append("</div>");
        if (k.Peristiwa is not null)
        {
            t.Append("<p class=\"pindah\" hidden>").Append(Aman(k.Peristiwa.Kalimat)).Append("</p>");
        }

        if (giliran is { } tindakan)
        {
            t.Append("<a class=\"tombol tombol--utama tombol--kecil\" href=\"/kerja/").Append(k.Id).Append("\">").Append(Aman(Kata(tindakan)))
                .Append("<span class=\"tersembunyi\"> ").Append(Aman(k.NomorResi)).Append("</span></a>");
        }

        return t.Append("</article>").ToString();
    }

    private static IEnumerable<(string Kelas, string Baca, string Teks)> Lencana(KartuPapan k)
    {
        if (k.Layanan != Layanan.Penerbitan)
        {
            yield return (" lencana--catatan", "Layanan: ", k.Layanan.Nama());
        }

        if (k.Berbeda)
        {
            yield return (" lencana--catatan", "", "≠ KTP dan surat");
        }

        if (k.JumlahPerbaikan > 0)
        {
            yield return ("", "", $"{k.JumlahPerbaikan} perbaikan");
        }

        if (k is { Tahap: Tahap.PerluPerbaikan, DikembalikanDari: { } dari } && k.Alur.Dari(dari).Langkah is { } langkah)
        {
            yield return ("", "", $"dari langkah {langkah}");
        }

        if (k.Pengingat > 0)
        {
            yield return ("", "", $"diingatkan {k.Pengingat}×");
        }

        if (k.VerifikatorNama is { Length: > 0 } nama && k.TahapSop.Menunggu == Peran.Verifikator)
        {
            yield return ("", "Verifikator: ", nama.Split(' ')[0]);
        }
    }

    private static string Aman(string teks) => HtmlEncoder.Default.Encode(teks);

    private sealed class Entri(DateOnly hari, KalenderKerja kalender)
    {
        public DateOnly Hari => hari;
        public KalenderKerja Kalender => kalender;
        public string? Polos { get; set; }
        public string? Tombol { get; set; }
    }
}
