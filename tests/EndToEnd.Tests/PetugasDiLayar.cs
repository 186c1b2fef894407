using KlatenSE.Domain.Alur;
using Microsoft.Playwright;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>What officials do on their screens.</summary>
public static class PetugasDiLayar
{
    /// <summary>Opens a request from the own queue, where it must stand.</summary>
    public static async Task BukaTugasAsync(this Orang o, string resi)
    {
        await o.BukaAsync("/antrean");
        var butir = o.Halaman.Locator(".antrean-butir", new PageLocatorOptions { HasText = resi }).First;
        await Assertions.Expect(butir).ToBeVisibleAsync();
        await o.PeriksaAsync($"antrean-{o.Nama}");
        await butir.Locator("h2 a").ClickAsync();
        await o.Halaman.WaitForURLAsync("**/kerja/**", Orang.Segera);
        // The page is there before it lives: what is pressed earlier is not heard.
        await Assertions.Expect(o.Halaman.Locator("fieldset.pulau:enabled #judul-keputusan")).ToBeVisibleAsync();
    }

    /// <summary>Opens the form of an act.</summary>
    public static async Task BukaFormAsync(this Orang o, Tindakan tindakan)
    {
        await o.Halaman.Locator($"[data-tindakan={tindakan}]").ClickAsync();
        await Assertions.Expect(o.Dialog()).ToBeVisibleAsync();
    }

    /// <summary>Sends the open form; the act must succeed.</summary>
    public static async Task KirimFormAsync(this Orang o)
    {
        await o.Dialog().Locator("[data-kirim]").ClickAsync();
        await Assertions.Expect(o.Dialog()).ToBeHiddenAsync();
    }

    public static ILocator Dialog(this Orang o) => o.Halaman.Locator("dialog[open]");

    /// <summary>Ticks a box or radio by the words beside it.</summary>
    public static Task CentangAsync(this Orang o, string kata) => o.Dialog().GetByText(kata, new LocatorGetByTextOptions { Exact = true }).First.ClickAsync();

    /// <summary>Step 3: what letter and KTP say, read off the pictures.</summary>
    public static async Task CatatPerbandinganAsync(this Orang o, string namaSurat, string namaKtp, string nik, string nikKtp, string nip, string surel)
    {
        var tabel = o.Halaman.Locator(".cocok");
        async Task Isi(string label, string nilai)
        {
            var isian = tabel.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true });
            await isian.FillAsync(nilai);
            await isian.BlurAsync();
        }

        await Isi("nama di surat", namaSurat);
        await Isi("nama di KTP", namaKtp);
        await Isi("NIK di surat", nik);
        await Isi("NIK di KTP", nikKtp);
        await Isi("NIP di surat", nip);
        await Isi("email di surat", surel);
        var asli = o.Halaman.GetByText("Dokumen asli sudah ditunjukkan.");
        if (!await o.Halaman.GetByLabel("Dokumen asli sudah ditunjukkan.").IsCheckedAsync())
        {
            await asli.ClickAsync();
        }

        await o.TekanAsync("Simpan hasil pencocokan");
        await o.Melihat("Tersimpan.").ToBeVisibleAsync();
    }

    /// <summary>Step 4 beside BSrE: the data were entered there and the link was sent just now.</summary>
    public static async Task CatatLinkAsync(this Orang o, string resi)
    {
        await o.BukaTugasAsync(resi);
        await o.BukaFormAsync(Tindakan.TerbitkanLinkAktivasi);
        await o.Dialog().Locator("#form-yakin").CheckAsync();
        await o.KirimFormAsync();
    }

    /// <summary>Beside BSrE: a new link was sent just now.</summary>
    public static async Task TerbitkanUlangAsync(this Orang o, string resi)
    {
        await o.BukaTugasAsync(resi);
        await o.BukaFormAsync(Tindakan.TerbitkanUlangLink);
        await o.KirimFormAsync();
    }

    /// <summary>A work item stands on the page of a request.</summary>
    public static async Task MelihatButirAsync(this Orang o, Guid id, string jenis)
    {
        await o.BukaAsync($"/kerja/{id}");
        await Assertions.Expect(o.Halaman.Locator("fieldset.pulau:enabled #judul-keputusan")).ToBeVisibleAsync();
        await Assertions.Expect(o.Halaman.Locator($"[data-butir={jenis}]")).ToBeVisibleAsync();
    }

    /// <summary>Step 6: "Sesuai" for every field.</summary>
    public static async Task NilaiSemuaSesuaiAsync(this Orang o)
    {
        var baris = o.Halaman.Locator("section[aria-labelledby=judul-nilai] label.sesuai");
        await Assertions.Expect(baris.First).ToBeVisibleAsync();
        for (var i = 0; i < await baris.CountAsync(); i++)
        {
            // Until its circuit hears it, a tick is the browser's alone: the row counts once the page says so.
            await baris.Nth(i).ClickAsync();
            await Assertions.Expect(baris.Nth(i).Locator("input")).ToBeCheckedAsync();
        }
    }

    /// <summary>Step 6: "Tidak" for one field, with what is wrong.</summary>
    public static async Task NilaiTidakAsync(this Orang o, string bidang, string catatan)
    {
        await o.Halaman.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = $"Penilaian {bidang}" }).Locator("label.tidak").ClickAsync();
        var isian = o.Halaman.GetByLabel($"Apa yang tidak sesuai pada {bidang}");
        await isian.FillAsync(catatan);
        await isian.BlurAsync();
    }
}
