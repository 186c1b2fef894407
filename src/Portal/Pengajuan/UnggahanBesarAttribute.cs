using Microsoft.AspNetCore.Http.Metadata;

namespace KlatenSE.Portal.Pengajuan;

/// <summary>Lets a form of up to 64 MB arrive, so that a document that is too large gets its own sentence at its field instead of an error page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnggahanBesarAttribute : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => 64L * 1024 * 1024;
}
