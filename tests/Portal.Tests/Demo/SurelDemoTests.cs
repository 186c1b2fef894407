using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace KlatenSE.Portal.Tests.Demo;

public sealed class SurelDemoTests(PostgresUji postgres)
{
    [Fact]
    public async Task Outside_the_demo_the_page_of_mails_does_not_exist()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.MasukAsync(Peran.Administrator)).BukaAsync("/demo/surel")).Status);
    }

    [Fact]
    public async Task The_demo_shows_its_mails_with_links_to_follow()
    {
        await using var basis = await postgres.CloneAsync();
        // Bears the mark of a finished filling, so that none is done here.
        await basis.JalankanAsync("INSERT INTO pengaturan (kunci, nilai, diubah_pada) VALUES ('demo', '\"selesai\"', now())");
        await using var pabrik = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseEnvironment("Production")
            .UseSetting("ConnectionStrings:Portal", basis.Portal).UseSetting("ConnectionStrings:Pemilik", basis.Pemilik)
            .UseSetting(KunciPelindung.Setelan, KunciUji.Berkas).UseSetting("Portal:Demo", "true").UseSetting("Surel:IsiTerlihat", "true"));
        await new PermohonanUji(pabrik.Services).SampaiAsync(Tahap.Aktivasi);

        var halaman = await new KlienUji(pabrik.CreateClient(), null).BukaAsync("/demo/surel");

        Assert.Equal(HttpStatusCode.OK, halaman.Status);
        Assert.Contains(halaman.Dokumen.QuerySelectorAll("main details a"), a => a.GetAttribute("href")!.Contains("/aktivasi?k=", StringComparison.Ordinal));
        Assert.NotNull(halaman.Dokumen.QuerySelector("[aria-label='Peragaan']"));
    }
}
