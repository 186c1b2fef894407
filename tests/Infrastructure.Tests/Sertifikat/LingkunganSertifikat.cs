using System.Collections.Concurrent;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

/// <summary>A database with the sandbox on it; everything that EF logs, with values, is kept for the tests to search.</summary>
public sealed class LingkunganSertifikat(PostgresUji postgres) : IAsyncLifetime, IDbContextFactory<KlatenDb>
{
    private DbContextOptions<KlatenDb>? pilihan;
    private BasisDataUji? basisData;
    private AkarSandbox? akar;
    private PenandaNik? penanda;

    public ConcurrentQueue<string> Log { get; } = [];

    public BasisDataUji BasisData => basisData!;

    internal ILayananSertifikat Layanan => new LayananSertifikatSandbox(akar!, penanda!);

    public async ValueTask InitializeAsync()
    {
        basisData = await postgres.CloneAsync();
        var pembangun = new DbContextOptionsBuilder<KlatenDb>().EnableSensitiveDataLogging().LogTo(Log.Enqueue);
        BasisDataServices.Atur(pembangun, basisData.Portal);
        pilihan = ((DbContextOptionsBuilder<KlatenDb>)pembangun).Options;
        var pelindung = new EphemeralDataProtectionProvider();
        akar = new(this, pelindung);
        penanda = new(this, pelindung);
    }

    public KlatenDb CreateDbContext() => new(pilihan!);

    /// <summary>Steps 7 and 8 of one request.</summary>
    internal async Task<HasilPenerbitan> JalaniAsync(PermintaanPenerbitan permintaan, DateTimeOffset? saat = null)
    {
        await BuatKunciAsync(permintaan.PermohonanId);
        return await TerbitkanAsync(permintaan, saat);
    }

    internal async Task BuatKunciAsync(Guid permohonanId)
    {
        using var frasa = ContohSertifikat.Frasa();
        var bahan = Layanan.SiapkanKunci("Sekar Wulandari", frasa);
        await using var db = CreateDbContext();
        await Layanan.SimpanKunciAsync(db, permohonanId, bahan, ContohSertifikat.Kini, default);
        await db.SaveChangesAsync();
    }

    internal async Task<HasilPenerbitan> TerbitkanAsync(PermintaanPenerbitan permintaan, DateTimeOffset? saat = null)
    {
        await using var db = CreateDbContext();
        var hasil = await Layanan.TerbitkanAsync(db, permintaan, saat ?? ContohSertifikat.Kini, default);
        await db.SaveChangesAsync();
        return hasil;
    }

    internal async Task<HasilUnduhan> UnduhAsync(Guid permohonanId, string sandi = ContohSertifikat.Sandi)
    {
        using var frasa = ContohSertifikat.Frasa(sandi);
        await using var db = CreateDbContext();
        return await Layanan.UnduhPkcs12Async(db, permohonanId, frasa, default);
    }

    internal async Task<HasilPendaftaran> DaftarkanAsync(DataPemohon data, DateTimeOffset? saat = null)
    {
        await using var db = CreateDbContext();
        return await Layanan.DaftarkanAsync(db, new Pendaftaran(Guid.NewGuid(), data), saat ?? ContohSertifikat.Kini, default);
    }

    internal async Task HancurkanAsync(Guid permohonanId, DateTimeOffset saat)
    {
        await using var db = CreateDbContext();
        await Layanan.HancurkanKunciAsync(db, permohonanId, saat, default);
        await db.SaveChangesAsync();
    }

    internal async Task<KunciPemohon?> KunciAsync(Guid permohonanId)
    {
        await using var db = CreateDbContext();
        return await db.Set<KunciPemohon>().FindAsync(permohonanId);
    }

    public async ValueTask DisposeAsync()
    {
        akar?.Dispose();
        penanda?.Dispose();
        if (basisData is not null)
        {
            await basisData.DisposeAsync();
        }
    }
}
