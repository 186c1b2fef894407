using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>Data as an applicant types them; the defaults are those of the sample documents.</summary>
public sealed record IsianPemohon
{
    public string Nama { get; init; } = "Sekar Ayu Wulandari";
    public string Nik { get; init; } = "3399 0155 0790 0003";
    public string Nip { get; init; } = "19900715 201503 2 002";
    public string Ponsel { get; init; } = "0812-0000-1234";
    public string NomorSurat { get; init; } = "000.9/0147/27/2026";
}

/// <summary>What an applicant does on the phone, step by step, by what stands on the screen.</summary>
public static class PemohonDiPonsel
{
    public const string Sandi = "pohon mangga di halaman";

    public static string Dokumen(string nama) => Path.Combine(AppContext.BaseDirectory, "contoh-dokumen", nama);

    public static async Task DaftarAsync(this Orang o, string surel)
    {
        await o.BukaAsync("/");
        await o.PeriksaAsync("beranda-360");
        await o.IkutiAsync("Daftar sebagai pemohon");
        await o.Halaman.WaitForURLAsync("**/daftar", Orang.Segera);
        await o.PeriksaAsync("daftar-360");
        await o.Halaman.GetByLabel("Nama lengkap").FillAsync(o.Nama);
        await o.Halaman.GetByLabel("Alamat email").FillAsync(surel);
        await o.Halaman.GetByLabel("Kata sandi").FillAsync(Sandi);
        await o.TekanAsync("Daftar");
        await o.Melihat("Periksa email Anda").ToBeVisibleAsync();
        await o.BukaAsync(await o.LinkSurelAsync(surel, "/bukti-surel"));
        await o.PeriksaAsync("bukti-surel-360");
        await o.Halaman.GetByLabel("Kata sandi").FillAsync(Sandi);
        await o.TekanAsync("Ya, alamat ini milik saya");
        await o.Halaman.WaitForURLAsync(u => new Uri(u).AbsolutePath == "/permohonan", Orang.Segera);
    }

    /// <summary>From "Mulai permohonan" to the page of the documents.</summary>
    public static async Task IsiDataAsync(this Orang o, IsianPemohon isian)
    {
        await o.BukaAsync("/permohonan/baru");
        await o.PeriksaAsync("permohonan-baru-360");
        await o.TekanAsync("Mulai permohonan");
        await o.Halaman.WaitForURLAsync("**/data", Orang.Segera);
        var h = o.Halaman;
        await h.Locator("#Nama").FillAsync(isian.Nama);
        await h.Locator("#Nik").FillAsync(isian.Nik);
        await h.Locator("#Nip").FillAsync(isian.Nip);
        await h.Locator("#Ponsel").FillAsync(isian.Ponsel);
        await h.Locator("#Pangkat").FillAsync("Penata Muda Tk. I (III/b)");
        await h.Locator("#Jabatan").FillAsync("Arsiparis Ahli Pertama");
        await h.Locator("#UnitKerja").FillAsync("Dinas Perpustakaan dan Arsip");
        await h.Locator("#NomorSurat").FillAsync(isian.NomorSurat);
        await h.Locator("#TanggalSurat").FillAsync(TimeProvider.System.GetUtcNow().AddDays(-8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await h.Locator("#AtasanNama").FillAsync("Bagas Prasetyo Nugroho");
        await h.Locator("#AtasanNip").FillAsync("197803122003121004");
        await h.Locator("#AtasanJabatan").FillAsync("Kepala Bidang Pengelolaan Arsip");
        await o.PeriksaAsync("data-360");
        await o.TekanAsync("Simpan dan lanjut ke berkas");
        await h.WaitForURLAsync("**/berkas", Orang.Segera);
    }

    /// <summary>The privacy notice, then the page of the uploads.</summary>
    public static async Task SetujuiPrivasiAsync(this Orang o)
    {
        await o.PeriksaAsync("privasi-360");
        await o.Halaman.Locator("#setuju").CheckAsync();
        await o.TekanAsync("Setuju dan lanjut mengunggah");
        await o.Melihat("Surat rekomendasi").ToBeVisibleAsync();
    }

    /// <summary>Chooses a file and sends it; what happens then is the caller's to look at.</summary>
    public static async Task UnggahAsync(this Orang o, string jenis, string berkas)
    {
        var formulir = o.Halaman.Locator($"#formulir-unggah{jenis.ToLowerInvariant()}");
        await formulir.Locator("input[type=file]").Last.SetInputFilesAsync(berkas);
        await formulir.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Uploads a document that the portal takes.</summary>
    public static async Task UnggahDiterimaAsync(this Orang o, string jenis, string berkas)
    {
        var tautan = o.Halaman.Locator($"section[aria-labelledby=judul-{jenis}] figcaption a");
        var sebelum = await tautan.CountAsync() > 0 ? await tautan.GetAttributeAsync("href") : null;
        await o.UnggahAsync(jenis, berkas);
        await (sebelum is null
            ? Assertions.Expect(tautan).ToBeVisibleAsync()
            : Assertions.Expect(tautan).Not.ToHaveAttributeAsync("href", sebelum));
    }

    /// <summary>Uploads a document that the portal refuses with this sentence.</summary>
    public static async Task UnggahDitolakAsync(this Orang o, string jenis, string berkas, string kalimat)
    {
        await o.UnggahAsync(jenis, berkas);
        await Assertions.Expect(o.Halaman.Locator("main")).ToContainTextAsync(kalimat);
    }

    /// <summary>"Kirim permohonan"; returns the receipt number that the screen shows.</summary>
    public static async Task<string> KirimAsync(this Orang o)
    {
        await o.IkutiAsync("Lanjut: periksa jawaban");
        await o.Halaman.WaitForURLAsync("**/periksa", Orang.Segera);
        await o.PeriksaAsync("periksa-jawaban-360");
        await o.TekanAsync("Kirim permohonan");
        await o.Melihat("Permohonan terkirim").ToBeVisibleAsync();
        await o.PeriksaAsync("lacak-terkirim-360");
        var teks = await o.Halaman.Locator(".di-atas").First.InnerTextAsync();
        return System.Text.RegularExpressions.Regex.Match(teks, @"\d{4}-\d{4}").Value;
    }

    /// <summary>"Kirim perbaikan", back to where the request was sent back from.</summary>
    public static async Task KirimPerbaikanAsync(this Orang o, string lacak)
    {
        await o.BukaAsync(lacak + "/periksa");
        if (await o.Halaman.GetByText("Buat ulang suratnya").CountAsync() > 0)
        {
            await o.BukaAsync(lacak + "/berkas");
            await o.TekanAsync("Buat ulang surat dari data saya");
            await o.BukaAsync(lacak + "/periksa");
        }

        // Fields of the fix-list that turned out to be right are confirmed.
        foreach (var benar in await o.Halaman.Locator("input[name=Benar]").AllAsync())
        {
            await benar.CheckAsync();
        }

        await o.PeriksaAsync("periksa-perbaikan-360");
        foreach (var benar in await o.Halaman.Locator("input[name=Benar]").AllAsync())
        {
            await benar.CheckAsync();
        }

        await o.TekanAsync("Kirim perbaikan");
        await o.Halaman.WaitForURLAsync(u => !u.Contains("/periksa", StringComparison.Ordinal), Orang.Segera);
    }

    /// <summary>Opens the newest mailed link, whose page has one button.</summary>
    public static async Task BukaLinkAsync(this Orang o, string surel, string jalur, string tombol, int urutan = 1)
    {
        await o.BukaAsync(await o.LinkSurelAsync(surel, jalur, urutan));
        await o.PeriksaAsync($"link{jalur.Replace('/', '-')}-360");
        await o.TekanAsync(tombol);
    }

    /// <summary>Steps 5c to 5e: data, photo of the KTP by the camera in the page, selfie by file, done.</summary>
    public static async Task AktivasiAsync(this Orang o, string? namaBaru = null)
    {
        var h = o.Halaman;
        await h.WaitForURLAsync("**/aktivasi", Orang.Segera);
        await o.PeriksaAsync("aktivasi-data-360");
        if (namaBaru is not null)
        {
            await h.Locator("#Nama").FillAsync(namaBaru);
        }

        await o.TekanAsync("Data sudah benar, lanjut");
        await Assertions.Expect(h.Locator("#formulir-fotoktpaktivasi")).ToBeVisibleAsync();
        await o.PeriksaAsync("aktivasi-ktp-360");
        await o.TekanAsync("Buka kamera di halaman ini");
        await o.TekanAsync("Ambil gambar");
        await Assertions.Expect(h.Locator("[data-unggah-nama]")).Not.ToBeEmptyAsync();
        await o.TekanAsync("Kirim foto");
        await Assertions.Expect(h.Locator("#formulir-selfie")).ToBeVisibleAsync();
        await h.Locator("#formulir-selfie input[type=file]").Last.SetInputFilesAsync(Dokumen("ktp-phone-rotated-gps.jpg"));
        await o.TekanAsync("Kirim foto");
        await Assertions.Expect(h.Locator("#formulir-selesai")).ToBeVisibleAsync();
        await o.PeriksaAsync("aktivasi-selesai-360");
        await o.TekanAsync("Selesaikan aktivasi");
        await h.WaitForURLAsync(u => !u.Contains("/aktivasi", StringComparison.Ordinal), Orang.Segera);
    }

    public static async Task BuatPassphraseAsync(this Orang o, string passphrase)
    {
        var h = o.Halaman;
        await h.WaitForURLAsync("**/passphrase", Orang.Segera);
        await h.Locator("#Passphrase").FillAsync(passphrase);
        await h.Locator("#DataLogin").CheckAsync();
        await o.PeriksaAsync("passphrase-360");
        await o.TekanAsync("Simpan passphrase dan selesai");
        await h.WaitForURLAsync(u => !u.Contains("/passphrase", StringComparison.Ordinal), Orang.Segera);
    }
}
