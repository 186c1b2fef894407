using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Which certificate authority the configuration chooses, and when the portal must not start with it.</summary>
public static class PilihanOtoritas
{
    public const string Setelan = "Sertifikat:Mode";

    /// <summary>Holds <see cref="KataSandbox"/> where the sandbox is wanted outside development and demo.</summary>
    public const string SetelanSandbox = "Sertifikat:SandboxDiProduksi";

    /// <summary>The words by which an operator says to know what a sandbox certificate is worth.</summary>
    public const string KataSandbox = "sertifikat sandbox tidak sah";

    /// <summary>The authority; the sandbox when none is set.</summary>
    /// <exception cref="InvalidOperationException">The setting holds something else: ask <see cref="Keberatan"/> first.</exception>
    public static ModeOtoritas Dari(IConfiguration konfigurasi) =>
        Baca(konfigurasi) ?? throw new InvalidOperationException(Keberatan(konfigurasi, produksi: false));

    /// <summary>Why the portal must not start like this: one Indonesian sentence that says what to set; null when it may.</summary>
    /// <param name="produksi">Not a developer's machine. The demo may always use the sandbox.</param>
    public static string? Keberatan(IConfiguration konfigurasi, bool produksi)
    {
        if (Baca(konfigurasi) is not { } mode)
        {
            return $"{Setelan} berisi “{konfigurasi[Setelan]}”, yang tidak dikenal: isi Sertifikat__Mode=Bsre untuk Portal BSrE, atau Sertifikat__Mode=Sandbox untuk percobaan.";
        }

        return mode == ModeOtoritas.Bsre || !produksi || GerbangDemo.Diminta(konfigurasi) ? null : konfigurasi[SetelanSandbox] switch
        {
            KataSandbox => null,
            null or "" => "Portal tidak dijalankan dengan otoritas sandbox, karena sertifikatnya tidak sah: isi Sertifikat__Mode=Bsre untuk pemakaian sungguhan, "
                + $"atau, bila memang hanya untuk percobaan, isi Sertifikat__SandboxDiProduksi={KataSandbox}",
            var salah => $"Sertifikat__SandboxDiProduksi berisi “{salah}”, seharusnya persis “{KataSandbox}”: perbaiki bila memang hanya untuk percobaan, "
                + "atau isi Sertifikat__Mode=Bsre untuk pemakaian sungguhan.",
        };
    }

    private static ModeOtoritas? Baca(IConfiguration konfigurasi) => konfigurasi[Setelan] switch
    {
        null or "" => ModeOtoritas.Sandbox,
        var isi when isi.Equals(nameof(ModeOtoritas.Sandbox), StringComparison.OrdinalIgnoreCase) => ModeOtoritas.Sandbox,
        var isi when isi.Equals(nameof(ModeOtoritas.Bsre), StringComparison.OrdinalIgnoreCase) => ModeOtoritas.Bsre,
        _ => null,
    };
}
