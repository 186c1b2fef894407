using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>What one query tells after the row lock: the database's clock, what this submit's key was used for already, and the request's wrapped key.</summary>
public sealed record SaatTindakan(DateTimeOffset Kini, string? TindakanLalu, byte[]? KunciTerbungkus, string? NamaPelaku)
{
    internal static async Task<SaatTindakan> BacaAsync(KlatenDb db, Guid permohonanId, Guid? kunci, Guid? pelakuId, CancellationToken ct)
    {
        var (cari, pelaku) = (kunci ?? Guid.Empty, pelakuId ?? Guid.Empty);
        return await db.Database.SqlQuery<SaatTindakan>(
            $"""
             SELECT waktu_kini() AS "Kini",
                    (SELECT tindakan FROM kunci_tindakan WHERE kunci = {cari} AND permohonan_id = {permohonanId}) AS "TindakanLalu",
                    (SELECT terbungkus FROM kunci_permohonan WHERE permohonan_id = {permohonanId}) AS "KunciTerbungkus",
                    (SELECT nama FROM pengguna WHERE id = {pelaku}) AS "NamaPelaku"
             """).SingleAsync(ct);
    }
}
