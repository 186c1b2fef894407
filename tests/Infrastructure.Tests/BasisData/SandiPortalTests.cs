using KlatenSE.Infrastructure.BasisData;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.BasisData;

public sealed class SandiPortalTests(PostgresUji postgres)
{
    [Fact]
    public async Task Migrating_gives_the_portals_role_the_password_of_the_settings_however_it_is_spelt()
    {
        const string sandi = "petik ' dan \\ miring";
        await using var db = await postgres.KosongAsync();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Pemilik", db.Pemilik), new("KLATENSE_DB_SANDI_PORTAL", sandi)]).Build();

        await BasisDataServices.MigrasiAsync(settings, TestContext.Current.CancellationToken);

        // The cluster of the tests asks for no password, so the stored verifier is what can be looked at.
        await using var super = new Npgsql.NpgsqlConnection(db.Super);
        await super.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand("SELECT rolpassword FROM pg_authid WHERE rolname = 'klatense_portal'", super);
        var verifier = Assert.IsType<string>(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.True(ScramVerifier.Matches(verifier, sandi));
    }
}

/// <summary>Checks PostgreSQL's SCRAM-SHA-256$iterations:salt$stored:server against a password (RFC 5802).</summary>
internal static class ScramVerifier
{
    public static bool Matches(string verifier, string password)
    {
        var parts = verifier.Split('$', ':');
        var salted = System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(
            password, Convert.FromBase64String(parts[2]), int.Parse(parts[1]), System.Security.Cryptography.HashAlgorithmName.SHA256, 32);
        var client = System.Security.Cryptography.HMACSHA256.HashData(salted, "Client Key"u8);
        return Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(client)) == parts[3];
    }
}
