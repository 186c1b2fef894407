using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Akun;
using KlatenSE.Portal.Pengajuan;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using BentukUnggah = KlatenSE.Portal.Components.Bersama.UnggahBerkas;

namespace KlatenSE.Portal.Components.LayananLain;

/// <summary>
/// Revocation of many. Between the check and the filing nothing is kept here: letter and rows travel with the page, and are judged again.
/// </summary>
public sealed partial class HalamanCabutDaftar(
    PencabutanMassalService massal, PengaturanService pengaturan, PemeriksaBerkas pemeriksa, IOptions<BerkasOptions> batas)
{
    private static readonly string[] BidangSurat =
        [nameof(BidangPermohonan.NomorSurat), nameof(BidangPermohonan.TanggalSurat), nameof(BidangPermohonan.AtasanNip), nameof(BidangPermohonan.AtasanJabatan)];

    private DataSurat surat = new();
    private string tempelan = "";
    private IReadOnlyList<string> alasan = [];
    private LembarCabut? lembar;
    private IReadOnlyList<TemuanDaftar> catatanBerkas = [];
    private IReadOnlyList<PencabutanTercatat> tercatat = [];
    private string? agenda;

    /// <summary>The letter just filed.</summary>
    [SupplyParameterFromQuery(Name = "surat")]
    private Guid? SuratMasukId { get; set; }

    /// <summary>All is right: the people are shown once more, and the scan is asked for.</summary>
    private bool Siap => lembar is { Bersih: true } && Galat.All(g => g.IdBidang == "Pindaian");

    protected override async Task OnInitializedAsync()
    {
        TerimaKunci();
        alasan = (await pengaturan.AmbilAsync(Ct)).AlasanPencabutan;
        if (Kiriman is { } kiriman)
        {
            (surat, tempelan) = (IsianFormulir.Surat(kiriman, surat, static _ => true), Isi("Tempelan"));
        }
        else if (SuratMasukId is { } id)
        {
            (agenda, tercatat) = await massal.TercatatAsync(id, Http.User.Id(), Ct);
        }
    }

    private Task TerimaAsync() => Isi("Tindakan") switch
    {
        "Ajukan" => AjukanAsync(),
        "Ubah" => Task.CompletedTask,
        _ => PeriksaAsync(),
    };

    private async Task PeriksaAsync()
    {
        var pilihan = BentukUnggah.Terpilih(Kiriman!.Files, "Daftar");
        var hasil = pilihan is null ? PembacaDaftar.Tempelan(tempelan, BentukDaftar.Pencabutan) : await BacaAsync(pilihan);
        if (hasil is HasilBaca.Ditolak ditolak)
        {
            Salah(pilihan is null ? "Tempelan" : "Daftar", ditolak.Kalimat);
        }

        var baris = hasil is HasilBaca.Terbaca terbaca ? terbaca.Baris : [];
        await NilaiAsync(baris);
        if (hasil is HasilBaca.Terbaca { Catatan: var catatan } && (pilihan is not null || Siap))
        {
            // What was read stands in the box: it can be mended there, and what is shown for confirmation is what will be filed.
            (tempelan, catatanBerkas) = (LembarDaftarCabut.Tulis(baris), catatan);
        }
    }

    private async Task AjukanAsync()
    {
        if (PembacaDaftar.Tempelan(tempelan, BentukDaftar.Pencabutan) is not HasilBaca.Terbaca { Baris: var baris })
        {
            await PeriksaAsync();
            return;
        }

        if (BentukUnggah.Terpilih(Kiriman!.Files, "Pindaian") is not { } pilihan)
        {
            await NilaiAsync(baris);
            Salah("Pindaian", "Pilih pindaian suratnya, lalu ajukan lagi.");
            return;
        }

        await using var aliran = pilihan.OpenReadStream();
        var diperiksa = await pemeriksa.PeriksaAsync(aliran, pilihan.FileName, JenisBerkas.SuratRekomendasi, Ct);
        if (diperiksa is HasilPeriksa.Ditolak tolak)
        {
            await NilaiAsync(baris);
            Salah("Pindaian", tolak.Kalimat);
            return;
        }

        await AjukanAsync(baris, (HasilPeriksa.Diterima)diperiksa);
    }

    private async Task AjukanAsync(IReadOnlyList<BarisDaftar> baris, HasilPeriksa.Diterima scan)
    {
        switch (await massal.AjukanAsync(surat, baris, scan, Pelaku, Kunci, Ct))
        {
            case HasilCabutMassal.Tercatat t:
                Nav.NavigateTo($"/sertifikat/cabut/daftar?surat={t.SuratMasukId}");
                break;
            case HasilCabutMassal.BelumBenar b:
                Tampilkan(b.Lembar);
                break;
            case HasilCabutMassal.Ditolak d:
                Salah(null, d.Kalimat);
                break;
        }
    }

    private async Task NilaiAsync(IReadOnlyList<BarisDaftar> baris)
    {
        var (nilai, kalimat) = await massal.PeriksaAsync(surat, baris, Pelaku, Ct);
        if (nilai is null)
        {
            Salah(null, kalimat!);
        }
        else
        {
            Tampilkan(nilai);
        }
    }

    private void Tampilkan(LembarCabut nilai)
    {
        lembar = nilai;
        Salah(nilai.GalatSurat);
        if (nilai.Galat.Count() is > 0 and var jumlah)
        {
            Salah("galat-daftar", $"Daftar memuat {jumlah} hal yang perlu diperbaiki.");
        }
    }

    private static async Task<HasilBaca> BacaAsync(IFormFile pilihan)
    {
        if (pilihan.Length > PembacaDaftar.UkuranTerbesar)
        {
            return PembacaDaftar.TerlaluBesar;
        }

        using var isi = new MemoryStream();
        await pilihan.CopyToAsync(isi);
        return PembacaDaftar.Berkas(isi.ToArray(), BentukDaftar.Pencabutan);
    }
}
