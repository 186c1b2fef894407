using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KlatenSE.Infrastructure.BasisData.Migrations
{
    /// <inheritdoc />
    public partial class JawabanBsre : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "jawaban_bsre",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ditanya_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    penanya = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    lama_ms = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gagal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    http = table.Column<int>(type: "integer", nullable: true),
                    kode = table.Column<int>(type: "integer", nullable: true),
                    berubah = table.Column<bool>(type: "boolean", nullable: false),
                    sebelum_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jawaban_bsre", x => x.id);
                    table.ForeignKey(
                        name: "fk_jawaban_bsre_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "keadaan_bsre",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    giliran_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    disewa_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ditanya_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dijawab_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gagal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gagal_berturut = table.Column<int>(type: "integer", nullable: false),
                    nik_sejak = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keadaan_bsre", x => x.permohonan_id);
                    table.ForeignKey(
                        name: "fk_keadaan_bsre_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "layanan_bsre",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    tutup_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gagal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gagal_berturut = table.Column<int>(type: "integer", nullable: false),
                    gagal_sejak = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gagal_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sandi_ditolak = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_layanan_bsre", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_jawaban_bsre_ditanya_pada",
                table: "jawaban_bsre",
                column: "ditanya_pada",
                filter: "NOT berubah");

            migrationBuilder.CreateIndex(
                name: "ix_jawaban_bsre_permohonan_id_id",
                table: "jawaban_bsre",
                columns: new[] { "permohonan_id", "id" },
                filter: "berubah");

            migrationBuilder.CreateIndex(
                name: "ix_keadaan_bsre_giliran_pada",
                table: "keadaan_bsre",
                column: "giliran_pada");

            migrationBuilder.Sql("INSERT INTO layanan_bsre (id, gagal_berturut) VALUES (1, 0)");
            // Written once; only what repeats the answer before it may go, after a week.
            migrationBuilder.Sql("""
                CREATE FUNCTION jawaban_bsre_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'DELETE' AND NOT OLD.berubah AND OLD.ditanya_pada < waktu_kini() - interval '7 days' THEN
                        RETURN OLD;
                    END IF;
                    RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME;
                END $$;
                CREATE TRIGGER jawaban_bsre_tetap BEFORE UPDATE OR DELETE ON jawaban_bsre FOR EACH ROW EXECUTE FUNCTION jawaban_bsre_tetap();
                CREATE TRIGGER jawaban_bsre_utuh BEFORE TRUNCATE ON jawaban_bsre FOR EACH STATEMENT EXECUTE FUNCTION hanya_tambah();
                """);
            migrationBuilder.Sql(BerkasSql.Baca("90_hak.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "jawaban_bsre");

            migrationBuilder.DropTable(
                name: "keadaan_bsre");

            migrationBuilder.DropTable(
                name: "layanan_bsre");
        }
    }
}
