using System.Diagnostics.CodeAnalysis;
using KlatenSE.Domain.Kata;

namespace KlatenSE.Domain.Identitas;

/// <summary>
/// The personal mailbox of an applicant. It must end in <c>.go.id</c> (the SOP's warning) and must not be a shared office mailbox, which
/// BSrE refuses (domain.md, "BSrE as it works today"). <see cref="ToString"/> is masked; the address is in <see cref="Nilai"/>.
/// </summary>
public sealed record AlamatSurel
{
    private AlamatSurel(string nilai) => Nilai = nilai;

    /// <summary>
    /// Default local parts of shared mailboxes *(unsourced: a setting)*. One counts when the local part equals it or goes on with a
    /// sign that is no letter: <c>admin</c> meets <c>admin2</c> and <c>admin.web</c>, not the name <c>adminto</c>.
    /// </summary>
    public static IReadOnlyList<string> AwalanBersamaBawaan { get; } =
    [
        "info", "informasi", "admin", "administrator", "administrasi", "diskominfo", "kominfo", "sekretariat", "sekretaris", "kantor", "dinas",
        "humas", "kontak", "contact", "kepegawaian", "keuangan", "umum", "arsip", "persuratan", "surat", "tatausaha", "tata-usaha",
        "pengaduan", "aduan", "lapor", "layanan", "pelayanan", "helpdesk", "support", "operator", "ppid", "webmaster", "postmaster",
        "hostmaster", "root", "noreply", "no-reply", "bagian", "bidang", "seksi", "subbag", "kecamatan", "kelurahan", "desa", "kec", "kel",
        "puskesmas", "rsud", "bappeda", "bkpsdm", "bpkpad", "dinkes", "disdik", "dinsos", "dpupr", "dishub", "dispendukcapil", "satpolpp",
        "inspektorat", "setda", "sekda", "setwan", "dprd", "bpbd",
    ];

    /// <summary>The address in lower case.</summary>
    public string Nilai { get; }

    public string BagianLokal => Nilai[..Nilai.IndexOf('@')];

    public string Domain => Nilai[(Nilai.IndexOf('@') + 1)..];

    /// <summary>Reads a personal .go.id mailbox.</summary>
    /// <param name="masukan">What was typed; blanks at the ends and capitals are forgiven.</param>
    /// <param name="domainDiizinkan">Allowed domains, each with its subdomains (a setting); empty: every .go.id.</param>
    /// <param name="surel">The address, or null when refused.</param>
    /// <param name="alasan">When refused: why and what to do, in Indonesian.</param>
    /// <param name="awalanBersama">Local parts of shared mailboxes; null: <see cref="AwalanBersamaBawaan"/>.</param>
    public static bool Coba(
        string? masukan,
        IReadOnlyCollection<string> domainDiizinkan,
        [NotNullWhen(true)] out AlamatSurel? surel,
        [NotNullWhen(false)] out string? alasan,
        IReadOnlyCollection<string>? awalanBersama = null)
    {
        ArgumentNullException.ThrowIfNull(domainDiizinkan);
        var bersih = (masukan ?? "").Trim().ToLowerInvariant();
        alasan = Keberatan(bersih, domainDiizinkan, awalanBersama ?? AwalanBersamaBawaan);
        surel = alasan is null ? new AlamatSurel(bersih) : null;
        return alasan is null;
    }

    /// <summary>Masked: the first two characters of the local part, and the domain.</summary>
    public override string ToString() => Samaran.Surel(Nilai);

    private static string? Keberatan(string alamat, IReadOnlyCollection<string> domainDiizinkan, IReadOnlyCollection<string> awalanBersama)
    {
        if (alamat.Length == 0)
        {
            return "Alamat email belum diisi. Isilah email pribadi Anda yang berakhiran .go.id.";
        }

        var at = alamat.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || alamat.Length > 254 || !LokalSah(alamat[..at]) || !DomainSah(alamat[(at + 1)..]))
        {
            return "Alamat email tidak lengkap atau memuat tanda yang tidak dikenal. Tulis seperti nama@instansi.go.id, tanpa spasi.";
        }

        var (lokal, domain) = (alamat[..at], alamat[(at + 1)..]);
        if (!domain.EndsWith(".go.id", StringComparison.Ordinal))
        {
            return "Alamat email harus berakhiran .go.id. Gunakan email dinas pribadi Anda; bila belum punya, mintalah kepada pengelola email instansi Anda.";
        }

        if (domainDiizinkan.Count > 0 && !domainDiizinkan.Any(d => Termasuk(domain, d)))
        {
            return $"Email dengan domain {domain} belum dapat dipakai di sini. Gunakan email dengan domain {string.Join(" atau ", domainDiizinkan.Select(d => Bersih(d)))}.";
        }

        return awalanBersama.Any(a => Bersama(lokal, a.Trim().ToLowerInvariant()))
            ? "Alamat ini tampaknya kotak surat bersama milik kantor, dan BSrE menolaknya. Gunakan email .go.id atas nama Anda sendiri."
            : null;
    }

    private static bool LokalSah(string lokal) =>
        lokal.Length is > 0 and <= 64
        && lokal.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+')
        && !lokal.StartsWith('.') && !lokal.EndsWith('.') && !lokal.Contains("..", StringComparison.Ordinal);

    private static bool DomainSah(string domain)
    {
        var label = domain.Split('.');
        return label.Length >= 2 && label.All(l =>
            l.Length is > 0 and <= 63 && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !l.StartsWith('-') && !l.EndsWith('-'));
    }

    private static string Bersih(string domain) => domain.Trim().TrimStart('@', '.').ToLowerInvariant();

    private static bool Termasuk(string domain, string diizinkan) =>
        Bersih(diizinkan) is { Length: > 0 } d && (domain == d || domain.EndsWith("." + d, StringComparison.Ordinal));

    private static bool Bersama(string lokal, string awalan) =>
        awalan.Length > 0 && lokal.StartsWith(awalan, StringComparison.Ordinal)
        && (lokal.Length == awalan.Length || !char.IsAsciiLetter(lokal[awalan.Length]));
}
