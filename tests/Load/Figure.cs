using System.Globalization;

namespace KlatenSE.Load;

/// <summary>Something of the measurement itself did not work; the message says what.</summary>
public sealed class LoadException(string message) : Exception(message);

/// <summary>Results as lines that a script can read.</summary>
internal static class Figure
{
    /// <summary>Prints <c>figure NAME VALUE UNIT</c> with the goal beside it.</summary>
    public static void Print(string name, double value, string unit, double goal, bool atLeast) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"figure {name} {value:0.##} {unit}   (goal {(atLeast ? ">=" : "<=")} {goal:0.##}: {(atLeast == value >= goal || value == goal ? "met" : "MISSED")})"));

    public static void Note(string text) => Console.WriteLine("# " + text);

    /// <summary>What else the machine is doing: a figure means little without it.</summary>
    public static void Machine() =>
        Note($"{Environment.ProcessorCount} processors, load average {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))}");

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static string Rounds(IEnumerable<double> values) => string.Join(' ', values.Select(v => v.ToString("0.##", CultureInfo.InvariantCulture)));
}

/// <summary>Waiting for a condition, never for a time.</summary>
internal static class Wait
{
    /// <summary>Asks again and again until the answer is yes; returns how long that took.</summary>
    /// <exception cref="TimeoutException">Not within <paramref name="limit"/>.</exception>
    public static async Task<TimeSpan> UntilAsync(string what, Func<Task<bool>> holds, TimeSpan limit, int everyMs, CancellationToken ct)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(everyMs));
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > limit)
            {
                throw new TimeoutException($"waited {limit.TotalSeconds:0} s for {what}");
            }

            await timer.WaitForNextTickAsync(ct);
        }

        return TimeProvider.System.GetElapsedTime(begun);
    }
}
