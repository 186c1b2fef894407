using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>An applicant's new key, already sealed under the passphrase, with the request for its certificate.</summary>
/// <param name="Pkcs8Terenkripsi">PKCS#8 under PBES2 (AES-256-CBC, PBKDF2-SHA256), DER.</param>
/// <param name="Csr">PKCS#10, DER.</param>
public sealed record BahanKunci(byte[] Pkcs8Terenkripsi, byte[] Csr)
{
    public override string ToString() => nameof(BahanKunci);
}

/// <summary>Applicants' keys: making, sealing, opening. No clock, no database.</summary>
internal static class PabrikKunci
{
    // What an intruder could try passphrases on is stored with OWASP's count for PBKDF2-SHA256.
    internal const int PutaranSimpan = 600_000;

    // Readers of PKCS#12 (.NET among them) refuse more than 300,000 turns in one box.
    internal const int PutaranUnduh = 210_000;

    /// <summary>
    /// Makes an ECDSA P-256 key and seals it. P-256 because it is as strong as RSA-3072, read by every signer of PDF and mail, and made in
    /// under a millisecond, where RSA-3072 takes up to seconds of a shared server. Sealing costs some 0.2 s: call it before the transaction.
    /// </summary>
    public static BahanKunci Buat(string nama, Passphrase passphrase)
    {
        if (passphrase.Kekurangan() is { } kekurangan)
        {
            throw new ArgumentException(kekurangan, nameof(passphrase));
        }
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var permintaan = new CertificateRequest(NamaSubjek.Csr(nama), kunci, HashAlgorithmName.SHA256);
        return new(kunci.ExportEncryptedPkcs8PrivateKey(passphrase.Isi, Pbe(PutaranSimpan)), permintaan.CreateSigningRequest());
    }

    /// <summary>The opened key, or null when the passphrase does not open it.</summary>
    public static ECDsa? Buka(byte[] pkcs8Terenkripsi, Passphrase passphrase)
    {
        var kunci = ECDsa.Create();
        try
        {
            kunci.ImportEncryptedPkcs8PrivateKey(passphrase.Isi, pkcs8Terenkripsi, out _);
            return kunci;
        }
        catch (CryptographicException)
        {
            // A wrong passphrase has no exception type of its own: it shows as broken padding or a broken key.
            kunci.Dispose();
            return null;
        }
    }

    /// <summary>PKCS#12 with key, certificate and root, all AES-256 and SHA-256, so that OpenSSL 3 opens it without -legacy.</summary>
    /// <exception cref="ArgumentException">Key and certificate do not belong together.</exception>
    public static byte[] BuatPkcs12(ECDsa kunci, X509Certificate2 sertifikat, X509Certificate2 akar, Passphrase passphrase)
    {
        using var berkunci = sertifikat.CopyWithPrivateKey(kunci);
        // The root that signs carries its own key, which must never leave.
        using var akarTanpaKunci = X509CertificateLoader.LoadCertificate(akar.RawData);
        X509Certificate2Collection isi = [berkunci, akarTanpaKunci];
        // The framework's writer takes the passphrase as a string only: this one copy lives until collected.
        return isi.ExportPkcs12(Pbe(PutaranUnduh), new string(passphrase.Isi));
    }

    private static PbeParameters Pbe(int putaran) => new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, putaran);
}
