using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Sertifikat;

public enum StatusSertifikat
{
    /// <summary>Issued and not revoked; whether it has run out is read from <see cref="SertifikatTerbit.BerlakuSampai"/>.</summary>
    Aktif,
    Dicabut,
}

/// <summary>The register of certificates: the SOP's record of employees who already hold one.</summary>
public sealed class SertifikatTerbit
{
    public required Guid Id { get; init; }

    public required Guid PermohonanId { get; init; }

    public required Guid PemohonId { get; init; }

    /// <summary>Hexadecimal, as <c>openssl x509 -serial</c> prints it; null while only BSrE's status is known.</summary>
    public required string? Serial { get; set; }

    public required string Subjek { get; set; }

    public required string Penerbit { get; set; }

    public required DateTimeOffset BerlakuDari { get; set; }

    /// <summary>Read from the certificate; while only BSrE's status is known, reckoned from the usual validity.</summary>
    public required DateTimeOffset BerlakuSampai { get; set; }

    public StatusSertifikat Status { get; set; }

    /// <summary>The certificate, DER; empty when it was issued elsewhere and only recorded here.</summary>
    public required byte[] Der { get; set; }

    /// <summary>The holder's NIK as <see cref="PenandaNik"/> marks it: comparable, not readable.</summary>
    public required byte[] NikPenanda { get; init; }
}

internal sealed class SertifikatTerbitMapping : IEntityTypeConfiguration<SertifikatTerbit>
{
    public void Configure(EntityTypeBuilder<SertifikatTerbit> builder)
    {
        builder.ToTable("sertifikat_terbit");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Serial).HasMaxLength(64);
        builder.Property(s => s.Subjek).HasMaxLength(1000);
        builder.Property(s => s.Penerbit).HasMaxLength(1000);
        builder.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(s => s.Serial).IsUnique();
        builder.HasIndex(s => s.PermohonanId).IsUnique();
        builder.HasIndex(s => s.PemohonId);
        builder.HasIndex(s => s.NikPenanda);
    }
}
