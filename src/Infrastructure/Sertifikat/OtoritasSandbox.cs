using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>The sandbox's root: one row, made at first use.</summary>
internal sealed class OtoritasSandbox
{
    internal const int IdTunggal = 1;

    public int Id { get; init; }

    public required byte[] Der { get; init; }

    /// <summary>PKCS#8 under data protection.</summary>
    public required byte[] KunciTerlindung { get; init; }

    public required DateTimeOffset DibuatPada { get; init; }
}

/// <summary>The secret under which NIKs are marked: one row, made at first use.</summary>
internal sealed class KunciPenandaNik
{
    internal const int IdTunggal = 1;

    public int Id { get; init; }

    /// <summary>32 bytes under data protection.</summary>
    public required byte[] KunciTerlindung { get; init; }
}

internal sealed class OtoritasSandboxMapping : IEntityTypeConfiguration<OtoritasSandbox>
{
    public void Configure(EntityTypeBuilder<OtoritasSandbox> builder)
    {
        builder.ToTable("otoritas_sandbox", t => t.HasCheckConstraint("ck_otoritas_sandbox_satu", "id = 1"));
        builder.Property(o => o.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(o => o.Der).HasColumnName("der");
        builder.Property(o => o.KunciTerlindung).HasColumnName("kunci_terlindung");
        builder.Property(o => o.DibuatPada).HasColumnName("dibuat_pada");
    }
}

internal sealed class KunciPenandaNikMapping : IEntityTypeConfiguration<KunciPenandaNik>
{
    public void Configure(EntityTypeBuilder<KunciPenandaNik> builder)
    {
        builder.ToTable("kunci_penanda_nik", t => t.HasCheckConstraint("ck_kunci_penanda_nik_satu", "id = 1"));
        builder.Property(k => k.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(k => k.KunciTerlindung).HasColumnName("kunci_terlindung");
    }
}
