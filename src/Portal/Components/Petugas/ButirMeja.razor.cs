using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Portal.Components.Bersama;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>One work item on the desk, with what may be done about it.</summary>
public sealed partial class ButirMeja(PerbedaanBsreService perbedaan, ButirKerjaService butirKerja)
{
    private readonly Guid kunci = Guid.NewGuid();
    private bool sibuk;

    /// <summary>The work item.</summary>
    [Parameter, EditorRequired]
    public ButirKerja Butir { get; set; } = null!;

    /// <summary>The request as the person sees it.</summary>
    [Parameter, EditorRequired]
    public LembarKerja Lembar { get; set; } = null!;

    /// <summary>Network address of the browser, for the audit.</summary>
    [Parameter]
    public string? Alamat { get; set; }

    /// <summary>Something was done or refused: what to tell.</summary>
    [Parameter]
    public EventCallback<(KabarMeja? Kabar, string? Galat)> OnSelesai { get; set; }

    private bool DariBsre => PerbedaanBsre.Milik(Butir.Jenis);

    private PenilaianStatus Penilaian => Lembar.Bsre.Penilaian;

    private IReadOnlyList<Perintah> Rencana => DariBsre ? Penilaian.Rencana : [];

    private IReadOnlyList<Tindakan> Usulan => [.. Rencana.Select(r => r.Tindakan)];

    private bool DapatMencatat => Rencana.Count > 0 && Lembar.Boleh.Any(a => a.Tindakan == Rencana[0].Tindakan);

    private bool DapatDitangani =>
        (DariBsre || Butir.Jenis == JenisButirKerja.TigaPutaran) && AntreanSaya.Milik(Butir, Lembar.Pelaku) is not null;

    private string Rincian(Perintah perintah) => perintah switch
    {
        CatatAktivasi c => $"{Nama(perintah)}, {TeksWaktu.Lengkap(c.Pada)}",
        CatatPassphrase c => $"{Nama(perintah)}, {TeksWaktu.Lengkap(c.Pada)}",
        CabutSertifikat c => $"{Nama(perintah)}, {TeksWaktu.Lengkap(c.Pada)}",
        { LinkDikirimPada: { } kirim } => $"{Nama(perintah)}, link dikirim BSrE {TeksWaktu.Lengkap(kirim)}",
        _ => Nama(perintah),
    };

    private string Nama(Perintah perintah) => perintah.Tindakan.Nama(Lembar.Setelan.Sop.Otoritas);

    private async Task CatatAsync()
    {
        if (sibuk)
        {
            return;
        }

        sibuk = true;
        try
        {
            var hasil = await perbedaan.CatatAsync(Lembar.Permohonan.Id, Lembar.Permohonan.Version, Usulan, new PelakuPermintaan(Lembar.Pelaku.Id!.Value, Alamat), kunci);
            await OnSelesai.InvokeAsync(hasil is HasilTindakan.Berhasil b
                ? (new KabarMeja(Nada.Baik, $"Tercatat sesuai BSrE. Permohonan kini pada tahap “{Lembar.Permohonan.Alur.Dari(b.Ke).Nama}”."), null)
                : (null, hasil.KalimatGagal));
        }
        finally
        {
            sibuk = false;
        }
    }

    private async Task TanganiAsync()
    {
        sibuk = true;
        try
        {
            var galat = await butirKerja.TanganiAsync(Butir.Id, new PelakuPermintaan(Lembar.Pelaku.Id!.Value, Alamat));
            await OnSelesai.InvokeAsync(galat is null ? (new KabarMeja(Nada.Baik, DariBsre ? "Perbedaan ditandai sudah diperiksa." : "Butir kerja ditandai sudah ditangani."), null) : (null, galat));
        }
        finally
        {
            sibuk = false;
        }
    }
}
