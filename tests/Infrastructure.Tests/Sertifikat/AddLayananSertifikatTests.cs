using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Sertifikat;

public sealed class AddLayananSertifikatTests
{
    [Fact]
    public async Task The_sandbox_is_the_mode_when_none_is_set()
    {
        var konfigurasi = Konfigurasi(("ConnectionStrings:Portal", "Host=localhost"));
        await using var layanan = new ServiceCollection().AddLogging().AddBasisData(konfigurasi).AddLayananSertifikat(konfigurasi)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.Equal(ModeOtoritas.Sandbox, layanan.GetRequiredService<ILayananSertifikat>().Mode);
    }

    [Fact]
    public void A_mode_that_is_not_there_yet_stops_the_start() =>
        Assert.Throws<NotSupportedException>(() => new ServiceCollection().AddLayananSertifikat(Konfigurasi(("Sertifikat:Mode", "Bsre"))));

    private static IConfiguration Konfigurasi(params (string Kunci, string Nilai)[] butir) =>
        new ConfigurationBuilder().AddInMemoryCollection(butir.Select(b => KeyValuePair.Create(b.Kunci, (string?)b.Nilai))).Build();
}
