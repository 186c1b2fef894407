using KlatenSE.Infrastructure.BasisData;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.BasisData;

/// <summary>The keys of Data Protection in the database open only with the file beside it.</summary>
public sealed class KunciPelindungTests(PostgresUji postgres) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("klatense-kunci-");
    private BasisDataUji basis = null!;

    private string Berkas => Path.Combine(folder.FullName, "kunci");

    public async ValueTask InitializeAsync() => basis = await postgres.CloneAsync();

    public async ValueTask DisposeAsync()
    {
        await basis.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_key_material_lies_in_clear_in_the_database_and_a_restart_opens_what_was_sealed()
    {
        KunciUji.Buat(Berkas);
        var tersegel = await SegelAsync(Berkas);

        var xml = await XmlAsync();
        Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("requiresEncryption", xml, StringComparison.Ordinal);
        Assert.Contains("kunciTersegel", xml, StringComparison.Ordinal);
        Assert.Null(await KeberatanAsync(Berkas));
        Assert.Equal("rahasia", await BukaAsync(Berkas, tersegel));
    }

    [Fact]
    public async Task A_file_with_another_key_is_refused_with_what_to_do_and_changes_nothing()
    {
        await SegelAsync(KunciUji.Buat(Berkas));
        var xml = await XmlAsync();

        var kalimat = await KeberatanAsync(KunciUji.Buat(Berkas));

        Assert.Contains("Kembalikan berkas yang dipakai sebelumnya", kalimat, StringComparison.Ordinal);
        Assert.Contains(Berkas, kalimat, StringComparison.Ordinal);
        Assert.Equal(xml, await XmlAsync());
    }

    [Fact]
    public async Task A_new_first_line_takes_over_and_the_old_line_may_go_after_a_start()
    {
        var (lama, baru) = (KunciUji.Acak(), KunciUji.Acak());
        var tersegel = await SegelAsync(KunciUji.Buat(Berkas, lama));

        KunciUji.Buat(Berkas, baru, lama);
        Assert.Equal("rahasia", await BukaAsync(Berkas, tersegel));
        Assert.Null(await KeberatanAsync(Berkas));

        KunciUji.Buat(Berkas, baru);
        Assert.Null(await KeberatanAsync(Berkas));
        Assert.Equal("rahasia", await BukaAsync(Berkas, tersegel));
    }

    [Fact]
    public async Task A_key_from_before_the_file_is_sealed_at_the_start_and_goes_on_opening()
    {
        var tersegel = await SegelAsync(null);
        Assert.Contains("<masterKey", await XmlAsync(), StringComparison.Ordinal);

        Assert.Null(await KeberatanAsync(KunciUji.Buat(Berkas)));

        Assert.DoesNotContain("<masterKey", await XmlAsync(), StringComparison.Ordinal);
        Assert.Equal("rahasia", await BukaAsync(Berkas, tersegel));
    }

    [Theory]
    [InlineData(null, "Kunci pelindung belum diatur")]
    [InlineData("tidak-ada", "tidak ada")]
    [InlineData("terbuka", "chmod 600")]
    [InlineData("pendek", "tidak berisi kunci")]
    [InlineData("kosong", "tidak berisi kunci")]
    public void A_setting_that_does_not_serve_is_refused_with_what_to_do(string? berkas, string kalimat)
    {
        KunciUji.Buat(Path.Combine(folder.FullName, "pendek"), "c2FuZGk=");
        KunciUji.Buat(Path.Combine(folder.FullName, "kosong"), "");
        KunciUji.Hak(KunciUji.Buat(Path.Combine(folder.FullName, "terbuka")), (UnixFileMode)0b110_100_100);

        Assert.Contains(kalimat, KunciPelindung.Keberatan(Konfigurasi(berkas is null ? null : Path.Combine(folder.FullName, berkas))), StringComparison.Ordinal);
    }

    private async Task<byte[]> SegelAsync(string? berkas)
    {
        await using var layanan = Layanan(berkas);
        return layanan.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji").Protect("rahasia"u8.ToArray());
    }

    private async Task<string> BukaAsync(string berkas, byte[] tersegel)
    {
        await using var layanan = Layanan(berkas);
        Assert.Single(layanan.GetRequiredService<IKeyManager>().GetAllKeys());
        return System.Text.Encoding.UTF8.GetString(layanan.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji").Unprotect(tersegel));
    }

    private Task<string?> KeberatanAsync(string berkas) => PenyegelanUlang.KeberatanAsync(Konfigurasi(berkas), TestContext.Current.CancellationToken);

    private Task<string?> XmlAsync() => basis.NilaiAsync<string>("SELECT string_agg(xml, '\n' ORDER BY id) FROM kunci_proteksi");

    private IConfiguration Konfigurasi(string? berkas) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = basis.Portal, [KunciPelindung.Setelan] = berkas }).Build();

    private ServiceProvider Layanan(string? berkas) => new ServiceCollection().AddLogging().AddBasisData(Konfigurasi(berkas)).BuildServiceProvider();
}
