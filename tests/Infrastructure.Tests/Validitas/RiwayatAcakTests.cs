using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>
/// Histories of many requests side by side under one moving clock: acts, expiry by timer, sweep and reading, restarts, reissues and
/// cancellations in random order. KLATENSE_UJI_LENGKAP=1 runs ten times as many.
/// </summary>
public sealed class RiwayatAcakTests(PostgresUji postgres)
{
    private const int PermohonanSetiapDunia = 20;
    private const int LangkahSetiapDunia = 90;

    private static int Dunia => Environment.GetEnvironmentVariable("KLATENSE_UJI_LENGKAP") == "1" ? 100 : 10;

    [Fact]
    public async Task Each_validity_ends_once_never_early_and_not_after_the_next_sweep()
    {
        await using var ruang = await RuangValiditas.BuatAsync(postgres);
        // It moves by the steps alone: else it may pass a deadline between the look and the act.
        await ruang.Jam.HentikanAsync(RuangValiditas.Senin);
        for (var benih = 1; benih <= Dunia; benih++)
        {
            await SatuDuniaAsync(ruang, new Random(benih), benih);
        }

        Assert.True(await ruang.HitungAsync("link_pemohon") >= Dunia * PermohonanSetiapDunia);
        Assert.True(await ruang.HitungAsync("link_pemohon WHERE sebab = 'Kedaluwarsa'") > Dunia);
        Assert.True(await ruang.HitungAsync("link_pemohon WHERE sebab = 'Digunakan'") > Dunia);
    }

    private static async Task SatuDuniaAsync(RuangValiditas ruang, Random acak, int benih)
    {
        var semua = new List<ContohPermohonan>();
        for (var i = 0; i < PermohonanSetiapDunia; i++)
        {
            semua.Add(await ruang.Uji.SampaiAsync(Tahap.Aktivasi));
            await ruang.Jam.GeserAsync(TimeSpan.FromMinutes(acak.Next(0, 50)));
        }

        for (var langkah = 0; langkah < LangkahSetiapDunia; langkah++)
        {
            await LangkahAsync(ruang, semua[acak.Next(semua.Count)], semua, acak);
        }

        await ruang.Jam.GeserAsync(TimeSpan.FromHours(25));
        await SapuAsync(ruang);
        Assert.Equal(0, await ruang.HitungAsync("link_pemohon WHERE ditutup_pada IS NULL"));
        Assert.Equal(0, await ruang.HitungAsync("link_pemohon WHERE sebab = 'Kedaluwarsa' AND ditutup_pada < batas"));
        Assert.Equal(0, await ruang.HitungAsync("link_pemohon WHERE sebab = 'Digunakan' AND ditutup_pada >= batas"));
        Assert.Equal(0, await ruang.HitungAsync("link_pemohon WHERE sebab IN ('Diganti', 'Dibatalkan') AND ditutup_pada >= batas"));
        Assert.Equal(0, await ruang.HitungAsync("link_pemohon WHERE batas - terbit_pada <> interval '24 hours'"));
        var berakhir = await ruang.HitungAsync("link_pemohon WHERE sebab = 'Kedaluwarsa'");
        foreach (var catatan in (string[])["riwayat WHERE tindakan = 'Kedaluwarsakan'", "audit WHERE tindakan = 'Kedaluwarsakan'", "surel_keluar WHERE jenis = 'LinkKedaluwarsa'"])
        {
            Assert.True(berakhir == await ruang.HitungAsync(catatan), $"benih {benih}: {berakhir} link kedaluwarsa, tetapi {await ruang.HitungAsync(catatan)} pada {catatan}");
        }
    }

    private static async Task LangkahAsync(RuangValiditas ruang, ContohPermohonan contoh, List<ContohPermohonan> semua, Random acak)
    {
        var validitas = ruang.Ambil<ValiditasService>();
        switch (acak.Next(12))
        {
            case 0 or 1:
                await ruang.Jam.GeserAsync(TimeSpan.FromMinutes(acak.Next(1, 600)));
                break;
            case 2:
                await SapuAsync(ruang);
                break;
            case 3:
                await validitas.PastikanAsync(contoh.Id);
                Assert.True((await ruang.Uji.LinkAsync(contoh))?.Berlaku(await ruang.Jam.KiniAsync()) ?? true);
                break;
            case 4:
                // The clock jumps right to a deadline, where timer, sweep, reading and the applicant meet.
                if (await ruang.Uji.LinkAsync(contoh) is { } link)
                {
                    await ruang.Jam.HentikanAsync(Nanti(link.Batas, await ruang.Jam.KiniAsync()));
                    await Task.WhenAll(validitas.TutupYangLewatAsync(), validitas.PastikanAsync(contoh.Id), ruang.Uji.LakukanAsync(contoh, Peran.Pemohon, new BukaLink(link.HashToken!)));
                }

                break;
            case 5:
                await ruang.MulaiUlangAsync();
                break;
            case 6:
                await ruang.Uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(contoh.Pemohon.Surel));
                break;
            case 7 when acak.Next(4) == 0:
                await ruang.Uji.LakukanAsync(contoh, Peran.Pemohon, new Batalkan());
                break;
            case 8 when (await ruang.Uji.BacaAsync(contoh)).Tahap == Tahap.VerifikasiData:
                await ruang.Uji.LakukanAsync(contoh, Peran.Verifikator, new TidakSesuai
                {
                    Alasan = "Foto KTP buram.",
                    DaftarPerbaikan = [new ButirPerbaikan(BidangPermohonan.FotoKtp, "Foto ulang.")],
                });
                break;
            default:
                await MajuAsync(ruang, contoh);
                break;
        }
    }

    private static DateTimeOffset Nanti(DateTimeOffset batas, DateTimeOffset kini) => batas > kini ? batas : kini;

    private static async Task MajuAsync(RuangValiditas ruang, ContohPermohonan contoh)
    {
        var p = await ruang.Uji.BacaAsync(contoh);
        var link = await ruang.Uji.LinkAsync(contoh);
        if (p.TahapSop.Terbuka && (link is null || link.Berlaku(await ruang.Jam.KiniAsync())) && p.Tahap != Tahap.Penerbitan)
        {
            await ruang.Uji.LanjutAsync(contoh);
        }
    }

    private static async Task SapuAsync(RuangValiditas ruang)
    {
        var sebelum = await ruang.Jam.KiniAsync();
        await ruang.Ambil<ValiditasService>().TutupYangLewatAsync();
        Assert.Equal(0, await ruang.HitungAsync($"link_pemohon WHERE ditutup_pada IS NULL AND batas <= '{sebelum:O}'"));
    }
}
