using Microsoft.AspNetCore.Diagnostics;

namespace KlatenSE.Portal.Keamanan;

/// <summary>Logs a failed request under the very reference that the error page shows.</summary>
internal sealed partial class PencatatGalat(ILogger<PencatatGalat> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Catat(exception, httpContext.TraceIdentifier);
        // The page is still to be written by the middleware.
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed, reference {Rujukan}")]
    private partial void Catat(Exception galat, string rujukan);
}
