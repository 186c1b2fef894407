using KlatenSE.Domain.Alur;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Audit;

/// <summary>What an audit row is about.</summary>
public enum JenisAudit
{
    Tindakan,
    TindakanDitolak,
    Masuk,
    MasukGagal,
    Keluar,
    LihatBerkas,
    LihatData,

    /// <summary>The applicant accepted the privacy notice.</summary>
    PersetujuanPrivasi,

    /// <summary>The certificate was downloaded with its key.</summary>
    UnduhSertifikat,

    /// <summary>A passphrase did not open the key at a download; counted against guessing.</summary>
    UnduhSertifikatGagal,
    Akun,
    Pengaturan,
    Surel,

    /// <summary>Bytes or values were destroyed because their time of keeping was over.</summary>
    Retensi,
}

/// <summary>Who, role, what, from, to, reason, old and new, when, from where (UU PDP 27/2022). Inserted only; the portal's role cannot change it.</summary>
public sealed class CatatanAudit
{
    public long Id { get; init; }
    public DateTimeOffset Pada { get; init; }
    public JenisAudit Jenis { get; init; }
    public Tindakan? Tindakan { get; init; }
    public Guid? PermohonanId { get; init; }
    public Guid? BerkasId { get; init; }
    public Guid? PelakuId { get; init; }
    public string PelakuNama { get; init; } = "";
    public Peran? Peran { get; init; }
    public string? Sebagai { get; init; }
    public Tahap? Dari { get; init; }
    public Tahap? Ke { get; init; }

    /// <summary>The reason given, or the sentence of the refusal.</summary>
    public string? Alasan { get; init; }

    /// <summary>What else happened, without personal values.</summary>
    public string? Rincian { get; init; }

    /// <summary>Old and new values (JSON), encrypted under the request's key.</summary>
    public byte[]? PerubahanTersegel { get; init; }

    public string? Alamat { get; init; }
}

internal sealed class CatatanAuditMapping : IEntityTypeConfiguration<CatatanAudit>
{
    public void Configure(EntityTypeBuilder<CatatanAudit> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.PelakuNama).HasMaxLength(120);
        builder.Property(a => a.Sebagai).HasMaxLength(10);
        builder.Property(a => a.Alamat).HasMaxLength(64);
        builder.HasIndex(a => a.PermohonanId);
        builder.HasIndex(a => a.Pada);
    }
}
