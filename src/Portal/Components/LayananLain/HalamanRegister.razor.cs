using KlatenSE.Infrastructure.LayananLain;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.LayananLain;

/// <summary>The searchable register.</summary>
public sealed partial class HalamanRegister
{
    private IReadOnlyList<BarisRegister> baris = [];
    private KeadaanSertifikat? keadaan;
    private int jumlah;
    private int ke = 1;

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = "cari")]
    public string? Cari { get; set; }

    /// <summary>Name of a state; anything else counts as none.</summary>
    [SupplyParameterFromQuery(Name = "keadaan")]
    public string? NamaKeadaan { get; set; }

    /// <summary>Page from 1; anything else counts as the first.</summary>
    [SupplyParameterFromQuery(Name = "halaman")]
    public string? Halaman { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        keadaan = Enum.TryParse<KeadaanSertifikat>(NamaKeadaan, out var k) && Enum.IsDefined(k) ? k : null;
        ke = int.TryParse(Halaman, out var h) ? Math.Clamp(h, 1, 100_000) : 1;
        (baris, jumlah) = await Register.DaftarAsync(Cari, keadaan, ke, Http.RequestAborted);
    }

    private static string Pendek(string? serial) => serial is null ? KataSertifikat.Serial(null) : serial.Length <= 12 ? serial : serial[..12] + "…";

    private string Tautan(int halaman) => $"/register?cari={Uri.EscapeDataString(Cari ?? "")}&keadaan={keadaan}&halaman={halaman}";
}
