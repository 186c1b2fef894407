namespace KlatenSE.Infrastructure.Surel;

/// <summary>A mail as it leaves: bodies readable. <paramref name="Id"/> makes the Message-ID, the same at each try.</summary>
public sealed record SuratSiap(Guid Id, string Kepada, string NamaKepada, string Perihal, string Teks, string Html);

/// <summary>What became of one try.</summary>
public enum AkibatKirim
{
    Terkirim,

    /// <summary>The server answered "not now", or the connection broke: this mail is tried again.</summary>
    Sementara,

    /// <summary>The server refuses this recipient for good.</summary>
    DitolakPenerima,

    /// <summary>Nothing that can be sent to.</summary>
    AlamatTidakSah,

    /// <summary>The server cannot be used at all (unreachable, certificate, login, settings): every mail waits, none is used up.</summary>
    ServerTakTerpakai,
}

/// <summary>Outcome with a sentence for the administrator (null when delivered).</summary>
public sealed record HasilKirim(AkibatKirim Akibat, string? Kalimat = null);

/// <summary>
/// Mail transport: the seam between the outbox and SMTP. One instance serves one send at a time and may keep its connection
/// until <see cref="Tutup"/>. It reports what happened and throws only when cancelled or for a bug.
/// </summary>
public interface IPengirimSmtp : IDisposable
{
    Task<HasilKirim> KirimAsync(SuratSiap surat, CancellationToken ct);

    /// <summary>Nothing to send for now: lets go of the connection.</summary>
    void Tutup();
}
