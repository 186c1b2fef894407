using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Loket;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>What is known of one document of a request. Its bytes are in <see cref="IsiBerkas"/>, so that lists never load them.</summary>
public sealed class BerkasPermohonan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PermohonanId { get; init; }
    public JenisBerkas Jenis { get; init; }

    /// <summary>Cleaned name, with the ending of what is kept.</summary>
    public string NamaAsli { get; init; } = "";

    public string TipeMedia { get; init; } = "";

    /// <summary>Bytes of what is kept, before encryption.</summary>
    public int Ukuran { get; init; }

    /// <summary>SHA-256 of what is kept, before encryption; 64 hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Pixels; of a PDF: of its preview.</summary>
    public int Lebar { get; init; }

    /// <summary>Pixels; of a PDF: of its preview.</summary>
    public int Tinggi { get; init; }

    public int Halaman { get; init; }

    /// <summary>Advice found at the inspection, for the applicant and the officials.</summary>
    public List<string> Catatan { get; init; } = [];

    public DateTimeOffset DiunggahPada { get; init; }
    public Guid DiunggahOleh { get; init; }

    /// <summary>When a newer document of the kind took its place; null: current. Replaced ones stay until retention ends.</summary>
    public DateTimeOffset? DigantiPada { get; set; }

    /// <summary>The bytes of a letter that many people share; null: its own, in <see cref="IsiBerkas"/>.</summary>
    public Guid? IsiSuratId { get; init; }

    /// <summary>When its bytes were destroyed because their time of keeping was over; null while they are there.</summary>
    public DateTimeOffset? DihapusPada { get; set; }
}

/// <summary>The bytes of one document, sealed under the key of its request.</summary>
public sealed class IsiBerkas
{
    public Guid BerkasId { get; init; }
    public byte[] Isi { get; init; } = [];
    public byte[] Pratinjau { get; init; } = [];
}

internal sealed class BerkasPermohonanMapping : IEntityTypeConfiguration<BerkasPermohonan>
{
    public void Configure(EntityTypeBuilder<BerkasPermohonan> builder)
    {
        builder.ToTable("berkas");
        builder.Property(b => b.NamaAsli).HasMaxLength(120);
        builder.Property(b => b.TipeMedia).HasMaxLength(40);
        builder.Property(b => b.Sha256).HasMaxLength(64).IsFixedLength();
        builder.Property(b => b.Catatan).HasColumnType("text[]");
        builder.HasOne<Permohonan>().WithMany().HasForeignKey(b => b.PermohonanId).OnDelete(DeleteBehavior.Cascade);
        // One current document of a kind: the database itself refuses a second.
        builder.HasIndex(b => new { b.PermohonanId, b.Jenis }).IsUnique().HasFilter("diganti_pada IS NULL").HasDatabaseName("ux_berkas_terkini");
        builder.HasIndex(b => b.PermohonanId);
        builder.HasOne<IsiSurat>().WithMany().HasForeignKey(b => b.IsiSuratId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IsiBerkasMapping : IEntityTypeConfiguration<IsiBerkas>
{
    public void Configure(EntityTypeBuilder<IsiBerkas> builder)
    {
        builder.ToTable("isi_berkas").HasKey(i => i.BerkasId);
        builder.HasOne<BerkasPermohonan>().WithOne().HasForeignKey<IsiBerkas>(i => i.BerkasId).OnDelete(DeleteBehavior.Cascade);
    }
}
