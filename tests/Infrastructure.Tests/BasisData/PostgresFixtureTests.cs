using KlatenSE.TestCommon;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.BasisData;

public sealed class PostgresFixtureTests(PostgresUji postgres)
{
    private static readonly DateTimeOffset Saat = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_clones_share_nothing()
    {
        await using var a = await postgres.CloneAsync();
        await using var b = await postgres.CloneAsync();
        await a.JalankanAsync("CREATE TABLE hanya_di_a (n int)");
        Assert.Null(await b.NilaiAsync<string>("SELECT to_regclass('hanya_di_a')::text"));
        Assert.Equal("hanya_di_a", await a.NilaiAsync<string>("SELECT to_regclass('hanya_di_a')::text"));
    }

    [Fact]
    public async Task The_portal_connects_as_a_role_that_owns_nothing()
    {
        await using var db = await postgres.CloneAsync();
        await db.JalankanAsync("CREATE TABLE milik_pemilik (n int)");
        await using var connection = new NpgsqlConnection(db.Portal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("DELETE FROM milik_pemilik", connection);
        var e = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task The_test_clock_stands_and_moves_by_what_it_is_told()
    {
        await using var db = await postgres.CloneAsync();
        var jam = await db.JamAsync();
        await jam.HentikanAsync(Saat);
        await jam.GeserAsync(TimeSpan.FromHours(24));
        Assert.Equal(Saat.AddHours(24), await jam.KiniAsync());
    }

    [Fact]
    public async Task The_test_clock_runs_on_from_where_it_was_set()
    {
        await using var db = await postgres.CloneAsync();
        var jam = await db.JamAsync();
        await jam.SetelAsync(Saat);
        await jam.GeserAsync(TimeSpan.FromDays(1));
        Assert.InRange(await jam.KiniAsync(), Saat.AddDays(1), Saat.AddDays(1).AddMinutes(5));
    }

    [Fact]
    public async Task The_portal_reads_the_test_clock_too()
    {
        await using var db = await postgres.CloneAsync();
        var jam = await db.JamAsync();
        await jam.HentikanAsync(Saat);
        await using var connection = new NpgsqlConnection(db.Portal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("SELECT waktu_kini() = '2026-03-02 08:00+07'", connection);
        Assert.Equal(true, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}

public sealed class FakeTimeProviderTests
{
    [Fact]
    public void Timers_fire_in_order_each_at_its_own_moment()
    {
        var jam = new FakeTimeProvider();
        var mulai = jam.GetUtcNow();
        var bunyi = new List<(string Nama, TimeSpan Setelah)>();
        using var b = jam.CreateTimer(_ => bunyi.Add(("b", jam.GetUtcNow() - mulai)), null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        using var a = jam.CreateTimer(_ => bunyi.Add(("a", jam.GetUtcNow() - mulai)), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        jam.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([("a", TimeSpan.FromMinutes(1)), ("b", TimeSpan.FromMinutes(2)), ("a", TimeSpan.FromMinutes(3))], bunyi);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_gets_there()
    {
        var jam = new FakeTimeProvider();
        var tunda = Task.Delay(TimeSpan.FromHours(24), jam);
        jam.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.False(tunda.IsCompleted);
        jam.Advance(TimeSpan.FromTicks(1));
        await tunda.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
