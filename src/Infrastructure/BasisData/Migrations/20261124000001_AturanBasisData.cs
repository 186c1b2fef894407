using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KlatenSE.Infrastructure.BasisData.Migrations;

/// <summary>The clock, the append-only triggers, the partial indexes, Quartz's tables and the rights of the portal's role.</summary>
[DbContext(typeof(KlatenDb))]
[Migration("20261124000001_AturanBasisData")]
internal sealed class AturanBasisData : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => BerkasSql.JalankanSemua(migrationBuilder);
}
