using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>For the EF tools alone: no database is opened while a migration is written.</summary>
internal sealed class KlatenDbDesign : IDesignTimeDbContextFactory<KlatenDb>
{
    public KlatenDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<KlatenDb>();
        BasisDataServices.Atur(options, "Host=localhost;Database=klatense");
        return new KlatenDb(options.Options);
    }
}
