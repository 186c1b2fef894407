using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.BsreStandIn;

/// <summary>The stand-in's own roots: one for people's certificates, one for the three TLS certificates. New ones at each start.</summary>
internal sealed class Otoritas
{
    private const string Tanda = "Peraga BSrE (bukan layanan BSrE)";
    private readonly StandInOptions options;
    private readonly X509Certificate2 akar = BuatAkar("Peraga BSrE Penerbit");
    private readonly X509Certificate2 akarTls = BuatAkar("Peraga BSrE Akar TLS");

    public Otoritas(StandInOptions options)
    {
        this.options = options;
        var kini = TimeProvider.System.GetUtcNow();
        TlsBaik = BuatTls(options.NamaHost, true, kini.AddDays(-1), kini.AddYears(1));
        TlsKedaluwarsa = BuatTls(options.NamaHost, true, kini.AddYears(-1), kini.AddDays(-1));
        TlsNamaLain = BuatTls("bukan-bsre.contoh.go.id", false, kini.AddDays(-1), kini.AddYears(1));
    }

    public X509Certificate2 TlsBaik { get; }

    public X509Certificate2 TlsKedaluwarsa { get; }

    public X509Certificate2 TlsNamaLain { get; }

    /// <summary>PEM of the root of the TLS certificates.</summary>
    public string CaTls => akarTls.ExportCertificatePem() + "\n";

    /// <summary>PEM of the root of people's certificates.</summary>
    public string CaPenerbit => akar.ExportCertificatePem() + "\n";

    /// <summary>
    /// A certificate in the manner of BSrE's: CN the name, T the post, OU the unit, O the regency, serialNumber the NIP, the mailbox as alternative
    /// name. The key stays with BSrE, so here it is forgotten at once.
    /// </summary>
    public X509Certificate2 Terbitkan(DataOrang data, DateTimeOffset kini)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var nama = new X500DistinguishedNameBuilder();
        nama.AddCommonName(Batasi(data.Nama));
        nama.Add("2.5.4.5", data.Nip.Length > 0 ? data.Nip : Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));
        nama.Add("2.5.4.12", Batasi(data.Jabatan));
        nama.AddOrganizationalUnitName(Batasi(data.UnitKerja));
        nama.AddOrganizationName(Batasi(options.Organisasi));
        nama.AddLocalityName(Batasi(data.Kota));
        nama.AddStateOrProvinceName(Batasi(data.Provinsi));
        nama.AddCountryOrRegion("ID");
        var p = new CertificateRequest(nama.Build(), kunci, HashAlgorithmName.SHA256);
        var alternatif = new SubjectAlternativeNameBuilder();
        alternatif.AddEmailAddress(data.Surel);
        p.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        p.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        p.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(p.PublicKey, false));
        p.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(akar, true, false));
        p.CertificateExtensions.Add(alternatif.Build());
        return p.Create(akar, kini, kini.AddMonths(options.BulanBerlaku), Nomor());
    }

    private static X509Certificate2 BuatAkar(string nama)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var p = new CertificateRequest($"CN={nama}, O={Tanda}, C=ID", kunci, HashAlgorithmName.SHA256);
        p.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        p.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        p.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(p.PublicKey, false));
        // Wide, since tests move the clock and no certificate may outlive its root.
        var kini = TimeProvider.System.GetUtcNow();
        using var jadi = p.CreateSelfSigned(kini.AddYears(-20), kini.AddYears(50));
        return X509CertificateLoader.LoadPkcs12(jadi.Export(X509ContentType.Pkcs12), null);
    }

    private X509Certificate2 BuatTls(string host, bool lokal, DateTimeOffset dari, DateTimeOffset sampai)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var p = new CertificateRequest($"CN={host}, O={Tanda}", kunci, HashAlgorithmName.SHA256);
        var nama = new SubjectAlternativeNameBuilder();
        nama.AddDnsName(host);
        if (lokal)
        {
            nama.AddDnsName("localhost");
            nama.AddIpAddress(IPAddress.Loopback);
        }
        p.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        p.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        p.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        p.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(akarTls, true, false));
        p.CertificateExtensions.Add(nama.Build());
        using var jadi = p.Create(akarTls, dari, sampai, Nomor());
        using var denganKunci = jadi.CopyWithPrivateKey(kunci);
        return X509CertificateLoader.LoadPkcs12(denganKunci.Export(X509ContentType.Pkcs12), null);
    }

    private static byte[] Nomor()
    {
        var nomor = RandomNumberGenerator.GetBytes(16);
        nomor[0] &= 0x7F;
        return nomor;
    }

    private static string Batasi(string teks) => teks.Length > 64 ? teks[..64].Trim() : teks;
}
