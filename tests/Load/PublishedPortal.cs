using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;

namespace KlatenSE.Load;

/// <summary>The portal as it is delivered: published in Release, a process of its own.</summary>
internal sealed class PublishedPortal : IAsyncDisposable
{
    private const string Dll = "KlatenSE.Portal.dll";

    private readonly Process process;
    private readonly StringBuilder log = new();

    private PublishedPortal(Process process, string address, long started)
    {
        (this.process, Started) = (process, started);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public int Id => process.Id;

    /// <summary>Processor time it used so far, all threads.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Timestamp of the moment before the process was started.</summary>
    public long Started { get; }

    /// <summary>Publishes src/Portal into a folder under the system's temporary one, unless a build of these very sources is there.</summary>
    public static async Task<string> BuildAsync(CancellationToken ct)
    {
        var root = Root();
        var folder = Path.Combine(Path.GetTempPath(), "klatense-load-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..10]);
        var (stamp, sources) = (Path.Combine(folder, "sources.txt"), Sources(root));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == sources)
        {
            return folder;
        }

        Figure.Note($"publishing src/Portal to {folder}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(root, "src/Portal/Portal.csproj"), "-c", "Release", "-o", folder, "-v", "q", "--nologo", "-p:RunAnalyzers=false"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        }) ?? throw new LoadException("dotnet did not start");
        var output = await publish.StandardOutput.ReadToEndAsync(ct);
        await publish.WaitForExitAsync(ct);
        if (publish.ExitCode != 0)
        {
            throw new LoadException("the portal cannot be published:\n" + output);
        }

        await File.WriteAllTextAsync(stamp, sources, ct);
        return folder;
    }

    /// <summary>Starts the process on a free port of loopback.</summary>
    public static PublishedPortal Start(string folder, string portal, string owner, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, Dll)]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = address,
            ["Portal__AlamatPublik"] = address,
            ["ConnectionStrings__Portal"] = portal,
            ["ConnectionStrings__Pemilik"] = owner,
            ["KunciPelindung__Berkas"] = KunciUji.Berkas,
            ["Sertifikat__SandboxDiProduksi"] = PilihanOtoritas.KataSandbox,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var started = TimeProvider.System.GetTimestamp();
        return new PublishedPortal(Process.Start(start) ?? throw new LoadException("dotnet did not start"), address, started);
    }

    /// <summary>Waits for the first whole page; returns the time since the process was started.</summary>
    public async Task<TimeSpan> FirstPageAsync(CancellationToken ct)
    {
        await Wait.UntilAsync("the first page", async () =>
        {
            if (process.HasExited)
            {
                throw new LoadException($"the portal ended with code {process.ExitCode}:\n{Log}");
            }

            try
            {
                using var answer = await Http.GetAsync("/", ct);
                return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(ct)).Contains("</html>", StringComparison.Ordinal);
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(120), 5, ct);
        return TimeProvider.System.GetElapsedTime(Started);
    }

    /// <summary>The last of what it logged.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString(Math.Max(0, log.Length - 4000), Math.Min(4000, log.Length));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KlatenSE.sln")))
            {
                return folder.FullName;
            }
        }

        throw new LoadException("KlatenSE.sln stands in none of the folders above this program");
    }

    /// <summary>Names, sizes and times of what the portal is built from.</summary>
    private static string Sources(string root)
    {
        var skip = (string[])[$"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", "_framework"];
        var files = Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories).Where(f => !skip.Any(f.Contains))
            .Concat(Directory.EnumerateFiles(root, "Directory.*.props")).Order(StringComparer.Ordinal).Select(f => new FileInfo(f));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}")))));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
