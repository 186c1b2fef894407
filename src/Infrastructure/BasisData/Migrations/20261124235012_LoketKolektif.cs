using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KlatenSE.Infrastructure.BasisData.Migrations
{
    /// <inheritdoc />
    public partial class LoketKolektif : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "loket_id",
                table: "permohonan",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "loket_nama",
                table: "permohonan",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "isi_surat_id",
                table: "berkas",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "isi_surat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    terbungkus = table.Column<byte[]>(type: "bytea", nullable: false),
                    isi = table.Column<byte[]>(type: "bytea", nullable: false),
                    pratinjau = table.Column<byte[]>(type: "bytea", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_isi_surat", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "link_konfirmasi",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash_token = table.Column<byte[]>(type: "bytea", nullable: false),
                    terbit_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ditutup_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_konfirmasi", x => x.id);
                    table.ForeignKey(
                        name: "fk_link_konfirmasi_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "daftar_kolektif",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asal = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    isi_surat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    berkas = table.Column<string>(type: "jsonb", nullable: false),
                    terbungkus = table.Column<byte[]>(type: "bytea", nullable: true),
                    baris_tersegel = table.Column<byte[]>(type: "bytea", nullable: true),
                    jumlah = table.Column<int>(type: "integer", nullable: false),
                    diajukan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    surat_masuk_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    atasan_jabatan = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    atasan_nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    atasan_nip = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    nomor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    tanggal = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daftar_kolektif", x => x.id);
                    table.ForeignKey(
                        name: "fk_daftar_kolektif_isi_surat_isi_surat_id",
                        column: x => x.isi_surat_id,
                        principalTable: "isi_surat",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_daftar_kolektif_pengguna_loket_id",
                        column: x => x.loket_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_daftar_kolektif_surat_masuk_surat_masuk_id",
                        column: x => x.surat_masuk_id,
                        principalTable: "surat_masuk",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_loket_id",
                table: "permohonan",
                column: "loket_id");

            migrationBuilder.CreateIndex(
                name: "ix_berkas_isi_surat_id",
                table: "berkas",
                column: "isi_surat_id");

            migrationBuilder.CreateIndex(
                name: "ix_daftar_kolektif_isi_surat_id",
                table: "daftar_kolektif",
                column: "isi_surat_id");

            migrationBuilder.CreateIndex(
                name: "ix_daftar_kolektif_loket_id",
                table: "daftar_kolektif",
                column: "loket_id");

            migrationBuilder.CreateIndex(
                name: "ix_daftar_kolektif_surat_masuk_id",
                table: "daftar_kolektif",
                column: "surat_masuk_id");

            migrationBuilder.CreateIndex(
                name: "ix_link_konfirmasi_hash_token",
                table: "link_konfirmasi",
                column: "hash_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_link_konfirmasi_permohonan_id",
                table: "link_konfirmasi",
                column: "permohonan_id",
                unique: true,
                filter: "ditutup_pada IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_berkas_isi_surat_isi_surat_id",
                table: "berkas",
                column: "isi_surat_id",
                principalTable: "isi_surat",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_permohonan_pengguna_loket_id",
                table: "permohonan",
                column: "loket_id",
                principalTable: "pengguna",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
            migrationBuilder.Sql(BerkasSql.Baca("90_hak.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_berkas_isi_surat_isi_surat_id",
                table: "berkas");

            migrationBuilder.DropForeignKey(
                name: "fk_permohonan_pengguna_loket_id",
                table: "permohonan");

            migrationBuilder.DropTable(
                name: "daftar_kolektif");

            migrationBuilder.DropTable(
                name: "link_konfirmasi");

            migrationBuilder.DropTable(
                name: "isi_surat");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_loket_id",
                table: "permohonan");

            migrationBuilder.DropIndex(
                name: "ix_berkas_isi_surat_id",
                table: "berkas");

            migrationBuilder.DropColumn(
                name: "loket_id",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "loket_nama",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "isi_surat_id",
                table: "berkas");
        }
    }
}
