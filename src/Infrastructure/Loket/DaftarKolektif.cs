using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>
/// One letter with the list of people that it recommends, while the counter prepares it, and a mark of what was filed afterwards. The rows are
/// sealed under the list's own key and destroyed when they are filed, thrown away, or left lying.
/// </summary>
public sealed class DaftarKolektif
{
    /// <summary>Days that an unfinished list is kept.</summary>
    public const int HariDisimpan = 7;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who prepares it; nobody else sees it.</summary>
    public Guid LoketId { get; init; }

    public DateTimeOffset DibuatPada { get; init; }
    public DataSurat Surat { get; set; } = new();

    /// <summary>The unit that sent the letter, for the Buku Agenda.</summary>
    public string Asal { get; set; } = "";

    public Guid IsiSuratId { get; set; }
    public RingkasanSurat Berkas { get; set; } = null!;

    /// <summary>32 bytes, wrapped by Data Protection; null once destroyed.</summary>
    public byte[]? Terbungkus { get; set; }

    /// <summary>The rows as JSON, sealed; null when there are none (any more).</summary>
    public byte[]? BarisTersegel { get; set; }

    public int Jumlah { get; set; }

    /// <summary>When all of it was filed; null before.</summary>
    public DateTimeOffset? DiajukanPada { get; set; }

    public Guid? SuratMasukId { get; set; }

    /// <summary>PostgreSQL's xmin.</summary>
    public uint Version { get; private set; }
}

internal sealed class DaftarKolektifMapping : IEntityTypeConfiguration<DaftarKolektif>
{
    public void Configure(EntityTypeBuilder<DaftarKolektif> builder)
    {
        builder.ToTable("daftar_kolektif");
        builder.Property(d => d.Version).IsRowVersion();
        builder.ComplexProperty(d => d.Surat, SuratMasukMapping.Surat);
        builder.Property(d => d.Asal).HasMaxLength(160);
        builder.Property(d => d.Berkas).HasColumnType("jsonb");
        builder.HasOne<Pengguna>().WithMany().HasForeignKey(d => d.LoketId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<IsiSurat>().WithMany().HasForeignKey(d => d.IsiSuratId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SuratMasuk>().WithMany().HasForeignKey(d => d.SuratMasukId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.LoketId);
    }
}
