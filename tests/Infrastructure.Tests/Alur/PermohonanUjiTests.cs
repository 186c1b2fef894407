using KlatenSE.Domain.Alur;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Alur;

/// <summary>The builder of tests reaches every stage by real acts.</summary>
public sealed class PermohonanUjiTests(PostgresUji postgres)
{
    [Fact]
    public async Task Every_stage_can_be_reached()
    {
        await using var basis = await postgres.CloneAsync();
        await using var layanan = LayananUji.Buat(basis.Portal);
        var uji = new PermohonanUji(layanan.Layanan);
        foreach (var tahap in Enum.GetValues<Tahap>())
        {
            var contoh = await uji.SampaiAsync(tahap);
            Assert.Equal(tahap, (await uji.BacaAsync(contoh)).Tahap);
        }
    }
}
