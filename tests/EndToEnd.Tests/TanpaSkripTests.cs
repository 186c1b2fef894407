using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>Step 1 in a browser that runs no script at all: plain forms, plain multipart uploads.</summary>
public sealed class TanpaSkripTests(PortalHidup portal)
{
    [Fact]
    public async Task An_applicant_registers_fills_in_uploads_checks_and_sends_without_scripts()
    {
        await using var orang = await Orang.DatangAsync(portal, "Laras Puspita", ponsel: true, skrip: false);
        await orang.DaftarAsync("laras.puspita@contoh.go.id");
        await orang.IsiDataAsync(new IsianPemohon { Nama = "Laras Puspita", Nik = "3399 0155 0790 0017", NomorSurat = "000.9/0017/2026" });
        await orang.SetujuiPrivasiAsync();
        await orang.UnggahDitolakAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-photocopy-gray.jpg"), "berwarna");
        await orang.UnggahDiterimaAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-scan.png"));
        await orang.UnggahDiterimaAsync("SuratRekomendasi", PemohonDiPonsel.Dokumen("surat-rekomendasi.pdf"));
        await orang.TekanAsync("Buatkan surat dari data saya");
        await orang.Melihat("Buat ulang surat dari data saya").ToBeVisibleAsync();
        await orang.PeriksaAsync("berkas-360");
        Assert.Matches(@"^\d{4}-\d{4}$", await orang.KirimAsync());
    }
}
