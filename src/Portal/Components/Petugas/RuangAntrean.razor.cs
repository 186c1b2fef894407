using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The person's queue, kept fresh by the shared feed; it does not move while something is chosen or a form is open.</summary>
public sealed partial class RuangAntrean(UmpanAntrean umpan, PermohonanService pintu, PengaturanService pengaturan, TimeProvider jam) : IDisposable
{
    private readonly HashSet<Guid> dipilih = [];
    private readonly CancellationTokenSource berhenti = new();
    private IReadOnlyList<TugasAntrean> tugas = [];
    private HashSet<Guid> dapatDisposisi = [];
    private IReadOnlyList<HasilBersama> hasil = [];
    private KalenderKerja kalender = KalenderKerja.Bawaan;
    private DialogTindakan? dialog;
    private IsianTindakan? bersama;
    private IDisposable? langganan;
    private string? galatInstruksi;
    private DateTimeOffset kini;
    private Guid saya;
    private int lewat;
    private bool tertunda;
    private bool sibuk;
    private bool fokusKabar;
    private Pemberitahuan? kabar;

    /// <summary>Network address of the browser, for the audit.</summary>
    [Parameter]
    public string? Alamat { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Masuk { get; set; } = null!;

    private IEnumerable<TugasAntrean> Terpilih => tugas.Where(t => t.Butir is null && dipilih.Contains(t.Permohonan.Id));

    /// <inheritdoc/>
    public void Dispose()
    {
        langganan?.Dispose();
        // Cancelled, not disposed: somebody who leaves while the page loads must meet a cancelled token.
        berhenti.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        saya = (await Masuk).User.Id();
        Tampilkan(await umpan.BacaAsync(saya, berhenti.Token), await pengaturan.AmbilAsync(berhenti.Token));
        // Left while it was loading: nobody would ever release the subscription.
        if (RendererInfo.IsInteractive && !berhenti.IsCancellationRequested)
        {
            langganan = umpan.Ikuti(() => InvokeAsync(SaatBerubahAsync));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (fokusKabar && kabar is not null)
        {
            fokusKabar = false;
            await kabar.FokusAsync();
        }
    }

    private async Task SaatBerubahAsync()
    {
        if (berhenti.IsCancellationRequested)
        {
            return;
        }

        var baru = await umpan.SaringAsync(saya, berhenti.Token);
        if ((dipilih.Count > 0 || dialog?.Terbuka == true || sibuk) && !Sama(baru))
        {
            tertunda = true;
        }
        else if (dipilih.Count == 0)
        {
            Tampilkan(baru, await pengaturan.AmbilAsync(berhenti.Token));
        }

        StateHasChanged();
    }

    private bool Sama(IReadOnlyList<TugasAntrean> baru) =>
        baru.Select(t => (t.Kunci, t.Permohonan.Version)).SequenceEqual(tugas.Select(t => (t.Kunci, t.Permohonan.Version)));

    private async Task PerbaruiAsync() => Tampilkan(await umpan.BacaAsync(saya, berhenti.Token), await pengaturan.AmbilAsync(berhenti.Token));

    private void Tampilkan(IReadOnlyList<TugasAntrean> baru, PengaturanPortal setelan)
    {
        (tugas, kalender, kini, tertunda) = (baru, setelan.Kalender, jam.GetUtcNow(), false);
        lewat = baru.Count(t => t.Batas <= kini);
        dapatDisposisi = [.. baru.Where(t => t.Butir is null && t.Permohonan.Alur.Cari(t.Permohonan.Tahap, Tindakan.Disposisikan).Any()).Select(t => t.Permohonan.Id)];
        dipilih.IntersectWith(dapatDisposisi);
    }

    private void Pilih(Guid id, bool ya)
    {
        if (ya) dipilih.Add(id);
        else dipilih.Remove(id);
    }

    private void PilihSemua(ChangeEventArgs e)
    {
        dipilih.Clear();
        if (e.Value is true)
        {
            dipilih.UnionWith(dapatDisposisi);
        }
    }

    private Task BukaBersamaAsync()
    {
        var aturan = Terpilih.SelectMany(t => t.Permohonan.Alur.Cari(t.Permohonan.Tahap, Tindakan.Disposisikan)).FirstOrDefault();
        if (aturan is null)
        {
            return Task.CompletedTask;
        }

        bersama = new IsianTindakan(aturan, []);
        (galatInstruksi, hasil) = (null, []);
        return dialog!.BukaAsync();
    }

    /// <summary>One act a request, each through the door with its own key: one refusal does not stop the others.</summary>
    private async Task KirimBersamaAsync()
    {
        if (sibuk || bersama is null)
        {
            return;
        }

        galatInstruksi = bersama.Periksa(null, jam.GetUtcNow()) is [var g, ..] ? g.Kalimat : null;
        if (galatInstruksi is not null)
        {
            return;
        }

        sibuk = true;
        try
        {
            var perintah = bersama.Perintah([], null);
            var semua = new List<HasilBersama>();
            var gagal = new List<Guid>();
            foreach (var t in Terpilih.ToList())
            {
                var satu = await pintu.LakukanAsync(t.Permohonan.Id, t.Permohonan.Version, perintah, new PelakuPermintaan(saya, Alamat), KunciUntuk(t.Permohonan.Id), berhenti.Token);
                semua.Add(new HasilBersama(t.Permohonan.NomorResi ?? "", t.Permohonan.Data.Nama, satu.KalimatGagal));
                if (satu.KalimatGagal is not null)
                {
                    gagal.Add(t.Permohonan.Id);
                }
            }

            hasil = semua;
            dipilih.Clear();
            dipilih.UnionWith(gagal);
            // Read anew in any case: what failed is tried again as it is now, and what somebody else did is not offered again.
            await PerbaruiAsync();
            fokusKabar = true;
            if (gagal.Count == 0)
            {
                await dialog!.TutupAsync();
            }
        }
        finally
        {
            sibuk = false;
        }
    }

    // Derived from the form's key, so that a second press of the same form is the same act on each request.
    private Guid KunciUntuk(Guid permohonanId)
    {
        var (a, b) = (bersama!.Kunci.ToByteArray(), permohonanId.ToByteArray());
        return new Guid([.. a.Zip(b, (x, y) => (byte)(x ^ y))]);
    }

    private async Task SaatTutupAsync()
    {
        if (tertunda && dipilih.Count == 0)
        {
            await PerbaruiAsync();
        }
    }

    private sealed record HasilBersama(string NomorResi, string Nama, string? Gagal);
}
