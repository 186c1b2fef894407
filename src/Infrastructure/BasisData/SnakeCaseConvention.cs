using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace KlatenSE.Infrastructure.BasisData;

/// <summary>snake_case for every table, column, key, constraint and index name.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            if (entity.GetTableName() is { } table)
            {
                entity.Builder.ToTable(Snake(table), entity.GetSchema());
            }

            foreach (var property in entity.GetDeclaredProperties())
            {
                property.Builder.HasColumnName(Snake(property.GetColumnName()));
            }

            foreach (var complex in entity.GetDeclaredComplexProperties())
            {
                Rename(complex);
            }

            foreach (var key in entity.GetDeclaredKeys())
            {
                key.Builder.HasName(Snake(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            {
                foreignKey.Builder.HasConstraintName(Snake(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetDeclaredIndexes())
            {
                index.Builder.HasDatabaseName(Snake(index.GetDatabaseName()!));
            }
        }
    }

    private static void Rename(IConventionComplexProperty complex)
    {
        if (complex.ComplexType.GetContainerColumnName() is { } container)
        {
            if (complex.DeclaringType is IConventionEntityType)
            {
                complex.ComplexType.Builder.Metadata.SetContainerColumnName(Snake(container));
            }

            return;
        }

        foreach (var property in complex.ComplexType.GetDeclaredProperties())
        {
            property.Builder.HasColumnName(Snake(property.GetColumnName()));
        }

        foreach (var nested in complex.ComplexType.GetDeclaredComplexProperties())
        {
            Rename(nested);
        }
    }

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var newWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (newWord)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
