using System.Globalization;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace KlatenSE.Portal.Components.Papan;

/// <summary>The board, as one viewer sees it.</summary>
public sealed partial class RuangPapan : IAsyncDisposable
{
    /// <summary>How old roles and settings may be on an open board: a grant that begins brings its buttons by itself.</summary>
    internal static readonly TimeSpan UmurPenonton = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Tahap, bool> lipat = [];
    private PapanSnapshot papan = PapanSnapshot.Kosong;
    private PengaturanPortal pengaturan = new();
    private PenontonPapan? penonton;
    private SaringPapan saring = new();
    private string teks = "";
    private string unit = "";
    private string verifikator = "";
    private bool lewat;
    private bool dimulai;
    private bool dibuang;
    private long dibacaPada;
    private string jamKerja = "";
    private IDisposable? langganan;
    private IJSObjectReference? modul;

    [Inject] private PapanStore Store { get; set; } = null!;
    [Inject] private KartuMarkup Markup { get; set; } = null!;
    [Inject] private PeranAktif PeranAktif { get; set; } = null!;
    [Inject] private PengaturanService Pengaturan { get; set; } = null!;
    [Inject] private IJSRuntime Js { get; set; } = null!;
    [Inject] private TimeProvider Jam { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Masuk { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "cari")] private string? Cari { get; set; }
    [SupplyParameterFromQuery(Name = "unit")] private string? UnitDiminta { get; set; }
    [SupplyParameterFromQuery(Name = "verifikator")] private string? VerifikatorDiminta { get; set; }
    [SupplyParameterFromQuery(Name = "lewat")] private string? LewatDiminta { get; set; }
    [SupplyParameterFromQuery(Name = "lipat")] private string? LipatDiminta { get; set; }
    [SupplyParameterFromQuery(Name = "buka")] private string? BukaDiminta { get; set; }

    /// <summary>The last heartbeat, in milliseconds: the page's script sets its clock and its age by it.</summary>
    private string Denyut => Store.Denyut?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Units to choose from; one that came by the address stays even when nothing of it is open.</summary>
    private IEnumerable<string> Unit => unit.Length == 0 || papan.Unit.Contains(unit) ? papan.Unit : papan.Unit.Add(unit);

    protected override async Task OnInitializedAsync()
    {
        (teks, unit, verifikator, lewat) = (Cari ?? "", UnitDiminta ?? "", VerifikatorDiminta ?? "", LewatDiminta is "1" or "true");
        Tandai(LipatDiminta, true);
        Tandai(BukaDiminta, false);
        SusunSaring();
        await BacaPenontonAsync();
        papan = Store.Kini;
        jamKerja = Markup.JamKerja(pengaturan.Kalender);
        // Left while it was loading: nobody would ever release the subscription.
        if (RendererInfo.IsInteractive && !dibuang)
        {
            langganan = Store.Langgan(() => InvokeAsync(SegarkanAsync));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Only once the columns are drawn: the first rendering may still wait for the settings.
        if (!dimulai && penonton is not null)
        {
            dimulai = true;
            modul = await Js.InvokeAsync<IJSObjectReference>("import", "./js/papan.js");
            await modul.InvokeVoidAsync("mulai");
        }
    }

    public async ValueTask DisposeAsync()
    {
        dibuang = true;
        langganan?.Dispose();
        if (modul is not null)
        {
            try
            {
                await modul.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser went first; its module went with it.
            }
        }
    }

    private async Task SegarkanAsync()
    {
        if (dibuang)
        {
            return;
        }

        try
        {
            if (Jam.GetElapsedTime(dibacaPada) >= UmurPenonton)
            {
                await BacaPenontonAsync();
            }
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
            return;
        }

        papan = Store.Kini;
        // A board on the wall stays open for weeks, and the script knows the working hours of a few days only.
        jamKerja = Markup.JamKerja(pengaturan.Kalender);
        StateHasChanged();
    }

    private async Task BacaPenontonAsync()
    {
        dibacaPada = Jam.GetTimestamp();
        pengaturan = await Pengaturan.AmbilAsync();
        var id = (await Masuk).User.Id();
        var peran = (await PeranAktif.AmbilAsync(id)).Select(p => p.Peran).ToHashSet();
        // The same viewer is the same object: only what changed is drawn anew.
        if (penonton is null || !penonton.Peran.SetEquals(peran) || penonton.Sop != pengaturan.Sop)
        {
            penonton = new PenontonPapan(id, peran, pengaturan.Sop);
        }
    }

    private async Task TerapkanAsync()
    {
        SusunSaring();
        await AlamatAsync();
    }

    private Task BersihkanAsync()
    {
        (teks, unit, verifikator, lewat) = ("", "", "", false);
        return TerapkanAsync();
    }

    private Task LipatAsync((Tahap Tahap, bool Lipat) pilihan)
    {
        lipat[pilihan.Tahap] = pilihan.Lipat;
        return AlamatAsync();
    }

    private void SusunSaring() => saring = new SaringPapan(
        teks.Trim(), unit.Length > 0 ? unit : null, Guid.TryParse(verifikator, out var v) ? v : null, lewat);

    private async Task AlamatAsync()
    {
        var kueri = saring.Kueri(
            lipat.Where(l => l.Value).Select(l => l.Key.ToString()), lipat.Where(l => !l.Value).Select(l => l.Key.ToString()));
        if (modul is not null)
        {
            // Not NavigateTo: outside an interactive router that loads the page anew at every key.
            await modul.InvokeVoidAsync("alamat", "/papan" + kueri);
        }
    }

    private void Tandai(string? daftar, bool nilai)
    {
        foreach (var nama in (daftar ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Enum.TryParse<Tahap>(nama, out var tahap) && Enum.IsDefined(tahap))
            {
                lipat[tahap] = nilai;
            }
        }
    }
}
