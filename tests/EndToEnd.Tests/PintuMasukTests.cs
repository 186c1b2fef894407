using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>What a stranger sees before signing in.</summary>
public sealed class PintuMasukTests(PortalHidup portal)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task The_sign_in_page_is_whole_in_every_size_and_scheme(bool ponsel, bool gelap)
    {
        await using var tamu = await Orang.DatangAsync(portal, "tamu", ponsel, gelap);
        await tamu.BukaAsync("/masuk");
        await tamu.Melihat("Masuk").ToBeVisibleAsync();
        await tamu.PeriksaAsync($"masuk-{(ponsel ? 360 : 1440)}-{(gelap ? "gelap" : "terang")}");
    }
}
