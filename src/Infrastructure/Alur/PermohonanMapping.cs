using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Alur;

internal sealed class PermohonanMapping : IEntityTypeConfiguration<Permohonan>
{
    /// <summary>Name of the index that keeps one open request per NIK and service; a violation is told in words.</summary>
    public const string SatuTerbuka = "ux_permohonan_nik_terbuka";

    public void Configure(EntityTypeBuilder<Permohonan> builder)
    {
        builder.ToTable("permohonan");
        builder.Property(p => p.Version).IsRowVersion();
        builder.Property(p => p.NomorResi).HasMaxLength(20);
        builder.Property(p => p.VerifikatorNama).HasMaxLength(120);
        builder.Property(p => p.LoketNama).HasMaxLength(120);
        builder.HasOne<Pengguna>().WithMany().HasForeignKey(p => p.LoketId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.AlasanTerakhir).HasMaxLength(2000);
        builder.Property(p => p.AlasanPencabutan).HasMaxLength(300);
        builder.ComplexProperty(p => p.Data, data =>
        {
            data.Property(d => d.Nama).HasMaxLength(120);
            data.Property(d => d.Nik).HasMaxLength(16);
            data.Property(d => d.Nip).HasMaxLength(18);
            data.Property(d => d.Surel).HasMaxLength(120);
            data.Property(d => d.Ponsel).HasMaxLength(20);
            data.Property(d => d.Pangkat).HasMaxLength(80);
            data.Property(d => d.Jabatan).HasMaxLength(160);
            data.Property(d => d.UnitKerja).HasMaxLength(160);
            data.Property(d => d.Kota).HasMaxLength(80);
            data.Property(d => d.Provinsi).HasMaxLength(80);
        });
        builder.ComplexProperty(p => p.Surat, SuratMasukMapping.Surat);
        builder.Property(p => p.DaftarPerbaikan).HasColumnType("jsonb");
        builder.Property(p => p.BidangBerubah).HasColumnType("jsonb");
        builder.Property(p => p.Peringatan).HasColumnType("text[]");
        builder.Property(p => p.PemeriksaBerkas).HasColumnType("uuid[]");
        builder.Property(p => p.Perbandingan).HasColumnType("jsonb");
        builder.Property(p => p.Disposisi).HasColumnType("jsonb");
        builder.Ignore(p => p.Alur);
        builder.Ignore(p => p.TahapSop);
        builder.Ignore(p => p.BerkasWajib);
        builder.Ignore(p => p.BidangDapatDiperbaiki);
        builder.HasOne<Pengguna>().WithMany().HasForeignKey(p => p.PemohonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pengguna>().WithMany().HasForeignKey(p => p.PemegangId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SertifikatTerbit>().WithMany().HasForeignKey(p => p.SertifikatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SuratMasuk>().WithMany().HasForeignKey(p => p.SuratMasukId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.NomorResi).IsUnique();
        builder.HasIndex(p => new { p.Tahap, p.BatasBerikutnya });
        builder.HasIndex(p => p.PemohonId);
    }
}

internal sealed class SuratMasukMapping : IEntityTypeConfiguration<SuratMasuk>
{
    public static void Surat(ComplexPropertyBuilder<DataSurat> surat)
    {
        surat.Property(s => s.Nomor).HasMaxLength(80);
        surat.Property(s => s.AtasanNama).HasMaxLength(120);
        surat.Property(s => s.AtasanNip).HasMaxLength(18);
        surat.Property(s => s.AtasanJabatan).HasMaxLength(160);
    }

    public void Configure(EntityTypeBuilder<SuratMasuk> builder)
    {
        builder.ToTable("surat_masuk");
        builder.ComplexProperty(s => s.Surat, Surat);
        builder.Property(s => s.Asal).HasMaxLength(160);
        builder.Property(s => s.Perihal).HasMaxLength(200);
        builder.Property(s => s.KunciSurat).HasMaxLength(140);
        builder.Property(s => s.Keterangan).HasMaxLength(200);
        builder.Ignore(s => s.Agenda);
        builder.HasIndex(s => new { s.TahunAgenda, s.NomorAgenda }).IsUnique();
        builder.HasIndex(s => s.KunciSurat).IsUnique();
    }
}

internal sealed class LinkPemohonMapping : IEntityTypeConfiguration<LinkPemohon>
{
    public void Configure(EntityTypeBuilder<LinkPemohon> builder)
    {
        builder.ToTable("link_pemohon");
        builder.HasOne<Permohonan>().WithMany().HasForeignKey(l => l.PermohonanId);
        builder.HasIndex(l => l.HashToken).IsUnique();
        // One running link a request: the database itself refuses a second.
        builder.HasIndex(l => l.PermohonanId).IsUnique().HasFilter("ditutup_pada IS NULL").HasDatabaseName("ux_link_pemohon_berjalan");
        builder.HasIndex(l => l.Batas).HasFilter("ditutup_pada IS NULL");
    }
}
