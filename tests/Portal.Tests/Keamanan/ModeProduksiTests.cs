using System.Diagnostics;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Portal.Tests.Keamanan;

/// <summary>The process itself, with a production configuration.</summary>
public sealed class ModeProduksiTests
{
    [Theory]
    [InlineData(null, "isi Sertifikat__Mode=Bsre untuk pemakaian sungguhan")]
    [InlineData("sertifikat sandbox sah", "seharusnya persis “sertifikat sandbox tidak sah”")]
    public async Task With_the_sandbox_and_without_its_words_the_portal_says_what_to_set_and_does_not_start(string? kata, string kalimat)
    {
        var mulai = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true };
        mulai.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        mulai.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        mulai.Environment["KunciPelindung__Berkas"] = KunciUji.Berkas;
        mulai.Environment["Sertifikat__SandboxDiProduksi"] = kata ?? "";
        using var proses = Process.Start(mulai)!;
        var galat = await proses.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await proses.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, proses.ExitCode);
        Assert.Contains(kalimat, galat, StringComparison.Ordinal);
        Assert.Single(galat.Trim().Split('\n'));
    }
}
