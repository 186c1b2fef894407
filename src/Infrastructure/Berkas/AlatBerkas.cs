using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>How a tool ended: exit code, what it wrote, what it complained of.</summary>
internal sealed record HasilAlat(int Kode, byte[] Keluaran, string Keluhan)
{
    /// <summary>True when the tool ran into the limits set for it; that is the document's doing.</summary>
    public bool MelewatiBatas => Kode is >= 128 and < 192
        || Keluhan.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || Keluhan.Contains("bad_alloc", StringComparison.Ordinal)
        || Keluhan.Contains("unable to allocate", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Runs Debian's tools (packages libvips-tools, qpdf, poppler-utils; prlimit is in util-linux) on one document: a process of its own,
/// in a private directory, with limits on memory, processor time and output, and an empty environment.
/// </summary>
internal sealed class AlatBerkas(IOptions<BerkasOptions> options)
{
    public const string PerintahPasang = "apt-get install --no-install-recommends libvips-tools qpdf poppler-utils";

    private const int KeluaranTerbesar = 64 * 1024 * 1024;
    private const int KeluhanTerpanjang = 16 * 1024;

    private static readonly string[] Alat = ["vips", "vipsheader", "vipsthumbnail", "qpdf", "pdftoppm", "prlimit"];
    private static readonly string[] Jalur = ["/usr/local/bin", "/usr/bin", "/bin"];

    private readonly BerkasOptions batas = options.Value;

    /// <summary>The tools that this machine lacks.</summary>
    public static IReadOnlyList<string> YangKurang() =>
        [.. Alat.Where(a => !Jalur.Any(j => File.Exists(Path.Combine(j, a))))];

    /// <summary>Runs a tool with the directory as its working directory. Arguments are ours, never a user's text.</summary>
    /// <exception cref="TimeoutException">The machine did not get it done in time.</exception>
    /// <exception cref="InvalidOperationException">The tool cannot be started.</exception>
    public async Task<HasilAlat> JalankanAsync(string direktori, string alat, string[] argumen, CancellationToken ct)
    {
        using var tenggat = CancellationTokenSource.CreateLinkedTokenSource(ct);
        tenggat.CancelAfter(TimeSpan.FromSeconds(batas.DetikTerlama));
        using var proses = Mulai(direktori, alat, argumen);
        try
        {
            proses.StandardInput.Close();
            var keluaran = BacaAsync(proses.StandardOutput.BaseStream, KeluaranTerbesar, tenggat.Token);
            var keluhan = BacaAsync(proses.StandardError.BaseStream, KeluhanTerpanjang, tenggat.Token);
            await Task.WhenAll(keluaran, keluhan, proses.WaitForExitAsync(tenggat.Token));
            var hasil = new HasilAlat(proses.ExitCode, await keluaran, Encoding.UTF8.GetString(await keluhan));
            return hasil.Kode is 126 or 127 ? throw BelumTerpasang(alat) : hasil;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{alat} did not finish within {batas.DetikTerlama} s.");
        }
        finally
        {
            if (!proses.HasExited)
            {
                proses.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Mulai(string direktori, string alat, string[] argumen)
    {
        var mulai = new ProcessStartInfo("prlimit")
        {
            WorkingDirectory = direktori,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] pagar =
        [
            Invarian($"--as={batas.MemoriMb * 1024L * 1024}"), Invarian($"--cpu={batas.DetikProsesor}"),
            Invarian($"--fsize={512L * 1024 * 1024}"), "--nofile=64", "--core=0", "--", alat,
        ];
        foreach (var a in pagar.Concat(argumen))
        {
            mulai.ArgumentList.Add(a);
        }

        mulai.Environment.Clear();
        mulai.Environment["PATH"] = string.Join(':', Jalur);
        mulai.Environment["HOME"] = direktori;
        mulai.Environment["TMPDIR"] = direktori;
        mulai.Environment["LC_ALL"] = "C.UTF-8";
        mulai.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        mulai.Environment["VIPS_CONCURRENCY"] = "1";
        mulai.Environment["MALLOC_ARENA_MAX"] = "1";
        try
        {
            return Process.Start(mulai) ?? throw BelumTerpasang(alat);
        }
        catch (Win32Exception e)
        {
            throw BelumTerpasang(alat, e);
        }
    }

    /// <summary>Reads to the end, keeps no more than the limit; the rest is let go so that the tool does not hang.</summary>
    private static async Task<byte[]> BacaAsync(Stream aliran, int batas, CancellationToken ct)
    {
        using var tersimpan = new MemoryStream();
        var penyangga = new byte[64 * 1024];
        int n;
        while ((n = await aliran.ReadAsync(penyangga, ct)) > 0)
        {
            tersimpan.Write(penyangga, 0, (int)Math.Min(n, batas - tersimpan.Length));
        }

        return tersimpan.ToArray();
    }

    private static string Invarian(FormattableString teks) => teks.ToString(CultureInfo.InvariantCulture);

    private static InvalidOperationException BelumTerpasang(string alat, Exception? sebab = null) =>
        new($"{alat} tidak dapat dijalankan. Pasang dengan: {PerintahPasang}", sebab);
}
