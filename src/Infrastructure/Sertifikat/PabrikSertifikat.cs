using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Signs X.509 v3 certificates for the sandbox. No clock, no database: the moment is a parameter.</summary>
internal static class PabrikSertifikat
{
    private const string EkuSurel = "1.3.6.1.5.5.7.3.4";
    private const string EkuKlien = "1.3.6.1.5.5.7.3.2";

    /// <summary>A new self-signed root (ECDSA P-384) with its key, good for 10 years from <paramref name="kini"/>.</summary>
    public static X509Certificate2 BuatAkar(DateTimeOffset kini)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var permintaan = new CertificateRequest(NamaSubjek.Akar(), kunci, HashAlgorithmName.SHA384);
        permintaan.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        permintaan.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        permintaan.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(permintaan.PublicKey, false));
        // Backdated, since no certificate may begin before its root and the demo shows certificates that soon end.
        return permintaan.CreateSelfSigned(kini.AddYears(-3), kini.AddYears(10));
    }

    /// <summary>
    /// Signs the key of <paramref name="csr"/>, whose own signature is checked first (proof of possession). Valid from <paramref name="kini"/>
    /// to <paramref name="sampai"/>, never longer than the root.
    /// </summary>
    /// <exception cref="CryptographicException">The CSR is not well-formed or not signed by its own key.</exception>
    public static X509Certificate2 Terbitkan(byte[] csr, DataPemohon data, X509Certificate2 akar, DateTimeOffset kini, DateTimeOffset sampai)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(sampai, kini);
        var diminta = CertificateRequest.LoadSigningRequest(csr, HashAlgorithmName.SHA256);
        var permintaan = new CertificateRequest(NamaSubjek.Pemegang(data.Nama, data.UnitKerja), diminta.PublicKey, HashAlgorithmName.SHA384);
        var nama = new SubjectAlternativeNameBuilder();
        nama.AddEmailAddress(data.Surel.Trim());
        X509Extension[] tambahan =
        [
            new X509BasicConstraintsExtension(false, false, 0, true),
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true),
            new X509EnhancedKeyUsageExtension([new Oid(EkuSurel), new Oid(EkuKlien)], false),
            new X509SubjectKeyIdentifierExtension(diminta.PublicKey, false),
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(akar, true, false),
            nama.Build(),
        ];
        foreach (var t in tambahan)
        {
            permintaan.CertificateExtensions.Add(t);
        }
        var akhirAkar = new DateTimeOffset(akar.NotAfter.ToUniversalTime());
        return permintaan.Create(akar, kini, sampai < akhirAkar ? sampai : akhirAkar, RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>Hexadecimal as openssl prints it: without the zero byte that DER puts before a high bit.</summary>
    public static string Serial(X509Certificate2 sertifikat) => Convert.ToHexString(sertifikat.SerialNumberBytes.Span.TrimStart((byte)0));
}
