using System.Globalization;
using KlatenSE.TestCommon;

namespace KlatenSE.Load;

/// <summary>What the portal holds when nobody asks anything of it.</summary>
internal static class RestCase
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(CancellationToken ct)
    {
        var folder = await PublishedPortal.BuildAsync(ct);
        await using var postgres = new PostgresFixture(MigrasiUji.JalankanAsync, durable: true);
        await using var database = await postgres.CloneAsync(ct);
        await using var portal = PublishedPortal.Start(folder, database.Portal, database.Pemilik);
        await portal.FirstPageAsync(ct);
        foreach (var page in (string[])["/masuk", "/daftar", "/sop", "/sehat"])
        {
            using var answer = await portal.Http.GetAsync(page, ct);
            Figure.Note($"{page}: {(int)answer.StatusCode}");
        }

        Figure.Note($"after these pages: {Resident(portal.Id):0.0} MB");
        // The idle minute is what is measured, not a wait for something.
        await Task.Delay(Idle, TimeProvider.System, ct);
        Figure.Print("rest-memory-mb", Resident(portal.Id), "MB", 200, atLeast: false);
    }

    private static double Resident(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }
}
