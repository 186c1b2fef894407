using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The form of the chosen act.</summary>
public sealed partial class FormTindakan(TimeProvider jam)
{
    private DialogTindakan? dialog;
    private SertifikatBsre? sertifikat;
    private IsianTindakan? isian;
    private IReadOnlyList<GalatIsian> galat = [];
    private string? bentrok;
    private bool sibuk;

    /// <summary>The request as last loaded.</summary>
    [Parameter, EditorRequired]
    public LembarKerja Lembar { get; set; } = null!;

    /// <summary>Who may be appointed, least load first.</summary>
    [Parameter]
    public IReadOnlyList<BebanVerifikator> Verifikator { get; set; } = [];

    /// <summary>What changed while the form was open; null when nothing did.</summary>
    [Parameter]
    public string? Perubahan { get; set; }

    /// <summary>Sends the act through the door; null: done, with a file past the circuit.</summary>
    [Parameter, EditorRequired]
    public Func<IsianTindakan, Task<HasilTindakan?>> OnKirim { get; set; } = null!;

    /// <summary>Loads the request anew; the form keeps its text.</summary>
    [Parameter]
    public EventCallback OnMuat { get; set; }

    /// <summary>The form was closed.</summary>
    [Parameter]
    public EventCallback OnTutup { get; set; }

    /// <summary>The form is open.</summary>
    public bool Terbuka => dialog?.Terbuka == true;

    // After a reload the act may be somebody else's: the text stays to be copied.
    private bool Tertutup => !sibuk && isian is not null && Lembar.Boleh.All(a => a.Tindakan != isian.Tindakan);

    private string PetunjukAlasan => isian?.Tindakan switch
    {
        Tindakan.GantiVerifikator => $"Tampil di riwayat permohonan. Paling panjang {BatasTeks.Alasan} huruf.",
        Tindakan.TolakBsre => $"Kasi dan pemohon membaca alasan ini. Jangan tulis NIK. Paling panjang {BatasTeks.Alasan} huruf.",
        _ => $"Pemohon membaca alasan ini di email dan di halaman permohonannya. Jangan tulis NIK. Paling panjang {BatasTeks.Alasan} huruf.",
    };

    /// <summary>Opens the form for an act.</summary>
    public Task BukaAsync(IsianTindakan baru)
    {
        (isian, galat, bentrok, sibuk) = (baru, [], null, false);
        return dialog!.BukaAsync();
    }

    /// <summary>Sends the certificate's file past the circuit; null when it was recorded, with what was read of it.</summary>
    public Task<(HasilTindakan? Gagal, string? Rincian)> UnggahAsync() => sertifikat!.KirimAsync();

    private string? Galat(string id) => galat.FirstOrDefault(g => g.IdBidang == id)?.Kalimat;

    private async Task KirimAsync()
    {
        if (sibuk || isian is null)
        {
            return;
        }

        galat = isian.Periksa(Lembar.SurelTerbukti, Lembar.Sekarang(jam), Lembar.LinkTerakhir);
        bentrok = null;
        if (galat.Count > 0)
        {
            return;
        }

        sibuk = true;
        try
        {
            var hasil = await OnKirim(isian);
            switch (hasil)
            {
                case null or HasilTindakan.Berhasil:
                    await dialog!.TutupAsync();
                    break;
                case HasilTindakan.Bentrok b:
                    bentrok = b.Kalimat;
                    break;
                default:
                    galat = [new GalatIsian(isian is { Tindakan: Tindakan.TerbitkanSertifikat, DenganBerkas: true } ? "form-berkas" : null, hasil.KalimatGagal!)];
                    break;
            }
        }
        finally
        {
            sibuk = false;
        }
    }

    private async Task MuatAsync()
    {
        await OnMuat.InvokeAsync();
        (bentrok, galat) = (null, []);
    }
}
