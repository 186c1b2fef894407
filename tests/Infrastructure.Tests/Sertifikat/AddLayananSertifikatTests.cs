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
    public async Task The_setting_chooses_BSrE()
    {
        var konfigurasi = Konfigurasi(("ConnectionStrings:Portal", "Host=localhost"), ("Sertifikat:Mode", "bsre"));
        await using var layanan = new ServiceCollection().AddLogging().AddBasisData(konfigurasi).AddLayananSertifikat(konfigurasi)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.Equal(ModeOtoritas.Bsre, layanan.GetRequiredService<ILayananSertifikat>().Mode);
    }

    [Fact]
    public void An_unknown_mode_is_named_with_those_that_there_are() =>
        Assert.Equal(
            "Sertifikat:Mode berisi “Produksi”, yang tidak dikenal: isi Sertifikat__Mode=Bsre untuk Portal BSrE, atau Sertifikat__Mode=Sandbox untuk percobaan.",
            PilihanOtoritas.Keberatan(Konfigurasi(("Sertifikat:Mode", "Produksi")), produksi: false));

    [Theory]
    [InlineData(null, null, false, "isi Sertifikat__SandboxDiProduksi=sertifikat sandbox tidak sah")]
    [InlineData("Sandbox", null, false, "isi Sertifikat__SandboxDiProduksi=sertifikat sandbox tidak sah")]
    [InlineData("Sandbox", "ya", false, "“ya”, seharusnya persis “sertifikat sandbox tidak sah”")]
    [InlineData("Sandbox", "sertifikat sandbox tidak sah", false, null)]
    [InlineData("Sandbox", null, true, null)]
    [InlineData("Bsre", null, false, null)]
    public void In_production_the_sandbox_must_be_asked_for_in_words(string? mode, string? kata, bool demo, string? kalimat)
    {
        var konfigurasi = Konfigurasi([.. new (string Kunci, string? Nilai)[] { ("Sertifikat:Mode", mode), ("Sertifikat:SandboxDiProduksi", kata), ("Portal:Demo", demo ? "true" : null) }
            .Where(b => b.Nilai is not null).Select(b => (b.Kunci, b.Nilai!))]);
        var keberatan = PilihanOtoritas.Keberatan(konfigurasi, produksi: true);
        if (kalimat is null)
        {
            Assert.Null(keberatan);
        }
        else
        {
            Assert.Contains(kalimat, keberatan, StringComparison.Ordinal);
            Assert.Contains("Sertifikat__Mode=Bsre", keberatan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_developers_machine_may_use_the_sandbox_without_words() => Assert.Null(PilihanOtoritas.Keberatan(Konfigurasi(), produksi: false));

    private static IConfiguration Konfigurasi(params (string Kunci, string Nilai)[] butir) =>
        new ConfigurationBuilder().AddInMemoryCollection(butir.Select(b => KeyValuePair.Create(b.Kunci, (string?)b.Nilai))).Build();
}
