using KlatenSE.Infrastructure.BasisData;

namespace KlatenSE.TestCommon;

/// <summary>How test databases are made: by the portal's own migrations.</summary>
public static class MigrasiUji
{
    /// <summary>Migrates the database of this owner connection string.</summary>
    public static Task JalankanAsync(string pemilik) => BasisDataServices.MigrasiAsync(pemilik);
}
