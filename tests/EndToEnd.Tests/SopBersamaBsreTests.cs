using KlatenSE.Domain.Alur;
using KlatenSE.TestCommon;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>The whole SOP beside BSrE's own portal: applicant and verifikator act on the stand-in's pages for steps 4 to 8, and tell the portal.</summary>
public sealed class SopBersamaBsreTests(RuangBsre ruang) : IClassFixture<RuangBsre>
{
    private Uri Bsre => ruang.Portal.AlamatBsre;

    [Fact]
    public async Task One_request_travels_the_whole_SOP_beside_BSrE()
    {
        const string Surel = "sekar.bsre@contoh.go.id";
        var verifikatorAkun = await ruang.AkunAsync("Fajar Bsre", Peran.Verifikator);
        await using var sekar = await Orang.DatangAsync(ruang.Portal, "Sekar Ayu Wulandari", ponsel: true);
        await using var verifikator = await ruang.DatangAsync(verifikatorAkun);
        await using var kepala = await ruang.DatangAsync(await ruang.AkunAsync("Kepala Bsre", Peran.Kepala));
        await using var kabid = await ruang.DatangAsync(await ruang.AkunAsync("Kabid Bsre", Peran.Kabid));
        await using var kasi = await ruang.DatangAsync(await ruang.AkunAsync("Kasi Bsre", Peran.Kasi));

        // Step 1
        await sekar.DaftarAsync(Surel);
        await sekar.IsiDataAsync(new IsianPemohon());
        await sekar.SetujuiPrivasiAsync();
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-scan.png"));
        await sekar.UnggahDiterimaAsync("SuratRekomendasi", PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await sekar.TekanAsync("Buatkan surat dari data saya");
        await sekar.Melihat("Buat ulang surat dari data saya").ToBeVisibleAsync();
        var resi = await sekar.KirimAsync();
        var lacak = new Uri(sekar.Halaman.Url).AbsolutePath;
        var id = Guid.Parse(lacak.Split('/')[2]);
        var contoh = new ContohPermohonan(id, new OrangUji(Guid.Empty, sekar.Nama, Surel), await DataAsync(id));

        // Steps 1 to 3: disposition, forwarding, comparison and appointment
        await kepala.BukaTugasAsync(resi);
        await kepala.BukaFormAsync(Tindakan.Disposisikan);
        await kepala.KirimFormAsync();
        await kabid.BukaTugasAsync(resi);
        await kabid.BukaFormAsync(Tindakan.Teruskan);
        await kabid.KirimFormAsync();
        var d = contoh.Data;
        await kasi.BukaTugasAsync(resi);
        await kasi.CatatPerbandinganAsync(d.Nama, d.Nama, d.Nik, d.Nik, d.Nip, Surel);
        await kasi.BukaFormAsync(Tindakan.TunjukVerifikator);
        await kasi.Dialog().Locator("label", new LocatorLocatorOptions { HasText = "Fajar" }).ClickAsync();
        await kasi.KirimFormAsync();

        // Step 4
        await verifikator.DaftarkanDiBsreAsync(Bsre, contoh.Data);
        await verifikator.CatatLinkAsync(resi);

        // Step 5
        await sekar.BukaAsync(lacak);
        await sekar.IkutiAsync("Buka panduan aktivasi");
        await sekar.Halaman.WaitForURLAsync("**/aktivasi", Orang.Segera);
        await sekar.Melihat("pemberitahuan aktivasi untuk ASN (PNS)").ToBeVisibleAsync();
        await sekar.PeriksaAsync("bsre-aktivasi-360");
        await Assertions.Expect(sekar.Halaman.Locator("input[type=file], input[type=password]")).ToHaveCountAsync(0);
        await sekar.AktivasiDiBsreAsync(await ruang.LinkAsync(Surel, "aktivasi"));
        await sekar.SudahSelesaiAsync($"{lacak}/aktivasi");

        // Step 6
        await verifikator.PutuskanDiBsreAsync(Bsre, contoh.Data, "setujui");
        await verifikator.BukaTugasAsync(resi);
        await verifikator.PeriksaAsync("bsre-verifikasi");
        await verifikator.NilaiSemuaSesuaiAsync();
        await verifikator.BukaFormAsync(Tindakan.Setujui);
        await verifikator.KirimFormAsync();

        // Step 7
        await sekar.BukaAsync(lacak);
        await sekar.IkutiAsync("Buka panduan passphrase");
        await sekar.Halaman.WaitForURLAsync("**/passphrase", Orang.Segera);
        await sekar.Melihat("Passphrase hanya diketik di Portal BSrE").ToBeVisibleAsync();
        await sekar.PeriksaAsync("bsre-passphrase-360");
        await Assertions.Expect(sekar.Halaman.Locator("input[type=password]")).ToHaveCountAsync(0);
        await sekar.PassphraseDiBsreAsync(await ruang.LinkAsync(Surel, "passphrase"), "melati putih 1990");
        await sekar.SudahSelesaiAsync($"{lacak}/passphrase");

        // Step 8, by the certificate that BSrE issued
        await verifikator.PutuskanDiBsreAsync(Bsre, contoh.Data, "terbit");
        var berkas = Path.Combine(Path.GetTempPath(), $"{id}.cer");
        await File.WriteAllBytesAsync(berkas, await ruang.Kendali.GetByteArrayAsync($"/kendali/sertifikat/{contoh.Data.Nik}.cer"));
        try
        {
            await verifikator.BukaTugasAsync(resi);
            await verifikator.BukaFormAsync(Tindakan.TerbitkanSertifikat);
            await verifikator.Dialog().Locator("input[type=file]").Last.SetInputFilesAsync(berkas);
            await verifikator.PeriksaAsync("bsre-terbit");
            await verifikator.KirimFormAsync();
        }
        finally
        {
            File.Delete(berkas);
        }

        await sekar.BukaAsync(lacak);
        await sekar.Melihat("Sertifikat Anda di Portal BSrE").ToBeVisibleAsync();
        await sekar.Melihat("Nomor seri").ToBeVisibleAsync();
        await sekar.PeriksaAsync("bsre-selesai-360");
        await ruang.Portal.Surel.WaitForAsync(m => m.To.Contains(Surel) && m.Subject.Contains("sudah terbit", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        Assert.Equal(Tahap.Selesai, await ruang.TahapAsync(id));
    }

    private async Task<Domain.Pengajuan.DataPemohon> DataAsync(Guid id)
    {
        await using var db = await ruang.DbAsync();
        return (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Permohonan, p => p.Id == id)).Data;
    }
}
