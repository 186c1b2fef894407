using Microsoft.Extensions.Configuration;

namespace KlatenSE.BsreStandIn;

// Not named Program: test projects refer to the portal's Program too.
internal static class StandInProgram
{
    private static async Task Main(string[] args)
    {
        var konfigurasi = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var pengaturan = konfigurasi.GetSection(StandInOptions.Bagian).Get<StandInOptions>() ?? new StandInOptions();
        pengaturan.Urls = konfigurasi["urls"] ?? konfigurasi["ASPNETCORE_URLS"] ?? "http://127.0.0.1:5090";
        await using var peraga = await StandInApp.StartAsync(pengaturan);
        foreach (var alamat in peraga.SemuaAlamat)
        {
            Console.WriteLine($"Peraga BSrE: {alamat}");
        }
        await peraga.WaitForShutdownAsync();
    }
}
