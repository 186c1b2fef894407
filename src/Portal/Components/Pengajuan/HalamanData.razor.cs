using System.Globalization;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Step 1, first page: the applicant's data and the letter's. In a request that was sent back, just the fields of the fix-list.</summary>
public sealed partial class HalamanData(PembuatSurat pembuat, PengaturanService pengaturan, TimeProvider waktu)
{
    private DataPemohon Data { get; set; } = new();

    private DataSurat Surat { get; set; } = new();

    // A date field takes one form only; who only reads gets the date in words.
    private string? Tanggal => Surat.Tanggal is not { } t ? null
        : Permohonan.BolehDiubah(BidangPermohonan.TanggalSurat) ? t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : TeksWaktu.TanggalPanjang(t);

    protected override Task SiapkanAsync()
    {
        if (Permohonan.Layanan == Layanan.Pencabutan)
        {
            // Nothing to fill in, and a superior does not see the holder's data.
            Nav.NavigateTo($"/permohonan/{Id}/periksa");
            return Task.CompletedTask;
        }

        (Data, Surat) = (Permohonan.Data, Permohonan.Surat);
        if (Kiriman is { } kiriman && Milik!.DapatDiisi)
        {
            (Data, Surat) = (IsianFormulir.Data(kiriman, Data, Permohonan.BolehDiubah), IsianFormulir.Surat(kiriman, Surat, Permohonan.BolehDiubah));
        }

        return Task.CompletedTask;
    }

    protected override async Task TindakAsync(string tindakan, IFormCollection kiriman)
    {
        var surel = Permohonan.BolehDiubah(BidangPermohonan.Surel) ? Milik!.SurelTerbukti ?? Data.Surel : Data.Surel;
        Data = Data with { Surel = surel };
        if (await CobaAsync(new SimpanData(Data, Surat), Kunci) is not HasilTindakan.Berhasil)
        {
            return;
        }

        // Kept already, whatever is missing: the sentences at the fields are for sending.
        foreach (var (bidang, kalimat) in IsianLengkap.Periksa(Data, Surat, await pengaturan.AmbilAsync(Ct), waktu.GetUtcNow()))
        {
            Salah(bidang, kalimat);
        }

        if (Galat.Count > 0)
        {
            BaruLagi();
            return;
        }

        if (SuratPermohonan.DariPortal(Milik![JenisBerkas.SuratPermohonan]?.NamaAsli) && Permohonan.BolehDiubah(BidangPermohonan.BerkasSuratPermohonan))
        {
            await CobaAsync(await pembuat.BuatAsync(Permohonan.Layanan, Data, Surat, Ct), Guid.NewGuid());
        }

        Nav.NavigateTo($"/permohonan/{Id}/{(Permohonan.Tahap == Tahap.MenungguKonfirmasi ? "konfirmasi" : "berkas")}");
    }

    private RenderFragment Bidang(
        BidangPermohonan bidang, string? nilai, string? petunjuk = null, string? papan = null, string tipe = "text", string lengkap = "off", bool opsional = false) => builder =>
    {
        builder.OpenComponent<BidangPemohon>(0);
        builder.AddComponentParameter(1, nameof(BidangPemohon.Bidang), bidang);
        builder.AddComponentParameter(2, nameof(BidangPemohon.Nilai), nilai);
        builder.AddComponentParameter(3, nameof(BidangPemohon.Petunjuk), petunjuk);
        builder.AddComponentParameter(4, nameof(BidangPemohon.Galat), GalatDi(bidang));
        builder.AddComponentParameter(5, nameof(BidangPemohon.Milik), Milik);
        builder.AddComponentParameter(6, nameof(BidangPemohon.Terbuka), Permohonan.BolehDiubah(bidang));
        builder.AddComponentParameter(7, nameof(BidangPemohon.Opsional), opsional);
        builder.AddComponentParameter(8, nameof(BidangPemohon.Tipe), tipe);
        builder.AddComponentParameter(9, nameof(BidangPemohon.Papan), papan);
        builder.AddComponentParameter(10, nameof(BidangPemohon.Lengkap), lengkap);
        builder.CloseComponent();
    };
}
