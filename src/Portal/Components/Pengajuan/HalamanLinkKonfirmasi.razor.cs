using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Where the counter's mail leads: to a first password and the sign-in, or to "not mine".</summary>
public sealed partial class HalamanLinkKonfirmasi(KonfirmasiService konfirmasi)
{
    private TujuanKonfirmasi? tujuan;
    private bool ditolak;

    [SupplyParameterFromForm(FormName = "sandi")]
    private SandiIsian? Isian { get; set; }

    [SupplyParameterFromForm(FormName = "tolak")]
    private TolakIsian? Tolak { get; set; }

    [SupplyParameterFromQuery(Name = "k")]
    private string? Token { get; set; }

    private string Halaman => $"/permohonan/{tujuan!.PermohonanId}/konfirmasi";

    private string Masuk => $"/masuk?{AkunPortal.ParameterKe}={Uri.EscapeDataString(Halaman)}";

    protected override async Task OnInitializedAsync()
    {
        Isian ??= new();
        Tolak ??= new();
        tujuan = await konfirmasi.CariAsync(Token, Ct);
    }

    private async Task BuatSandiAsync()
    {
        var hasil = await konfirmasi.BuatSandiAsync(Token, Isian!.Sandi ?? "", Http.AlamatKlien(), Ct);
        if (hasil.Berhasil)
        {
            Nav.NavigateTo($"{Masuk}&sudah=sandi");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }

    private async Task TolakAsync()
    {
        if (string.IsNullOrWhiteSpace(Tolak!.Alasan))
        {
            Galat.Tambah("Alasan", "Tuliskan alasannya, supaya petugas loket tahu apa yang terjadi.");
            return;
        }

        var hasil = await konfirmasi.TolakAsync(Token, Tolak.Alasan, Ct);
        if (hasil is HasilTindakan.Berhasil)
        {
            (tujuan, ditolak) = (null, true);
        }
        else
        {
            Galat.Tambah(null, hasil.KalimatGagal!);
        }
    }

    internal sealed class SandiIsian
    {
        public string? Sandi { get; set; }
    }

    internal sealed class TolakIsian
    {
        public string? Alasan { get; set; }
    }
}
