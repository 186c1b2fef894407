using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>The distinguished names of the sandbox. Each says that it is one.</summary>
internal static class NamaSubjek
{
    internal const string TandaSandbox = "SANDBOX - TIDAK SAH UNTUK TANDA TANGAN";
    private const string Organisasi = "Pemerintah Kabupaten Klaten";

    public static X500DistinguishedName Pemegang(string nama, string unitKerja) => Susun(nama, unitKerja, TandaSandbox);

    public static X500DistinguishedName Akar() => Susun("SANDBOX Akar Sertifikat Klaten (bukan BSrE)", TandaSandbox);

    /// <summary>The authority sets the subject at issue; the request needs only a name to be well-formed.</summary>
    public static X500DistinguishedName Csr(string nama) => Susun(nama, TandaSandbox);

    private static X500DistinguishedName Susun(string nama, params string[] unit)
    {
        var pembangun = new X500DistinguishedNameBuilder();
        pembangun.AddCommonName(Batasi(nama));
        foreach (var u in unit)
        {
            pembangun.AddOrganizationalUnitName(Batasi(u));
        }
        pembangun.AddOrganizationName(Organisasi);
        pembangun.AddCountryOrRegion("ID");
        return pembangun.Build();
    }

    /// <summary>RFC 5280 allows 64 characters (ub-common-name, ub-organizational-unit-name).</summary>
    private static string Batasi(string teks)
    {
        const int batas = 64;
        var hasil = new StringBuilder();
        foreach (var rune in teks.Trim().EnumerateRunes().Take(batas))
        {
            hasil.Append(rune);
        }
        return hasil.ToString().TrimEnd();
    }
}
