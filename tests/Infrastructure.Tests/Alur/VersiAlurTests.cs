using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Alur;

/// <summary>The SOP changes while requests are on their way: each is carried through by the table that it began under.</summary>
public sealed class VersiAlurTests(PostgresUji postgres)
{
    [Fact]
    public async Task A_request_goes_on_under_its_own_version_and_a_new_one_begins_under_the_newest()
    {
        await using var basis = await postgres.CloneAsync();
        await using var layanan = LayananUji.Buat(basis.Portal);
        var uji = new PermohonanUji(layanan.Layanan);
        var lama = await uji.SampaiAsync(Tahap.MenungguDisposisi);

        using var dua = AlurUji.VersiDua();
        var baru = await uji.SampaiAsync(Tahap.MenungguDisposisi);

        Assert.Equal(Tahap.PenerusanKabid, await uji.LanjutAsync(lama));
        Assert.Equal(Tahap.VerifikasiBerkas, await uji.LanjutAsync(baru));
        Assert.Equal(Tahap.VerifikasiBerkas, await uji.LanjutAsync(lama));
        Assert.Equal((1, 2), ((await uji.BacaAsync(lama)).VersiAlur, (await uji.BacaAsync(baru)).VersiAlur));
        Assert.Equal((10, 20), (await MenitStandarAsync(uji, lama), await MenitStandarAsync(uji, baru)));

        await uji.MajuKeAsync(lama, Tahap.Selesai);
        await uji.MajuKeAsync(baru, Tahap.Selesai);
        Assert.Contains(Tahap.PenerusanKabid, await JalanAsync(layanan, lama));
        Assert.DoesNotContain(Tahap.PenerusanKabid, await JalanAsync(layanan, baru));
    }

    [Fact]
    public async Task An_act_that_only_the_old_version_has_is_refused_to_a_new_request_and_allowed_to_an_old_one()
    {
        await using var basis = await postgres.CloneAsync();
        await using var layanan = LayananUji.Buat(basis.Portal);
        var uji = new PermohonanUji(layanan.Layanan);
        var lama = await uji.SampaiAsync(Tahap.PenerusanKabid);
        using var dua = AlurUji.VersiDua();
        var baru = await uji.SampaiAsync(Tahap.VerifikasiBerkas);

        Assert.IsType<HasilTindakan.DitolakSop>(await uji.LakukanAsync(baru, Peran.Kabid, new Teruskan()));
        Assert.IsType<HasilTindakan.Berhasil>(await uji.LakukanAsync(lama, Peran.Kabid, new Teruskan()));
    }

    private static async Task<int> MenitStandarAsync(PermohonanUji uji, ContohPermohonan contoh) => (int)(await uji.BacaAsync(contoh)).TahapSop.Standar!.Value.TotalMinutes;

    private static Task<List<Tahap>> JalanAsync(LayananUji layanan, ContohPermohonan contoh) =>
        layanan.BacaAsync(db => db.Set<Riwayat>().Where(r => r.PermohonanId == contoh.Id).OrderBy(r => r.Id).Select(r => r.Ke).ToListAsync());
}
