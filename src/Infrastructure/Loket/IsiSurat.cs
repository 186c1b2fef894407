using System.Security.Cryptography;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
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

    /// <summary>A scan, sealed under a key of its own.</summary>
    internal static IsiSurat Baru(KunciData kunciData, HasilPeriksa.Diterima scan, DateTimeOffset kini)
    {
        var (id, terbungkus) = (Guid.CreateVersion7(), kunciData.Bungkus());
        var kunci = kunciData.Buka(terbungkus);
        return new IsiSurat
        {
            Id = id,
            Terbungkus = terbungkus,
            Isi = Enkripsi.Segel(kunci, scan.Isi, Tempat(id, pratinjau: false)),
            Pratinjau = Enkripsi.Segel(kunci, scan.Pratinjau, Tempat(id, pratinjau: true)),
            DibuatPada = kini,
        };
    }

    /// <summary>Bound to the sealed bytes, so that contents cannot be exchanged between rows.</summary>
    internal static byte[] Tempat(Guid id, bool pratinjau) => System.Text.Encoding.ASCII.GetBytes($"isi-surat:{id:N}:{(pratinjau ? "pratinjau" : "isi")}");
}

/// <summary>What is known of a scanned letter without its bytes.</summary>
public sealed record RingkasanSurat(
    string Nama, string TipeMedia, int Ukuran, string Sha256, int Lebar, int Tinggi, int Halaman, IReadOnlyList<string> Catatan)
{
    internal static RingkasanSurat Dari(HasilPeriksa.Diterima scan) => new(
        scan.Nama, scan.TipeMedia, scan.Isi.Length, Convert.ToHexStringLower(SHA256.HashData(scan.Isi)), scan.Lebar, scan.Tinggi, scan.Halaman, scan.Catatan);

    /// <summary>The letter as the document of one of its requests.</summary>
    internal BerkasPermohonan Untuk(Guid permohonanId, Guid isiSuratId, Guid oleh, DateTimeOffset kini) => new()
    {
        PermohonanId = permohonanId,
        Jenis = JenisBerkas.SuratRekomendasi,
        NamaAsli = Nama,
        TipeMedia = TipeMedia,
        Ukuran = Ukuran,
        Sha256 = Sha256,
        Lebar = Lebar,
        Tinggi = Tinggi,
        Halaman = Halaman,
        Catatan = [.. Catatan],
        DiunggahPada = kini,
        DiunggahOleh = oleh,
        IsiSuratId = isiSuratId,
    };
}

internal sealed class IsiSuratMapping : IEntityTypeConfiguration<IsiSurat>
{
    public void Configure(EntityTypeBuilder<IsiSurat> builder) => builder.ToTable("isi_surat");
}
