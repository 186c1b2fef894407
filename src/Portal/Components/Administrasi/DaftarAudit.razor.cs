using System.Globalization;
using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>Search in the audit: by person, request, kind and date; everything in the address.</summary>
public sealed partial class DaftarAudit(AuditQuery query)
{
    private const int PerHalaman = 50;
    private IReadOnlyList<BarisAudit> baris = [];
    private int jumlah;
    private int halaman;
    private JenisAudit? jenis;

    [SupplyParameterFromQuery(Name = "orang")]
    private string? Orang { get; set; }

    [SupplyParameterFromQuery(Name = "nomor")]
    private string? Nomor { get; set; }

    [SupplyParameterFromQuery(Name = "jenis")]
    private string? Jenis { get; set; }

    [SupplyParameterFromQuery(Name = "dari")]
    private string? Dari { get; set; }

    [SupplyParameterFromQuery(Name = "sampai")]
    private string? Sampai { get; set; }

    [SupplyParameterFromQuery(Name = "halaman")]
    private int? HalamanKe { get; set; }

    protected override async Task OnInitializedAsync()
    {
        jenis = Enum.TryParse<JenisAudit>(Jenis, out var j) && Enum.IsDefined(j) ? j : null;
        halaman = Math.Clamp(HalamanKe ?? 1, 1, 100_000);
        var saringan = new SaringanAudit(Teks.TanpaKendali(Orang), Teks.TanpaKendali(Nomor), jenis, Tanggal(Dari), Tanggal(Sampai));
        (baris, jumlah) = await query.CariAsync(saringan, (halaman - 1) * PerHalaman, PerHalaman, Ct);
    }

    private string Tautan(int h) =>
        $"/admin/audit?orang={Uri.EscapeDataString(Orang ?? "")}&nomor={Uri.EscapeDataString(Nomor ?? "")}&jenis={jenis}"
        + $"&dari={Uri.EscapeDataString(Dari ?? "")}&sampai={Uri.EscapeDataString(Sampai ?? "")}&halaman={h}";

    private static DateOnly? Tanggal(string? isi) =>
        DateOnly.TryParseExact(isi, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) && t.Year is >= 2000 and < 3000 ? t : null;

    // The system and BSrE have no other name than their role.
    private static string? Jabatan(CatatanAudit a) =>
        a.Peran?.Nama() is { } peran && peran != a.PelakuNama ? $"{(a.Sebagai is null ? "" : a.Sebagai + " ")}{peran}" : null;

    private static string Kata(JenisAudit jenis) => jenis switch
    {
        JenisAudit.Tindakan => "Tindakan",
        JenisAudit.TindakanDitolak => "Tindakan ditolak",
        JenisAudit.Masuk => "Masuk",
        JenisAudit.MasukGagal => "Gagal masuk",
        JenisAudit.Keluar => "Keluar",
        JenisAudit.LihatBerkas => "Melihat berkas",
        JenisAudit.LihatData => "Melihat data",
        JenisAudit.Akun => "Akun",
        JenisAudit.Pengaturan => "Pengaturan",
        JenisAudit.Surel => "Email keluar",
        JenisAudit.UnduhSertifikatGagal => "Gagal mengunduh sertifikat",
        JenisAudit.UnduhSertifikat => "Mengunduh sertifikat",
        JenisAudit.PersetujuanPrivasi => "Persetujuan pemberitahuan privasi",
        JenisAudit.Retensi => "Pemusnahan data",
    };
}
