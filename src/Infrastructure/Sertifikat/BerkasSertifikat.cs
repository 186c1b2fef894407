using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Pengajuan;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>What is read from a certificate file (.cer, .crt, .pem).</summary>
/// <param name="Serial">Hexadecimal, as <c>openssl x509 -serial</c> prints it.</param>
/// <param name="NamaPemegang">The common name.</param>
/// <param name="Surel">Mail addresses in the subject and its alternative names.</param>
/// <param name="Nomor">Identity numbers (16 or 18 digits) that the subject carries.</param>
/// <param name="Otoritas">It is an authority's own certificate.</param>
public sealed record BerkasSertifikat(
    string Serial, string Subjek, string Penerbit, DateTimeOffset BerlakuDari, DateTimeOffset BerlakuSampai, byte[] Der, string NamaPemegang,
    IReadOnlyList<string> Surel, IReadOnlyList<string> Nomor, bool Otoritas)
{
    /// <summary>No certificate of a person is larger (bytes).</summary>
    public const int PalingBesar = 64 * 1024;

    private const string NomorSeriSubjek = "2.5.4.5";
    private const string IdPengguna = "0.9.2342.19200300.100.1.1";

    /// <summary>The certificate in a file; null when it holds none (a key store with a private key is none either).</summary>
    public static BerkasSertifikat? Baca(byte[] isi)
    {
        if (isi.Length is 0 or > PalingBesar)
        {
            return null;
        }

        try
        {
            using var sertifikat = X509CertificateLoader.LoadCertificate(isi);
            return Dari(sertifikat);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The fields of <paramref name="data"/> that the certificate contradicts; what it does not tell is not held against it.</summary>
    public IReadOnlyList<BidangPermohonan> Berbeda(DataPemohon data)
    {
        List<BidangPermohonan> beda = [];
        if (!NamaOrang.Sama(NamaOrang.TanpaGelar(NamaPemegang), data.Nama) && !NamaOrang.Sama(NamaPemegang, data.Nama))
        {
            beda.Add(BidangPermohonan.Nama);
        }

        if (Nomor.Any(n => n.Length == 16) && !Nomor.Contains(data.Nik))
        {
            beda.Add(BidangPermohonan.Nik);
        }

        if (Nomor.Any(n => n.Length == 18) && !Nomor.Contains(data.Nip))
        {
            beda.Add(BidangPermohonan.Nip);
        }

        if (Surel.Count > 0 && !Surel.Contains(data.Surel, StringComparer.OrdinalIgnoreCase))
        {
            beda.Add(BidangPermohonan.Surel);
        }

        return beda;
    }

    /// <summary>Why this file cannot be recorded for the person, in a sentence that names fields and no values; null when it can.</summary>
    public string? Keberatan(DataPemohon data, DateTimeOffset kini) => this switch
    {
        { Otoritas: true } => "Berkas ini sertifikat milik otoritas, bukan milik pemohon. Unggah sertifikat pemohon dari Portal BSrE.",
        _ when Subjek.Contains(NamaSubjek.TandaSandbox, StringComparison.Ordinal) => "Berkas ini dibuat otoritas percobaan, bukan BSrE. Unggah sertifikat pemohon dari Portal BSrE.",
        _ when BerlakuSampai <= kini => "Masa berlaku sertifikat dalam berkas ini sudah berakhir. Unggah sertifikat yang baru terbit.",
        _ when Berbeda(data) is { Count: > 0 } beda =>
            $"{string.Join(", ", beda.Select(b => b.Nama()))} pada sertifikat tidak sama dengan data pemohon. Periksa apakah berkasnya milik orang ini.",
        _ => null,
    };

    internal static BerkasSertifikat Dari(X509Certificate2 sertifikat) => new(
        PabrikSertifikat.Serial(sertifikat),
        sertifikat.Subject,
        sertifikat.Issuer,
        sertifikat.NotBefore.ToUniversalTime(),
        sertifikat.NotAfter.ToUniversalTime(),
        sertifikat.RawData,
        sertifikat.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
        SurelDari(sertifikat),
        [.. NilaiSubjek(sertifikat, NomorSeriSubjek, IdPengguna).Select(n => string.Concat(n.Where(char.IsAsciiDigit))).Where(n => n.Length is 16 or 18)],
        sertifikat.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority));

    public override string ToString() => $"BerkasSertifikat {Serial}";

    private static IReadOnlyList<string> SurelDari(X509Certificate2 sertifikat) =>
        sertifikat.GetNameInfo(X509NameType.EmailName, forIssuer: false) is { Length: > 0 } surel ? [surel] : [];

    private static IEnumerable<string> NilaiSubjek(X509Certificate2 sertifikat, params string[] oid) =>
        sertifikat.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(r => !r.HasMultipleElements && oid.Contains(r.GetSingleElementType().Value))
            .Select(r => r.GetSingleElementValue() ?? "");
}
