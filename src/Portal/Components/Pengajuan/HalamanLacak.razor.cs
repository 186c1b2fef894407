using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Where the own request stands: whose turn, until when, the eight steps, and what to do.</summary>
public sealed partial class HalamanLacak(PengaturanService pengaturan)
{
    private Jejak? jejak;
    private PengaturanPortal atur = new();
    private LaporanLink? laporan;

    private bool Bsre => atur.Sop.Otoritas == ModeOtoritas.Bsre;

    [SupplyParameterFromQuery(Name = "terkirim")]
    private int? Terkirim { get; set; }

    [SupplyParameterFromQuery(Name = "lapor")]
    private int? Lapor { get; set; }

    [SupplyParameterFromQuery(Name = "unduh")]
    private string? Unduh { get; set; }

    private DateTimeOffset? Batas => Permohonan.TahapSop.Terbuka ? jejak!.Batas : null;

    private (string Href, string Kata)? Mulai => Permohonan.Tahap switch
    {
        Tahap.Draf when Permohonan.Layanan == Layanan.Pencabutan => ($"/permohonan/{Id}/{(Permohonan.BerkasWajib.Count > 0 ? "berkas" : "periksa")}", "Lanjutkan pencabutan"),
        Tahap.Draf => ($"/permohonan/{Id}/data", "Lanjutkan mengisi"),
        Tahap.MenungguKonfirmasi => ($"/permohonan/{Id}/konfirmasi", "Periksa dan konfirmasi"),
        Tahap.PerluPerbaikan when Milik!.Perbaikan.All(b => b.SudahPada is not null) => ($"/permohonan/{Id}/periksa", "Periksa dan kirim perbaikan"),
        Tahap.PerluPerbaikan => ($"/permohonan/{Id}/{(Milik!.IsianBelumDiubah.Count == 0 ? "berkas" : "data")}", Milik.Perbaikan.All(b => b.SudahPada is null) ? "Mulai memperbaiki" : "Lanjutkan memperbaiki"),
        Tahap.Aktivasi => ($"/permohonan/{Id}/aktivasi", KataBsre.Tombol(Permohonan, atur) ?? (Milik!.Link?.DibukaPada is null ? "Mulai aktivasi" : "Lanjutkan aktivasi")),
        Tahap.Passphrase => ($"/permohonan/{Id}/passphrase", KataBsre.Tombol(Permohonan, atur) ?? "Buat passphrase"),
        Tahap.Ditolak or Tahap.Dibatalkan when Permohonan.Layanan != Layanan.Penerbitan => ("/sertifikat", "Buka sertifikat saya"),
        Tahap.Ditolak or Tahap.Dibatalkan => ("/permohonan/baru", "Ajukan permohonan baru"),
        _ => null,
    };

    protected override async Task SiapkanAsync()
    {
        atur = await pengaturan.AmbilAsync(Ct);
        jejak = await Query.LacakAsync(Id, Pelaku.Id, Ct);
        laporan = Bsre ? await Query.LaporanLinkAsync(Milik!, Ct) : null;
    }

    protected override async Task TindakAsync(string tindakan, IFormCollection kiriman)
    {
        switch (tindakan)
        {
            case "Lapor":
                await LaporAsync($"/permohonan/{Id}?lapor=1");
                break;
            case "Batal" when string.IsNullOrWhiteSpace(kiriman["Alasan"]):
                Salah("Alasan", "Tuliskan alasan pembatalan, lalu kirim lagi.");
                break;
            case "Batal" when kiriman["Yakin"] != "ya":
                Salah("yakin", "Centang dahulu bahwa Anda yakin, lalu kirim lagi.");
                break;
            case "Batal":
                await LakukanAsync(new Batalkan { Alasan = kiriman["Alasan"] }, $"/permohonan/{Id}");
                break;
        }
    }
}
