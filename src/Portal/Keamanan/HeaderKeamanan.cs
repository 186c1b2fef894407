using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace KlatenSE.Portal.Keamanan;

/// <summary>Security headers of every answer. No inline script or style, no other host, no framing by others.</summary>
internal static class HeaderKeamanan
{
    internal const string Csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self' blob:; frame-src 'self'; object-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    public static IApplicationBuilder UseHeaderKeamanan(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Asked now: an error page is shown under another path.
        var perujuk = AlamatBertoken.Memuat(context.Request.Path) ? "no-referrer" : "same-origin";
        context.Response.OnStarting(static keadaan =>
        {
            var (http, perujuk) = ((HttpContext, string))keadaan;
            var header = http.Response.Headers;
            // An endpoint that serves somebody's document sets a narrower one.
            if (header.ContentSecurityPolicy.Count == 0)
            {
                header.ContentSecurityPolicy = Csp;
            }

            header.XContentTypeOptions = "nosniff";
            header["Referrer-Policy"] = perujuk;
            header["Cross-Origin-Opener-Policy"] = "same-origin";
            header["Cross-Origin-Resource-Policy"] = "same-origin";
            header["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
            // Pages carry personal data: neither a shared computer nor a proxy keeps them.
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                header.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, (context, perujuk));
        return next(context);
    });

    /// <summary>Error pages are shown by GET whatever failed: a re-executed POST would otherwise ask for a form that they lack.</summary>
    public static IApplicationBuilder UseGalatSebagaiGet(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);
        // A page refuses a form that it cannot read with a bare 400, but has named a content type by then: the error page would stay away.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Response.ContentType = null;
        }
    });
}
