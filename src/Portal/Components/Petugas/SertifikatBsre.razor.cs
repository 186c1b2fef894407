using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KlatenSE.Portal.Components.Petugas;

/// <summary>The certificate's file or BSrE's status.</summary>
public sealed partial class SertifikatBsre(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference formulir;
    private IJSObjectReference? modul;

    /// <summary>What is typed into the form of the act.</summary>
    [Parameter, EditorRequired]
    public IsianTindakan Isian { get; set; } = null!;

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public LembarKerja Lembar { get; set; } = null!;

    /// <summary>The error at the file.</summary>
    [Parameter]
    public string? Galat { get; set; }

    /// <summary>The file's form was sent by the keyboard.</summary>
    [Parameter]
    public EventCallback OnKirim { get; set; }

    /// <summary>The way was chosen: the form asks for other things.</summary>
    [Parameter]
    public EventCallback OnUbah { get; set; }

    /// <summary>Sends the file past the circuit. What came of it is as if the door had answered here: null when it was recorded, with what was read of it.</summary>
    public async Task<(HasilTindakan? Gagal, string? Rincian)> KirimAsync()
    {
        var jawaban = await modul!.InvokeAsync<Jawaban>("kirim", formulir);
        return (jawaban switch
        {
            { Status: StatusCodes.Status200OK } => null,
            { Status: StatusCodes.Status409Conflict, Kalimat: { } kalimat } => new HasilTindakan.Bentrok(kalimat),
            { Kalimat: { } kalimat } => new HasilTindakan.DitolakSop(kalimat),
            { Status: StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden } =>
                new HasilTindakan.DitolakSop("Halaman ini sudah terlalu lama terbuka. Muat ulang halaman, masuk lagi bila diminta, lalu kirim berkasnya sekali lagi."),
            _ => new HasilTindakan.DitolakSop("Berkas belum tersimpan karena ada gangguan. Coba lagi sebentar lagi."),
        }, jawaban.Kalimat);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (modul is null) return;
        try
        {
            await modul.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            modul = await js.InvokeAsync<IJSObjectReference>("import", "/js/kirim-sertifikat.js");
        }
    }

    private Task PilihAsync(bool berkas)
    {
        Isian.DenganBerkas = berkas;
        return OnUbah.InvokeAsync();
    }

    /// <summary>What the endpoint answered: a status of HTTP (0: it was not reached) and a sentence.</summary>
    internal sealed record Jawaban(int Status, string? Kalimat);
}
