using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>Something beside the stages that a role must look at: three rounds of a loop, step 8 past a clock, a mail that did not arrive.</summary>
public sealed class ButirKerja
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PermohonanId { get; init; }
    public JenisButirKerja Jenis { get; init; }
    public Peran Untuk { get; init; }

    /// <summary>The appointed verifikator when the item is for one; null for a whole role.</summary>
    public Guid? UntukId { get; init; }

    public DateTimeOffset DibukaPada { get; init; }
    public DateTimeOffset? DitutupPada { get; set; }
    public Guid? DitutupOleh { get; set; }
}

/// <summary>One submit of a form: a double click is one act.</summary>
public sealed class KunciTindakan
{
    public Guid Kunci { get; init; }
    public Guid PermohonanId { get; init; }
    public Tindakan Tindakan { get; init; }
    public DateTimeOffset Pada { get; init; }
}

/// <summary>The key under which the personal values of one request are encrypted; destroyed when retention ends.</summary>
public sealed class KunciPermohonan
{
    public Guid PermohonanId { get; init; }

    /// <summary>32 bytes, wrapped by Data Protection; null once destroyed.</summary>
    public byte[]? Terbungkus { get; set; }

    public DateTimeOffset? DihancurkanPada { get; set; }
}

/// <summary>A counter without gaps: locked, raised and committed with what takes the number.</summary>
public sealed class Penomoran
{
    public string Jenis { get; init; } = "";
    public int Tahun { get; init; }
    public int Terakhir { get; init; }
}

internal sealed class ButirKerjaMapping : IEntityTypeConfiguration<ButirKerja>
{
    public void Configure(EntityTypeBuilder<ButirKerja> builder)
    {
        builder.ToTable("butir_kerja");
        builder.HasOne<Permohonan>().WithMany().HasForeignKey(b => b.PermohonanId);
        builder.HasIndex(b => new { b.PermohonanId, b.Jenis }).IsUnique().HasFilter("ditutup_pada IS NULL");
    }
}

internal sealed class KunciTindakanMapping : IEntityTypeConfiguration<KunciTindakan>
{
    public void Configure(EntityTypeBuilder<KunciTindakan> builder) => builder.ToTable("kunci_tindakan").HasKey(k => k.Kunci);
}

internal sealed class KunciPermohonanMapping : IEntityTypeConfiguration<KunciPermohonan>
{
    public void Configure(EntityTypeBuilder<KunciPermohonan> builder)
    {
        builder.ToTable("kunci_permohonan").HasKey(k => k.PermohonanId);
        builder.HasOne<Permohonan>().WithOne().HasForeignKey<KunciPermohonan>(k => k.PermohonanId);
    }
}

internal sealed class PenomoranMapping : IEntityTypeConfiguration<Penomoran>
{
    public void Configure(EntityTypeBuilder<Penomoran> builder) => builder.ToTable("penomoran").HasKey(p => new { p.Jenis, p.Tahun });
}
