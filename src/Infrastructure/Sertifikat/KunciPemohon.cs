using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>The key of one request: sealed under the applicant's passphrase, or destroyed.</summary>
public sealed class KunciPemohon
{
    public required Guid PermohonanId { get; init; }

    /// <summary>Null once destroyed.</summary>
    public byte[]? Pkcs8Terenkripsi { get; private set; }

    /// <summary>Null once destroyed.</summary>
    public byte[]? Csr { get; private set; }

    public DateTimeOffset DibuatPada { get; private set; }

    public DateTimeOffset? DihancurkanPada { get; private set; }

    /// <summary>Takes a new key; a former one of the same request is gone with it (BSrE refused, the applicant came to step 7 again).</summary>
    internal void Isi(BahanKunci bahan, DateTimeOffset kini)
    {
        (Pkcs8Terenkripsi, Csr) = (bahan.Pkcs8Terenkripsi, bahan.Csr);
        (DibuatPada, DihancurkanPada) = (kini, null);
    }

    /// <summary>Destroying twice keeps the first moment.</summary>
    internal void Hancurkan(DateTimeOffset kini)
    {
        (Pkcs8Terenkripsi, Csr) = (null, null);
        DihancurkanPada ??= kini;
    }
}

internal sealed class KunciPemohonMapping : IEntityTypeConfiguration<KunciPemohon>
{
    public void Configure(EntityTypeBuilder<KunciPemohon> builder)
    {
        builder.ToTable("kunci_pemohon");
        builder.HasKey(k => k.PermohonanId);
        builder.Property(k => k.PermohonanId).ValueGeneratedNever();
    }
}
