using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>The hand-written SQL beside the generated migrations: functions, triggers, rights, Quartz's tables.</summary>
internal static class BerkasSql
{
    private const string Awalan = "KlatenSE.Infrastructure.BasisData.Sql.";

    /// <summary>Runs every embedded SQL file in the order of its name. Each is idempotent.</summary>
    public static void JalankanSemua(MigrationBuilder migration)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var nama in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Awalan, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            migration.Sql(Baca(assembly, nama));
            if (nama.StartsWith(Awalan + "20", StringComparison.Ordinal))
            {
                migration.Sql(TabelQuartz());
            }
        }
    }

    /// <summary>One of the files, by its name.</summary>
    public static string Baca(string nama) => Baca(Assembly.GetExecutingAssembly(), Awalan + nama);

    /// <summary>Quartz brings its own tables as a resource; they are made by the owner, so that the portal's role needs no CREATE.</summary>
    private static string TabelQuartz() =>
        Baca(typeof(Quartz.IJob).Assembly, "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql")
            .Replace("{0}", "qrtz_", StringComparison.Ordinal).Replace("{1}", "qrtz_", StringComparison.Ordinal);

    private static string Baca(Assembly assembly, string nama)
    {
        using var stream = assembly.GetManifestResourceStream(nama) ?? throw new InvalidOperationException($"Sumber {nama} tidak ada.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
