using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>A form that is sent to somebody else's request: 404 as if there were none, and a row in the audit.</summary>
public sealed class BukanMilikTests(PortalBersama bersama) : IClassFixture<PortalBersama>
{
    private readonly PortalUji portal = bersama.Portal;

    [Theory]
    [InlineData("", "Batal", Tindakan.Batalkan)]
    [InlineData("/data", "Simpan", Tindakan.SimpanData)]
    [InlineData("/berkas", "UnggahKtp", Tindakan.UnggahBerkas)]
    [InlineData("/periksa", "Kirim", Tindakan.Ajukan)]
    [InlineData("/aktivasi", "Selesai", Tindakan.SelesaikanAktivasi)]
    [InlineData("/passphrase", "Buat", Tindakan.BuatPassphrase)]
    [InlineData("/data/simpan", "Simpan", Tindakan.SimpanData)]
    [InlineData("/sertifikat", "", null)]
    public async Task A_form_of_a_stranger_is_answered_404_and_written_down(string halaman, string formulir, Tindakan? tindakan)
    {
        var (punya, lain) = (await Perjalanan.MulaiAsync(portal), await Perjalanan.MulaiAsync(portal));
        Assert.Equal(HttpStatusCode.NotFound, await KirimAsync(lain, punya.Id, halaman, formulir));
        var baris = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().SingleAsync(a => a.PermohonanId == punya.Id && a.Jenis == JenisAudit.TindakanDitolak));
        Assert.Equal((lain.Klien.Akun!.Id, Peran.Pemohon, tindakan, Tahap.Draf), (baris.PelakuId!.Value, baris.Peran, baris.Tindakan, baris.Dari));
    }

    [Fact]
    public async Task A_form_to_no_request_at_all_leaves_nothing()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        Assert.Equal(HttpStatusCode.NotFound, await KirimAsync(p, Guid.NewGuid(), "/data", "Simpan"));
        Assert.Equal(0, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.PelakuId == p.Klien.Akun!.Id && a.Jenis == JenisAudit.TindakanDitolak)));
    }

    [Fact]
    public async Task Asking_for_a_certificate_that_is_not_there_yet_is_written_down()
    {
        var p = await Perjalanan.MulaiAsync(portal);
        Assert.Equal(HttpStatusCode.NotFound, await KirimAsync(p, p.Id, "/sertifikat", ""));
        Assert.Equal(1, await portal.DenganDbAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.PermohonanId == p.Id && a.Rincian!.Contains("belum terbit"))));
    }

    private static async Task<HttpStatusCode> KirimAsync(Perjalanan dari, Guid ke, string halaman, string formulir)
    {
        // The stranger's own page gives the tokens of the form.
        var isi = HalamanUji.Isi((await dari.Klien.BukaAsync($"/permohonan/{dari.Id}/data")).Formulir("formulir-simpan")).Where(i => i.Key != "Tindakan");
        using var kirim = new FormUrlEncodedContent([.. isi, KeyValuePair.Create("Tindakan", formulir)]);
        using var jawab = await dari.Klien.Http.PostAsync($"/permohonan/{ke}{halaman}", kirim);
        return jawab.StatusCode;
    }
}
