using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Portal.Pengajuan;

namespace KlatenSE.Portal.Components.Pengajuan;

/// <summary>Step 1, last page: everything once more, then sent. Says what is missing before anybody presses the button.</summary>
public sealed partial class HalamanPeriksa(PengaturanService pengaturan, PembuatSurat pembuat)
{
    private readonly List<(string Href, string Kalimat)> kurang = [];
    private bool suratUsang;

    protected override async Task SiapkanAsync()
    {
        var (data, surat) = (Permohonan.Data, Permohonan.Surat);
        var isian = Permohonan.Layanan == Layanan.Pencabutan ? [] : IsianLengkap.Periksa(data, surat, await pengaturan.AmbilAsync(Ct), Milik!.Kini);
        foreach (var (bidang, kalimat) in isian)
        {
            kurang.Add(($"/permohonan/{Id}/data#{bidang}", kalimat));
        }

        foreach (var butir in Milik!.BerkasBelumDiganti)
        {
            kurang.Add((KataLacak.HalamanPerbaikan(Id, butir.Bidang), $"{butir.Bidang.Nama()} belum diganti. Unggah yang baru."));
        }

        // SOP: a field may turn out to be right, but a request that comes back unchanged is refused by the door.
        if (Permohonan.Tahap == Tahap.PerluPerbaikan && Permohonan.BidangBerubah.Count == 0 && Milik.IsianBelumDiubah is [var pertama, ..])
        {
            kurang.Add((KataLacak.HalamanPerbaikan(Id, pertama.Bidang), $"{string.Join(", ", Milik.IsianBelumDiubah.Select(b => b.Bidang.Nama()))} belum diubah. Perbaiki paling sedikit satu isian yang diminta."));
        }

        foreach (var jenis in Permohonan.BerkasWajib.Where(j => Milik[j] is null))
        {
            kurang.Add(($"/permohonan/{Id}/berkas#judul-{jenis}", $"{jenis.Bidang().Nama()} belum diunggah."));
        }

        var ada = Milik[JenisBerkas.SuratPermohonan]?.NamaAsli;
        if (SuratPermohonan.DariPortal(ada) && Permohonan.BolehDiubah(BidangPermohonan.BerkasSuratPermohonan) && ada != (await pembuat.SuratAsync(Permohonan.Layanan, data, surat, Ct)).NamaBerkas)
        {
            suratUsang = true;
            kurang.Add(($"/permohonan/{Id}/berkas#judul-{JenisBerkas.SuratPermohonan}", "Data berubah setelah surat permohonan dibuat. Buat ulang suratnya."));
        }
    }

    /// <summary>The button is offered when nothing that the page knows of stands against sending.</summary>
    private bool DapatDikirim => kurang.Count == 0;

    protected override async Task TindakAsync(string tindakan, IFormCollection kiriman)
    {
        foreach (var butir in Milik!.IsianBelumDiubah.Where(b => DapatDikirim && !Dinyatakan(b)))
        {
            Salah(IdBenar(butir), $"{butir.Bidang.Nama()} belum diubah. Ubah dahulu, atau centang bahwa isiannya sudah benar.");
        }

        if (suratUsang)
        {
            Salah(null, "Data berubah setelah surat permohonan dibuat. Buat ulang suratnya di halaman Berkas, lalu kirim.");
        }

        if (Galat.Count == 0)
        {
            var dinyatakan = Milik.IsianBelumDiubah.Select(b => $"{b.Bidang.Nama()} diminta diperbaiki; pemohon menyatakan isiannya sudah benar.");
            await LakukanAsync(new Ajukan([.. Milik.Berkas.Select(b => b.Jenis)], [.. Permohonan.Layanan == Layanan.Pencabutan ? [] : PeringatanIsian.Untuk(Permohonan.Data), .. dinyatakan]), $"/permohonan/{Id}?terkirim=1");
        }
    }

    private static string IdBenar(ButirPerbaikanMilik butir) => $"benar-{butir.Bidang}";

    private bool Dinyatakan(ButirPerbaikanMilik butir) => Kiriman?["Benar"].Contains(butir.Bidang.ToString()) == true;

    private string? Nilai(BidangPermohonan bidang) =>
        KataLacak.ButirData(Permohonan.Data).Concat(KataLacak.ButirSurat(Permohonan.Surat)).FirstOrDefault(b => b.Label == bidang.Nama()).Nilai;
}
