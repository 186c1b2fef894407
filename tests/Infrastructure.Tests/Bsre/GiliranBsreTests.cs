using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>Whose turn it is: the pace, the limit, several processes.</summary>
public sealed class GiliranBsreTests(PostgresUji postgres) : IAsyncLifetime
{
    private RuangBsre r = null!;

    public async ValueTask InitializeAsync() => r = await RuangBsre.BuatAsync(postgres);

    public ValueTask DisposeAsync() => r.DisposeAsync();

    [Fact]
    public async Task Two_processes_ask_about_each_request_once_a_round_and_together_keep_to_the_limit()
    {
        await SemaiAsync(60);
        await using var lain = RuangBsre.Proses(r.Basis, r.Peraga.App.Alamat, r.Log);
        await r.KebiasaanAsync(new { jenis = "tunda", detik = 0.01 });
        var (satu, dua) = (r.PutaranAsync(), lain.Layanan.GetRequiredService<PemeriksaBsre>().PutaranAsync());
        await Task.WhenAll(satu, dua);
        Assert.Equal(60, await satu + await dua);
        var panggilan = await PanggilanAsync();
        Assert.Equal(60, panggilan.GetProperty("jumlah").GetInt32());
        Assert.InRange(panggilan.GetProperty("bersamaanTerbanyak").GetInt32(), 1, 4);
        Assert.All(panggilan.GetProperty("perNik").EnumerateObject(), n => Assert.Equal(1, n.Value.GetInt32()));
    }

    [Fact]
    public async Task What_a_process_that_died_had_taken_is_asked_by_another()
    {
        await r.SampaiAsync(Tahap.MenungguDisposisi);
        await r.PutaranAsync();
        await r.Basis.JalankanAsync("UPDATE keadaan_bsre SET giliran_pada = waktu_kini(), disewa_sampai = waktu_kini() + interval '40 s'");
        Assert.Equal(0, await r.PutaranAsync());
        Assert.Equal(1, await r.PutaranSetelahAsync(TimeSpan.FromSeconds(41)));
    }

    [Fact]
    public async Task Five_hundred_open_requests_are_each_asked_about_at_least_every_five_minutes_by_four_calls_at_once()
    {
        await SemaiAsync(500);
        var jam = System.Diagnostics.Stopwatch.StartNew();
        // A round ends after half a minute at the latest; on a busy machine the rest is asked by the next one.
        var ditanya = 0;
        for (var n = await r.PutaranAsync(); n > 0; n = await r.PutaranAsync())
        {
            ditanya += n;
        }

        Assert.Equal(500, ditanya);
        TestContext.Current.SendDiagnosticMessage("A round of 500 with N=4 took {0:0.0} s", jam.Elapsed.TotalSeconds);
        // Ten minutes more, a look every 20 seconds.
        for (var i = 0; i < 30; i++)
        {
            await r.PutaranSetelahAsync(TimeSpan.FromSeconds(20));
        }

        var akhir = await r.Jam.KiniAsync();
        var perPermohonan = (await r.JawabanAsync()).GroupBy(j => j.PermohonanId).ToList();
        Assert.Equal(500, perPermohonan.Count);
        foreach (var g in perPermohonan)
        {
            DateTimeOffset[] saat = [.. g.Select(j => j.DitanyaPada), akhir];
            Assert.All(saat.Zip(saat.Skip(1)), s => Assert.InRange(s.Second - s.First, TimeSpan.Zero, TimeSpan.FromMinutes(5)));
        }

        Assert.InRange((await PanggilanAsync()).GetProperty("bersamaanTerbanyak").GetInt32(), 1, 4);
    }

    [Fact]
    public async Task The_request_with_the_nearest_deadline_is_asked_about_first()
    {
        var semai = new SemaiPapan(r.Basis);
        var orang = await semai.OrangAsync("Sekar Wulandari", Peran.Pemohon);
        var jauh = await semai.PermohonanAsync(Tahap.Aktivasi, orang, sisa: TimeSpan.FromHours(20));
        var dekat = await semai.PermohonanAsync(Tahap.Aktivasi, orang, sisa: TimeSpan.FromHours(1));
        await using var sendiri = RuangBsre.Proses(r.Basis, r.Peraga.App.Alamat, r.Log, ("Bsre:SekaliJalan", "1"));
        await sendiri.Layanan.GetRequiredService<PemeriksaBsre>().PutaranAsync();
        Assert.Equal([dekat, jauh], (await r.JawabanAsync()).Select(j => j.PermohonanId));
    }

    [Fact]
    public async Task Drafts_and_what_has_ended_is_not_asked_about()
    {
        await r.Uji.SampaiAsync(Tahap.Draf);
        await r.Uji.SampaiAsync(Tahap.Ditolak);
        await r.Uji.SampaiAsync(Tahap.Dibatalkan);
        Assert.Equal(0, await r.PutaranAsync());
    }

    [Fact]
    public async Task Until_an_answer_proves_the_password_one_call_at_a_time_is_made()
    {
        await SemaiAsync(10);
        await using var salah = RuangBsre.Proses(r.Basis, r.Peraga.App.Alamat, r.Log, ("Bsre:Sandi", "keliru"));
        Assert.Equal(1, await salah.Layanan.GetRequiredService<PemeriksaBsre>().PutaranAsync());
        Assert.Equal(1, (await PanggilanAsync()).GetProperty("jumlah").GetInt32());
    }

    private async Task<JsonElement> PanggilanAsync() => JsonDocument.Parse(await r.Peraga.Klien.GetStringAsync("/kendali/panggilan")).RootElement;

    private async Task SemaiAsync(int jumlah)
    {
        var semai = new SemaiPapan(r.Basis);
        var orang = await semai.OrangAsync("Sekar Wulandari", Peran.Pemohon);
        Tahap[] tahap = [Tahap.PenerusanKabid, Tahap.VerifikasiBerkas, Tahap.InputDataBsre, Tahap.Aktivasi, Tahap.VerifikasiData, Tahap.Passphrase, Tahap.Penerbitan];
        for (var i = 0; i < jumlah; i++)
        {
            await semai.PermohonanAsync(tahap[i % tahap.Length], orang);
        }
    }
}
