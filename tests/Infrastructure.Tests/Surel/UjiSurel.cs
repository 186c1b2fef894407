using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Surel;

/// <summary>A database, a clock and a mail server of one's own for each test.</summary>
public abstract class UjiSurel(PostgresUji postgres) : IAsyncLifetime
{
    internal JamGeser Jam { get; } = new();

    private protected BasisDataUji Basis { get; private set; } = null!;

    private protected SmtpSink Sink { get; set; } = null!;

    private protected static DateTimeOffset Kini => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        Basis = await postgres.CloneAsync();
        Sink = new SmtpSink();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Sink.DisposeAsync();
        await Basis.DisposeAsync();
    }

    internal static OutboxMessage Biasa(RuangSurel ruang) => ruang.Surat.Ditolak(RuangSurel.Sekar, RuangSurel.Perkara(), "Kepala Dinas", "Alasan contoh");

    internal RuangSurel Ruang(params (string, string?)[] atur) => new(Basis.Portal, Jam, [("Surel:Port", $"{Sink.Port}"), .. atur]);
}
