namespace KlatenSE.Infrastructure.Bsre;

/// <summary>Configuration section "Bsre": the regency's own e-Sign Client Service, asked for statuses. Off until the credentials are set.</summary>
public sealed class BsreOptions
{
    public const string Bagian = "Bsre";

    /// <summary>Where the e-Sign Client Service listens, for example https://esign.contoh.go.id; the path of the API is added.</summary>
    public string? Alamat { get; set; }

    /// <summary>HTTP Basic.</summary>
    public string? Pengguna { get; set; }

    /// <summary>HTTP Basic; a secret, never logged.</summary>
    public string? Sandi { get; set; }

    /// <summary>PEM file of the authority that vouches for the server, where it is the office's own; empty: those of the system.</summary>
    public string? BerkasCa { get; set; }

    /// <summary>Allows http to another machine. NIK and password would travel in clear: only for a network that nobody else listens on.</summary>
    public bool BolehTanpaTls { get; set; }

    /// <summary>How many calls at once, of all processes together.</summary>
    public int SekaliJalan { get; set; } = 4;

    /// <summary>How often each open request is asked about, at least.</summary>
    public TimeSpan Selang { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call may take from the connection to the last byte.</summary>
    public TimeSpan BatasWaktu { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Nothing is set: the office works without the status check.</summary>
    internal bool Kosong => string.IsNullOrEmpty(Pengguna) && string.IsNullOrEmpty(Sandi);

    /// <summary>Asked again after four fifths of <see cref="Selang"/>: what is left is for the queue, so that the promise holds.</summary>
    internal TimeSpan Giliran => Selang * 0.8;

    internal int Serentak => Math.Clamp(SekaliJalan, 1, 32);

    /// <summary>What is wrong with the settings, in one Indonesian sentence without their values; null when they serve.</summary>
    internal string? Keberatan()
    {
        if (string.IsNullOrEmpty(Pengguna) || string.IsNullOrEmpty(Sandi))
        {
            return "Bsre:Pengguna dan Bsre:Sandi harus diisi keduanya.";
        }

        if (!Uri.TryCreate(Alamat, UriKind.Absolute, out var alamat) || alamat.Scheme is not ("https" or "http") || alamat.UserInfo.Length > 0 || alamat.Query.Length > 0)
        {
            return "Bsre:Alamat harus berisi alamat e-Sign Client Service, misalnya https://esign.contoh.go.id.";
        }

        if (alamat.Scheme != "https" && !alamat.IsLoopback && !BolehTanpaTls)
        {
            return "Bsre:Alamat harus memakai https, karena NIK dan sandi dikirim ke sana.";
        }

        if (BerkasCa is { Length: > 0 } && !File.Exists(BerkasCa))
        {
            return "Berkas pada Bsre:BerkasCa tidak ditemukan.";
        }

        return Selang < TimeSpan.FromSeconds(10) || BatasWaktu <= TimeSpan.Zero || BatasWaktu > TimeSpan.FromMinutes(2)
            ? "Bsre:Selang paling sedikit 10 detik, dan Bsre:BatasWaktu paling lama 2 menit."
            : null;
    }

    internal Uri AlamatCek() => new(Alamat!.TrimEnd('/') + "/api/v2/user/check/status");

    public override string ToString() => nameof(BsreOptions);
}
