using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Bsre;

/// <summary>
/// One question to BSrE and what came of it. No NIK. Inserted only; rows that say nothing new may be removed after a week (<see cref="HariDisimpan"/>),
/// those with a change stay with the request. The database refuses everything else.
/// </summary>
public sealed class JawabanTercatat
{
    /// <summary>Days that an answer is kept which only repeats the one before.</summary>
    public const int HariDisimpan = 7;

    public long Id { get; init; }
    public Guid PermohonanId { get; init; }

    /// <summary>When it was asked (database clock).</summary>
    public DateTimeOffset DitanyaPada { get; init; }

    /// <summary>The process that asked.</summary>
    public string Penanya { get; init; } = "";

    /// <summary>From the question to the whole answer, in milliseconds.</summary>
    public int LamaMs { get; init; }

    public StatusBsre? Status { get; init; }

    /// <summary>The failure; null when there is a status.</summary>
    public GagalBsre? Gagal { get; init; }

    public int? Http { get; init; }

    /// <summary>BSrE's own code.</summary>
    public int? Kode { get; init; }

    /// <summary>Another status than the one before, or another outcome than the last.</summary>
    public bool Berubah { get; init; }

    /// <summary>For a changed status: when BSrE last said the one before.</summary>
    public DateTimeOffset? SebelumPada { get; init; }
}

/// <summary>What is known of BSrE's side of one request, and when it is asked about next.</summary>
public sealed class KeadaanBsre
{
    public Guid PermohonanId { get; init; }
    public DateTimeOffset GiliranPada { get; set; }

    /// <summary>A process asks at this moment; after this time it is taken for gone.</summary>
    public DateTimeOffset? DisewaSampai { get; set; }

    /// <summary>When the last question was asked, whatever came of it.</summary>
    public DateTimeOffset? DitanyaPada { get; set; }

    /// <summary>When the question was asked that <see cref="Status"/> answers.</summary>
    public DateTimeOffset? DijawabPada { get; set; }

    public StatusBsre? Status { get; set; }

    /// <summary>What became of the last question when it failed.</summary>
    public GagalBsre? Gagal { get; set; }

    public int GagalBerturut { get; set; }

    /// <summary>Answers before this moment were about another NIK.</summary>
    public DateTimeOffset NikSejak { get; set; }
}

/// <summary>The service as a whole, for all processes: one row.</summary>
public sealed class LayananBsre
{
    public const int IdTunggal = 1;

    public int Id { get; init; } = IdTunggal;

    /// <summary>Nobody asks before this time.</summary>
    public DateTimeOffset? TutupSampai { get; set; }

    public GagalBsre? Gagal { get; set; }
    public int GagalBerturut { get; set; }

    /// <summary>Since when nothing but failures came.</summary>
    public DateTimeOffset? GagalSejak { get; set; }

    /// <summary>When the last failure was counted: calls that were on their way then are no further ones.</summary>
    public DateTimeOffset? GagalPada { get; set; }

    /// <summary>Which settings were refused (protected digest): other ones are tried at once.</summary>
    public string? SandiDitolak { get; set; }
}

internal sealed class JawabanTercatatMapping : IEntityTypeConfiguration<JawabanTercatat>
{
    public void Configure(EntityTypeBuilder<JawabanTercatat> builder)
    {
        builder.ToTable("jawaban_bsre");
        builder.Property(j => j.Penanya).HasMaxLength(80);
        builder.HasOne<Permohonan>().WithMany().HasForeignKey(j => j.PermohonanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(j => new { j.PermohonanId, j.Id }).HasFilter("berubah");
        builder.HasIndex(j => j.DitanyaPada).HasFilter("NOT berubah");
    }
}

internal sealed class KeadaanBsreMapping : IEntityTypeConfiguration<KeadaanBsre>
{
    public void Configure(EntityTypeBuilder<KeadaanBsre> builder)
    {
        builder.ToTable("keadaan_bsre").HasKey(k => k.PermohonanId);
        builder.HasOne<Permohonan>().WithOne().HasForeignKey<KeadaanBsre>(k => k.PermohonanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(k => k.GiliranPada);
    }
}

internal sealed class LayananBsreMapping : IEntityTypeConfiguration<LayananBsre>
{
    public void Configure(EntityTypeBuilder<LayananBsre> builder)
    {
        builder.ToTable("layanan_bsre");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.SandiDitolak).HasMaxLength(500);
    }
}
