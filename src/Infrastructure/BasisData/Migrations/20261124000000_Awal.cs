using System;
using System.Collections.Generic;
using KlatenSE.Domain.Pengajuan;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KlatenSE.Infrastructure.BasisData.Migrations
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    jenis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tindakan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    berkas_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pelaku_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pelaku_nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    peran = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sebagai = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    dari = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ke = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    alasan = table.Column<string>(type: "text", nullable: true),
                    rincian = table.Column<string>(type: "text", nullable: true),
                    perubahan_tersegel = table.Column<byte[]>(type: "bytea", nullable: true),
                    alamat = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kunci_pemohon",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pkcs8_terenkripsi = table.Column<byte[]>(type: "bytea", nullable: true),
                    csr = table.Column<byte[]>(type: "bytea", nullable: true),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dihancurkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kunci_pemohon", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "kunci_penanda_nik",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    kunci_terlindung = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kunci_penanda_nik", x => x.id);
                    table.CheckConstraint("ck_kunci_penanda_nik_satu", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "kunci_proteksi",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    nama = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kunci_proteksi", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kunci_tindakan",
                columns: table => new
                {
                    kunci = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tindakan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kunci_tindakan", x => x.kunci);
                });

            migrationBuilder.CreateTable(
                name: "otoritas_sandbox",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    der = table.Column<byte[]>(type: "bytea", nullable: false),
                    kunci_terlindung = table.Column<byte[]>(type: "bytea", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_otoritas_sandbox", x => x.id);
                    table.CheckConstraint("ck_otoritas_sandbox_satu", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "pengaturan",
                columns: table => new
                {
                    kunci = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    nilai = table.Column<string>(type: "text", nullable: false),
                    diubah_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    diubah_oleh = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pengaturan", x => x.kunci);
                });

            migrationBuilder.CreateTable(
                name: "pengguna",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    unit_kerja = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dinonaktifkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pengguna", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "penomoran",
                columns: table => new
                {
                    jenis = table.Column<string>(type: "text", nullable: false),
                    tahun = table.Column<int>(type: "integer", nullable: false),
                    terakhir = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_penomoran", x => new { x.jenis, x.tahun });
                });

            migrationBuilder.CreateTable(
                name: "sertifikat_terbit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pemohon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    subjek = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    penerbit = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    berlaku_dari = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    berlaku_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    der = table.Column<byte[]>(type: "bytea", nullable: false),
                    nik_penanda = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sertifikat_terbit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "surat_masuk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tahun_agenda = table.Column<int>(type: "integer", nullable: false),
                    nomor_agenda = table.Column<int>(type: "integer", nullable: false),
                    diterima_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asal = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    perihal = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kunci_surat = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    keterangan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    atasan_jabatan = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    atasan_nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    atasan_nip = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    nomor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    tanggal = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_surat_masuk", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "surel_keluar",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kunci = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    jenis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kepada = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    nama_kepada = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    perihal = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    isi_teks = table.Column<string>(type: "text", nullable: true),
                    isi_html = table.Column<string>(type: "text", nullable: true),
                    rahasia = table.Column<bool>(type: "boolean", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nomor_resi = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    diantrekan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kirim_setelah = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batas_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    percobaan = table.Column<int>(type: "integer", nullable: false),
                    kesalahan_terakhir = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    terkirim_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mati_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sebab_mati = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    diambil_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_surel_keluar", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "klaim_pengguna",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_klaim_pengguna", x => x.id);
                    table.ForeignKey(
                        name: "fk_klaim_pengguna_pengguna_user_id",
                        column: x => x.user_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "login_pengguna",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_pengguna", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_login_pengguna_pengguna_user_id",
                        column: x => x.user_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mandat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pengguna_id = table.Column<Guid>(type: "uuid", nullable: false),
                    peran = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    jenis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nomor_surat = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    mulai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dicabut_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dibuat_oleh = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandat", x => x.id);
                    table.ForeignKey(
                        name: "fk_mandat_pengguna_pengguna_id",
                        column: x => x.pengguna_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "peran_pengguna",
                columns: table => new
                {
                    pengguna_id = table.Column<Guid>(type: "uuid", nullable: false),
                    peran = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    diberikan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peran_pengguna", x => new { x.pengguna_id, x.peran });
                    table.ForeignKey(
                        name: "fk_peran_pengguna_pengguna_pengguna_id",
                        column: x => x.pengguna_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "token_pengguna",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_pengguna", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_token_pengguna_pengguna_user_id",
                        column: x => x.user_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permohonan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomor_resi = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    versi_alur = table.Column<int>(type: "integer", nullable: false),
                    layanan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pemohon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tahap = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sejak_tahap = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batas_berikutnya = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    batas_kabar_berhasil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    diajukan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    selesai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verifikator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    verifikator_nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    kasi_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pemeriksa_berkas = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    surat_masuk_id = table.Column<Guid>(type: "uuid", nullable: true),
                    disposisi = table.Column<DisposisiTercatat>(type: "jsonb", nullable: true),
                    dikembalikan_dari = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    kedaluwarsa_dari = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    daftar_perbaikan = table.Column<List<ButirPerbaikan>>(type: "jsonb", nullable: false),
                    bidang_berubah = table.Column<string>(type: "jsonb", nullable: false),
                    alasan_terakhir = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    peringatan = table.Column<List<string>>(type: "text[]", nullable: false),
                    perbandingan = table.Column<Perbandingan>(type: "jsonb", nullable: true),
                    data_diperiksa_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    foto_ktp_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    selfie_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    data_login_diterima_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    putaran_kembali = table.Column<int>(type: "integer", nullable: false),
                    putaran_tidak_sesuai = table.Column<int>(type: "integer", nullable: false),
                    putaran_kedaluwarsa = table.Column<int>(type: "integer", nullable: false),
                    putaran_tolak_bsre = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    jabatan = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kota = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    nik = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    nip = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    pangkat = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ponsel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    provinsi = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    surel = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    unit_kerja = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    atasan_jabatan = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    atasan_nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    atasan_nip = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    nomor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    tanggal = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permohonan", x => x.id);
                    table.ForeignKey(
                        name: "fk_permohonan_pengguna_pemohon_id",
                        column: x => x.pemohon_id,
                        principalTable: "pengguna",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_permohonan_surat_masuk_surat_masuk_id",
                        column: x => x.surat_masuk_id,
                        principalTable: "surat_masuk",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "berkas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jenis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nama_asli = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    tipe_media = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ukuran = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    lebar = table.Column<int>(type: "integer", nullable: false),
                    tinggi = table.Column<int>(type: "integer", nullable: false),
                    halaman = table.Column<int>(type: "integer", nullable: false),
                    catatan = table.Column<List<string>>(type: "text[]", nullable: false),
                    diunggah_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    diunggah_oleh = table.Column<Guid>(type: "uuid", nullable: false),
                    diganti_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dihapus_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas", x => x.id);
                    table.ForeignKey(
                        name: "fk_berkas_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "butir_kerja",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jenis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    untuk = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    untuk_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dibuka_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ditutup_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ditutup_oleh = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_butir_kerja", x => x.id);
                    table.ForeignKey(
                        name: "fk_butir_kerja_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kunci_permohonan",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    terbungkus = table.Column<byte[]>(type: "bytea", nullable: true),
                    dihancurkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kunci_permohonan", x => x.permohonan_id);
                    table.ForeignKey(
                        name: "fk_kunci_permohonan_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "link_pemohon",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jenis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hash_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    terbit_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batas = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dibuka_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ditutup_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sebab = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    pengingat_terkirim = table.Column<List<int>>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_pemohon", x => x.id);
                    table.ForeignKey(
                        name: "fk_link_pemohon_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "riwayat",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tindakan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    dari = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ke = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pelaku_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pelaku_nama = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    peran = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sebagai = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    nomor_surat_mandat = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    alasan = table.Column<string>(type: "text", nullable: true),
                    daftar_perbaikan = table.Column<IReadOnlyList<ButirPerbaikan>>(type: "jsonb", nullable: false),
                    bidang_berubah = table.Column<string>(type: "jsonb", nullable: false),
                    rincian = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_riwayat", x => x.id);
                    table.ForeignKey(
                        name: "fk_riwayat_permohonan_permohonan_id",
                        column: x => x.permohonan_id,
                        principalTable: "permohonan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "isi_berkas",
                columns: table => new
                {
                    berkas_id = table.Column<Guid>(type: "uuid", nullable: false),
                    isi = table.Column<byte[]>(type: "bytea", nullable: false),
                    pratinjau = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_isi_berkas", x => x.berkas_id);
                    table.ForeignKey(
                        name: "fk_isi_berkas_berkas_berkas_id",
                        column: x => x.berkas_id,
                        principalTable: "berkas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_pada",
                table: "audit",
                column: "pada");

            migrationBuilder.CreateIndex(
                name: "ix_audit_permohonan_id",
                table: "audit",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_berkas_permohonan_id",
                table: "berkas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ux_berkas_terkini",
                table: "berkas",
                columns: new[] { "permohonan_id", "jenis" },
                unique: true,
                filter: "diganti_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_butir_kerja_permohonan_id_jenis",
                table: "butir_kerja",
                columns: new[] { "permohonan_id", "jenis" },
                unique: true,
                filter: "ditutup_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_klaim_pengguna_user_id",
                table: "klaim_pengguna",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_link_pemohon_batas",
                table: "link_pemohon",
                column: "batas",
                filter: "ditutup_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_link_pemohon_hash_token",
                table: "link_pemohon",
                column: "hash_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_link_pemohon_berjalan",
                table: "link_pemohon",
                column: "permohonan_id",
                unique: true,
                filter: "ditutup_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_login_pengguna_user_id",
                table: "login_pengguna",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_mandat_pengguna_id_sampai",
                table: "mandat",
                columns: new[] { "pengguna_id", "sampai" });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "pengguna",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "pengguna",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_nomor_resi",
                table: "permohonan",
                column: "nomor_resi",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_pemohon_id",
                table: "permohonan",
                column: "pemohon_id");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_surat_masuk_id",
                table: "permohonan",
                column: "surat_masuk_id");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_tahap_batas_berikutnya",
                table: "permohonan",
                columns: new[] { "tahap", "batas_berikutnya" });

            migrationBuilder.CreateIndex(
                name: "ix_riwayat_pada",
                table: "riwayat",
                column: "pada");

            migrationBuilder.CreateIndex(
                name: "ix_riwayat_permohonan_id_id",
                table: "riwayat",
                columns: new[] { "permohonan_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sertifikat_terbit_nik_penanda",
                table: "sertifikat_terbit",
                column: "nik_penanda");

            migrationBuilder.CreateIndex(
                name: "ix_sertifikat_terbit_pemohon_id",
                table: "sertifikat_terbit",
                column: "pemohon_id");

            migrationBuilder.CreateIndex(
                name: "ix_sertifikat_terbit_permohonan_id",
                table: "sertifikat_terbit",
                column: "permohonan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sertifikat_terbit_serial",
                table: "sertifikat_terbit",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_surat_masuk_kunci_surat",
                table: "surat_masuk",
                column: "kunci_surat",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_surat_masuk_tahun_agenda_nomor_agenda",
                table: "surat_masuk",
                columns: new[] { "tahun_agenda", "nomor_agenda" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_surel_keluar_dibuat_pada",
                table: "surel_keluar",
                column: "dibuat_pada");

            migrationBuilder.CreateIndex(
                name: "ix_surel_keluar_kirim_setelah",
                table: "surel_keluar",
                column: "kirim_setelah",
                filter: "terkirim_pada IS NULL AND mati_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_surel_keluar_kunci",
                table: "surel_keluar",
                column: "kunci",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_surel_keluar_mati_pada",
                table: "surel_keluar",
                column: "mati_pada",
                filter: "mati_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_surel_keluar_permohonan_id",
                table: "surel_keluar",
                column: "permohonan_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "butir_kerja");

            migrationBuilder.DropTable(
                name: "isi_berkas");

            migrationBuilder.DropTable(
                name: "klaim_pengguna");

            migrationBuilder.DropTable(
                name: "kunci_pemohon");

            migrationBuilder.DropTable(
                name: "kunci_penanda_nik");

            migrationBuilder.DropTable(
                name: "kunci_permohonan");

            migrationBuilder.DropTable(
                name: "kunci_proteksi");

            migrationBuilder.DropTable(
                name: "kunci_tindakan");

            migrationBuilder.DropTable(
                name: "link_pemohon");

            migrationBuilder.DropTable(
                name: "login_pengguna");

            migrationBuilder.DropTable(
                name: "mandat");

            migrationBuilder.DropTable(
                name: "otoritas_sandbox");

            migrationBuilder.DropTable(
                name: "pengaturan");

            migrationBuilder.DropTable(
                name: "penomoran");

            migrationBuilder.DropTable(
                name: "peran_pengguna");

            migrationBuilder.DropTable(
                name: "riwayat");

            migrationBuilder.DropTable(
                name: "sertifikat_terbit");

            migrationBuilder.DropTable(
                name: "surel_keluar");

            migrationBuilder.DropTable(
                name: "token_pengguna");

            migrationBuilder.DropTable(
                name: "berkas");

            migrationBuilder.DropTable(
                name: "permohonan");

            migrationBuilder.DropTable(
                name: "pengguna");

            migrationBuilder.DropTable(
                name: "surat_masuk");
        }
    }
}
