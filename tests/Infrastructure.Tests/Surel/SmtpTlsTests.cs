using System.Net;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.Extensions.Options;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Surel;

/// <summary>STARTTLS: what is trusted is global to the process, so these run one after another in one class.</summary>
public sealed class SmtpTlsTests : IDisposable
{
    private static readonly SuratSiap Surat = new(Guid.NewGuid(), "sekar@contoh.go.id", "Sekar", "Perihal", "teks", "<p>teks</p>");

    public void Dispose() => SmtpSinkCertificate.Distrust();

    [Fact]
    public async Task Starttls_and_login_are_used_when_set()
    {
        SmtpSinkCertificate.Trust();
        await using var sink = new SmtpSink { StartTls = true, Login = new NetworkCredential("portal", "benar") };
        var hasil = await KirimAsync(sink, true);
        Assert.Equal(new HasilKirim(AkibatKirim.Terkirim), hasil);
        var tiba = Assert.Single(sink.Mails);
        Assert.True(tiba.Tls);
        Assert.Equal("portal", tiba.User);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_refused_and_named()
    {
        await using var sink = new SmtpSink { StartTls = true };
        var hasil = await KirimAsync(sink, true);
        Assert.Equal(AkibatKirim.ServerTakTerpakai, hasil.Akibat);
        Assert.Contains("Sertifikat TLS", hasil.Kalimat, StringComparison.Ordinal);
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task A_server_without_starttls_gets_no_mail_in_the_clear()
    {
        await using var sink = new SmtpSink();
        var hasil = await KirimAsync(sink, true);
        Assert.Equal(AkibatKirim.ServerTakTerpakai, hasil.Akibat);
        Assert.Contains("tidak menawarkan STARTTLS", hasil.Kalimat, StringComparison.Ordinal);
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task A_missing_sender_address_is_named_as_the_setting()
    {
        await using var sink = new SmtpSink();
        var hasil = await KirimAsync(sink, false, dari: null);
        Assert.Contains("Surel:Dari", hasil.Kalimat, StringComparison.Ordinal);
    }

    private static async Task<HasilKirim> KirimAsync(SmtpSink sink, bool tls, string? dari = "portal@contoh.go.id")
    {
        using var smtp = new SmtpPengirim(new Tetap(new SurelOptions
        {
            Host = SmtpSink.Host,
            Port = sink.Port,
            StartTls = tls,
            Dari = dari,
            Pengguna = sink.Login?.UserName,
            Sandi = sink.Login?.Password,
        }));
        return await smtp.KirimAsync(Surat, TestContext.Current.CancellationToken);
    }

    private sealed class Tetap(SurelOptions nilai) : IOptionsMonitor<SurelOptions>
    {
        public SurelOptions CurrentValue => nilai;

        public SurelOptions Get(string? name) => nilai;

        public IDisposable? OnChange(Action<SurelOptions, string?> listener) => null;
    }
}
