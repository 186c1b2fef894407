using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The form of the chosen act.</summary>
public sealed partial class FormTindakan
{
    private DialogTindakan? dialog;
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

    /// <summary>Sends the act through the door.</summary>
    [Parameter, EditorRequired]
    public Func<IsianTindakan, Task<HasilTindakan>> OnKirim { get; set; } = null!;

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

    private string Penjelasan => isian?.Tindakan switch
    {
        Tindakan.Disposisikan => "Setelah disposisi, permohonan berpindah ke Kabid.",
        Tindakan.Teruskan => "Permohonan berpindah ke Kasi untuk verifikasi berkas.",
        Tindakan.TunjukVerifikator => isian.Dipilihkan ? "Yang dapat bekerja dan bebannya paling sedikit sudah dipilihkan." : "Pilih verifikator yang akan menangani permohonan ini.",
        Tindakan.GantiVerifikator => "Tahap permohonan tidak berubah; tugasnya berpindah ke orang yang Anda pilih.",
        Tindakan.TerbitkanLinkAktivasi => $"Link aktivasi dikirim ke {Lembar.Permohonan.Data.Surel} dan berlaku 1x24 jam.",
        Tindakan.TerbitkanUlangLink => "Link lama tidak berlaku lagi begitu link baru dikirim. Link baru berlaku 1x24 jam.",
        Tindakan.Setujui => "Semua data dinyatakan sesuai. Pemohon menerima link untuk membuat passphrase, berlaku 1x24 jam.",
        Tindakan.TidakSesuai => "Pemohon menerima daftar perbaikan ini dan link aktivasi baru.",
        Tindakan.Kembalikan => "Pemohon hanya dapat memperbaiki yang Anda pilih. Nomor agenda tetap.",
        Tindakan.Tolak => "Permohonan berakhir. Bila masih dapat diperbaiki, pilih “Kembalikan untuk diperbaiki”.",
        _ => "",
    };

    private string PetunjukAlasan => isian?.Tindakan == Tindakan.GantiVerifikator
        ? $"Tampil di riwayat permohonan. Paling panjang {BatasTeks.Alasan} huruf."
        : $"Pemohon membaca alasan ini di email dan di halaman permohonannya. Jangan tulis NIK. Paling panjang {BatasTeks.Alasan} huruf.";

    /// <summary>Opens the form for an act.</summary>
    public Task BukaAsync(IsianTindakan baru)
    {
        (isian, galat, bentrok, sibuk) = (baru, [], null, false);
        return dialog!.BukaAsync();
    }

    private string? Galat(string id) => galat.FirstOrDefault(g => g.IdBidang == id)?.Kalimat;

    private async Task KirimAsync()
    {
        if (sibuk || isian is null)
        {
            return;
        }

        galat = isian.Periksa(Lembar.SurelTerbukti);
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
                case HasilTindakan.Berhasil:
                    await dialog!.TutupAsync();
                    break;
                case HasilTindakan.Bentrok b:
                    bentrok = b.Kalimat;
                    break;
                default:
                    galat = [new GalatIsian(null, hasil.KalimatGagal!)];
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
