using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace KlatenSE.BsreStandIn;

/// <summary>A mail as written. <c>Keadaan</c>: disimpan (no SMTP set), antre, terkirim, hilang (on demand) or gagal with the cause.</summary>
internal sealed partial record Surat(string Jenis, string Kepada, string Nama, string Perihal, string Isi)
{
    public DateTimeOffset Waktu { get; set; }

    public string Keadaan { get; set; } = "disimpan";

    public IReadOnlyList<string> Tautan => [.. Alamat().Matches(Isi).Select(m => m.Value.TrimEnd(')', ':'))];

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Alamat();
}

/// <summary>Every mail since the start, and what still has to be sent.</summary>
internal sealed class KotakSurat(StandInOptions options, JamPeraga jam)
{
    private readonly Lock gate = new();
    private readonly List<Surat> semua = [];
    private readonly Channel<Surat> antrean = Channel.CreateUnbounded<Surat>();
    private int hilang;

    public string AlamatPublik { get; set; } = "";

    public ChannelReader<Surat> Antrean => antrean.Reader;

    public IReadOnlyList<Surat> Semua
    {
        get
        {
            lock (gate)
            {
                return [.. semua];
            }
        }
    }

    /// <summary>The next n mails are written down but never sent: "Link belum diterima".</summary>
    public void Hilangkan(int kali) => Interlocked.Exchange(ref hilang, kali);

    public void Kirim(Surat surat)
    {
        lock (gate)
        {
            surat.Waktu = jam.GetUtcNow();
            semua.Add(surat);
            if (hilang > 0)
            {
                hilang--;
                surat.Keadaan = "hilang";
            }
            else if (!string.IsNullOrWhiteSpace(options.Smtp.Host))
            {
                surat.Keadaan = "antre";
                antrean.Writer.TryWrite(surat);
            }
        }
    }

    public void Kosongkan()
    {
        lock (gate)
        {
            semua.Clear();
            hilang = 0;
        }
    }
}

/// <summary>Sends one mail after the other; a failure is written on the mail and not tried again.</summary>
internal sealed class PengirimSurat(StandInOptions options, KotakSurat kotak, ILogger<PengirimSurat> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var surat in kotak.Antrean.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await KirimAsync(surat, stoppingToken);
                    surat.Keadaan = "terkirim";
                }
                catch (SmtpException e)
                {
                    surat.Keadaan = $"gagal: {e.Message} {e.InnerException?.Message}".Trim();
                    log.LogWarning("A mail could not be sent: {Cause}", surat.Keadaan);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The stand-in stops.
        }
    }

    private async Task KirimAsync(Surat surat, CancellationToken ct)
    {
        var s = options.Smtp;
        using var klien = new SmtpClient(s.Host, s.Port) { EnableSsl = s.StartTls };
        if (!string.IsNullOrEmpty(s.Pengguna))
        {
            klien.Credentials = new NetworkCredential(s.Pengguna, s.Sandi);
        }
        using var pesan = new MailMessage(new MailAddress(s.Dari, "Peraga BSrE"), new MailAddress(surat.Kepada, surat.Nama, Encoding.UTF8))
        {
            Subject = surat.Perihal,
            SubjectEncoding = Encoding.UTF8,
            Body = surat.Isi,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        await klien.SendMailAsync(pesan, ct);
    }
}
