using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Components.Bersama;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>
/// A static page on one own request. Its forms all arrive at <see cref="TerimaAsync"/>, whatever stage the request has reached meanwhile:
/// so the one door answers (and records) a stale form too. What was typed stays on the page.
/// </summary>
public abstract class HalamanPermohonan : ComponentBase
{
    private readonly List<GalatIsian> galat = [];

    /// <summary>The request.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Nav { get; set; } = null!;

    [Inject]
    protected PengajuanQuery Query { get; set; } = null!;

    [Inject]
    protected PermohonanService Pintu { get; set; } = null!;

    [Inject]
    protected ValiditasService Validitas { get; set; } = null!;

    [Inject]
    protected PenolakanAudit Penolakan { get; set; } = null!;

    /// <summary>Null only while the answer is 404.</summary>
    protected PermohonanMilik? Milik { get; private set; }

    protected Permohonan Permohonan => Milik!.Permohonan;

    /// <summary>What is wrong with the form just sent, in the order of the fields.</summary>
    protected IReadOnlyList<GalatIsian> Galat => galat;

    /// <summary>One submit's key, kept when the form is shown again.</summary>
    protected Guid Kunci { get; private set; } = Guid.NewGuid();

    protected uint Versi { get; private set; }

    /// <summary>What was posted; null at a GET.</summary>
    protected IFormCollection? Kiriman => HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? Http.Request.Form : null;

    protected PelakuPermintaan Pelaku => new(Http.User.Id(), Http.AlamatKlien());

    protected CancellationToken Ct => Http.RequestAborted;

    protected string? GalatDi(BidangPermohonan bidang) => GalatDi(bidang.ToString());

    protected string? GalatDi(string id) => galat.Find(g => g.IdBidang == id)?.Kalimat;

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method))
        {
            // A late form is the door's to answer: it knows the sentence.
            await Validitas.PastikanAsync(Id, Ct);
        }

        await MuatAsync();
        if (Milik is not null)
        {
            (Kunci, Versi) = Kiriman is { } kiriman ? (IsianFormulir.Kunci(kiriman), IsianFormulir.Versi(kiriman)) : (Kunci, Permohonan.Version);
            await SiapkanAsync();
        }
        else if (Kiriman is { } asing)
        {
            await Penolakan.CatatBukanMilikAsync(Id, TindakanDari(asing["Tindakan"].ToString()), Pelaku);
        }
    }

    // The act behind a form's name, for the audit; null for what is no act of the SOP.
    private static Tindakan? TindakanDari(string formulir) => formulir switch
    {
        "Simpan" => Tindakan.SimpanData,
        "Data" => Tindakan.PeriksaData,
        "Kirim" => Tindakan.Ajukan,
        "Konfirmasi" => Tindakan.Konfirmasi,
        "Selesai" => Tindakan.SelesaikanAktivasi,
        "Buat" => Tindakan.BuatPassphrase,
        "Catat" => Tindakan.CatatPassphrase,
        "Lapor" => Tindakan.LaporkanLinkBelumDiterima,
        "Batal" => Tindakan.Batalkan,
        nameof(JenisBerkas.FotoKtpAktivasi) => Tindakan.UnggahFotoKtp,
        nameof(JenisBerkas.Selfie) => Tindakan.UnggahSelfie,
        "BuatSurat" => Tindakan.UnggahBerkas,
        _ => formulir.StartsWith("Unggah", StringComparison.Ordinal) ? Tindakan.UnggahBerkas : null,
    };

    /// <summary>Reads what the page shows beside the request.</summary>
    protected virtual Task SiapkanAsync() => Task.CompletedTask;

    /// <summary>Does what the form asks for.</summary>
    /// <param name="tindakan">The form's name.</param>
    /// <param name="kiriman">What was posted.</param>
    protected virtual Task TindakAsync(string tindakan, IFormCollection kiriman) => Task.CompletedTask;

    /// <summary>The one receiver of every form of the page.</summary>
    protected async Task TerimaAsync()
    {
        if (Milik is not null && Kiriman is { } kiriman)
        {
            await TindakAsync(kiriman["Tindakan"].ToString(), kiriman);
        }
    }

    /// <summary>A form that this page does not have: nothing is read of it.</summary>
    protected Task TakAdaFormulirAsync()
    {
        Nav.NotFound();
        return Task.CompletedTask;
    }

    /// <summary>The act was done; what is sent next is another one.</summary>
    protected void BaruLagi() => Kunci = Guid.NewGuid();

    protected void Salah(string? id, string kalimat) => galat.Add(new GalatIsian(id, kalimat));

    /// <summary>Goes to the door; on success to <paramref name="tujuan"/>, else the page is shown again with the sentence.</summary>
    /// <param name="perintah">The act.</param>
    /// <param name="tujuan">Where to go when it is done.</param>
    /// <param name="apaPunVersinya">The act means the same whatever happened since the page was shown.</param>
    protected async Task<bool> LakukanAsync(Perintah perintah, string tujuan, bool apaPunVersinya = false)
    {
        if (await CobaAsync(perintah, Kunci, apaPunVersinya) is not HasilTindakan.Berhasil)
        {
            return false;
        }

        Nav.NavigateTo(tujuan);
        return true;
    }

    /// <summary>Tells the verifikator that the mail with the link did not arrive.</summary>
    protected Task<bool> LaporAsync(string tujuan) => LakukanAsync(new LaporkanLinkBelumDiterima(), tujuan, apaPunVersinya: true);

    /// <summary>Goes to the door and keeps what it refuses.</summary>
    protected async Task<HasilTindakan> CobaAsync(Perintah perintah, Guid kunci, bool apaPunVersinya = false)
    {
        var hasil = await Pintu.LakukanAsync(Id, apaPunVersinya ? null : Versi, perintah, Pelaku, kunci, Ct);
        switch (hasil)
        {
            case HasilTindakan.Berhasil b:
                Versi = b.Versi;
                return hasil;
            case HasilTindakan.TidakDitemukan:
                Nav.NotFound();
                return hasil;
            case HasilTindakan.BelumLengkap b:
                galat.AddRange(b.Galat.SelectMany(g => g.Value.Select(k => new GalatIsian(g.Key, k))));
                return hasil;
            default:
                Salah(null, hasil.KalimatGagal!);
                await MuatAsync();
                // Seen now: sending once more is the person's own decision.
                Versi = Milik is null ? Versi : Permohonan.Version;
                return hasil;
        }
    }

    /// <summary>Whether the SOP offers an act to the owner now.</summary>
    protected bool Boleh(Tindakan tindakan) => Permohonan.Alur.Cari(Permohonan.Tahap, tindakan).Any(a => a.Oleh == Peran.Pemohon);

    private async Task MuatAsync()
    {
        Milik = await Query.AmbilAsync(Id, Pelaku.Id, Ct);
        if (Milik is null)
        {
            Nav.NotFound();
        }
    }
}
