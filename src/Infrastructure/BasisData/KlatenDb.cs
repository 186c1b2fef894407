using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>The portal's database. Every entity brings its own mapping beside it.</summary>
public sealed class KlatenDb(DbContextOptions<KlatenDb> options) : IdentityUserContext<Pengguna, Guid>(options)
{
    public DbSet<Permohonan> Permohonan => Set<Permohonan>();

    public DbSet<SuratMasuk> SuratMasuk => Set<SuratMasuk>();

    /// <summary>The one clock for validity: the database's. Tests install their own <c>waktu_kini()</c>.</summary>
    public async Task<DateTimeOffset> WaktuKiniAsync(CancellationToken ct = default) =>
        await Database.SqlQuery<DateTimeOffset>($"SELECT waktu_kini() AS \"Value\"").SingleAsync(ct);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("klaim_pengguna");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("login_pengguna");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("token_pengguna");
        builder.ApplyConfigurationsFromAssembly(typeof(KlatenDb).Assembly);
    }
}
