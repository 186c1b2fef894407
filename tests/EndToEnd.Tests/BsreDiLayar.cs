using KlatenSE.Domain.Pengajuan;
using Microsoft.Playwright;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>What people do on BSrE's pages, which the stand-in shows.</summary>
public static class BsreDiLayar
{
    /// <summary>The verifikator's list at BSrE; signs in when nobody is.</summary>
    public static async Task BukaBsreAsync(this Orang o, Uri bsre)
    {
        await o.BukaAsync($"{bsre}verifikator");
        if (!o.Halaman.Url.EndsWith("/masuk", StringComparison.Ordinal))
        {
            return;
        }

        await o.Halaman.Locator("#pengguna").FillAsync("verifikator");
        await o.Halaman.Locator("#sandi").FillAsync("verifikator-peraga");
        await o.Halaman.Locator("main button").ClickAsync();
        await o.BerjudulAsync("Daftar pendaftaran");
    }

    /// <summary>Step 4: enters somebody; BSrE mails the activation link.</summary>
    public static async Task DaftarkanDiBsreAsync(this Orang o, Uri bsre, DataPemohon data)
    {
        await o.BukaBsreAsync(bsre);
        await o.BukaAsync($"{bsre}verifikator/orang/baru");
        await o.IsiFormulirBsreAsync(data);
        await o.Halaman.Locator("main button").ClickAsync();
        await o.BerjudulAsync(data.Nama);
    }

    /// <summary>An applicant registers alone.</summary>
    public static async Task DaftarSendiriDiBsreAsync(this Orang o, Uri bsre, DataPemohon data)
    {
        await o.BukaAsync($"{bsre}daftar");
        await o.IsiFormulirBsreAsync(data);
        await o.Halaman.Locator("main button").ClickAsync();
        await o.BerjudulAsync("Pendaftaran diterima");
    }

    /// <summary>The verifikator presses a button on the page of one person.</summary>
    public static async Task PutuskanDiBsreAsync(this Orang o, Uri bsre, DataPemohon data, string tindakan, string? alasan = null)
    {
        await o.BukaBsreAsync(bsre);
        await o.Halaman.Locator($"tr[data-nik='{data.Nik}'] a").ClickAsync();
        await o.BerjudulAsync(data.Nama);
        var formulir = o.Halaman.Locator($"form[action$='/{tindakan}']");
        if (alasan is not null)
        {
            await formulir.Locator("input[name=alasan]").FillAsync(alasan);
        }

        await formulir.Locator("button").ClickAsync();
        // The page comes back without that button: the act was done.
        await Assertions.Expect(formulir).ToHaveCountAsync(tindakan == "kirim-ulang" ? 1 : 0);
    }

    /// <summary>Steps 5b to 5e on BSrE's pages.</summary>
    public static async Task AktivasiDiBsreAsync(this Orang o, string link)
    {
        var h = o.Halaman;
        await o.BukaAsync(link);
        await h.Locator("#benar").CheckAsync();
        await h.Locator("main button").ClickAsync();
        await h.Locator("#ktp").SetInputFilesAsync(PemohonDiPonsel.Dokumen("ktp-phone-rotated-gps.jpg"));
        await h.Locator("main button").ClickAsync();
        await h.Locator("#selfie").SetInputFilesAsync(PemohonDiPonsel.Dokumen("ktp-phone-rotated-gps.jpg"));
        await h.Locator("main button").ClickAsync();
        await h.Locator("form[action$='/selesai'] button").ClickAsync();
        await o.BerjudulAsync("Aktivasi selesai");
    }

    /// <summary>Step 7a on BSrE's page.</summary>
    public static async Task PassphraseDiBsreAsync(this Orang o, string link, string passphrase)
    {
        await o.BukaAsync(link);
        await o.Halaman.Locator("#passphrase").FillAsync(passphrase);
        await o.Halaman.Locator("#ulangi").FillAsync(passphrase);
        await o.Halaman.Locator("main button").ClickAsync();
        await o.BerjudulAsync("Pendaftaran lengkap");
    }

    /// <summary>"Saya sudah selesai" on the portal's guidance, which leads back to the tracking page.</summary>
    public static async Task SudahSelesaiAsync(this Orang o, string panduan)
    {
        await o.BukaAsync(panduan);
        await o.Halaman.Locator("#yakin").CheckAsync();
        await o.TekanAsync("Saya sudah selesai");
        await o.Halaman.WaitForURLAsync(u => !new Uri(u).AbsolutePath.Equals(panduan, StringComparison.Ordinal), Orang.Segera);
    }

    public static Task BerjudulAsync(this Orang o, string judul) =>
        Assertions.Expect(o.Halaman.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = judul, Exact = true, Level = 1 })).ToBeVisibleAsync();

    private static async Task IsiFormulirBsreAsync(this Orang o, DataPemohon d)
    {
        foreach (var (id, nilai) in new[]
        {
            ("nama", d.Nama), ("nik", d.Nik), ("nip", d.Nip), ("surel", d.Surel), ("ponsel", d.Ponsel), ("jabatan", d.Jabatan), ("unitKerja", d.UnitKerja), ("kota", d.Kota), ("provinsi", d.Provinsi),
        })
        {
            await o.Halaman.Locator($"#{id}").FillAsync(nilai);
        }
    }
}
