using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Jenis = KlatenSE.Domain.Pengajuan.Layanan;

namespace KlatenSE.Infrastructure.Tests.LayananLain;

/// <summary>The other services beside BSrE's own portal, where the verifikator records what BSrE did.</summary>
public sealed class LayananDiBsreTests(PostgresUji postgres) : RuangLayanan(postgres)
{
    protected override void Tambah(IServiceCollection services) => services.AddSingleton<ILayananSertifikat, LayananSertifikatBsre>();

    private async Task<DateTimeOffset> KiniAsync() => await (await Basis.JamAsync()).KiniAsync();

    private static BerkasSertifikat Berkas(DataPemohon data, DateTimeOffset dari)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var minta = new CertificateRequest($"CN={data.Nama}, SERIALNUMBER={data.Nip}, O=Pemerintah Kabupaten Klaten, C=ID", kunci, HashAlgorithmName.SHA256);
        using var sertifikat = minta.CreateSelfSigned(dari, dari.AddYears(2));
        return BerkasSertifikat.Baca(sertifikat.Export(X509ContentType.Cert))!;
    }

    private async Task<ContohPermohonan> BersertifikatAsync()
    {
        var contoh = await Uji.SampaiAsync(Tahap.InputDataBsre);
        await SampaiTerbitAsync(contoh);
        await Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanSertifikat(Berkas(contoh.Data, await KiniAsync())));
        return contoh;
    }

    private async Task SampaiTerbitAsync(ContohPermohonan contoh)
    {
        await Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi());
        await Uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        await Uji.WajibAsync(contoh, Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi));
        await Uji.WajibAsync(contoh, Peran.Verifikator, new CatatPassphrase(await KiniAsync()));
    }

    [Fact]
    public async Task Changed_data_recorded_by_status_keep_the_end_of_the_certificate_that_they_replace()
    {
        var lama = await BersertifikatAsync();
        var ubah = await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData);
        await Uji.MajuKeAsync(ubah, Tahap.Penerbitan);
        await Uji.WajibAsync(ubah, Peran.Verifikator, new TerbitkanSertifikat(null));
        var (dulu, kini) = (await SertifikatAsync(lama.Id), await SertifikatAsync(ubah.Id));
        Assert.Equal((StatusSertifikat.Digantikan, kini.Id, dulu.BerlakuSampai), (dulu.Status, dulu.DigantikanOlehId!.Value, kini.BerlakuSampai));
    }

    [Fact]
    public async Task Two_requests_do_not_replace_one_certificate_twice()
    {
        var lama = await BersertifikatAsync();
        await GeserAsync(DuapuluhTigaBulan);
        var (ubah, panjang) = (await Uji.DrafAsync(lama.Pemohon, Jenis.PerubahanData), await Uji.DrafAsync(lama.Pemohon, Jenis.Perpanjangan));
        await Uji.MajuKeAsync(ubah, Tahap.Penerbitan);
        await Uji.MajuKeAsync(panjang, Tahap.InputDataBsre);
        await SampaiTerbitAsync(panjang);
        var hasil = await Task.WhenAll(
            Uji.LakukanAsync(ubah, Peran.Verifikator, new TerbitkanSertifikat(null)), Uji.LakukanAsync(panjang, Peran.Verifikator, new TerbitkanSertifikat(null)));
        Assert.Contains("sudah digantikan", Assert.Single(hasil, h => h is not Infrastructure.Alur.HasilTindakan.Berhasil).KalimatGagal, StringComparison.Ordinal);
        Assert.Equal(1, await HitungAsync("sertifikat_terbit WHERE status = 'Aktif'"));
    }

    [Fact]
    public async Task The_file_of_the_old_certificate_is_not_taken_for_the_renewed_one()
    {
        var lama = await Uji.SampaiAsync(Tahap.InputDataBsre);
        await SampaiTerbitAsync(lama);
        var berkasLama = Berkas(lama.Data, await KiniAsync());
        await Uji.WajibAsync(lama, Peran.Verifikator, new TerbitkanSertifikat(null));
        await GeserAsync(DuapuluhTigaBulan);
        var panjang = await Uji.DrafAsync(lama.Pemohon, Jenis.Perpanjangan);
        await Uji.MajuKeAsync(panjang, Tahap.InputDataBsre);
        await SampaiTerbitAsync(panjang);
        Assert.Contains("bukan yang baru", await DitolakAsync(panjang, Peran.Verifikator, new TerbitkanSertifikat(berkasLama)), StringComparison.Ordinal);
        await Uji.WajibAsync(panjang, Peran.Verifikator, new TerbitkanSertifikat(Berkas(lama.Data, await KiniAsync())));
    }

    [Theory]
    [InlineData(Jenis.Perpanjangan)]
    [InlineData(Jenis.PerubahanData)]
    public async Task A_certificate_older_than_the_portal_is_renewed_and_changed_all_the_same(Jenis layanan)
    {
        var orang = await Uji.OrangAsync("Pemegang Lama", Peran.Pemohon);
        Assert.NotNull((await Pengajuan.BuatDrafAsync(layanan, orang.Pelaku)).Id);
    }

    [Fact]
    public async Task A_revocation_is_recorded_by_the_verifikator()
    {
        var lama = await BersertifikatAsync();
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        Assert.Equal(StatusSertifikat.Dicabut, (await SertifikatAsync(lama.Id)).Status);
    }
}
