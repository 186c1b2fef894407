using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>One row of a request's history: what people see. Written once, by the one door; the portal's role may not change it.</summary>
public sealed class Riwayat
{
    public long Id { get; init; }
    public Guid PermohonanId { get; init; }
    public Tindakan Tindakan { get; init; }
    public Tahap Dari { get; init; }
    public Tahap Ke { get; init; }
    public Guid? PelakuId { get; init; }
    public string PelakuNama { get; init; } = "";
    public Peran Peran { get; init; }

    /// <summary>"Plt" or "Plh" when the actor was acting.</summary>
    public string? Sebagai { get; init; }

    /// <summary>Number of the letter that granted the acting.</summary>
    public string? NomorSuratMandat { get; init; }

    public DateTimeOffset Pada { get; init; }
    public string? Alasan { get; init; }
    public IReadOnlyList<ButirPerbaikan> DaftarPerbaikan { get; init; } = [];

    /// <summary>The fields that the act changed; the values stand encrypted in the audit.</summary>
    public IReadOnlyList<BidangPermohonan> BidangBerubah { get; init; } = [];

    /// <summary>A detail to show, for example the appointed verifikator or the disposition's instructions.</summary>
    public string? Rincian { get; init; }
}

internal sealed class RiwayatMapping : IEntityTypeConfiguration<Riwayat>
{
    public void Configure(EntityTypeBuilder<Riwayat> builder)
    {
        builder.ToTable("riwayat");
        builder.Property(r => r.PelakuNama).HasMaxLength(120);
        builder.Property(r => r.Sebagai).HasMaxLength(10);
        builder.Property(r => r.NomorSuratMandat).HasMaxLength(80);
        builder.Property(r => r.DaftarPerbaikan).HasColumnType("jsonb");
        builder.Property(r => r.BidangBerubah).HasColumnType("jsonb");
        builder.HasOne<Permohonan>().WithMany().HasForeignKey(r => r.PermohonanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PermohonanId, r.Id });
        builder.HasIndex(r => r.Pada);
    }
}
