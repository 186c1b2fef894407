using KlatenSE.TestCommon;
using Xunit;

[assembly: AssemblyFixture(typeof(KlatenSE.Infrastructure.Tests.PostgresUji))]

namespace KlatenSE.Infrastructure.Tests;

/// <summary>The cluster of this test process; a test class takes it by its constructor. It starts at the first clone.</summary>
public sealed class PostgresUji : IAsyncDisposable
{
    private readonly PostgresFixture _postgres = new(MigrasiUji.JalankanAsync);

    public Task<BasisDataUji> CloneAsync(CancellationToken ct = default) => _postgres.CloneAsync(ct);

    public Task<BasisDataUji> KosongAsync(CancellationToken ct = default) => _postgres.KosongAsync(ct);

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
