using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

public sealed class AkarSandboxTests(LingkunganSertifikat sandbox) : IClassFixture<LingkunganSertifikat>, IAsyncLifetime
{
    private readonly DirectoryInfo kunci = Directory.CreateTempSubdirectory("klatense-dp-");

    public async ValueTask InitializeAsync() => await sandbox.BasisData.JalankanAsync("TRUNCATE otoritas_sandbox, kunci_penanda_nik");

    public ValueTask DisposeAsync()
    {
        kunci.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Eight_processes_that_come_first_at_once_share_one_root()
    {
        var sidik = await BersamaAsync(async pelindung =>
        {
            using var akar = new AkarSandbox(sandbox, pelindung);
            var sertifikat = await akar.AmbilAsync(default);
            Assert.True(sertifikat.HasPrivateKey);
            return sertifikat.Thumbprint;
        });
        Assert.Single(sidik.Distinct());
        await using var db = sandbox.CreateDbContext();
        Assert.Equal(1, await db.Set<OtoritasSandbox>().CountAsync());
    }

    [Fact]
    public async Task Eight_processes_that_come_first_at_once_mark_a_NIK_alike()
    {
        var tanda = await BersamaAsync(async pelindung =>
        {
            using var penanda = new PenandaNik(sandbox, pelindung);
            return Convert.ToHexString(await penanda.TandaiAsync(ContohSertifikat.Nik, default));
        });
        Assert.Single(tanda.Distinct());
    }

    [Fact]
    public async Task Blanks_in_a_NIK_do_not_change_its_mark_and_another_digit_does()
    {
        using var penanda = new PenandaNik(sandbox, DataProtectionProvider.Create(kunci));
        var tanda = await penanda.TandaiAsync(ContohSertifikat.Nik, default);
        Assert.Equal(tanda, await penanda.TandaiAsync("3399 0155 0790 0003", default));
        Assert.NotEqual(tanda, await penanda.TandaiAsync("3399015507900004", default));
    }

    /// <summary>Each with its own data protection over the same key folder, as processes have.</summary>
    private Task<string[]> BersamaAsync(Func<IDataProtectionProvider, Task<string>> kerja)
    {
        var mulai = new TaskCompletionSource();
        var semua = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await mulai.Task;
            return await kerja(DataProtectionProvider.Create(kunci));
        })).ToArray();
        mulai.SetResult();
        return Task.WhenAll(semua);
    }
}
