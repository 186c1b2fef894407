using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Makes rows of people out of raw cells: finds the heading, names what a spreadsheet has spoilt, and tidies what can be tidied.</summary>
internal static partial class PenafsirDaftar
{
    private const string FormatTeks = "Ubah format kolomnya menjadi Teks, lalu ketik ulang angkanya.";

    public static HasilBaca Tafsirkan(List<BarisMentah> baris, List<string> gabungan, bool wajibJudul, BentukDaftar bentuk)
    {
        var ke = baris.Take(10).TakeWhile(b => !Judul(b, bentuk)).Count();
        var adaJudul = ke < Math.Min(baris.Count, 10);
        if (!adaJudul && wajibJudul)
        {
            return new HasilBaca.Ditolak(baris.Count == 0
                ? "Daftar ini tidak berisi apa pun. Isi satu orang per baris di bawah judul kolom, lalu unggah lagi."
                : $"Judul kolom tidak ditemukan. Baris pertama harus berisi: {string.Join(", ", bentuk.Kolom.Select(k => k.Judul))}. Pakai templat dari halaman ini.");
        }

        if (Letak(adaJudul ? baris[ke] : null, bentuk) is var (letak, kalimat) && kalimat is not null)
        {
            return new HasilBaca.Ditolak(kalimat);
        }

        var isi = adaJudul ? baris.Skip(ke + 1).ToList() : baris;
        var terisi = isi.Count(b => !b.Kosong);
        if (terisi == 0)
        {
            return new HasilBaca.Ditolak("Daftar ini belum berisi orang. Isi satu orang per baris di bawah judul kolom, lalu unggah lagi.");
        }

        if (terisi > PembacaDaftar.BarisTerbanyak)
        {
            return new HasilBaca.Ditolak($"Daftar ini berisi lebih dari {PembacaDaftar.BarisTerbanyak} orang. Bagi menjadi beberapa daftar untuk surat yang sama; nomor agendanya tetap satu.");
        }

        var catatan = isi.Where(b => b.Kosong).Select(b => new TemuanDaftar(b.Nomor, $"Baris {b.Nomor}", null, "Baris kosong dilewati.")).ToList();
        return new HasilBaca.Terbaca([.. isi.Where(b => !b.Kosong).Select(b => Baris(b, letak, gabungan, bentuk))], catatan);
    }

    private static bool Judul(BarisMentah b, BentukDaftar bentuk) =>
        b.Sel.Values.Select(s => bentuk.Cari(s.Teks)).OfType<int>().Distinct().ToList() is { Count: >= 2 } kenal
        && kenal.Exists(k => bentuk.Kolom[k].Bidang == bentuk.Kunci);

    /// <summary>In which column of the sheet each field stands.</summary>
    private static (int[] Letak, string? Kalimat) Letak(BarisMentah? judul, BentukDaftar bentuk)
    {
        if (judul is null)
        {
            return ([.. bentuk.LetakBiasa], null);
        }

        var letak = Enumerable.Repeat(-1, bentuk.Kolom.Count).ToArray();
        foreach (var (ke, sel) in judul.Sel.OrderBy(s => s.Key).Where(s => !string.IsNullOrWhiteSpace(s.Value.Teks)))
        {
            if (bentuk.Cari(sel.Teks) is not { } kolom)
            {
                return (letak, $"Kolom {KolomDaftar.Huruf(ke)} berjudul “{Pendek(sel.Teks)}” tidak dikenal. Hapus kolom itu: data yang tidak diperlukan tidak boleh ikut terkirim.");
            }

            if (letak[kolom] >= 0)
            {
                return (letak, $"Kolom “{bentuk.Kolom[kolom].Judul}” ada dua kali ({KolomDaftar.Huruf(letak[kolom])} dan {KolomDaftar.Huruf(ke)}). Hapus salah satu.");
            }

            letak[kolom] = ke;
        }

        var kurang = bentuk.Kolom.Where((k, i) => k.Wajib && letak[i] < 0).Select(k => k.Judul).ToList();
        return (letak, kurang.Count == 0 ? null : $"Kolom ini tidak ada: {string.Join(", ", kurang)}. Tambahkan, atau pakai templat dari halaman ini.");
    }

    private static BarisDaftar Baris(BarisMentah b, int[] letak, List<string> gabungan, BentukDaftar bentuk)
    {
        List<TemuanDaftar> galat = [];
        List<TemuanDaftar> catatan = [];
        var sel = new string[letak.Length];
        for (var i = 0; i < letak.Length; i++)
        {
            var bidang = bentuk.Kolom[i].Bidang;
            var tempat = letak[i] < 0 ? $"Baris {b.Nomor}" : $"Sel {KolomDaftar.Huruf(letak[i])}{b.Nomor}";
            var mentah = letak[i] >= 0 && b.Sel.TryGetValue(letak[i], out var ada) ? ada : new SelMentah("", SifatSel.Teks);
            if (Masalah(mentah, bidang) is { } kalimat)
            {
                galat.Add(new(b.Nomor, tempat, bidang, kalimat));
            }

            sel[i] = Rapikan(mentah.Teks, out var sebab);
            if (sebab is not null)
            {
                catatan.Add(new(b.Nomor, tempat, bidang, sebab));
            }
        }

        foreach (var (ke, _) in b.Sel.Where(s => !letak.Contains(s.Key) && s.Value.Teks.Trim().Length > 0))
        {
            galat.Add(new(b.Nomor, $"Sel {KolomDaftar.Huruf(ke)}{b.Nomor}", null, "Isi sel ini berada di luar kolom daftar. Hapus, atau pindahkan ke kolom yang benar."));
        }

        foreach (var rentang in gabungan.Where(g => Kena(g, b.Nomor)))
        {
            galat.Add(new(b.Nomor, $"Sel {rentang}", null, "Sel-sel ini digabung (merge), sehingga tidak jelas milik baris mana. Pisahkan, lalu isi setiap sel."));
        }

        if (b.Tersembunyi)
        {
            galat.Add(new(b.Nomor, $"Baris {b.Nomor}", null, "Baris ini tersembunyi atau tersaring. Tampilkan baris itu dan periksa, atau hapus."));
        }

        return new BarisDaftar(b.Nomor, sel, letak, galat, catatan);
    }

    private static string? Masalah(SelMentah sel, BidangPermohonan? bidang) => sel.Sifat switch
    {
        SifatSel.Rumus => "Sel ini berisi rumus. Salin, tempel sebagai nilai (Paste Values), lalu unggah lagi.",
        SifatSel.Galat => $"Sel ini berisi kesalahan rumus ({sel.Teks}). Ketik isinya langsung.",
        SifatSel.Tanggal => "Sel ini berisi tanggal, bukan teks: lembar kerja mengubah ketikan Anda. " + FormatTeks,
        SifatSel.Logika => "Sel ini berisi BENAR/SALAH, bukan teks. Ketik isinya langsung.",
        SifatSel.Angka when bidang is BidangPermohonan.Nik or BidangPermohonan.Nip => TerpotongAngka(bidang.Value),
        SifatSel.Teks when bidang is BidangPermohonan.Nik or BidangPermohonan.Nip && Ilmiah().IsMatch(sel.Teks.Trim()) => TerpotongAngka(bidang.Value),
        _ => null,
    };

    // Spreadsheets keep 15 digits of a number: the rest is zero, and nobody can say what it was.
    private static string TerpotongAngka(BidangPermohonan bidang) =>
        $"{bidang.Nama()} tersimpan sebagai angka, sehingga angka terakhirnya dapat berubah menjadi 0. {FormatTeks}";

    /// <summary>What can be tidied without a doubt is, and is told: apostrophes in front, blanks that are none, digits of full width, invisible signs.</summary>
    private static string Rapikan(string teks, out string? sebab)
    {
        sebab = null;
        var hasil = teks;
        if (hasil.Any(c => c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F'))
        {
            hasil = string.Concat(hasil.Where(c => c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F')));
            sebab = "Tanda yang tidak terlihat dihapus.";
        }

        if (hasil.Any(c => c is >= '\uFF01' and <= '\uFF5E'))
        {
            hasil = string.Concat(hasil.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));
            sebab = "Angka atau huruf lebar diubah menjadi yang biasa.";
        }

        if (hasil.Any(c => char.IsWhiteSpace(c) && c is not (' ' or '\n' or '\r' or '\t')))
        {
            hasil = string.Concat(hasil.Select(c => char.IsWhiteSpace(c) && c is not ('\n' or '\r' or '\t') ? ' ' : c));
            sebab = "Spasi khusus diubah menjadi spasi biasa.";
        }

        if (hasil.TrimStart() is ['\'', .. { Length: > 0 } sisa])
        {
            hasil = sisa;
            sebab = "Tanda petik di depan dihapus.";
        }

        // A line break within a cell is most often a slip of the key; within a word the validator says so.
        return hasil.Trim();
    }

    private static bool Kena(string rentang, int nomor)
    {
        var ujung = rentang.Split(':').Select(u => int.TryParse(string.Concat(u.SkipWhile(char.IsAsciiLetter)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        return ujung.Length == 2 && nomor >= ujung[0] && nomor <= ujung[1];
    }

    private static string Pendek(string teks) => teks.Trim() is { Length: > 40 } panjang ? panjang[..40] + "…" : teks.Trim();

    [GeneratedRegex(@"^\d([.,]\d+)?[eE]\+?\d+$")]
    private static partial Regex Ilmiah();
}
