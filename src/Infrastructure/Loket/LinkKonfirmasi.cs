using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KlatenSE.Infrastructure.Loket;

/// <summary>
/// The mailed link by which an applicant comes to what the counter filed: 256 random bits, kept as a hash. It holds as long as the request waits
/// for the confirmation, and a newer one ends it. It opens no request by itself: it lets an unproven mailbox set its first password, or decline.
/// </summary>
public sealed class LinkKonfirmasi
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PermohonanId { get; init; }

    /// <summary>SHA-256 of the token in the mail.</summary>
    public byte[] HashToken { get; init; } = [];

    public DateTimeOffset TerbitPada { get; init; }
    public DateTimeOffset? DitutupPada { get; set; }

    /// <summary>What an act does to the link: opens a new one when it is filed or mailed again, ends the running one when the stage is left.</summary>
    internal static async Task<TokenLink?> UrusAsync(Terjadi t, CancellationToken ct)
    {
        var kirim = t.Kejadian.Tindakan is Tindakan.AjukanLoket or Tindakan.KirimUlangKonfirmasi;
        if (t.Kejadian.Dari == Tahap.MenungguKonfirmasi && (kirim || t.Kejadian.Dari != t.Kejadian.Ke))
        {
            await TutupAsync(t.Db, t.Permohonan.Id, t.Saat.Kini, ct);
        }

        // Sent again: the deadline stays. Filed: it is the stage's, which is set after this.
        var batas = t.Permohonan.BatasBerikutnya ?? t.Saat.Kini.AddDays(t.Pengaturan.Sop.HariKonfirmasi);
        return kirim ? Buka(t.Db, t.Permohonan.Id, batas, t.Saat.Kini) : null;
    }

    /// <summary>Ends the running link.</summary>
    internal static Task TutupAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct) =>
        db.Set<LinkKonfirmasi>().Where(l => l.PermohonanId == permohonanId && l.DitutupPada == null)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.DitutupPada, kini), ct);

    /// <summary>Puts a new link into the context; the running one must have been ended.</summary>
    internal static TokenLink Buka(KlatenDb db, Guid permohonanId, DateTimeOffset batas, DateTimeOffset kini)
    {
        var token = TokenLink.Baru(batas);
        db.Add(new LinkKonfirmasi { Id = token.LinkId, PermohonanId = permohonanId, HashToken = TokenLink.Hash(token.Rahasia)!, TerbitPada = kini });
        return token;
    }
}

internal sealed class LinkKonfirmasiMapping : IEntityTypeConfiguration<LinkKonfirmasi>
{
    public void Configure(EntityTypeBuilder<LinkKonfirmasi> builder)
    {
        builder.ToTable("link_konfirmasi");
        builder.HasOne<Permohonan>().WithMany().HasForeignKey(l => l.PermohonanId);
        builder.HasIndex(l => l.HashToken).IsUnique();
        // One running link a request: the database itself refuses a second.
        builder.HasIndex(l => l.PermohonanId).IsUnique().HasFilter("ditutup_pada IS NULL");
    }
}
