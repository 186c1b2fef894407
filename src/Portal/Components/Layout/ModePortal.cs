using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Demo;
using KlatenSE.Infrastructure.Sertifikat;

namespace KlatenSE.Portal.Components.Layout;

/// <summary>What the banners over every page say.</summary>
/// <param name="Sandbox">The certificate authority is the sandbox inside the portal.</param>
/// <param name="Demo">The portal runs with fictional data only.</param>
public sealed record ModePortal(bool Sandbox, bool Demo)
{
    /// <summary>Reads <c>Sertifikat:Mode</c> (absent means Sandbox) and <c>Portal:Demo</c>.</summary>
    public static ModePortal Dari(IConfiguration konfigurasi) => new(
        PilihanOtoritas.Dari(konfigurasi) == ModeOtoritas.Sandbox,
        GerbangDemo.Diminta(konfigurasi));
}
