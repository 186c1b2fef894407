using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>Step 1 on a phone, with the documents as applicants really bring them.</summary>
public sealed class PengajuanTests(PortalHidup portal)
{
    [Fact]
    public async Task An_applicant_registers_fills_in_uploads_what_is_taken_and_sends()
    {
        await using var sekar = await Orang.DatangAsync(portal, "Rara Kinanti", ponsel: true);
        await sekar.DaftarAsync("rara.kinanti@contoh.go.id");
        await sekar.IsiDataAsync(new IsianPemohon { Nama = "Rara Kinanti", Nik = "3399 0155 0790 0013", NomorSurat = "000.9/0013/2026" });
        await sekar.SetujuiPrivasiAsync();

        await sekar.UnggahDitolakAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-photocopy-gray.jpg"), "berwarna");
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-blurred.jpg"));
        await sekar.Melihat("kurang jelas").ToBeVisibleAsync();
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-phone.heic"));
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-phone-rotated-gps.jpg"));
        await sekar.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-scan.png"));
        await sekar.UnggahDiterimaAsync("SuratRekomendasi", PemohonDiPonsel.Dokumen("surat-rekomendasi-scanned.pdf"));
        await sekar.UnggahDiterimaAsync("SuratRekomendasi", PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await sekar.TekanAsync("Buatkan surat dari data saya");
        await sekar.Melihat("Buat ulang surat dari data saya").ToBeVisibleAsync();
        await sekar.PeriksaAsync("berkas-360");
        Assert.Matches(@"^\d{4}-\d{4}$", await sekar.KirimAsync());
        var tanda = await portal.Surel.WaitForAsync(m => m.To.Contains("rara.kinanti@contoh.go.id") && m.Subject.Contains("kami terima", StringComparison.Ordinal));
        Assert.DoesNotContain("3399015507900013", tanda.Raw, StringComparison.Ordinal);
    }
}
