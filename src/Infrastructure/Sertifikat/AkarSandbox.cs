using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>The sandbox's root with its key: made once for a database, whichever process asks first.</summary>
public sealed class AkarSandbox(IDbContextFactory<KlatenDb> pabrikDb, IDataProtectionProvider pelindung) : IDisposable
{
    private readonly IDataProtector protector = pelindung.CreateProtector("KlatenSE.OtoritasSandbox");
    private readonly SemaphoreSlim gerbang = new(1);
    private X509Certificate2? akar;

    /// <summary>The root, able to sign. It belongs to this object: do not dispose it.</summary>
    /// <exception cref="CryptographicException">The data protection keys under which its key was kept are lost.</exception>
    public async Task<X509Certificate2> AmbilAsync(CancellationToken ct)
    {
        if (akar is not null)
        {
            return akar;
        }
        await gerbang.WaitAsync(ct);
        try
        {
            return akar ??= await BacaAtauBuatAsync(ct);
        }
        finally
        {
            gerbang.Release();
        }
    }

    public void Dispose()
    {
        akar?.Dispose();
        gerbang.Dispose();
    }

    // A context of its own: the root must outlive the transaction of whoever needs it first.
    private async Task<X509Certificate2> BacaAtauBuatAsync(CancellationToken ct)
    {
        await using var db = await pabrikDb.CreateDbContextAsync(ct);
        var baris = await BacaAsync(db, ct);
        if (baris is null)
        {
            await BuatAsync(db, ct);
            // Another process may have been first: what stands in the database is the root.
            baris = await BacaAsync(db, ct);
        }
        using var sertifikat = X509CertificateLoader.LoadCertificate(baris!.Der);
        using var kunci = ECDsa.Create();
        var pkcs8 = protector.Unprotect(baris.KunciTerlindung);
        kunci.ImportPkcs8PrivateKey(pkcs8, out _);
        CryptographicOperations.ZeroMemory(pkcs8);
        return sertifikat.CopyWithPrivateKey(kunci);
    }

    private async Task BuatAsync(KlatenDb db, CancellationToken ct)
    {
        var kini = await db.WaktuKiniAsync(ct);
        using var baru = PabrikSertifikat.BuatAkar(kini);
        using var kunci = baru.GetECDsaPrivateKey()!;
        var pkcs8 = kunci.ExportPkcs8PrivateKey();
        var terlindung = protector.Protect(pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO otoritas_sandbox (id, der, kunci_terlindung, dibuat_pada)
            VALUES ({OtoritasSandbox.IdTunggal}, {baru.RawData}, {terlindung}, {kini}) ON CONFLICT DO NOTHING
            """,
            ct);
    }

    private static Task<OtoritasSandbox?> BacaAsync(KlatenDb db, CancellationToken ct) =>
        db.Set<OtoritasSandbox>().AsNoTracking().SingleOrDefaultAsync(ct);
}
