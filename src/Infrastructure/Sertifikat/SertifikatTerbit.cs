using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Sertifikat;

public enum StatusSertifikat
{
    /// <summary>Issued and not revoked; whether it has run out is read from <see cref="SertifikatTerbit.BerlakuSampai"/>.</summary>
    Aktif,

    /// <summary>A renewal or a change of data gave the holder another one.</summary>
    Digantikan,
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

    public StatusSertifikat Status { get; private set; }

    /// <summary>The certificate that took its place; null while none did.</summary>
    public Guid? DigantikanOlehId { get; private set; }

    /// <summary>When it was replaced or revoked; null while it was not.</summary>
    public DateTimeOffset? DiakhiriPada { get; private set; }

    /// <summary>Why it was revoked; null when it was not.</summary>
    public string? AlasanPencabutan { get; private set; }

    /// <summary>The certificate, DER; empty when it was issued elsewhere and only recorded here.</summary>
    public required byte[] Der { get; set; }

    /// <summary>The holder's NIK as <see cref="PenandaNik"/> marks it: comparable, not readable.</summary>
    public required byte[] NikPenanda { get; init; }

    /// <summary>Not replaced, not revoked, not run out.</summary>
    public bool Berlaku(DateTimeOffset kini) => Status == StatusSertifikat.Aktif && kini < BerlakuSampai;

    /// <summary>Another certificate takes its place.</summary>
    internal void Gantikan(Guid olehId, DateTimeOffset kini) => (Status, DigantikanOlehId, DiakhiriPada) = (StatusSertifikat.Digantikan, olehId, kini);

    /// <summary>It ends before its time.</summary>
    internal void Cabut(string alasan, DateTimeOffset pada) => (Status, AlasanPencabutan, DiakhiriPada) = (StatusSertifikat.Dicabut, alasan, pada);
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
        builder.Property(s => s.AlasanPencabutan).HasMaxLength(300);
        builder.HasOne<SertifikatTerbit>().WithMany().HasForeignKey(s => s.DigantikanOlehId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.Serial).IsUnique();
        builder.HasIndex(s => s.PermohonanId).IsUnique();
        builder.HasIndex(s => s.PemohonId);
        builder.HasIndex(s => s.NikPenanda);
    }
}
