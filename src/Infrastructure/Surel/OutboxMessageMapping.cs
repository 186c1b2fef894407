using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>Column names are written out because <see cref="AntreanSurel"/> speaks SQL to this table.</summary>
internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public const string Tabel = "surel_keluar";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable(Tabel);
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(m => m.Kunci).HasColumnName("kunci").HasMaxLength(OutboxMessage.PanjangKunci);
        builder.Property(m => m.Jenis).HasColumnName("jenis").HasConversion<string>().HasMaxLength(40);
        builder.Property(m => m.Kepada).HasColumnName("kepada").HasMaxLength(320);
        builder.Property(m => m.NamaKepada).HasColumnName("nama_kepada").HasMaxLength(OutboxMessage.PanjangNama);
        builder.Property(m => m.Perihal).HasColumnName("perihal").HasMaxLength(OutboxMessage.PanjangPerihal);
        builder.Property(m => m.IsiTeks).HasColumnName("isi_teks");
        builder.Property(m => m.IsiHtml).HasColumnName("isi_html");
        builder.Property(m => m.Rahasia).HasColumnName("rahasia");
        builder.Property(m => m.PermohonanId).HasColumnName("permohonan_id");
        builder.Property(m => m.NomorResi).HasColumnName("nomor_resi").HasMaxLength(40);
        builder.Property(m => m.DibuatPada).HasColumnName("dibuat_pada");
        builder.Property(m => m.DiantrekanPada).HasColumnName("diantrekan_pada");
        builder.Property(m => m.KirimSetelah).HasColumnName("kirim_setelah");
        builder.Property(m => m.BatasPada).HasColumnName("batas_pada");
        builder.Property(m => m.Percobaan).HasColumnName("percobaan");
        builder.Property(m => m.KesalahanTerakhir).HasColumnName("kesalahan_terakhir").HasMaxLength(1000);
        builder.Property(m => m.TerkirimPada).HasColumnName("terkirim_pada");
        builder.Property(m => m.MatiPada).HasColumnName("mati_pada");
        builder.Property(m => m.SebabMati).HasColumnName("sebab_mati").HasConversion<string>().HasMaxLength(40);
        builder.Property(m => m.DiambilSampai).HasColumnName("diambil_sampai");

        builder.HasIndex(m => m.Kunci).IsUnique();
        builder.HasIndex(m => m.KirimSetelah).HasFilter("terkirim_pada IS NULL AND mati_pada IS NULL");
        builder.HasIndex(m => m.MatiPada).HasFilter("mati_pada IS NOT NULL");
        builder.HasIndex(m => m.PermohonanId);
        builder.HasIndex(m => m.DibuatPada);
    }
}
