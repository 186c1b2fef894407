using KlatenSE.Domain.Alur;

namespace KlatenSE.Infrastructure.Papan;

/// <summary>How the listener lives.</summary>
public sealed record PapanOptions
{
    /// <summary>The portal's connection string; the listener opens a connection of its own with it, outside any pool.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The authority that the office works with: decides in whose queue step 8 stands.</summary>
    public ModeOtoritas Otoritas { get; init; } = ModeOtoritas.Sandbox;

    /// <summary>How often the database's clock is read: the heartbeat.</summary>
    public TimeSpan JedaDenyut { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often (id, xmin) of all open requests are compared, should a doorbell have been missed.</summary>
    public TimeSpan JedaBanding { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>First wait before a lost connection is opened again; doubles up to <see cref="JedaTerlama"/>.</summary>
    public TimeSpan JedaAwal { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan JedaTerlama { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After this a silent database counts as lost.</summary>
    public TimeSpan BatasPerintah { get; init; } = TimeSpan.FromSeconds(5);
}
