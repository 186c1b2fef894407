using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Portal.Tests.Papan;

/// <summary>What the health check and the administrator's page say of BSrE. Its trouble never makes the portal unhealthy.</summary>
public sealed class SehatBsreTests(PostgresUji postgres)
{
    private static readonly Dictionary<string, string> Bsre = new() { ["Sertifikat:Mode"] = "Bsre" };

    // Nobody listens there: each question is refused at once.
    private static readonly Dictionary<string, string> Terpasang = new(Bsre) { ["Bsre:Alamat"] = "http://127.0.0.1:1", ["Bsre:Pengguna"] = "peraga", ["Bsre:Sandi"] = "sandi-peraga" };

    private static async Task<(HttpStatusCode Status, string Teks)> SehatAsync(PortalUji portal)
    {
        using var jawaban = await portal.Anonim().Http.GetAsync("/sehat");
        return (jawaban.StatusCode, await jawaban.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_credentials_the_check_is_off_and_the_portal_is_well()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, Bsre);
        Assert.Equal((HttpStatusCode.OK, "ok"), await SehatAsync(portal));
        var halaman = await (await portal.MasukAsync(Peran.Administrator)).BukaAsync("/admin/bsre");
        Assert.Contains("Tidak dipakai", halaman.Teks, StringComparison.Ordinal);
        Assert.Contains("Bsre:Sandi belum diisi", halaman.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_away_is_told_with_its_cause_and_the_portal_goes_on()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, Terpasang);
        await new PermohonanUji(portal.Pabrik.Services).SampaiAsync(Tahap.MenungguDisposisi);
        var (status, teks) = await SehatAsync(portal);
        // The service asks by itself; what it meets stands here within seconds.
        for (var batas = TimeProvider.System.GetUtcNow().AddSeconds(60); !teks.Contains("terganggu", StringComparison.Ordinal) && TimeProvider.System.GetUtcNow() < batas;)
        {
            (status, teks) = await SehatAsync(portal);
        }

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("sambungan ditolak", teks, StringComparison.Ordinal);
        Assert.Contains("1 permohonan dipantau", teks, StringComparison.Ordinal);
        var halaman = await (await portal.MasukAsync(Peran.Administrator)).BukaAsync("/admin/bsre");
        Assert.Contains("Terganggu sejak", halaman.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_chooses_what_is_recorded_by_itself()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, Bsre);
        var admin = await portal.MasukAsync(Peran.Administrator);
        var halaman = await admin.BukaAsync("/admin/pengaturan");
        var isian = halaman.Dokumen.QuerySelectorAll("form[action='/admin/pengaturan'] .masukan").Select(m => (m.GetAttribute("name")!, m.GetAttribute("value") ?? m.TextContent)).ToArray();
        await admin.KirimAsync("/admin/pengaturan", "pengaturan", [.. isian, ("Isian.OtomatisAktif", "true")]);
        Assert.Equal([Domain.Pencocokan.StatusBsre.Aktif], (await portal.DenganDbAsync(db => PengaturanService.BacaAsync(db))).OtomatisBsre);
    }

    [Fact]
    public async Task Nobody_but_the_administrator_opens_the_page()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres, Bsre);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.MasukAsync(Peran.Kasi)).BukaAsync("/admin/bsre")).Status);
    }
}
