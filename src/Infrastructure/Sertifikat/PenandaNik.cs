using System.Security.Cryptography;
using System.Text;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Marks a NIK (HMAC-SHA256) so that the register can be searched by it without holding it: 10^16 numbers are too few for a plain hash.</summary>
public sealed class PenandaNik(IDbContextFactory<KlatenDb> pabrikDb, IDataProtectionProvider pelindung) : IDisposable
{
    private readonly IDataProtector protector = pelindung.CreateProtector("KlatenSE.PenandaNik");
    private readonly SemaphoreSlim gerbang = new(1);
    private byte[]? kunci;

    /// <summary>32 bytes, the same for the same number in every process of the portal; only its digits count.</summary>
    public async Task<byte[]> TandaiAsync(string nik, CancellationToken ct) =>
        HMACSHA256.HashData(await KunciAsync(ct), Encoding.UTF8.GetBytes(string.Concat(nik.Where(char.IsAsciiDigit))));

    public void Dispose() => gerbang.Dispose();

    private async Task<byte[]> KunciAsync(CancellationToken ct)
    {
        if (kunci is not null)
        {
            return kunci;
        }
        await gerbang.WaitAsync(ct);
        try
        {
            await using var db = await pabrikDb.CreateDbContextAsync(ct);
            var baris = await BacaAsync(db, ct);
            if (baris is null)
            {
                var baru = protector.Protect(RandomNumberGenerator.GetBytes(32));
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO kunci_penanda_nik (id, kunci_terlindung) VALUES ({KunciPenandaNik.IdTunggal}, {baru}) ON CONFLICT DO NOTHING", ct);
                baris = await BacaAsync(db, ct);
            }
            return kunci = protector.Unprotect(baris!.KunciTerlindung);
        }
        finally
        {
            gerbang.Release();
        }
    }

    private static Task<KunciPenandaNik?> BacaAsync(KlatenDb db, CancellationToken ct) =>
        db.Set<KunciPenandaNik>().AsNoTracking().SingleOrDefaultAsync(ct);
}
