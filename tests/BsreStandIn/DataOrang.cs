using System.Net.Mail;
using System.Text.RegularExpressions;

namespace KlatenSE.BsreStandIn;

/// <summary>BSrE's registration form, in its order. <paramref name="Status"/>: PNS, PPPK or Lainnya; empty is read from the NIP.</summary>
internal sealed partial record DataOrang(
    string Nama, string Nik, string Nip, string Surel, string Ponsel, string Jabatan, string UnitKerja, string Kota, string Provinsi, string? Status = null)
{
    private static readonly string[] Bersama = ["admin", "info", "humas", "dinas", "diskominfo", "kominfo", "sekretariat", "umum", "kontak", "surat"];

    /// <summary>Digit 13 of an NI PPPK is 2, where a NIP has the month's 0 or 1.</summary>
    public string StatusPegawai => !string.IsNullOrWhiteSpace(Status) ? Status : Nip.Length != 18 ? "Lainnya" : Nip[12] == '2' ? "PPPK" : "PNS";

    public static DataOrang Dari(IFormCollection f) => new DataOrang(
        T(f, "nama"), T(f, "nik"), T(f, "nip"), T(f, "surel"), T(f, "ponsel"), T(f, "jabatan"), T(f, "unitKerja"), T(f, "kota"), T(f, "provinsi"),
        T(f, "status")).Rapi();

    /// <summary>Blanks and hyphens in numbers are forgiven; nothing is null.</summary>
    public DataOrang Rapi() => new(
        Bersih(Nama), Angka(Nik), Angka(Nip), Bersih(Surel).ToLowerInvariant(), Angka(Ponsel), Bersih(Jabatan), Bersih(UnitKerja), Bersih(Kota),
        Bersih(Provinsi), Bersih(Status));

    /// <summary>The first objection as BSrE's form would have it, or null.</summary>
    public string? Keberatan()
    {
        (bool Buruk, string Kalimat)[] aturan =
        [
            (Nama.Length == 0, "Isi nama lengkap."),
            (Gelar().IsMatch(Nama), "Tulis nama tanpa gelar."),
            (!NikSah(Nik), "NIK harus 16 angka. Periksa lagi pada KTP."),
            (Nip.Length > 0 && !(Nip.Length == 18 && Nip.All(char.IsAsciiDigit)), "NIP harus 18 angka, atau kosong bagi yang bukan ASN."),
            (!SurelSah(Surel), "Alamat email tidak sah (4015)."),
            (!Surel.EndsWith(".go.id", StringComparison.Ordinal), "Email harus berakhiran .go.id."),
            (Bersama.Contains(Surel.Split('@')[0]), "Email bersama milik kantor tidak diterima. Pakai email perorangan."),
            (!(Ponsel.TrimStart('+') is { Length: >= 9 and <= 15 } p && p.All(char.IsAsciiDigit)), "Nomor ponsel harus 9 sampai 15 angka."),
            (new[] { Jabatan, UnitKerja, Kota, Provinsi }.Any(t => t.Length == 0), "Isi jabatan, unit kerja, kota, dan provinsi."),
            (Status is not (null or "" or "PNS" or "PPPK" or "Lainnya"), "Pilih status kepegawaian: PNS, PPPK, atau Lainnya."),
        ];
        return aturan.Where(a => a.Buruk).Select(a => a.Kalimat).FirstOrDefault();
    }

    public static bool NikSah(string nik) => nik.Length == 16 && nik.All(char.IsAsciiDigit);

    public static bool SurelSah(string surel) =>
        surel.All(c => char.IsAsciiLetterOrDigit(c) || ".-_+@".Contains(c)) && MailAddress.TryCreate(surel, out var a) && a.Address == surel;

    private static string T(IFormCollection f, string nama) => f[nama].ToString();

    private static string Bersih(string? teks) => Sela().Replace(teks ?? "", " ").Trim();

    private static string Angka(string? teks) => string.Concat((teks ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Sela();

    [GeneratedRegex(@",|\b(Drs?|Dra|Ir|Prof)\.|\b[SM]\.\s?(Kom|Si|Sos|STP|Pd|H|E|T|M|IP|Ag|Hum|AP|P|Kes|Kep)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gelar();
}
