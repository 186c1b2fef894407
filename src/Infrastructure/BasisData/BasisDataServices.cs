using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>PostgreSQL for everything: the context, its factory, the clock and the keys of Data Protection.</summary>
public static class BasisDataServices
{
    /// <summary>Registers the database; needs ConnectionStrings:Portal, and ConnectionStrings:Pemilik to migrate.</summary>
    /// <exception cref="KunciPelindungException">The file of keys that is set does not serve.</exception>
    public static IServiceCollection AddBasisData(this IServiceCollection services, IConfiguration configuration)
    {
        var portal = configuration.GetConnectionString("Portal")
            ?? throw new InvalidOperationException("ConnectionStrings:Portal belum diatur.");
        services.AddSingleton(_ => BuatSumber(portal));
        services.AddPooledDbContextFactory<KlatenDb>((sp, options) => Atur(options, sp.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped(sp => sp.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContext());
        services.AddSingleton<IXmlRepository, KunciProteksiRepository>();
        services.AddDataProtection().SetApplicationName("klaten-se");
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((o, repository) => o.XmlRepository = repository);
        if (KunciPelindung.Baca(configuration) is { } kunci)
        {
            services.AddSingleton(kunci);
            services.AddOptions<KeyManagementOptions>().Configure(o => o.XmlEncryptor = new PenyegelKunci(kunci));
        }

        return services;
    }

    /// <summary>A data source as the portal uses it.</summary>
    public static NpgsqlDataSource BuatSumber(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).EnableDynamicJson().ConfigureJsonOptions(Json).Build();

    /// <summary>Enum names, not numbers, in jsonb: a number would change its meaning with the order of the enum.</summary>
    internal static JsonSerializerOptions Json { get; } = new() { Converters = { new JsonStringEnumConverter() } };

    internal static void Atur(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, Npgsql);

    private static void Atur(DbContextOptionsBuilder options, NpgsqlDataSource source) => options.UseNpgsql(source, Npgsql);

    private static void Npgsql(global::Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsHistoryTable("__ef_migrations_history");

    /// <summary>
    /// Migrates what ConnectionStrings:Pemilik names (nothing when it is not set). KLATENSE_DB_SANDI_PORTAL, where it is set, becomes the
    /// password of klatense_portal: an existing PostgreSQL has nobody else to set it; deploy/start.sh sets it in a cluster of its own.
    /// </summary>
    public static async Task MigrasiAsync(IConfiguration configuration, CancellationToken ct = default)
    {
        if (configuration.GetConnectionString("Pemilik") is not { Length: > 0 } pemilik)
        {
            return;
        }

        await MigrasiAsync(pemilik, ct);
        if (configuration["KLATENSE_DB_SANDI_PORTAL"] is { Length: > 0 } sandi)
        {
            await AturSandiPortalAsync(pemilik, sandi, ct);
        }
    }

    /// <summary>Brings the database to the newest migration as its owner.</summary>
    public static async Task MigrasiAsync(string pemilik, CancellationToken ct = default)
    {
        await using var source = BuatSumber(pemilik);
        await using var db = Konteks(source);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>A context before there are services.</summary>
    internal static KlatenDb Konteks(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<KlatenDb>();
        Atur(options, source);
        return new KlatenDb(options.Options);
    }

    private static async Task AturSandiPortalAsync(string pemilik, string sandi, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(pemilik);
        await connection.OpenAsync(ct);
        // ALTER ROLE takes no parameters: the server itself quotes the value.
        await using var quote = new NpgsqlCommand("SELECT format('ALTER ROLE klatense_portal PASSWORD %L', $1)", connection) { Parameters = { new() { Value = sandi } } };
        var perintah = (string)(await quote.ExecuteScalarAsync(ct))!;
        await using var alter = new NpgsqlCommand(perintah, connection);
        await alter.ExecuteNonQueryAsync(ct);
    }
}
