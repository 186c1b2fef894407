using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlatenSE.TestCommon;

/// <summary>Keeps every message with its level, category, values and exception.</summary>
public sealed class SemuaLog : ILoggerProvider
{
    public ConcurrentQueue<string> Baris { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Penulis(Baris, categoryName);

    public void Dispose()
    {
    }

    private sealed class Penulis(ConcurrentQueue<string> baris, string kategori) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            baris.Enqueue($"Scope {kategori}: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var nilai = state is IEnumerable<KeyValuePair<string, object?>> n ? string.Join(' ', n.Select(p => p.Value)) : "";
            baris.Enqueue($"{logLevel} {kategori}: {formatter(state, exception)} {nilai} {exception}");
        }
    }
}
