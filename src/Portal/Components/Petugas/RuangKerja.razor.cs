using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The official's desk for one request: what is known, and what this person may do now. Repaints only by the person's own hand while they write.</summary>
public sealed partial class RuangKerja(KerjaQuery kerja, PermohonanService pintu, PapanStore papan, TimeProvider jam) : IDisposable
{
    private readonly CancellationTokenSource berhenti = new();
    private LembarKerja? lembar;
    private IReadOnlyList<BebanVerifikator> verifikator = [];
    private IsianPerbandingan cocok = new();
    private IsianPenilaian nilai = new();
    private FormTindakan? form;
    private Guid kunciCocok = Guid.NewGuid();
    private Guid saya;
    private IReadOnlyList<string> tertinggal = [];
    private KabarMeja? kabar;
    private Pemberitahuan? kabarTampil;
    private bool fokusKabar;
    private string? galat;
    private string? perubahan;
    private bool bentrok;
    private bool hilang;
    private bool mengisi;
    private bool sibuk;

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    /// <summary>Network address of the browser, for the audit.</summary>
    [Parameter]
    public string? Alamat { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Masuk { get; set; } = null!;

    // Steps 3 and 6: the form is filled by looking at the documents, so they stand right above it.
    private bool AdaFormulir => Boleh(Tindakan.CatatPerbandingan) || Boleh(Tindakan.Setujui);

    private IEnumerable<string> Peringatan => lembar is null ? [] : PeringatanKerja.Untuk(lembar);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Cancelled, not disposed: somebody who leaves while the page loads must meet a cancelled token.
        berhenti.Cancel();
    }

    /// <summary>Somebody changed the request elsewhere: shown at once, or only told while the person is writing.</summary>
    internal async Task SaatBerubahAsync(uint? versi, string kalimat)
    {
        if (lembar is null || sibuk)
        {
            return;
        }

        // The same version: perhaps a work item came or went. It needs no word while somebody writes.
        var menulis = mengisi || form?.Terbuka == true;
        if (versi == lembar.Permohonan.Version && (menulis || !await kerja.ButirBerubahAsync(lembar, berhenti.Token) || form?.Terbuka == true))
        {
            return;
        }

        if (menulis)
        {
            perubahan = kalimat.Length > 0 ? $"Permohonan ini baru saja berubah: {kalimat}" : "Permohonan ini baru saja berubah di tempat lain.";
            StateHasChanged();
        }
        else
        {
            await MuatAsync();
            StateHasChanged();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        saya = (await Masuk).User.Id();
        // Followed before reading: what changes in between is not missed.
        var perubahanLain = RendererInfo.IsInteractive ? papan.Ikuti(Id, berhenti.Token) : null;
        await MuatAsync();
        if (perubahanLain is not null)
        {
            _ = IkutiAsync(perubahanLain);
        }
    }

    // The button that was pressed is gone with the act or closed: who works by keyboard or ear goes on at what came of it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (fokusKabar && kabarTampil is not null && form?.Terbuka != true)
        {
            fokusKabar = false;
            await kabarTampil.FokusAsync();
        }
    }

    private async Task IkutiAsync(IAsyncEnumerable<PerubahanPermohonan> perubahanLain)
    {
        try
        {
            await foreach (var p in perubahanLain)
            {
                await InvokeAsync(() => SaatBerubahAsync(p.Versi, p.Kalimat));
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private async Task MuatAsync()
    {
        var lama = lembar?.Permohonan;
        IReadOnlyList<string> tertulis = lama is null || !mengisi ? []
            : Boleh(Tindakan.CatatPerbandingan) ? cocok.Tertulis : Boleh(Tindakan.Setujui) ? nilai.Tertulis : [];
        var baru = await kerja.BacaAsync(Id, saya, berhenti.Token);
        hilang = baru is null;
        lembar = baru;
        (perubahan, galat, bentrok) = (null, null, false);
        if (baru is null)
        {
            return;
        }

        if (mengisi && !AdaFormulir)
        {
            // Somebody was faster and the form is gone: what was typed is not.
            (mengisi, tertinggal) = (false, tertulis.Count > 0 ? tertulis : tertinggal);
        }

        var p = baru.Permohonan;
        if (lama is null || (!mengisi && lama.Version != p.Version))
        {
            cocok = IsianPerbandingan.Dari(p.Perbandingan);
        }

        if (lama is null || lama.Tahap != p.Tahap)
        {
            nilai = new IsianPenilaian();
        }

        verifikator = Boleh(Tindakan.TunjukVerifikator) || Boleh(Tindakan.GantiVerifikator) ? await kerja.VerifikatorAsync(p, saya, berhenti.Token) : [];
    }

    private bool Boleh(Tindakan tindakan) => lembar!.Boleh.Any(a => a.Tindakan == tindakan);

    private async Task BukaFormAsync(Aturan aturan)
    {
        kabar = null;
        var awal = aturan.Tindakan switch
        {
            Tindakan.Kembalikan => SaranPerbaikan.Dari(lembar!.Permohonan),
            Tindakan.TidakSesuai => nilai.DaftarPerbaikan,
            _ => [],
        };
        // Nobody is proposed who could not sign in to do the work.
        var pilihan = verifikator.FirstOrDefault(v => v.DapatMasuk);
        var isian = new IsianTindakan(aturan, awal, lembar!.Setelan.Sop.Otoritas) { VerifikatorId = pilihan?.Id, Dipilihkan = pilihan is not null, Dicentang = nilai.Sesuai, DapatDiperbaiki = lembar.Permohonan.BidangDapatDiperbaiki };
        await form!.BukaAsync(isian.MulaiWaktu(lembar, lembar.Sekarang(jam)));
    }

    private async Task<HasilTindakan?> KirimAsync(IsianTindakan isian)
    {
        sibuk = true;
        try
        {
            var p = lembar!.Permohonan;
            var surel = isian.Tindakan == Tindakan.TerbitkanUlangLink ? await kerja.SurelTerbuktiAsync(p.PemohonId, berhenti.Token) : null;
            var (hasil, rincian) = isian is { Tindakan: Tindakan.TerbitkanSertifikat, DenganBerkas: true }
                ? await form!.UnggahAsync()
                : (await pintu.LakukanAsync(Id, p.Version, isian.Perintah(verifikator, surel), new PelakuPermintaan(saya, Alamat), isian.Kunci, berhenti.Token), null);
            if (hasil is null or HasilTindakan.Berhasil)
            {
                mengisi = false;
                await MuatAsync();
                var ke = (hasil as HasilTindakan.Berhasil)?.Ke ?? lembar?.Permohonan.Tahap ?? p.Tahap;
                kabar = new KabarMeja(ke == Tahap.LinkKedaluwarsa ? Nada.Dekat : Nada.Baik,
                    p.Tahap == ke ? $"{isian.Nama}: tersimpan." : $"{isian.Nama}: tersimpan. Permohonan kini pada tahap “{p.Alur.Dari(ke).Nama}”.", rincian);
                fokusKabar = true;
                StateHasChanged();
            }

            return hasil;
        }
        finally
        {
            sibuk = false;
        }
    }

    private async Task SimpanCocokAsync()
    {
        if (sibuk)
        {
            return;
        }

        sibuk = true;
        try
        {
            var hasil = await pintu.LakukanAsync(
                Id, lembar!.Permohonan.Version, new CatatPerbandingan(cocok.KePerbandingan()), new PelakuPermintaan(saya, Alamat), kunciCocok, berhenti.Token);
            kabar = null;
            if (hasil is HasilTindakan.Berhasil)
            {
                (mengisi, kunciCocok) = (false, Guid.NewGuid());
                await MuatAsync();
                kabar = lembar is null ? null : KabarMeja.Perbandingan(lembar.Permohonan);
                fokusKabar = true;
            }
            else
            {
                (galat, bentrok) = (hasil.KalimatGagal, hasil is HasilTindakan.Bentrok);
            }
        }
        finally
        {
            sibuk = false;
        }
    }

    private async Task SetelahButirAsync((KabarMeja? Kabar, string? Galat) hasil)
    {
        await MuatAsync();
        (kabar, galat, fokusKabar) = (hasil.Kabar, hasil.Galat, hasil.Kabar is not null);
    }

    // What changed meanwhile was only told; with nothing typed any more it is shown.
    private async Task SaatFormTutupAsync()
    {
        await (perubahan is not null && !mengisi ? MuatAsync() : Task.CompletedTask);
    }
}
