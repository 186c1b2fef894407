using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>An account: applicant or official. Signs in with the mailbox.</summary>
public sealed class Pengguna : IdentityUser<Guid>
{
    /// <summary>The name that history and mails show.</summary>
    public string Nama { get; set; } = "";

    public string UnitKerja { get; set; } = "";
    public DateTimeOffset DibuatPada { get; set; }

    /// <summary>When the administrator closed the account; null while it is active.</summary>
    public DateTimeOffset? DinonaktifkanPada { get; set; }
}

/// <summary>A role held by appointment.</summary>
public sealed class PeranPengguna
{
    public Guid PenggunaId { get; init; }
    public Peran Peran { get; init; }
    public DateTimeOffset DiberikanPada { get; init; }
}

/// <summary>Kinds of acting officers: Pelaksana Tugas and Pelaksana Harian.</summary>
public enum JenisMandat
{
    Plt,
    Plh,
}

/// <summary>A dated grant by which somebody acts in a post (Plt/Plh), with the number of its letter. Resolved when the act is done.</summary>
public sealed class Mandat
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PenggunaId { get; init; }
    public Peran Peran { get; init; }
    public JenisMandat Jenis { get; init; }
    public string NomorSurat { get; init; } = "";
    public DateTimeOffset Mulai { get; init; }

    /// <summary>The first moment at which the grant no longer holds.</summary>
    public DateTimeOffset Sampai { get; init; }

    /// <summary>The last day in Jakarta on which it holds, as the administrator entered it.</summary>
    public DateOnly HariTerakhir => Jakarta.Tanggal(Sampai.AddTicks(-1));

    public DateTimeOffset? DicabutPada { get; set; }
    public Guid DibuatOleh { get; init; }
}

internal sealed class PenggunaMapping : IEntityTypeConfiguration<Pengguna>
{
    public void Configure(EntityTypeBuilder<Pengguna> builder)
    {
        builder.ToTable("pengguna");
        builder.Property(p => p.Nama).HasMaxLength(120);
        builder.Property(p => p.UnitKerja).HasMaxLength(160);
    }
}

internal sealed class PeranPenggunaMapping : IEntityTypeConfiguration<PeranPengguna>
{
    public void Configure(EntityTypeBuilder<PeranPengguna> builder)
    {
        builder.ToTable("peran_pengguna").HasKey(p => new { p.PenggunaId, p.Peran });
        builder.HasOne<Pengguna>().WithMany().HasForeignKey(p => p.PenggunaId);
    }
}

internal sealed class MandatMapping : IEntityTypeConfiguration<Mandat>
{
    public void Configure(EntityTypeBuilder<Mandat> builder)
    {
        builder.ToTable("mandat");
        builder.Property(m => m.NomorSurat).HasMaxLength(80);
        builder.HasOne<Pengguna>().WithMany().HasForeignKey(m => m.PenggunaId);
        builder.HasIndex(m => new { m.PenggunaId, m.Sampai });
    }
}
