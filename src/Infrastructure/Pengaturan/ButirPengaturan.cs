using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Pengaturan;

/// <summary>One setting that the administrator may change, as JSON text under its key.</summary>
public sealed class ButirPengaturan
{
    public string Kunci { get; init; } = "";
    public string Nilai { get; set; } = "";
    public DateTimeOffset DiubahPada { get; set; }
    public Guid? DiubahOleh { get; set; }
}

internal sealed class ButirPengaturanMapping : IEntityTypeConfiguration<ButirPengaturan>
{
    public void Configure(EntityTypeBuilder<ButirPengaturan> builder)
    {
        builder.ToTable("pengaturan").HasKey(p => p.Kunci);
        builder.Property(p => p.Kunci).HasMaxLength(80);
    }
}
