using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>
/// The scanned letter of many people, stored once. Each request has a row of its own in <see cref="BerkasPermohonan"/> that points here, so that
/// pages, audit and retention treat it as any document; the bytes go with the last of those rows.
/// </summary>
public sealed class IsiSurat
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its own key, wrapped by Data Protection: it belongs to no single request.</summary>
    public byte[] Terbungkus { get; init; } = [];

    public byte[] Isi { get; init; } = [];
    public byte[] Pratinjau { get; init; } = [];
    public DateTimeOffset DibuatPada { get; init; }

    /// <summary>Bound to the sealed bytes, so that contents cannot be exchanged between rows.</summary>
    internal static byte[] Tempat(Guid id, bool pratinjau) => System.Text.Encoding.ASCII.GetBytes($"isi-surat:{id:N}:{(pratinjau ? "pratinjau" : "isi")}");
}

/// <summary>What is known of a scanned letter without its bytes.</summary>
public sealed record RingkasanSurat(
    string Nama, string TipeMedia, int Ukuran, string Sha256, int Lebar, int Tinggi, int Halaman, IReadOnlyList<string> Catatan);

internal sealed class IsiSuratMapping : IEntityTypeConfiguration<IsiSurat>
{
    public void Configure(EntityTypeBuilder<IsiSurat> builder) => builder.ToTable("isi_surat");
}
