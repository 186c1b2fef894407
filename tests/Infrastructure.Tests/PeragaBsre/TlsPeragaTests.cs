using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.PeragaBsre;

public sealed class TlsPeragaTests
{
    [Fact]
    public async Task The_good_certificate_is_vouched_for_by_the_CA_that_is_offered()
    {
        var (galat, _) = await JabatAsync(r => r.App.AlamatTls!);
        Assert.Equal(SslPolicyErrors.None, galat);
    }

    [Fact]
    public async Task The_expired_certificate_fails_by_its_time_alone()
    {
        var (galat, rantai) = await JabatAsync(r => r.App.AlamatTlsKedaluwarsa!);
        Assert.Equal((SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid), (galat, rantai));
    }

    [Fact]
    public async Task The_certificate_for_another_host_fails_by_its_name_alone()
    {
        var (galat, _) = await JabatAsync(r => r.App.AlamatTlsNamaLain!);
        Assert.Equal(SslPolicyErrors.RemoteCertificateNameMismatch, galat);
    }

    [Fact]
    public async Task Without_the_CA_even_the_good_certificate_is_refused()
    {
        await using var r = await MulaiAsync();
        using var klien = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => klien.GetStringAsync(new Uri(r.App.AlamatTls!, "/sehat")));
    }

    private static Task<RuangPeraga> MulaiAsync() => RuangPeraga.MulaiAsync(o => (o.PortTls, o.PortTlsKedaluwarsa, o.PortTlsNamaLain) = (0, 0, 0));

    private static async Task<(SslPolicyErrors Galat, X509ChainStatusFlags Rantai)> JabatAsync(Func<RuangPeraga, Uri> pilih)
    {
        await using var r = await MulaiAsync();
        using var ca = X509Certificate2.CreateFromPem(await r.Klien.GetStringAsync("/kendali/ca.pem"));
        var galat = (SslPolicyErrors)(-1);
        var rantai = X509ChainStatusFlags.NoError;
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { ca },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, c, e) =>
        {
            galat = e;
            rantai = c!.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (a, s) => a | s.Status);
            return true;
        };
        using var klien = new HttpClient(handler);
        Assert.Equal("sehat", await klien.GetStringAsync(new Uri(pilih(r), "/sehat")));
        return (galat, rantai);
    }
}
