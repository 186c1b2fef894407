namespace KlatenSE.Infrastructure.Surel;

/// <summary>Settings <c>Surel:*</c>. Without <see cref="Host"/> nothing is sent and mails stay queued.</summary>
public sealed class SurelOptions
{
    public const string Bagian = "Surel";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? Pengguna { get; set; }

    public string? Sandi { get; set; }

    /// <summary>STARTTLS. There is no implicit TLS (port 465): SmtpClient has none.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Sender's address.</summary>
    public string? Dari { get; set; }

    public string NamaDari { get; set; } = "Portal Sertifikat Elektronik Klaten";

    /// <summary>Sends at the same time.</summary>
    public int Paralel { get; set; } = 4;

    public int MaksPercobaan { get; set; } = 12;

    /// <summary>A mail is given up when it has been tried for so long.</summary>
    public TimeSpan MaksUmur { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Longest time one send may take.</summary>
    public TimeSpan BatasKirim { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The queue is looked at so often when no notification comes.</summary>
    public TimeSpan Periksa { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>First pause after the server could not be reached; it doubles up to one minute.</summary>
    public TimeSpan JedaServer { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Set by <c>--demo</c> only: the demo's page may read the bodies of mails that are still queued.</summary>
    public bool IsiTerlihat { get; set; }

    public bool Diatur => !string.IsNullOrWhiteSpace(Host);
}

/// <summary>Settings <c>Portal:*</c> that a mail shows: where the portal is; the office's name is the administrator's setting.</summary>
public sealed class IdentitasPortal
{
    public const string Bagian = "Portal";

    /// <summary>Address as people type it, with scheme and without a path, such as <c>https://se.contoh.go.id</c>.</summary>
    public string AlamatPublik { get; set; } = "http://localhost:5000";

    public string NamaPortal { get; set; } = "Portal Sertifikat Elektronik";
}
