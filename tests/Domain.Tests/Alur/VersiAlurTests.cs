using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Domain.Tests.Alur;

/// <summary>A second version of the table, without step 2: what a change of the SOP does to requests on their way.</summary>
public sealed class VersiAlurTests
{
    [Fact]
    public void A_request_goes_on_under_its_own_version_and_a_new_one_begins_under_the_newest()
    {
        var lama = Perkara.Di(Tahap.MenungguDisposisi);
        using var dua = TanpaLangkahDua();
        var baru = Perkara.Di(Tahap.MenungguDisposisi);

        lama.Wajib(Peran.Kepala, lama.Perintah(Tindakan.Disposisikan));
        baru.Wajib(Peran.Kepala, baru.Perintah(Tindakan.Disposisikan));
        Assert.Equal((Tahap.PenerusanKabid, Tahap.VerifikasiBerkas), (lama.Permohonan.Tahap, baru.Permohonan.Tahap));

        lama.Maju(Tahap.Selesai);
        baru.Maju(Tahap.Selesai);
        Assert.Equal((1, 2), (lama.Permohonan.VersiAlur, baru.Permohonan.VersiAlur));
    }

    [Fact]
    public void An_act_of_the_old_version_is_refused_to_a_new_request()
    {
        using var dua = TanpaLangkahDua();
        var baru = Perkara.Di(Tahap.VerifikasiBerkas);
        Assert.IsType<Penolakan>(baru.Lakukan(new Teruskan(), Perkara.Orang(Peran.Kabid)));
    }

    [Fact]
    public void A_stage_that_the_newest_version_lacks_keeps_its_name_and_its_column()
    {
        using var dua = TanpaLangkahDua();
        Assert.Equal("Penerusan Kabid", AlurSop.TerbaruDari(Tahap.PenerusanKabid).Nama);
        Assert.Equal(AlurSop.Versi(1).Kolom.Select(t => t.Tahap).Order(), AlurSop.SemuaKolom.Select(t => t.Tahap).Order());
        Assert.DoesNotContain(AlurSop.Terbaru.Kolom, t => t.Tahap == Tahap.PenerusanKabid);
    }

    [Fact]
    public void The_further_version_is_gone_with_its_test()
    {
        using (TanpaLangkahDua())
        {
            Assert.Equal(2, AlurSop.Terbaru.Nomor);
        }

        Assert.Equal(1, AlurSop.Terbaru.Nomor);
    }

    private static IDisposable TanpaLangkahDua() => AlurSop.TambahUntukUji(
        [.. AlurSop.Versi(1).SemuaTahap.Where(t => t.Tahap != Tahap.PenerusanKabid)],
        [.. AlurSop.Versi(1).SemuaAturan.Where(a => a.Dari != Tahap.PenerusanKabid).Select(a => a.Ke == Tahap.PenerusanKabid ? a with { Ke = Tahap.VerifikasiBerkas } : a)]);
}
