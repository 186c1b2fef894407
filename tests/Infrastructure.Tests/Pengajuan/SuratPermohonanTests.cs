using System.Diagnostics;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using Microsoft.Extensions.Options;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Pengajuan;

/// <summary>The letter that the portal makes, judged by Debian's tools.</summary>
public sealed class SuratPermohonanTests
{
    private static readonly SuratPermohonan Surat = new(
        new DataPemohon { Nama = "Sékar (Ayu) Wulandari", Nik = "3399015507900003", Nip = "199007152015032002", Surel = new string('s', 60) + "@contoh.go.id", UnitKerja = "Dinas Perpustakaan dan Arsip \\ Klaten", Jabatan = "Arsiparis" },
        new DataSurat { Nomor = "000.9/1/2026", Tanggal = new DateOnly(2026, 11, 2), AtasanNama = "Bagas Prasetyo", AtasanJabatan = "Kepala Dinas" },
        "Dinas Komunikasi dan Informatika Kabupaten Klaten", new DateOnly(2026, 11, 24));

    [Fact]
    public async Task Qpdf_finds_nothing_wrong()
    {
        var (kode, keluaran) = await JalankanAsync("qpdf", "--check");
        Assert.True(kode == 0, keluaran);
    }

    [Fact]
    public async Task Its_words_can_be_read()
    {
        var (_, teks) = await JalankanAsync("pdftotext", "-layout");
        Assert.Contains("Surat Permohonan Penerbitan Sertifikat Elektronik", teks, StringComparison.Ordinal);
        Assert.Contains("Sékar (Ayu) Wulandari", teks, StringComparison.Ordinal);
        Assert.Contains("3399 0155 0790 0003", teks, StringComparison.Ordinal);
        Assert.Contains("Arsip \\ Klaten", teks, StringComparison.Ordinal);
        Assert.Contains("tidak memuat tanda tangan elektronik", teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_passes_the_inspection_of_uploads()
    {
        using var pemeriksa = new PemeriksaBerkas(Options.Create(new BerkasOptions()));
        using var pdf = new MemoryStream(Surat.Pdf());
        Assert.IsType<HasilPeriksa.Diterima>(await pemeriksa.PeriksaAsync(pdf, Surat.NamaBerkas, JenisBerkas.SuratPermohonan));
    }

    [Fact]
    public void Its_name_tells_other_data_and_not_another_day()
    {
        Assert.True(SuratPermohonan.DariPortal(Surat.NamaBerkas));
        Assert.Equal(Surat.NamaBerkas, (Surat with { Tanggal = new DateOnly(2026, 12, 1) }).NamaBerkas);
        Assert.NotEqual(Surat.NamaBerkas, (Surat with { Data = Surat.Data with { Jabatan = "Pustakawan" } }).NamaBerkas);
    }

    private static async Task<(int Kode, string Keluaran)> JalankanAsync(string alat, string pilihan)
    {
        var berkas = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(berkas, Surat.Pdf());
            using var proses = Process.Start(new ProcessStartInfo(alat, [pilihan, berkas, .. alat == "pdftotext" ? (string[])["-"] : []])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            var galat = proses.StandardError.ReadToEndAsync();
            var keluaran = await proses.StandardOutput.ReadToEndAsync();
            await proses.WaitForExitAsync();
            return (proses.ExitCode, keluaran + await galat);
        }
        finally
        {
            File.Delete(berkas);
        }
    }
}
