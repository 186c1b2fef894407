using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Infrastructure.Sertifikat;
using Xunit;
using static KlatenSE.Infrastructure.Tests.Sertifikat.ContohSertifikat;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

public sealed class PabrikSertifikatTests : IDisposable
{
    private readonly OpenSsl openSsl = new();
    private readonly X509Certificate2 akar = PabrikSertifikat.BuatAkar(Kini);

    public void Dispose()
    {
        openSsl.Dispose();
        akar.Dispose();
    }

    [Theory]
    [InlineData(Sandi)]
    [InlineData("kunci é ñ 9 😀 panjang")]
    public void OpenSSL_opens_the_PKCS12_with_the_passphrase_and_finds_key_certificate_and_root(string sandi)
    {
        var p12 = openSsl.Simpan("a.p12", Pkcs12(sandi));
        var isi = openSsl.Jalankan(sandi, "pkcs12", "-in", p12, "-passin", "env:SANDI", "-nodes");
        Assert.Equal(2, isi.Split("BEGIN CERTIFICATE").Length - 1);
        Assert.Contains("BEGIN PRIVATE KEY", isi);
    }

    [Fact]
    public void The_root_key_is_not_in_the_PKCS12()
    {
        Assert.True(akar.HasPrivateKey);
        var p12 = openSsl.Simpan("a.p12", Pkcs12(Sandi));
        var isi = openSsl.Jalankan(Sandi, "pkcs12", "-in", p12, "-passin", "env:SANDI", "-nodes", "-nocerts");
        Assert.Equal(1, isi.Split("BEGIN PRIVATE KEY").Length - 1);
        Assert.Contains("P-256", openSsl.Jalankan("", "pkey", "-in", openSsl.Simpan("kunci.pem", isi), "-noout", "-text"));
    }

    [Fact]
    public void The_PKCS12_uses_AES_256_and_SHA_256_only()
    {
        var p12 = openSsl.Simpan("a.p12", Pkcs12(Sandi));
        var info = openSsl.Jalankan(Sandi, "pkcs12", "-in", p12, "-passin", "env:SANDI", "-info", "-noout");
        Assert.Contains("MAC: sha256, Iteration 210000", info);
        Assert.Contains("Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 210000, PRF hmacWithSHA256", info);
        Assert.Contains("Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 210000, PRF hmacWithSHA256", info);
    }

    [Fact]
    public void OpenSSL_refuses_the_PKCS12_under_another_passphrase()
    {
        var p12 = openSsl.Simpan("a.p12", Pkcs12(Sandi));
        var (kode, keluaran) = openSsl.Coba("rahasia dapur 2027", "pkcs12", "-in", p12, "-passin", "env:SANDI", "-noout");
        Assert.NotEqual(0, kode);
        Assert.Contains("invalid password", keluaran);
    }

    [Fact]
    public void OpenSSL_verifies_the_chain_to_the_sandbox_root()
    {
        using var sertifikat = Terbitkan();
        var pem = openSsl.Simpan("s.pem", sertifikat.ExportCertificatePem());
        var ca = openSsl.Simpan("akar.pem", akar.ExportCertificatePem());
        var saat = Kini.AddMonths(1).ToUnixTimeSeconds().ToString();
        Assert.Contains("OK", openSsl.Jalankan("", "verify", "-x509_strict", "-attime", saat, "-CAfile", ca, pem));
    }

    [Fact]
    public void Another_root_does_not_verify_it()
    {
        using var sertifikat = Terbitkan();
        using var lain = PabrikSertifikat.BuatAkar(Kini);
        var pem = openSsl.Simpan("s.pem", sertifikat.ExportCertificatePem());
        var ca = openSsl.Simpan("akar.pem", lain.ExportCertificatePem());
        Assert.NotEqual(0, openSsl.Coba("", "verify", "-CAfile", ca, pem).Kode);
    }

    [Fact]
    public void The_certificate_says_who_holds_it_that_it_is_a_sandbox_and_what_it_may_do()
    {
        using var sertifikat = Terbitkan();
        var pem = openSsl.Simpan("s.pem", sertifikat.ExportCertificatePem());
        var teks = openSsl.Jalankan("", "x509", "-in", pem, "-noout", "-text", "-nameopt", "RFC2253");
        Assert.Contains(
            "Subject: CN=Sekar Wulandari,OU=Dinas Contoh,OU=SANDBOX - TIDAK SAH UNTUK TANDA TANGAN,O=Pemerintah Kabupaten Klaten,C=ID", teks);
        Assert.Contains("Issuer: CN=SANDBOX ", teks);
        Assert.Matches(@"Basic Constraints: critical\s+CA:FALSE", teks);
        Assert.Matches(@"Key Usage: critical\s+Digital Signature, Non Repudiation\n", teks);
        Assert.Matches(@"Extended Key Usage: \s+E-mail Protection, TLS Web Client Authentication", teks);
        Assert.Contains("email:sekar.wulandari@contoh.go.id", teks);
        Assert.Contains("X509v3 Subject Key Identifier", teks);
        Assert.Contains("X509v3 Authority Key Identifier", teks);
        Assert.Contains("NIST CURVE: P-256", teks);
    }

    [Fact]
    public void It_is_valid_for_24_months_from_the_moment_given()
    {
        using var sertifikat = Terbitkan();
        Assert.Equal(Kini.UtcDateTime, sertifikat.NotBefore.ToUniversalTime());
        Assert.Equal(Kini.AddMonths(24).UtcDateTime, sertifikat.NotAfter.ToUniversalTime());
    }

    [Fact]
    public void It_never_outlives_the_root()
    {
        using var sertifikat = Terbitkan(Kini.AddYears(9));
        Assert.Equal(akar.NotAfter, sertifikat.NotAfter);
    }

    [Fact]
    public void The_root_ends_after_10_years() => Assert.Equal(Kini.AddYears(10).UtcDateTime, akar.NotAfter.ToUniversalTime());

    [Fact]
    public void Serials_are_128_bits_and_differ()
    {
        HashSet<string> seri = [];
        for (var i = 0; i < 20; i++)
        {
            using var s = Terbitkan();
            Assert.True(seri.Add(PabrikSertifikat.Serial(s)));
        }
        Assert.All(seri, s => Assert.Matches("^[0-9A-F]{24,32}$", s));
        Assert.Contains(seri, s => s.Length == 32);
    }

    [Fact]
    public void The_serial_is_written_as_openssl_prints_it_with_and_without_a_high_bit()
    {
        HashSet<bool> bitTinggi = [];
        while (bitTinggi.Count < 2)
        {
            using var s = Terbitkan();
            bitTinggi.Add(s.SerialNumber.StartsWith("00", StringComparison.Ordinal));
            var der = openSsl.Simpan("s.der", s.RawData);
            var teks = openSsl.Jalankan("", "x509", "-inform", "DER", "-in", der, "-noout", "-serial");
            Assert.Equal($"serial={PabrikSertifikat.Serial(s)}", teks.Trim());
        }
    }

    [Fact]
    public void A_request_that_its_own_key_did_not_sign_is_refused()
    {
        using var frasa = Frasa();
        var csr = PabrikKunci.Buat("Sekar Wulandari", frasa).Csr;
        csr[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => PabrikSertifikat.Terbitkan(csr, Data(), akar, Kini, Kini.AddMonths(24)));
    }

    [Fact]
    public void A_long_name_is_cut_to_the_64_characters_that_X509_allows()
    {
        using var frasa = Frasa();
        var nama = string.Concat(Enumerable.Repeat("Ayu Lestari ", 12));
        var bahan = PabrikKunci.Buat(nama, frasa);
        using var sertifikat = PabrikSertifikat.Terbitkan(bahan.Csr, Data() with { Nama = nama }, akar, Kini, Kini.AddMonths(24));
        Assert.InRange(sertifikat.GetNameInfo(X509NameType.SimpleName, false).Length, 60, 64);
    }

    [Fact]
    public void The_kept_key_opens_with_its_passphrase_only()
    {
        using var frasa = Frasa();
        using var lain = Frasa("rahasia dapur 2027");
        var bahan = PabrikKunci.Buat("Sekar Wulandari", frasa);
        using var kunci = PabrikKunci.Buka(bahan.Pkcs8Terenkripsi, frasa);
        Assert.NotNull(kunci);
        Assert.Null(PabrikKunci.Buka(bahan.Pkcs8Terenkripsi, lain));
    }

    [Fact]
    public void The_kept_key_is_under_PBES2_with_AES_256_and_600000_turns_of_SHA_256()
    {
        using var frasa = Frasa();
        var jalur = openSsl.Simpan("kunci.der", PabrikKunci.Buat("Sekar Wulandari", frasa).Pkcs8Terenkripsi);
        var susunan = openSsl.Jalankan("", "asn1parse", "-inform", "DER", "-in", jalur);
        Assert.Contains(":PBES2", susunan);
        Assert.Contains(":aes-256-cbc", susunan);
        Assert.Contains(":hmacWithSHA256", susunan);
        Assert.Contains(":0927C0", susunan);
    }

    [Fact]
    public void A_passphrase_against_the_rule_makes_no_key()
    {
        using var frasa = Frasa("pendek1");
        Assert.Throws<ArgumentException>(() => PabrikKunci.Buat("Sekar Wulandari", frasa));
    }

    [Fact]
    public void Key_and_certificate_of_two_people_are_not_sealed_together()
    {
        using var sertifikat = Terbitkan();
        using var frasa = Frasa();
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<ArgumentException>(() => PabrikKunci.BuatPkcs12(kunci, sertifikat, akar, frasa));
    }

    private X509Certificate2 Terbitkan(DateTimeOffset? saat = null)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var csr = new CertificateRequest("CN=x", kunci, HashAlgorithmName.SHA256).CreateSigningRequest();
        return PabrikSertifikat.Terbitkan(csr, Data(), akar, saat ?? Kini, (saat ?? Kini).AddMonths(24));
    }

    private byte[] Pkcs12(string sandi)
    {
        using var frasa = Frasa(sandi);
        var bahan = PabrikKunci.Buat("Sekar Wulandari", frasa);
        using var sertifikat = PabrikSertifikat.Terbitkan(bahan.Csr, Data(), akar, Kini, Kini.AddMonths(24));
        using var kunci = PabrikKunci.Buka(bahan.Pkcs8Terenkripsi, frasa);
        return PabrikKunci.BuatPkcs12(kunci!, sertifikat, akar, frasa);
    }
}
