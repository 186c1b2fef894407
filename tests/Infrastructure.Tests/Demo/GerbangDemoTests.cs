using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Demo;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Demo;

public sealed class GerbangDemoTests(PostgresUji postgres)
{
    [Fact]
    public async Task The_demo_refuses_a_database_with_real_accounts()
    {
        await using var basis = await postgres.CloneAsync();
        await using var layanan = LayananUji.Buat(basis.Portal);
        await new PermohonanUji(layanan.Layanan).OrangAsync("Sari Pandanwangi", Peran.Pemohon);
        Assert.Contains("sungguhan", await GerbangDemo.KeberatanAsync(BasisDemo.Untuk(basis)));
    }

    [Fact]
    public async Task Filling_never_empties_a_database_that_bears_no_mark_of_the_demo()
    {
        await using var basis = await postgres.CloneAsync();
        await using var layanan = LayananUji.Buat(basis.Portal);
        await new PermohonanUji(layanan.Layanan).OrangAsync("Sari Pandanwangi", Peran.Pemohon);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => PengisiDemo.SiapkanAsync(BasisDemo.Untuk(basis)));
        Assert.Equal(1L, await basis.NilaiAsync<long>("SELECT count(*) FROM pengguna"));
    }

    [Fact]
    public async Task Both_may_start_on_an_empty_database()
    {
        await using var basis = await postgres.CloneAsync();
        Assert.Null(await GerbangDemo.KeberatanAsync(BasisDemo.Untuk(basis)));
        Assert.Null(await GerbangDemo.KeberatanAsync(BasisDemo.Untuk(basis, demo: false)));
    }

    [Fact]
    public async Task A_filling_that_was_cut_off_is_thrown_away_and_begun_again()
    {
        await using var basis = await postgres.CloneAsync();
        await using var layanan = LayananUji.Buat(basis.Portal);
        await new PermohonanUji(layanan.Layanan).SampaiAsync(Tahap.PenerusanKabid);
        await basis.JalankanAsync("INSERT INTO pengaturan (kunci, nilai, diubah_pada) VALUES ('demo', '\"mengisi\"', now())");
        await PengisiDemo.SiapkanAsync(BasisDemo.Untuk(basis));
        Assert.Equal(48L, await basis.NilaiAsync<long>("SELECT count(*) FROM permohonan"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => basis.JalankanAsync("DELETE FROM audit"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080;http://[::1]:8081")]
    [InlineData("http://unix:/run/portal.sock")]
    public void The_demo_listens_on_loopback(string urls) => Assert.Null(GerbangDemo.KeberatanAlamat(Alamat("urls", urls)));

    [Theory]
    [InlineData("urls", "http://0.0.0.0:8080")]
    [InlineData("urls", "http://*:8080")]
    [InlineData("urls", "http://127.0.0.1:80;http://10.1.2.3:80")]
    [InlineData("urls", "http://[::]:8080")]
    [InlineData("urls", "http://localhost.contoh.go.id")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:A:Url", "http://+:8080")]
    public void The_demo_refuses_addresses_that_others_reach(string kunci, string nilai) =>
        Assert.Contains("127.0.0.1", GerbangDemo.KeberatanAlamat(Alamat(kunci, nilai)));

    [Fact]
    public void Everybodys_numbers_are_valid_in_form_and_agree()
    {
        var warga = new WargaDemo();
        Assert.All(warga.Semua, o => Assert.Empty(KecocokanIdentitas.Periksa(Nik.Dari(o.Nik), Nip.Dari(o.Nip))));
        Assert.All(warga.Semua, o => Assert.EndsWith("@contoh.go.id", o.Surel, StringComparison.Ordinal));
        Assert.Equal(warga.Semua.Count(), warga.Semua.Select(o => o.Nik).Distinct().Count());
        Assert.Equal(warga.Semua.Count(), warga.Semua.Select(o => o.Surel).Distinct().Count());
    }

    private static IConfiguration Alamat(string kunci, string nilai) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [kunci] = nilai }).Build();
}
