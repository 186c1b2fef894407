namespace KlatenSE.Infrastructure.Surel;

/// <summary>
/// One mail to one person, queued in the transaction of the act that causes it and delivered later by <see cref="PengirimSurel"/>.
/// Made by <see cref="SuratElektronik"/>, which cleans every text and encrypts what is secret.
/// </summary>
public sealed class OutboxMessage
{
    public const int PanjangKunci = 160;
    public const int PanjangNama = 200;
    public const int PanjangPerihal = 300;

    public required Guid Id { get; init; }

    /// <summary>Names the mail by its cause: unique, so that one event never queues the same mail twice.</summary>
    public required string Kunci { get; init; }

    public required JenisSurel Jenis { get; init; }

    public required string Kepada { get; init; }

    public required string NamaKepada { get; init; }

    public required string Perihal { get; init; }

    /// <summary>Plain text; protected when <see cref="Rahasia"/>, null once erased.</summary>
    public string? IsiTeks { get; set; }

    /// <summary>HTML alternative; protected when <see cref="Rahasia"/>, null once erased.</summary>
    public string? IsiHtml { get; set; }

    /// <summary>The bodies hold a link or a one-time code: encrypted until delivered, then erased.</summary>
    public required bool Rahasia { get; init; }

    public Guid? PermohonanId { get; init; }

    public string? NomorResi { get; init; }

    public required DateTimeOffset DibuatPada { get; init; }

    /// <summary>Start of the present run of tries; a manual "send again" begins a new one.</summary>
    public required DateTimeOffset DiantrekanPada { get; set; }

    /// <summary>Not before this time.</summary>
    public required DateTimeOffset KirimSetelah { get; set; }

    /// <summary>A mail that would arrive after this is worthless and is dropped, visibly.</summary>
    public DateTimeOffset? BatasPada { get; init; }

    /// <summary>Tries that the mail server answered; an unreachable server does not count.</summary>
    public int Percobaan { get; set; }

    /// <summary>Indonesian sentence for the administrator.</summary>
    public string? KesalahanTerakhir { get; set; }

    public DateTimeOffset? TerkirimPada { get; set; }

    /// <summary>Will not be sent any more; <see cref="SebabMati"/> says why.</summary>
    public DateTimeOffset? MatiPada { get; set; }

    public SebabMati? SebabMati { get; set; }

    /// <summary>Lease of the process that is sending it now.</summary>
    public DateTimeOffset? DiambilSampai { get; set; }
}
