using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>Why the server's certificate was refused, carried out of the handshake.</summary>
internal sealed class SertifikatTlsException(GagalBsre jenis) : Exception("The server's TLS certificate was refused: " + jenis)
{
    public GagalBsre Jenis => jenis;
}

/// <summary>The connection to BSrE: no redirections, cookies or proxy, little in memory, and TLS that says why it refuses.</summary>
internal static class SambunganTls
{
    public static SocketsHttpHandler Buat(BsreOptions atur)
    {
        var sambungan = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 64 * 1024,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // An activity would carry headers to another system, which has no use for them.
            ActivityHeadersPropagator = null,
        };
        sambungan.SslOptions.RemoteCertificateValidationCallback = (_, _, rantai, galat) =>
            galat == SslPolicyErrors.None ? true : throw new SertifikatTlsException(Jenis(rantai, galat));
        if (atur.BerkasCa is { Length: > 0 } berkas)
        {
            var aturan = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            Percayai(aturan.CustomTrustStore, berkas);
            sambungan.SslOptions.CertificateChainPolicy = aturan;
        }

        return sambungan;
    }

    /// <summary>A file that cannot be read vouches for nobody: the handshake fails, and the health page says where to look.</summary>
    private static void Percayai(X509Certificate2Collection dipercaya, string berkas)
    {
        try
        {
            dipercaya.ImportFromPemFile(berkas);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            dipercaya.Clear();
        }
    }

    private static GagalBsre Jenis(X509Chain? rantai, SslPolicyErrors galat)
    {
        var keadaan = rantai?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (a, s) => a | s.Status) ?? X509ChainStatusFlags.NoError;
        return galat switch
        {
            _ when keadaan.HasFlag(X509ChainStatusFlags.NotTimeValid) => GagalBsre.TlsKedaluwarsa,
            _ when galat.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => GagalBsre.TlsNamaLain,
            _ => GagalBsre.TlsTidakDipercaya,
        };
    }
}
