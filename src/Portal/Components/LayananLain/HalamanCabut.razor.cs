using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;

namespace KlatenSE.Portal.Components.LayananLain;

/// <summary>The form of a revocation. A holder's is sent at once; a superior goes on to bring the letter.</summary>
public sealed partial class HalamanCabut(
    PencabutanService pencabutan, SertifikatSayaQuery milik, PengaturanService pengaturan, PermohonanService pintu)
{
    private IReadOnlyList<string> alasan = [];
    private SertifikatSaya? sertifikat;

    [SupplyParameterFromForm(FormName = "cabut")]
    private CabutIsian? Isian { get; set; }

    [SupplyParameterFromQuery(Name = "untuk")]
    private string? Untuk { get; set; }

    private bool Lain => Untuk == "lain";

    protected override async Task OnInitializedAsync()
    {
        Isian ??= new();
        // A holder does not choose the reason that only others can give.
        alasan = [.. (await pengaturan.AmbilAsync(Ct)).AlasanPencabutan.Where(a => Lain || !a.StartsWith("Meninggal", StringComparison.OrdinalIgnoreCase))];
        sertifikat = Lain ? null : (await milik.DaftarAsync(Http.User.Id(), Ct)).FirstOrDefault(s => s.Berlaku);
    }

    private async Task KirimAsync()
    {
        var pelaku = new PelakuPermintaan(Http.User.Id(), Http.AlamatKlien());
        if (!Lain && !Isian!.Yakin)
        {
            Galat.Tambah(nameof(CabutIsian.Yakin), "Centang dahulu bahwa Anda mengerti akibatnya, lalu kirim lagi.");
            return;
        }

        var hasil = await pencabutan.BuatDrafAsync(Isian!.Ke(Lain), pelaku, Ct);
        foreach (var (bidang, kalimat) in hasil.Galat)
        {
            Galat.Tambah(bidang, kalimat);
        }

        if (hasil.Id is not { } id)
        {
            return;
        }

        if (hasil.SudahDikirim)
        {
            Nav.NavigateTo($"/permohonan/{id}");
            return;
        }

        if (Lain)
        {
            Nav.NavigateTo($"/permohonan/{id}/berkas");
            return;
        }

        // A draft that was there already goes along; whatever the door says is told on the request's own page.
        var terkirim = await pintu.LakukanAsync(id, null, new Ajukan([], []), pelaku, Guid.NewGuid(), Ct) is HasilTindakan.Berhasil;
        Nav.NavigateTo($"/permohonan/{id}{(terkirim ? "?terkirim=1" : "")}");
    }
}

/// <summary>The form of a revocation; numbers and dates stay text so that what was typed stays.</summary>
internal sealed class CabutIsian
{
    public string? Nip { get; set; }
    public string? Nama { get; set; }
    public string? NomorSurat { get; set; }
    public string? TanggalSurat { get; set; }
    public string? AtasanNip { get; set; }
    public string? AtasanJabatan { get; set; }
    public string? Alasan { get; set; }
    public string? Keterangan { get; set; }
    public bool Yakin { get; set; }

    public IsianPencabutan Ke(bool orangLain) => new()
    {
        OrangLain = orangLain,
        Nip = Nip ?? "",
        Nama = Nama ?? "",
        Alasan = Alasan ?? "",
        Keterangan = Keterangan ?? "",
        Surat = new DataSurat
        {
            Nomor = NomorSurat ?? "",
            Tanggal = IsianFormulir.Tanggal(TanggalSurat),
            AtasanNip = AtasanNip ?? "",
            AtasanJabatan = AtasanJabatan ?? "",
        },
    };
}
