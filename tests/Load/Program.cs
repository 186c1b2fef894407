using System.Globalization;
using KlatenSE.Load;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
(string Name, string What, Func<CancellationToken, Task> Run)[] cases =
[
    ("start", "start-seconds: from process start to the first page", StartCase.RunAsync),
    ("rest", "rest-memory-mb: resident memory after 60 s idle", RestCase.RunAsync),
    ("acts", "acts-per-second-1, acts-per-second-32: acts through the one door, 1 and 32 clerks at once", ActsCase.RunAsync),
    ("expiry", "expiry-seconds, expiry-mail-seconds: 1,000 links due in the same second", ExpiryCase.RunAsync),
];

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
switch (args)
{
    case ["list"]:
        foreach (var c in cases)
        {
            Console.WriteLine($"{c.Name,-8}{c.What}");
        }

        return 0;
    case [var name] when Array.Find(cases, c => c.Name == name) is { Run: { } run }:
        try
        {
            Figure.Machine();
            await run(stop.Token);
            return 0;
        }
        catch (Exception e) when (e is LoadException or TimeoutException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{name} came to no figure: {e.Message}");
            return 1;
        }

    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project tests/Load -- list | " + string.Join(" | ", cases.Select(c => c.Name)));
        return 2;
}
