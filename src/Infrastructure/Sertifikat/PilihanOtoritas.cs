using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;
using Npgsql;

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

    /// <summary>
    /// Why this database is not for the chosen authority: a certificate for trying out must not stand beside real ones, where step 4 would take it for one.
    /// Null when it is. Needs a migrated database; the demo's is nobody's real one.
    /// </summary>
    public static async Task<string?> KeberatanDataAsync(IConfiguration konfigurasi, CancellationToken ct = default)
    {
        if (GerbangDemo.Diminta(konfigurasi))
        {
            return null;
        }

        var mode = Dari(konfigurasi);
        await using var sambungan = new NpgsqlConnection(konfigurasi.GetConnectionString("Portal"));
        await sambungan.OpenAsync(ct);
        await using var tanya = new NpgsqlCommand("SELECT EXISTS (SELECT FROM sertifikat_terbit WHERE (position($1 IN subjek) > 0) <> $2)", sambungan);
        tanya.Parameters.Add(new() { Value = NamaSubjek.TandaSandbox });
        tanya.Parameters.Add(new() { Value = mode == ModeOtoritas.Sandbox });
        return (mode, Bercampur: await tanya.ExecuteScalarAsync(ct) is true) switch
        {
            (_, false) => null,
            (ModeOtoritas.Bsre, true) => "Basis data ini berisi sertifikat percobaan dari sandbox, sehingga tidak dipakai bersama Portal BSrE. "
                + "Pakai basis data baru untuk pemakaian sungguhan, atau jalankan dengan --sandbox untuk melanjutkan percobaan.",
            (ModeOtoritas.Sandbox, true) => "Basis data ini berisi sertifikat dari BSrE, sehingga sandbox tidak dijalankan di atasnya. "
                + "Isi Sertifikat__Mode=Bsre, atau pakai basis data lain untuk percobaan.",
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
