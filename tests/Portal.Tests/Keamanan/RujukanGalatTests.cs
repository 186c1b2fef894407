using Bunit;
using KlatenSE.Domain.Alur;
using KlatenSE.Portal.Components.Bersama;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace KlatenSE.Portal.Tests.Keamanan;

/// <summary>The reference that somebody reads out is the one under which the bug was logged.</summary>
public sealed class RujukanGalatTests(PostgresUji postgres) : BunitTestBase
{
    [Fact]
    public async Task The_reference_on_the_error_page_stands_in_the_log_with_the_exception()
    {
        using var log = new SemuaLog();
        await using var portal = await PortalUji.MulaiAsync(postgres, layanan: s => s.AddLogging(b => b.ClearProviders().AddProvider(log)));
        var kasi = await portal.MasukAsync(Peran.Kasi);
        await portal.BasisData.JalankanAsync("ALTER TABLE permohonan RENAME TO permohonan_pergi");
        var halaman = await kasi.BukaAsync("/petugas/permohonan");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, halaman.Status);
        var rujukan = halaman.Dokumen.QuerySelector("[data-rujukan]")!.TextContent;
        Assert.NotEmpty(rujukan);
        Assert.Contains(log.Baris, b => b.StartsWith("Error", StringComparison.Ordinal) && b.Contains(rujukan, StringComparison.Ordinal) && b.Contains("permohonan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_page_without_a_logged_exception_shows_no_reference()
    {
        await using var portal = await PortalUji.MulaiAsync(postgres);
        Assert.Null((await portal.Anonim().BukaAsync("/galat/500")).Dokumen.QuerySelector("[data-rujukan]"));
    }

    [Fact]
    public void The_reference_of_a_part_that_failed_stands_in_the_log_with_the_exception()
    {
        using var log = new SemuaLog();
        Services.AddLogging(b => b.AddProvider(log));
        var batas = Render<BatasGalat>(p => p.AddChildContent<Rusak>());
        var rujukan = batas.Find("strong.tetap").TextContent;
        Assert.NotEmpty(rujukan);
        Assert.Contains(log.Baris, b => b.StartsWith("Error", StringComparison.Ordinal) && b.Contains(rujukan, StringComparison.Ordinal) && b.Contains("rusak dengan sengaja", StringComparison.Ordinal));
        Assert.Empty(Render<BatasGalat>(p => p.Add(c => c.Diam, true).AddChildContent<Rusak>()).Markup.Trim());
    }

    private sealed class Rusak : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("rusak dengan sengaja");
    }
}
