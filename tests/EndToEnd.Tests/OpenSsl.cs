using System.Diagnostics;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>openssl as the judge of what was downloaded.</summary>
internal static class OpenSsl
{
    public static async Task<string> JalankanAsync(params string[] argumen)
    {
        var mulai = new ProcessStartInfo("openssl") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var a in argumen)
        {
            mulai.ArgumentList.Add(a);
        }

        using var proses = Process.Start(mulai)!;
        var keluaran = proses.StandardOutput.ReadToEndAsync();
        var galat = proses.StandardError.ReadToEndAsync();
        await proses.WaitForExitAsync();
        Assert.True(proses.ExitCode == 0, $"openssl {argumen[0]}: {await galat}");
        return await keluaran;
    }
}
