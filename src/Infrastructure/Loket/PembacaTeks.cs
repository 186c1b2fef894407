using System.Text;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>Reads lists that are text: CSV files, and cells pasted from a spreadsheet.</summary>
internal static class PembacaTeks
{
    private const int BarisDibaca = PembacaDaftar.BarisTerbanyak + 600;

    private static readonly char[] Pemisah = [';', ',', '\t'];

    /// <summary>A CSV in UTF-8 or UTF-16; null when it is no text at all.</summary>
    public static HasilBaca? Csv(byte[] isi, BentukDaftar bentuk)
    {
        if (Encoding(isi) is not { } sandi)
        {
            return null;
        }

        string teks;
        try
        {
            teks = sandi.GetString(isi).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return isi.AsSpan().Contains((byte)0)
                ? null
                : new HasilBaca.Ditolak("Huruf dalam berkas CSV ini tidak terbaca. Simpan ulang sebagai “CSV UTF-8”, atau pakai templat XLSX.");
        }

        if (teks.Contains('\0'))
        {
            return null;
        }

        var pertama = teks.Split('\n').FirstOrDefault(b => b.Trim().Length > 0) ?? "";
        var pemisah = Pemisah.MaxBy(p => pertama.Count(c => c == p));
        return pertama.Contains(pemisah) ? PenafsirDaftar.Tafsirkan(Baris(teks, pemisah), [], wajibJudul: true, bentuk) : null;
    }

    /// <summary>Cells with tabs between them, as a spreadsheet puts them on the clipboard.</summary>
    public static HasilBaca Tempelan(string teks, BentukDaftar bentuk)
    {
        if (teks.Length > PembacaDaftar.UkuranTerbesar)
        {
            return new HasilBaca.Ditolak("Tulisan yang ditempel terlalu panjang. Tempel paling banyak 500 baris, atau unggah sebagai XLSX.");
        }

        if (string.IsNullOrWhiteSpace(teks))
        {
            return new HasilBaca.Ditolak("Belum ada baris yang ditempel. Salin barisnya dari lembar kerja, lalu tempel di kotak.");
        }

        return teks.Contains('\t')
            ? PenafsirDaftar.Tafsirkan(Baris(teks, '\t'), [], wajibJudul: false, bentuk)
            : new HasilBaca.Ditolak("Tulisan yang ditempel bukan kolom lembar kerja. Pilih sel-selnya di lembar kerja, salin, lalu tempel di kotak.");
    }

    private static Encoding? Encoding(byte[] isi) => isi switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true),
        // PDF, PNG, JPEG, executables: nothing to guess about.
        [0x25, 0x50, 0x44, 0x46, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, ..] or [0x4D, 0x5A, ..] => null,
        _ => new UTF8Encoding(false, true),
    };

    /// <summary>RFC 4180 with any separator: quotes hold separators and line breaks, two quotes are one.</summary>
    private static List<BarisMentah> Baris(string teks, char pemisah)
    {
        List<BarisMentah> baris = [];
        Dictionary<int, SelMentah> sel = [];
        var (isi, kutip, nomor, ke) = (new StringBuilder(), false, 1, 0);
        void TutupSel()
        {
            if (isi.Length > 0 && ke < 60)
            {
                sel[ke] = new(isi.ToString(), isi[0] is '=' or '@' ? SifatSel.Rumus : SifatSel.Teks);
            }

            isi.Clear();
            ke++;
        }

        void TutupBaris()
        {
            TutupSel();
            var satu = new BarisMentah(nomor++, sel, false);
            if (baris.Count <= BarisDibaca && (!satu.Kosong || baris.Count > 0))
            {
                baris.Add(satu);
            }

            (sel, ke) = ([], 0);
        }

        for (var i = 0; i < teks.Length; i++)
        {
            var c = teks[i];
            if (kutip)
            {
                if (c == '"' && i + 1 < teks.Length && teks[i + 1] == '"')
                {
                    isi.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    kutip = false;
                }
                else
                {
                    isi.Append(c);
                }
            }
            else if (c == '"' && isi.Length == 0)
            {
                kutip = true;
            }
            else if (c == pemisah)
            {
                TutupSel();
            }
            else if (c == '\n')
            {
                TutupBaris();
            }
            else if (c != '\r' && isi.Length < 1000)
            {
                isi.Append(c);
            }
        }

        TutupBaris();
        while (baris.Count > 0 && baris[^1].Kosong)
        {
            baris.RemoveAt(baris.Count - 1);
        }

        return baris;
    }
}
