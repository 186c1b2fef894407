using System.Security.Cryptography;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>Makes and unwraps the key of each request.</summary>
public sealed class KunciData(IDataProtectionProvider pelindung)
{
    private readonly IDataProtector _pelindung = pelindung.CreateProtector("KunciPermohonan");

    /// <summary>A new key, to be saved with the request.</summary>
    internal KunciPermohonan Baru(Guid permohonanId) => new()
    {
        PermohonanId = permohonanId,
        Terbungkus = Bungkus(),
    };

    /// <summary>A new wrapped key of something that belongs to no single request.</summary>
    internal byte[] Bungkus() => _pelindung.Protect(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key in clear.</summary>
    internal byte[] Buka(byte[] terbungkus) => _pelindung.Unprotect(terbungkus);

    /// <summary>The key of a request; null when it was destroyed at the end of retention.</summary>
    public async Task<byte[]?> AmbilAsync(KlatenDb db, Guid permohonanId, CancellationToken ct = default)
    {
        var terbungkus = await db.Set<KunciPermohonan>().AsNoTracking().Where(k => k.PermohonanId == permohonanId)
            .Select(k => k.Terbungkus).SingleOrDefaultAsync(ct);
        return terbungkus is null ? null : Buka(terbungkus);
    }
}
