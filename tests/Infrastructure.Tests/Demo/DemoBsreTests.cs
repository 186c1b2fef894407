using System.Net.Http.Json;
using System.Text.Json;
using KlatenSE.BsreStandIn;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Demo;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Demo;

/// <summary>The demo beside the stand-in for BSrE: the same stories, without what only the sandbox can do.</summary>
public sealed class DemoBsreTests(PostgresUji postgres) : IAsyncLifetime
{
    private StandInApp bsre = null!;
    private BasisDataUji basis = null!;
    private IConfiguration konfigurasi = null!;

    public async ValueTask InitializeAsync()
    {
        bsre = await StandInApp.StartAsync(new StandInOptions { JedaTerbit = null });
        basis = await postgres.CloneAsync();
        konfigurasi = new ConfigurationBuilder().AddConfiguration(BasisDemo.Untuk(basis))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Sertifikat:Mode"] = "Bsre", ["Demo:AlamatBsre"] = bsre.Alamat.ToString() }).Build();
        await PengisiDemo.SiapkanAsync(konfigurasi);
    }

    public async ValueTask DisposeAsync()
    {
        await basis.DisposeAsync();
        await bsre.DisposeAsync();
    }

    [Fact]
    public async Task Every_stage_is_filled_without_photos_keys_or_links_of_our_own_and_the_stand_in_knows_where_each_person_stands()
    {
        Assert.Empty(Enum.GetNames<Tahap>().Except((await basis.NilaiAsync<string[]>("SELECT array_agg(DISTINCT tahap) FROM permohonan"))!));
        Assert.Equal(0L, await basis.NilaiAsync<long>("SELECT count(*) FROM berkas WHERE jenis IN ('Selfie', 'FotoKtpAktivasi')"));
        Assert.Equal(0L, await basis.NilaiAsync<long>("SELECT (SELECT count(*) FROM kunci_pemohon) + (SELECT count(*) FROM link_pemohon WHERE hash_token IS NOT NULL)"));
        Assert.Equal(6L, await basis.NilaiAsync<long>("SELECT count(*) FROM sertifikat_terbit"));
        await using var sambungan = new NpgsqlConnection(basis.Portal);
        await sambungan.OpenAsync();
        var invarian = await InvarianAntrean.PeriksaAsync(sambungan, ModeOtoritas.Bsre);
        Assert.True(invarian.Utuh, string.Join("; ", invarian.Pelanggaran));

        using var http = new HttpClient { BaseAddress = bsre.Alamat };
        var orang = await http.GetFromJsonAsync<JsonElement[]>("/kendali/orang");
        Assert.Equal(
            await basis.NilaiAsync<long>("SELECT count(*) FROM permohonan WHERE tahap IN ('Aktivasi', 'VerifikasiData', 'Passphrase', 'LinkKedaluwarsa', 'Penerbitan', 'Selesai')"), orang!.LongLength);
        var surat = await http.GetFromJsonAsync<JsonElement[]>("/kendali/surat.json");
        Assert.Equal(await basis.NilaiAsync<long>("SELECT count(*) FROM permohonan WHERE tahap IN ('Aktivasi', 'Passphrase')"), surat!.LongLength);

        // Started again, the portal brings its people once more.
        await PengisiDemo.SiapkanAsync(konfigurasi);
        Assert.Equal(orang.Length, (await http.GetFromJsonAsync<JsonElement[]>("/kendali/orang"))!.Length);
    }
}
