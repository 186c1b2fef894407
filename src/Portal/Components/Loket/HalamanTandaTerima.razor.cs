using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Loket;

/// <summary>The receipt of what was filed, and what became of it.</summary>
public sealed partial class HalamanTandaTerima(LoketQuery query, PermohonanService pintu)
{
    private TandaTerima? terima;

    /// <summary>The request.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "baru")]
    private int? Baru { get; set; }

    [SupplyParameterFromQuery(Name = "ulang")]
    private int? Ulang { get; set; }

    private Permohonan P => terima!.Permohonan;

    private bool Menunggu => P.Tahap == Tahap.MenungguKonfirmasi;

    protected override async Task OnInitializedAsync()
    {
        TerimaKunci();
        terima = await query.BacaAsync(Id, Http.PelakuAudit(), Ct);
        if (terima is null)
        {
            Nav.NotFound();
        }
    }

    private async Task TerimaAsync()
    {
        Perintah? perintah = Isi("Tindakan") switch
        {
            "KirimUlang" => new KirimUlangKonfirmasi(),
            "Batal" => new Batalkan { Alasan = Isi("Alasan") },
            _ => null,
        };
        if (terima is null || perintah is null)
        {
            return;
        }

        if (perintah is Batalkan && string.IsNullOrWhiteSpace(perintah.Alasan))
        {
            Salah("Alasan", "Tuliskan alasan pembatalan, lalu kirim lagi.");
            return;
        }

        // To send again means the same whatever happened since the list was shown.
        var hasil = await pintu.LakukanAsync(Id, perintah is Batalkan ? VersiKiriman : null, perintah, Pelaku, Kunci, Ct);
        if (hasil is HasilTindakan.Berhasil)
        {
            Nav.NavigateTo(perintah is Batalkan ? $"/loket/{Id}" : $"/loket/{Id}?ulang=1");
        }
        else
        {
            Salah(null, hasil.KalimatGagal!);
        }
    }
}
