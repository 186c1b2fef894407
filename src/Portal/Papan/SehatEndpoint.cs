using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KlatenSE.Portal.Papan;

/// <summary>The health check, for whoever watches the server: a word, and no name or number of anybody.</summary>
public static class SehatEndpoint
{
    /// <summary>Maps <c>GET /sehat</c>: 200 "ok" (and how BSrE is, where it is asked), 200 with what needs attention, or 503.</summary>
    public static void MapSehat(this IEndpointRouteBuilder app) => app.MapHealthChecks("/sehat", new HealthCheckOptions
    {
        ResponseWriter = (http, laporan) =>
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            var keterangan = laporan.Entries.Values.Select(e => e.Description).Where(d => d is not null);
            return http.Response.WriteAsync(string.Join('\n', laporan.Status == HealthStatus.Healthy ? keterangan.Prepend("ok") : keterangan));
        },
    }).AllowAnonymous();
}
