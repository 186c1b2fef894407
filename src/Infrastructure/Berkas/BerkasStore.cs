using System.Security.Cryptography;
using System.Text;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>A document or its preview, opened for showing. Whoever asks for one writes the view to the audit.</summary>
public sealed record BerkasTerbuka(BerkasPermohonan Berkas, string TipeMedia, byte[] Isi);

/// <summary>Keeps documents in the database, sealed under the key of their request.</summary>
public static class BerkasStore
{
    /// <summary>Adds a document to the context and marks the current one of its kind as replaced. Does not save.</summary>
    /// <param name="db">The context of the transaction that the upload belongs to.</param>
    /// <param name="kunci">The request's key, 32 bytes.</param>
    /// <param name="permohonanId">The request.</param>
    /// <param name="jenis">What the document is.</param>
    /// <param name="hasil">What the inspection took.</param>
    /// <param name="pelakuId">Who uploaded it.</param>
    /// <param name="saat">When, by the database's clock.</param>
    /// <param name="ct">Cancels the look for the current one.</param>
    public static async Task<BerkasPermohonan> TambahAsync(
        KlatenDb db,
        byte[] kunci,
        Guid permohonanId,
        JenisBerkas jenis,
        HasilPeriksa.Diterima hasil,
        Guid pelakuId,
        DateTimeOffset saat,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(hasil);
        var lama = await db.Set<BerkasPermohonan>()
            .Where(b => b.PermohonanId == permohonanId && b.Jenis == jenis && b.DigantiPada == null)
            .ToListAsync(ct);

        // Also one that was added to this context and not saved yet.
        foreach (var b in lama.Union(db.Set<BerkasPermohonan>().Local.Where(b => b.PermohonanId == permohonanId && b.Jenis == jenis && b.DigantiPada == null)))
        {
            b.DigantiPada = saat;
        }

        var baru = new BerkasPermohonan
        {
            PermohonanId = permohonanId,
            Jenis = jenis,
            NamaAsli = hasil.Nama,
            TipeMedia = hasil.TipeMedia,
            Ukuran = hasil.Isi.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(hasil.Isi)),
            Lebar = hasil.Lebar,
            Tinggi = hasil.Tinggi,
            Halaman = hasil.Halaman,
            Catatan = [.. hasil.Catatan],
            DiunggahPada = saat,
            DiunggahOleh = pelakuId,
        };
        db.Add(baru);
        db.Add(new IsiBerkas
        {
            BerkasId = baru.Id,
            Isi = Enkripsi.Segel(kunci, hasil.Isi, Tempat(baru.Id, pratinjau: false)),
            Pratinjau = Enkripsi.Segel(kunci, hasil.Pratinjau, Tempat(baru.Id, pratinjau: true)),
        });
        return baru;
    }

    /// <summary>Opens a document or its preview; null when there is none of that id (or its bytes were destroyed).</summary>
    /// <exception cref="CryptographicException">Wrong key, or the stored bytes were changed.</exception>
    public static async Task<BerkasTerbuka?> BacaAsync(KlatenDb db, byte[] kunci, Guid berkasId, bool pratinjau, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var berkas = await db.Set<BerkasPermohonan>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == berkasId, ct);
        var tersegel = await db.Set<IsiBerkas>()
            .Where(i => i.BerkasId == berkasId)
            .Select(i => pratinjau ? i.Pratinjau : i.Isi)
            .SingleOrDefaultAsync(ct);
        return berkas is null || tersegel is null
            ? null
            : new BerkasTerbuka(berkas, pratinjau ? "image/jpeg" : berkas.TipeMedia, Enkripsi.Buka(kunci, tersegel, Tempat(berkasId, pratinjau)));
    }

    /// <summary>The current documents of a request, without their bytes.</summary>
    public static IQueryable<BerkasPermohonan> Terkini(KlatenDb db, Guid permohonanId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<BerkasPermohonan>().AsNoTracking()
            .Where(b => b.PermohonanId == permohonanId && b.DigantiPada == null)
            .OrderBy(b => b.Jenis);
    }

    /// <summary>Bound to the sealed bytes, so that contents cannot be exchanged between rows.</summary>
    private static byte[] Tempat(Guid berkasId, bool pratinjau) => Encoding.ASCII.GetBytes($"berkas:{berkasId:N}:{(pratinjau ? "pratinjau" : "isi")}");
}
