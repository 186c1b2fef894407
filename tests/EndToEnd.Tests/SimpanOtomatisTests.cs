using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>Autosave when the network fails and the server refuses, one after the other.</summary>
public sealed class SimpanOtomatisTests(PortalHidup portal)
{
    [Fact]
    public async Task After_a_failure_and_a_refusal_what_is_typed_next_is_saved()
    {
        await using var orang = await Orang.DatangAsync(portal, "Tirta Maheswara");
        await orang.DaftarAsync("tirta.maheswara@contoh.go.id");
        await orang.BukaAsync("/permohonan/baru");
        await orang.TekanAsync("Mulai permohonan");
        await orang.Halaman.WaitForURLAsync("**/data", Orang.Segera);
        var ke = 0;
        await orang.Halaman.RouteAsync("**/data/simpan", jalan => Interlocked.Increment(ref ke) switch
        {
            1 => jalan.AbortAsync(),
            2 => jalan.FulfillAsync(new RouteFulfillOptions { Status = 409, ContentType = "application/json", Body = """{"kalimat":"Sudah diubah di tempat lain."}""" }),
            _ => jalan.ContinueAsync(),
        });
        var (jabatan, status) = (orang.Halaman.Locator("#Jabatan"), orang.Halaman.Locator("[data-simpan-status], .tersimpan").First);
        await jabatan.FillAsync("Arsiparis");
        await Assertions.Expect(status).ToContainTextAsync("Sudah diubah di tempat lain.");
        await jabatan.FillAsync("Arsiparis Ahli Pertama");
        await Assertions.Expect(status).ToContainTextAsync("Tersimpan");
        Assert.Equal(3, ke);
        await orang.BukaAsync(new Uri(orang.Halaman.Url).AbsolutePath);
        await Assertions.Expect(orang.Halaman.Locator("#Jabatan")).ToHaveValueAsync("Arsiparis Ahli Pertama");
    }
}
