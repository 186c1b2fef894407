using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>A server that answers as the test says, for what the stand-in does not do; remembers where it was asked.</summary>
internal sealed class ServerBuruk : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServerBuruk(WebApplication app) => this.app = app;

    public Uri Alamat => new(app.Urls.Single());

    public List<string> Jalur { get; } = [];

    public static async Task<ServerBuruk> MulaiAsync(Func<HttpContext, Task> jawab)
    {
        var pembangun = WebApplication.CreateSlimBuilder();
        pembangun.Logging.ClearProviders();
        var app = pembangun.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new ServerBuruk(app);
        app.Run(async c =>
        {
            lock (server.Jalur)
            {
                server.Jalur.Add(c.Request.Path + c.Request.QueryString);
            }

            await jawab(c);
        });
        await app.StartAsync();
        return server;
    }

    public static Task<ServerBuruk> MulaiAsync(int http, string isi, string jenis = "application/json", (string Nama, string Nilai)? kepala = null) => MulaiAsync(c =>
    {
        c.Response.StatusCode = http;
        c.Response.ContentType = jenis;
        if (kepala is { } k)
        {
            c.Response.Headers[k.Nama] = k.Nilai;
        }

        return c.Response.WriteAsync(isi);
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
