namespace KlatenSE.Domain.Pengajuan;

/// <summary>What a link is for.</summary>
public enum JenisLink
{
    Aktivasi,
    Passphrase,
}

/// <summary>Why a link's validity ended. It ends once.</summary>
public enum SebabTutup
{
    Digunakan,
    Kedaluwarsa,
    Diganti,
    Dibatalkan,
}

/// <summary>A mailed link with its validity (masa berlaku): 24 hours by the database's clock (SOP 5a, 7a). Only the hash of its token is kept.</summary>
public sealed class LinkPemohon
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PermohonanId { get; init; }
    public JenisLink Jenis { get; init; }

    /// <summary>SHA-256 of the 256 random bits in the mail; null for a link that BSrE itself sent.</summary>
    public byte[]? HashToken { get; init; }

    /// <summary>When it was sent: by the portal, or by BSrE as the verifikator recorded it.</summary>
    public DateTimeOffset TerbitPada { get; init; }

    /// <summary>The moment from which the link is expired: <c>now &gt;= Batas</c>.</summary>
    public DateTimeOffset Batas { get; init; }

    /// <summary>When the applicant opened it (SOP 5b); null before.</summary>
    public DateTimeOffset? DibukaPada { get; set; }

    public DateTimeOffset? DitutupPada { get; private set; }
    public SebabTutup? Sebab { get; private set; }

    /// <summary>Minutes-before-end of the reminders already queued (720, 180, 30).</summary>
    public List<int> PengingatTerkirim { get; init; } = [];

    /// <summary>True while the validity has not ended and the deadline is ahead.</summary>
    public bool Berlaku(DateTimeOffset kini) => DitutupPada is null && kini < Batas;

    /// <summary>Ends the validity.</summary>
    /// <exception cref="InvalidOperationException">It had ended already: a bug, since each validity ends once.</exception>
    public void Tutup(SebabTutup sebab, DateTimeOffset kini)
    {
        if (DitutupPada is not null)
        {
            throw new InvalidOperationException($"Masa berlaku link {Id} sudah berakhir ({Sebab}).");
        }

        DitutupPada = kini;
        Sebab = sebab;
    }
}
