using System.Globalization;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.Administrasi;

/// <summary>The office's settings in one form.</summary>
public sealed partial class UbahPengaturan(PengaturanService pengaturan, KlatenDb db)
{
    [SupplyParameterFromForm(FormName = "pengaturan")]
    private PengaturanIsian? Isian { get; set; }

    [SupplyParameterFromQuery(Name = "sudah")]
    private string? Sudah { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Isian is null)
        {
            Isian = new(); // the first rendering does not wait
            Isian = PengaturanIsian.Dari(await PengaturanService.BacaAsync(db, Ct));
        }
    }

    private async Task SimpanAsync()
    {
        if (!Galat.Lulus(new PengaturanAturan(), Isian!))
        {
            return;
        }

        var hasil = await pengaturan.SimpanAsync(Isian!.Ke(), Http.PelakuAudit(), Ct);
        if (hasil.Berhasil)
        {
            Nav.NavigateTo("/admin/pengaturan?sudah=simpan");
        }
        else
        {
            Galat.Tambah(hasil.Bidang, hasil.Kalimat!);
        }
    }
}

/// <summary>The form of the settings; numbers stay text so that what was typed stays.</summary>
internal sealed class PengaturanIsian
{
    public string? NamaInstansi { get; set; }
    public string? AlamatInstansi { get; set; }
    public string? TeleponInstansi { get; set; }
    public string? JabatanKepala { get; set; }
    public string? JabatanKabid { get; set; }
    public string? JabatanKasi { get; set; }
    public string? DomainSurel { get; set; }
    public string? AlamatBsre { get; set; }
    public string? AlasanTolakBsre { get; set; }
    public bool OtomatisMenunggu { get; set; }
    public bool OtomatisBaru { get; set; }
    public bool OtomatisAktif { get; set; }
    public bool Pisahkan { get; set; }
    public string? BatasPutaran { get; set; }
    public string? HariDraf { get; set; }
    public string? HariPerbaikan { get; set; }
    public string? AlasanPencabutan { get; set; }
    public string? BulanBerlaku { get; set; }
    public string? HariTawarPerpanjangan { get; set; }
    public string? HariKonfirmasi { get; set; }
    public string? HariRetensiFoto { get; set; }
    public string? TahunRetensiSurat { get; set; }

    public static PengaturanIsian Dari(PengaturanPortal p) => new()
    {
        NamaInstansi = p.NamaInstansi,
        AlamatInstansi = p.AlamatInstansi,
        TeleponInstansi = p.TeleponInstansi,
        JabatanKepala = p.JabatanKepala,
        JabatanKabid = p.JabatanKabid,
        JabatanKasi = p.JabatanKasi,
        DomainSurel = string.Join(", ", p.DomainSurel),
        AlamatBsre = p.AlamatBsre,
        AlasanTolakBsre = string.Join('\n', p.AlasanTolakBsre),
        OtomatisMenunggu = p.OtomatisBsre.Contains(StatusBsre.MenungguVerifikasi),
        OtomatisBaru = p.OtomatisBsre.Contains(StatusBsre.Baru),
        OtomatisAktif = p.OtomatisBsre.Contains(StatusBsre.Aktif),
        Pisahkan = p.Sop.PisahkanKasiDanVerifikator,
        BatasPutaran = Teks(p.Sop.BatasPutaran),
        HariDraf = Teks(p.Sop.HariDraf),
        HariPerbaikan = Teks(p.Sop.HariPerbaikan),
        AlasanPencabutan = string.Join('\n', p.AlasanPencabutan),
        BulanBerlaku = Teks(p.BulanBerlaku),
        HariTawarPerpanjangan = Teks(p.HariTawarPerpanjangan),
        HariKonfirmasi = Teks(p.Sop.HariKonfirmasi),
        HariRetensiFoto = Teks(p.HariRetensiFoto),
        TahunRetensiSurat = Teks(p.TahunRetensiSurat),
    };

    /// <summary>The settings that the form says; only after <see cref="PengaturanAturan"/> has let it through.</summary>
    public PengaturanPortal Ke() => new()
    {
        NamaInstansi = NamaInstansi!.Trim(),
        AlamatInstansi = (AlamatInstansi ?? "").Trim(),
        TeleponInstansi = (TeleponInstansi ?? "").Trim(),
        JabatanKepala = JabatanKepala!.Trim(),
        JabatanKabid = JabatanKabid!.Trim(),
        JabatanKasi = JabatanKasi!.Trim(),
        DomainSurel = PengaturanAturan.Domain(DomainSurel),
        AlamatBsre = AlamatBsre!.Trim().TrimEnd('/'),
        AlasanTolakBsre = PengaturanAturan.Baris(AlasanTolakBsre),
        OtomatisBsre = [.. Otomatis().Where(o => o.Dipilih).Select(o => o.Status)],
        Sop = new() { PisahkanKasiDanVerifikator = Pisahkan, BatasPutaran = Angka(BatasPutaran), HariDraf = Angka(HariDraf), HariPerbaikan = Angka(HariPerbaikan), HariKonfirmasi = Angka(HariKonfirmasi) },
        AlasanPencabutan = PengaturanAturan.Baris(AlasanPencabutan),
        BulanBerlaku = Angka(BulanBerlaku),
        HariTawarPerpanjangan = Angka(HariTawarPerpanjangan),
        HariRetensiFoto = Angka(HariRetensiFoto),
        TahunRetensiSurat = Angka(TahunRetensiSurat),
    };

    private (StatusBsre Status, bool Dipilih)[] Otomatis() =>
        [(StatusBsre.MenungguVerifikasi, OtomatisMenunggu), (StatusBsre.Baru, OtomatisBaru), (StatusBsre.Aktif, OtomatisAktif)];

    private static string Teks(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static int Angka(string? isi) => int.Parse(isi!, NumberStyles.None, CultureInfo.InvariantCulture);
}
