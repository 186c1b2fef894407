using System.Net.Sockets;
using System.Text;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>An upload whose connection breaks in the middle leaves nothing behind, and the next try succeeds.</summary>
public sealed class UnggahTerputusTests(PortalHidup portal)
{
    private const string Batas = "----batas-uji";

    [Fact]
    public async Task A_broken_upload_stores_nothing_says_so_and_the_next_try_succeeds()
    {
        await using var orang = await Orang.DatangAsync(portal, "Wulan Maharani", ponsel: true);
        await orang.DaftarAsync("wulan.maharani@contoh.go.id");
        await orang.IsiDataAsync(new IsianPemohon { Nama = "Wulan Maharani", Nik = "3399 0155 0790 0019", NomorSurat = "000.9/0019/2026" });
        await orang.SetujuiPrivasiAsync();
        var alamat = new Uri(orang.Halaman.Url);

        // Half a body on the wire, then the end: as a phone does that loses its network.
        Assert.DoesNotMatch("^HTTP/1.1 [23]", await KirimSeparuhAsync(orang, alamat));
        await orang.BukaAsync(alamat.AbsolutePath);
        var ktp = orang.Halaman.Locator("section[aria-labelledby=judul-Ktp]");
        await Assertions.Expect(ktp).ToContainTextAsync("Belum ada");
        Assert.Equal(0, await TersimpanAsync(alamat));

        // The same in the page: the sentence comes, the choice stays, and one more press sends it.
        await orang.Halaman.RouteAsync("**" + alamat.AbsolutePath, r => r.Request.Method == "POST" ? r.AbortAsync("connectionreset") : r.ContinueAsync());
        await orang.UnggahAsync("Ktp", PemohonDiPonsel.Dokumen("ktp-scan.png"));
        await Assertions.Expect(ktp).ToContainTextAsync("Pengiriman terputus");
        Assert.Equal(0, await TersimpanAsync(alamat));
        await orang.Halaman.UnrouteAllAsync();
        await ktp.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(ktp.Locator("figcaption a")).ToBeVisibleAsync();
        Assert.Equal(1, await TersimpanAsync(alamat));
    }

    private static async Task<string> KirimSeparuhAsync(Orang orang, Uri alamat)
    {
        var isian = await orang.Halaman.Locator("#formulir-unggahktp input[type=hidden]").EvaluateAllAsync<string[][]>("daftar => daftar.map(i => [i.name, i.value])");
        var kepala = string.Concat(isian.Select(i => $"--{Batas}\r\nContent-Disposition: form-data; name=\"{i[0]}\"\r\n\r\n{i[1]}\r\n"))
            + $"--{Batas}\r\nContent-Disposition: form-data; name=\"Berkas\"; filename=\"ktp.png\"\r\nContent-Type: image/png\r\n\r\n";
        byte[] tubuh = [.. Encoding.UTF8.GetBytes(kepala), .. await File.ReadAllBytesAsync(PemohonDiPonsel.Dokumen("ktp-scan.png")), .. Encoding.UTF8.GetBytes($"\r\n--{Batas}--\r\n")];
        using var klien = new TcpClient();
        await klien.ConnectAsync(alamat.Host, alamat.Port);
        await using var aliran = klien.GetStream();
        await aliran.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {alamat.AbsolutePath} HTTP/1.1\r\nHost: {alamat.Authority}\r\nCookie: {await orang.KukiAsync()}\r\n"
            + $"Content-Type: multipart/form-data; boundary={Batas}\r\nContent-Length: {tubuh.Length}\r\nConnection: close\r\n\r\n"));
        await aliran.WriteAsync(tubuh.AsMemory(0, tubuh.Length / 2));
        klien.Client.Shutdown(SocketShutdown.Send);
        using var jawaban = new StreamReader(aliran);
        try
        {
            // The end of the stream is when the portal has let go of the request: by an answer, or by cutting it off.
            return await jawaban.ReadToEndAsync();
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return "";
        }
    }

    private async Task<int> TersimpanAsync(Uri alamat)
    {
        var id = Guid.Parse(alamat.Segments[2].TrimEnd('/'));
        await using var lingkup = portal.Services.CreateAsyncScope();
        var db = lingkup.ServiceProvider.GetRequiredService<KlatenDb>();
        return await db.Set<BerkasPermohonan>().CountAsync(b => b.PermohonanId == id);
    }
}
