using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>A key of Data Protection, kept in PostgreSQL so that every process of the portal reads the same ones.</summary>
public sealed class KunciProteksi
{
    public int Id { get; init; }
    public string Nama { get; init; } = "";
    public string Xml { get; init; } = "";
}

internal sealed class KunciProteksiMapping : IEntityTypeConfiguration<KunciProteksi>
{
    public void Configure(EntityTypeBuilder<KunciProteksi> builder) => builder.ToTable("kunci_proteksi");
}

internal sealed class KunciProteksiRepository(IDbContextFactory<KlatenDb> factory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = factory.CreateDbContext();
        return [.. db.Set<KunciProteksi>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = factory.CreateDbContext();
        db.Add(new KunciProteksi { Nama = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
