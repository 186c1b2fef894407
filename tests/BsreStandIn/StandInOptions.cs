namespace KlatenSE.BsreStandIn;

/// <summary>Settings <c>BSRE:*</c> (environment <c>BSRE__*</c>, command line <c>--BSRE:*</c>).</summary>
public sealed class StandInOptions
{
    public const string Bagian = "BSRE";

    /// <summary>Addresses of the server itself, several by semicolon; port 0 takes a free one. <c>--urls</c> on the command line.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>What the links in mails begin with. Default: the first address bound.</summary>
    public string? AlamatPublik { get; set; }

    /// <summary>HTTP Basic of the e-Sign Client Service.</summary>
    public string Pengguna { get; set; } = "peraga";

    public string Sandi { get; set; } = "sandi-peraga";

    public string VerifikatorPengguna { get; set; } = "verifikator";

    public string VerifikatorSandi { get; set; } = "verifikator-peraga";

    /// <summary>Validity of activation and passphrase links, by the clock that tests can move (SOP 5a, 7a).</summary>
    public TimeSpan MasaLink { get; set; } = TimeSpan.FromHours(24);

    /// <summary>From passphrase to issue, by the same clock; null (empty text) waits for an act.</summary>
    public TimeSpan? JedaTerbit { get; set; } = TimeSpan.FromSeconds(30);

    public int BulanBerlaku { get; set; } = 24;

    public string Organisasi { get; set; } = "Pemerintah Kabupaten Klaten";

    /// <summary>Host name in the good and the expired TLS certificate, beside localhost and 127.0.0.1.</summary>
    public string NamaHost { get; set; } = "localhost";

    /// <summary>Ports on loopback that speak https; 0 takes a free one, null opens none.</summary>
    public int? PortTls { get; set; }

    public int? PortTlsKedaluwarsa { get; set; }

    public int? PortTlsNamaLain { get; set; }

    public SmtpSettings Smtp { get; set; } = new();
}

/// <summary>Settings <c>BSRE:Smtp:*</c>. Without a host mails are only kept, see <c>/kendali/surat</c>.</summary>
public sealed class SmtpSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    public string? Pengguna { get; set; }

    public string? Sandi { get; set; }

    public bool StartTls { get; set; }

    public string Dari { get; set; } = "bsre@peraga.contoh.go.id";
}
