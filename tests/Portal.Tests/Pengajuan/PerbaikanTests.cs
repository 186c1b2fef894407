using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>A request that came back: what is mended, what remains, and when it may be sent again.</summary>
public sealed class PerbaikanTests(PortalBersama bersama) : IClassFixture<PortalBersama>
{
    private readonly PortalUji portal = bersama.Portal;

    [Fact]
    public async Task A_replaced_document_is_shown_as_mended_and_what_remains_is_named()
    {
        var p = await KembaliAsync(new(BidangPermohonan.BerkasKtp, "KTP buram"), new(BidangPermohonan.BerkasSuratRekomendasi, "Belum ditandatangani"));
        var sebelum = await p.Klien.BukaAsync($"/permohonan/{p.Id}/berkas");
        Assert.Equal(2, sebelum.Dokumen.QuerySelectorAll("section .pemberitahuan--dekat").Length);

        await p.UnggahAsync("berkas", "formulir-unggahktp", "ktp-scan.png");
        var sesudah = await p.Klien.BukaAsync($"/permohonan/{p.Id}/berkas");
        var ktp = sesudah.Dokumen.QuerySelector("section[aria-labelledby=judul-Ktp]")!;
        Assert.Null(ktp.QuerySelector(".pemberitahuan--dekat"));
        Assert.Matches(@"Sudah diganti \d\d\.\d\d", ktp.QuerySelector(".pemberitahuan--baik")!.TextContent);
        Assert.Contains("masih 1 dari 2", sesudah.Teks, StringComparison.Ordinal);
        Assert.Contains("Belum diganti", sesudah.Dokumen.QuerySelector("section[aria-labelledby=judul-SuratRekomendasi]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lanjutkan memperbaiki", (await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_is_offered_only_when_every_document_of_the_list_was_brought_anew()
    {
        var p = await KembaliAsync(new(BidangPermohonan.BerkasKtp, "KTP buram"), new(BidangPermohonan.BerkasSuratRekomendasi, ""));
        await p.UnggahAsync("berkas", "formulir-unggahktp", "ktp-scan.png");
        var belum = await p.Klien.BukaAsync($"/permohonan/{p.Id}/periksa");
        Assert.DoesNotContain("Kirim perbaikan", belum.Teks, StringComparison.Ordinal);
        Assert.Contains("Surat rekomendasi belum diganti", belum.Teks, StringComparison.Ordinal);

        await p.UnggahAsync("berkas", "formulir-unggahsuratrekomendasi", "surat-rekomendasi.pdf");
        Assert.Equal($"/permohonan/{p.Id}?terkirim=1", (await p.KirimPermohonanAsync()).Tujuan);
        Assert.Equal(Tahap.MenungguDisposisi, (await p.BacaAsync()).Tahap);
    }

    [Fact]
    public async Task A_field_that_is_right_is_confirmed_before_sending_and_the_office_is_told()
    {
        var p = await KembaliAsync(new(BidangPermohonan.Jabatan, "Cek"), new(BidangPermohonan.UnitKerja, "Cek"));
        Assert.Contains("belum diubah", (await p.Klien.BukaAsync($"/permohonan/{p.Id}/periksa")).Teks, StringComparison.Ordinal);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/data", "formulir-simpan", ("Jabatan", "Arsiparis"));

        var ditolak = await p.KirimPermohonanAsync();
        Assert.NotNull(ditolak.Dokumen.QuerySelector("#benar-UnitKerja-galat"));
        Assert.Equal(Tahap.PerluPerbaikan, (await p.BacaAsync()).Tahap);
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/periksa", "formulir-kirim", ("Benar", "UnitKerja"));
        var terkirim = await p.BacaAsync();
        Assert.Equal(Tahap.MenungguDisposisi, terkirim.Tahap);
        Assert.Contains(terkirim.Peringatan, k => k.StartsWith("Unit kerja diminta diperbaiki", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_history_names_the_document_and_the_field()
    {
        var p = await KembaliAsync(new(BidangPermohonan.BerkasKtp, "KTP buram"), new(BidangPermohonan.Jabatan, "Cek"));
        await p.UnggahAsync("berkas", "formulir-unggahktp", "ktp-scan.png");
        await p.Klien.KirimAsync($"/permohonan/{p.Id}/data", "formulir-simpan", ("Jabatan", "Arsiparis"));
        var riwayat = (await p.Klien.BukaAsync($"/permohonan/{p.Id}")).Dokumen.QuerySelector("ol.riwayat")!.TextContent;
        Assert.Contains("Anda mengunggah berkas: KTP elektronik.", riwayat, StringComparison.Ordinal);
        Assert.Contains("Anda menyimpan data: Jabatan.", riwayat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_ticked_when_it_is_complete_and_not_for_having_been_passed()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        var kosong = await p.Klien.BukaAsync($"/permohonan/{p.Id}/periksa");
        Assert.Empty(kosong.Dokumen.QuerySelectorAll(".penanda-selesai"));
        Assert.Equal(2, kosong.Dokumen.QuerySelectorAll(".penanda-kurang a").Length);
        await p.LengkapiAsync();
        Assert.Equal(2, (await p.Klien.BukaAsync($"/permohonan/{p.Id}/periksa")).Dokumen.QuerySelectorAll(".penanda-selesai a").Length);
    }

    private async Task<Perjalanan> KembaliAsync(params ButirPerbaikan[] daftar)
    {
        var p = await (await Perjalanan.MulaiAsync(portal)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        var kepala = await portal.BuatPenggunaAsync("Orang Kepala", Peran.Kepala);
        await p.PetugasAsync(kepala.Id, new Kembalikan { Alasan = "Belum sesuai", DaftarPerbaikan = daftar });
        return p;
    }
}
