using KlatenSE.Domain.Alur;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>
/// One request through all eight steps, each person in a browser of their own: a mismatch found at step 3, a link that expires, "Tidak sesuai",
/// BSrE's refusal, and the certificate that openssl opens. A watcher's board moves without reload at each step.
/// </summary>
public sealed class DelapanLangkahTests(PortalHidup portal)
{
    private const string Surel = "sekar.wulandari@contoh.go.id";
    private const string Nik = "3399015507900003";
    private const string Nip = "199007152015032002";
    private const string Nama = "Sekar Ayu Wulandari";
    private const string Frasa = "melati putih 1990";

    [Fact]
    public async Task One_request_travels_the_whole_SOP()
    {
        await using var sekar = await Orang.DatangAsync(portal, Nama, ponsel: true);
        await using var kepala = await PetugasAsync("Kepala", Peran.Kepala);
        await using var kabid = await PetugasAsync("Kabid", Peran.Kabid);
        await using var kasi = await PetugasAsync("Kasi", Peran.Kasi);
        await using var verifikator = await PetugasAsync("Fajar", Peran.Verifikator);
        await using var penonton = await PetugasAsync("Penonton", Peran.Verifikator);
        await penonton.BukaPapanAsync();

        // Step 1
        await sekar.DaftarAsync(Surel);
        await sekar.IsiDataAsync(new IsianPemohon());
        await sekar.SetujuiPrivasiAsync();
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-differs-from-letter.jpg"));
        await sekar.UnggahDiterimaAsync("SuratRekomendasi", PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await sekar.TekanAsync("Buatkan surat dari data saya");
        await sekar.Melihat("Buat ulang surat dari data saya").ToBeVisibleAsync();
        var resi = await sekar.KirimAsync();
        var lacak = new Uri(sekar.Halaman.Url).AbsolutePath;
        await penonton.MelihatDiKolomAsync(Tahap.MenungguDisposisi, resi);

        // Steps 1 to 3: disposition, forwarding, and the mismatch that BSrE would refuse
        await kepala.BukaTugasAsync(resi);
        await kepala.PeriksaAsync("kerja-kepala");
        await kepala.PeriksaDiPonselAsync("kerja-kepala");
        await kepala.BukaFormAsync(Tindakan.Disposisikan);
        await kepala.PeriksaAsync("disposisi");
        await kepala.KirimFormAsync();
        await penonton.MelihatDiKolomAsync(Tahap.PenerusanKabid, resi);
        await kabid.BukaTugasAsync(resi);
        await kabid.BukaFormAsync(Tindakan.Teruskan);
        await kabid.KirimFormAsync();
        await penonton.MelihatDiKolomAsync(Tahap.VerifikasiBerkas, resi);
        await kasi.BukaTugasAsync(resi);
        await kasi.CatatPerbandinganAsync(Nama, "Sekar Ayu Wulan", Nik, "3399015507900030", Nip, Surel);
        await kasi.PeriksaAsync("kasi-berbeda");
        await kasi.PeriksaDiPonselAsync("kasi-berbeda");
        await Assertions.Expect(kasi.Halaman.Locator(".pemberitahuan--dekat", new PageLocatorOptions { HasText = "Tersimpan. 2 data berbeda" })).ToBeVisibleAsync();
        await Assertions.Expect(kasi.Halaman.Locator("mark.beda").First).ToBeVisibleAsync();
        await Assertions.Expect(kasi.Halaman.Locator($"[data-tindakan={Tindakan.TunjukVerifikator}]")).ToBeDisabledAsync();
        await kasi.BukaFormAsync(Tindakan.Kembalikan);
        await kasi.CentangAsync("KTP elektronik");
        await kasi.Dialog().GetByLabel("Catatan untuk KTP elektronik").FillAsync("KTP yang diunggah bukan KTP Anda.");
        await kasi.Dialog().Locator("#form-alasan").FillAsync("Data di KTP berbeda dari surat.");
        await kasi.KirimFormAsync();
        await penonton.MelihatDiKolomAsync(Tahap.PerluPerbaikan, resi);

        // The applicant mends what the fix-list names, and nothing else stands open
        await sekar.BukaAsync(lacak);
        await sekar.Melihat("KTP yang diunggah bukan KTP Anda.").ToBeVisibleAsync();
        await sekar.PeriksaAsync("lacak-perbaikan-360");
        await sekar.BukaAsync(lacak + "/berkas");
        await Assertions.Expect(sekar.Halaman.Locator("#formulir-unggahsuratrekomendasi")).ToHaveCountAsync(0);
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-scan.png"));
        await sekar.KirimPerbaikanAsync(lacak);
        await penonton.MelihatDiKolomAsync(Tahap.VerifikasiBerkas, resi);
        await VerifikasiBerkasAsync(kasi, resi, Nama);
        await penonton.MelihatDiKolomAsync(Tahap.InputDataBsre, resi);

        // Step 4, and a link that nobody uses for a day
        await TerbitkanLinkAsync(verifikator, resi);
        await penonton.MelihatDiKolomAsync(Tahap.Aktivasi, resi);
        await sekar.LinkSurelAsync(Surel, "/aktivasi");
        await portal.Jam.GeserAsync(TimeSpan.FromHours(24));
        await sekar.MasukLagiAsync(Surel, PemohonDiPonsel.Sandi);
        await sekar.BukaAsync(lacak);
        await sekar.Melihat("kedaluwarsa").ToBeVisibleAsync();
        await sekar.PeriksaAsync("lacak-kedaluwarsa-360");
        await penonton.MelihatDiKolomAsync(Tahap.LinkKedaluwarsa, resi);
        foreach (var petugas in new[] { kasi, verifikator })
        {
            await petugas.MasukLagiAsync(SurelPetugas(petugas.Nama), PortalHidup.SandiPetugas);
        }

        await verifikator.BukaTugasAsync(resi);
        await verifikator.BukaFormAsync(Tindakan.TerbitkanUlangLink);
        await verifikator.KirimFormAsync();
        await penonton.MelihatDiKolomAsync(Tahap.Aktivasi, resi);

        // Steps 5 and 6: activation, "Tidak sesuai", and activation again with a name corrected wrongly
        await sekar.BukaLinkAsync(Surel, "/aktivasi", "Mulai aktivasi", 2);
        await sekar.AktivasiAsync();
        await penonton.MelihatDiKolomAsync(Tahap.VerifikasiData, resi);
        await verifikator.BukaTugasAsync(resi);
        await verifikator.PeriksaAsync("verifikasi-data");
        await verifikator.PeriksaDiPonselAsync("verifikasi-data");
        await verifikator.NilaiTidakAsync("Selfie saat aktivasi", "Wajah tidak terlihat.");
        await verifikator.BukaFormAsync(Tindakan.TidakSesuai);
        await verifikator.Dialog().Locator("#form-alasan").FillAsync("Selfie tidak sesuai.");
        await verifikator.KirimFormAsync();
        await penonton.MelihatDiKolomAsync(Tahap.Aktivasi, resi);
        await sekar.BukaLinkAsync(Surel, "/aktivasi", "Mulai aktivasi", 3);
        await sekar.Melihat("Wajah tidak terlihat.").ToBeVisibleAsync();
        await sekar.AktivasiAsync("Sekar Ayu Wulandara");
        await SetujuiAsync(verifikator, resi);
        await penonton.MelihatDiKolomAsync(Tahap.Passphrase, resi);

        // Steps 7 and 8: BSrE compares, and refuses
        await sekar.BukaLinkAsync(Surel, "/passphrase", "Lanjut membuat passphrase");
        await sekar.BuatPassphraseAsync(Frasa);
        await penonton.MelihatDiKolomAsync(Tahap.VerifikasiBerkas, resi);
        await kasi.BukaTugasAsync(resi);
        await kasi.Melihat("BSrE menolak penerbitan:").ToBeVisibleAsync();
        await kasi.CatatPerbandinganAsync(Nama, Nama, Nik, Nik, Nip, Surel);
        await kasi.BukaFormAsync(Tindakan.Kembalikan);
        await kasi.Dialog().Locator("#form-alasan").FillAsync("Nama berbeda dari KTP.");
        await kasi.KirimFormAsync();
        await sekar.BukaAsync(lacak + "/data");
        await sekar.Halaman.Locator("#Nama").FillAsync(Nama);
        await sekar.TekanAsync("Simpan dan lanjut ke berkas");
        await sekar.KirimPerbaikanAsync(lacak);
        await VerifikasiBerkasAsync(kasi, resi, Nama);
        await TerbitkanLinkAsync(verifikator, resi);
        await sekar.BukaLinkAsync(Surel, "/aktivasi", "Mulai aktivasi", 4);
        await sekar.AktivasiAsync();
        await SetujuiAsync(verifikator, resi);
        await sekar.BukaLinkAsync(Surel, "/passphrase", "Lanjut membuat passphrase", 2);
        await sekar.BuatPassphraseAsync(Frasa);

        // The tracking page moves by itself to the end, and gives the certificate without a reload
        await Assertions.Expect(sekar.Halaman.Locator("#giliran")).ToContainTextAsync("terbit", new LocatorAssertionsToContainTextOptions { IgnoreCase = true, Timeout = 60_000 });
        await sekar.PeriksaAsync("lacak-selesai-360");
        await portal.Surel.WaitForAsync(m => m.To.Contains(Surel) && m.Subject.Contains("sudah terbit", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        await BukaSertifikatAsync(sekar);
        await penonton.PeriksaAsync("papan");
        await penonton.TidakPernahDimuatUlangAsync();
    }

    private static string SurelPetugas(string nama) => $"{nama.ToLowerInvariant()}@contoh.go.id";

    private async Task<Orang> PetugasAsync(string nama, Peran peran)
    {
        await portal.BuatPetugasAsync(nama, SurelPetugas(nama), peran);
        var orang = await Orang.DatangAsync(portal, nama);
        await orang.MasukAsync(SurelPetugas(nama), PortalHidup.SandiPetugas);
        return orang;
    }

    private static async Task VerifikasiBerkasAsync(Orang kasi, string resi, string nama)
    {
        await kasi.BukaTugasAsync(resi);
        await kasi.CatatPerbandinganAsync(nama, nama, Nik, Nik, Nip, Surel);
        await kasi.PeriksaAsync("kasi-sama");
        await kasi.BukaFormAsync(Tindakan.TunjukVerifikator);
        await kasi.Dialog().Locator("label", new LocatorLocatorOptions { HasText = "Fajar" }).ClickAsync();
        await kasi.KirimFormAsync();
    }

    private static async Task TerbitkanLinkAsync(Orang verifikator, string resi)
    {
        await verifikator.BukaTugasAsync(resi);
        await verifikator.PeriksaAsync("lembar-salin");
        await verifikator.BukaFormAsync(Tindakan.TerbitkanLinkAktivasi);
        await verifikator.Dialog().Locator("#form-yakin").CheckAsync();
        await verifikator.KirimFormAsync();
    }

    private static async Task SetujuiAsync(Orang verifikator, string resi)
    {
        await verifikator.BukaTugasAsync(resi);
        await Assertions.Expect(verifikator.Halaman.Locator($"[data-tindakan={Tindakan.Setujui}]")).ToBeDisabledAsync();
        await verifikator.NilaiSemuaSesuaiAsync();
        await verifikator.BukaFormAsync(Tindakan.Setujui);
        await verifikator.KirimFormAsync();
    }

    private async Task BukaSertifikatAsync(Orang sekar)
    {
        var folder = Directory.CreateTempSubdirectory("sertifikat-").FullName;
        try
        {
            await sekar.Halaman.Locator("#sandi-unduh").FillAsync(Frasa);
            var unduhan = await sekar.Halaman.RunAndWaitForDownloadAsync(() => sekar.TekanAsync("Unduh sertifikat (.p12)"));
            var p12 = Path.Combine(folder, "sertifikat.p12");
            await unduhan.SaveAsAsync(p12);
            var akar = Path.Combine(folder, "akar.pem");
            await File.WriteAllTextAsync(akar, await (await sekar.Halaman.APIRequest.GetAsync(portal.Alamat + "/sertifikat-akar.pem")).TextAsync());
            var pem = Path.Combine(folder, "milik.pem");
            await File.WriteAllTextAsync(pem, await OpenSsl.JalankanAsync("pkcs12", "-in", p12, "-passin", "pass:" + Frasa, "-nokeys", "-clcerts"));
            // The portal's moment lies a day ahead of this machine's.
            var saat = (await portal.Jam.KiniAsync()).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains("OK", await OpenSsl.JalankanAsync("verify", "-attime", saat, "-CAfile", akar, pem), StringComparison.Ordinal);
            Assert.Contains(Nama, await OpenSsl.JalankanAsync("x509", "-in", pem, "-noout", "-subject"), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
