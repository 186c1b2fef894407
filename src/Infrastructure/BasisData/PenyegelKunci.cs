using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>Seals what Data Protection marks as secret before it goes into the database.</summary>
internal sealed class PenyegelKunci(KunciPelindung kunci) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var (tanda, tersegel) = kunci.Segel(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement(PembukaKunci.Nama, new XAttribute(PembukaKunci.Kunci, tanda), tersegel), typeof(PembukaKunci));
    }
}

/// <summary>Opens what <see cref="PenyegelKunci"/> sealed. Sealed keys in the database name this class: it keeps its name and place.</summary>
internal sealed class PembukaKunci : IXmlDecryptor
{
    internal const string Nama = "kunciTersegel";
    internal const string Kunci = "kunci";

    private readonly KunciPelindung _kunci;

    /// <summary>As Data Protection makes it.</summary>
    public PembukaKunci(IServiceProvider layanan) => _kunci = layanan.GetRequiredService<KunciPelindung>();

    public XElement Decrypt(XElement encryptedElement) => Buka(_kunci, encryptedElement);

    internal static XElement Buka(KunciPelindung kunci, XElement tersegel) => XElement.Parse(kunci.Buka((string?)tersegel.Attribute(Kunci) ?? "", tersegel.Value));
}

/// <summary>At the start, after the migration: is every key in the database one that the file opens, and sealed by its first line?</summary>
public static class PenyegelanUlang
{
    private static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>
    /// Seals anew what lies there in clear or under an older line, so that a line may go once the portal has started with a newer one above it.
    /// Returns why the portal must not start (Data Protection would quietly make a new key and leave every document shut); null when it may.
    /// </summary>
    public static async Task<string?> KeberatanAsync(IConfiguration konfigurasi, CancellationToken ct = default)
    {
        var kunci = KunciPelindung.Baca(konfigurasi)!;
        var penyegel = new PenyegelKunci(kunci);
        await using var sumber = BasisDataServices.BuatSumber(konfigurasi.GetConnectionString("Portal")!);
        await using var db = BasisDataServices.Konteks(sumber);
        foreach (var baris in await db.Set<KunciProteksi>().AsNoTracking().ToListAsync(ct))
        {
            var xml = XElement.Parse(baris.Xml);
            List<(XElement Lama, XElement Terbuka)> ganti;
            try
            {
                ganti = [.. Terang(xml).Select(e => (e, e)), .. Tersegel(xml, kunci).Select(e => (e, PembukaKunci.Buka(kunci, e.Elements().Single())))];
            }
            catch (CryptographicException)
            {
                return $"Kunci di basis data tidak dapat dibuka dengan berkas kunci pelindung {konfigurasi[KunciPelindung.Setelan]}. "
                    + $"Kembalikan berkas yang dipakai sebelumnya, atau tambahkan kunci lamanya sebagai baris di berkas itu ({KunciPelindung.Setelan}).";
            }

            foreach (var (lama, terbuka) in ganti)
            {
                var baru = penyegel.Encrypt(terbuka);
                lama.ReplaceWith(new XElement(DataProtection + "encryptedSecret", new XAttribute("decryptorType", baru.DecryptorType.AssemblyQualifiedName!), baru.EncryptedElement));
            }

            if (ganti.Count > 0)
            {
                var teks = xml.ToString(SaveOptions.DisableFormatting);
                await db.Set<KunciProteksi>().Where(k => k.Id == baris.Id && k.Xml == baris.Xml).ExecuteUpdateAsync(s => s.SetProperty(k => k.Xml, teks), ct);
            }
        }

        return null;
    }

    private static IEnumerable<XElement> Terang(XElement xml) => xml.Descendants().Where(e => (bool?)e.Attribute(DataProtection + "requiresEncryption") == true);

    /// <summary>Sealed parts that are not under the first line; those that are get opened once, so that a wrong file is noticed.</summary>
    private static IEnumerable<XElement> Tersegel(XElement xml, KunciPelindung kunci)
    {
        foreach (var e in xml.Descendants(DataProtection + "encryptedSecret"))
        {
            if ((string?)e.Elements().Single().Attribute(PembukaKunci.Kunci) != kunci.TandaUtama)
            {
                yield return e;
            }
            else
            {
                PembukaKunci.Buka(kunci, e.Elements().Single());
            }
        }
    }
}
