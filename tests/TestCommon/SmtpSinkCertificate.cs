using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.TestCommon;

/// <summary>The sink's self-signed certificate, one a process.</summary>
public static class SmtpSinkCertificate
{
    private static readonly Lazy<X509Certificate2> Lazy = new(Make);

    internal static X509Certificate2 Instance => Lazy.Value;

    /// <summary>Makes SmtpClient in this process trust this one certificate, by its hash, besides what the system trusts.</summary>
    public static void Trust()
    {
        var hash = Instance.GetCertHashString(HashAlgorithmName.SHA256);
#pragma warning disable SYSLIB0014 // SmtpClient takes its trust from nowhere else.
        ServicePointManager.ServerCertificateValidationCallback =
            (_, certificate, _, errors) => errors == System.Net.Security.SslPolicyErrors.None || certificate?.GetCertHashString(HashAlgorithmName.SHA256) == hash;
#pragma warning restore SYSLIB0014
    }

    /// <summary>Back to what the system trusts.</summary>
    public static void Distrust()
    {
#pragma warning disable SYSLIB0014 // As above.
        ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
    }

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
