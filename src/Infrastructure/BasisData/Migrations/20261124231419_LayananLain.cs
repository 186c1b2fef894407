using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KlatenSE.Infrastructure.BasisData.Migrations
{
    /// <inheritdoc />
    public partial class LayananLain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "alasan_pencabutan",
                table: "sertifikat_terbit",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "diakhiri_pada",
                table: "sertifikat_terbit",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "digantikan_oleh_id",
                table: "sertifikat_terbit",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "alasan_pencabutan",
                table: "permohonan",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pemegang_id",
                table: "permohonan",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "sertifikat_id",
                table: "permohonan",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_sertifikat_terbit_digantikan_oleh_id",
                table: "sertifikat_terbit",
                column: "digantikan_oleh_id");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_pemegang_id",
                table: "permohonan",
                column: "pemegang_id");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_sertifikat_id",
                table: "permohonan",
                column: "sertifikat_id");

            migrationBuilder.AddForeignKey(
                name: "fk_permohonan_pengguna_pemegang_id",
                table: "permohonan",
                column: "pemegang_id",
                principalTable: "pengguna",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_permohonan_sertifikat_terbit_sertifikat_id",
                table: "permohonan",
                column: "sertifikat_id",
                principalTable: "sertifikat_terbit",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_sertifikat_terbit_sertifikat_terbit_digantikan_oleh_id",
                table: "sertifikat_terbit",
                column: "digantikan_oleh_id",
                principalTable: "sertifikat_terbit",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_permohonan_pengguna_pemegang_id",
                table: "permohonan");

            migrationBuilder.DropForeignKey(
                name: "fk_permohonan_sertifikat_terbit_sertifikat_id",
                table: "permohonan");

            migrationBuilder.DropForeignKey(
                name: "fk_sertifikat_terbit_sertifikat_terbit_digantikan_oleh_id",
                table: "sertifikat_terbit");

            migrationBuilder.DropIndex(
                name: "ix_sertifikat_terbit_digantikan_oleh_id",
                table: "sertifikat_terbit");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_pemegang_id",
                table: "permohonan");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_sertifikat_id",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "alasan_pencabutan",
                table: "sertifikat_terbit");

            migrationBuilder.DropColumn(
                name: "diakhiri_pada",
                table: "sertifikat_terbit");

            migrationBuilder.DropColumn(
                name: "digantikan_oleh_id",
                table: "sertifikat_terbit");

            migrationBuilder.DropColumn(
                name: "alasan_pencabutan",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "pemegang_id",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "sertifikat_id",
                table: "permohonan");
        }
    }
}
