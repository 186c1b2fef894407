using System.Globalization;
using System.Text.RegularExpressions;
using KlatenSE.Domain.Pengajuan;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>Inspects a picture and makes of it what is kept: an upright JPEG in sRGB without any metadata.</summary>
internal sealed partial class PemeriksaGambar(AlatBerkas alat, IOptions<BerkasOptions> options)
{
    public const int SisiPratinjau = 1600;

    private readonly BerkasOptions batas = options.Value;

    public async Task<HasilPeriksa> PeriksaAsync(string direktori, byte[] isi, TipeBerkas tipe, string? nama, JenisBerkas jenis, CancellationToken ct)
    {
        var masuk = $"masuk.{tipe.Akhiran()}";
        await File.WriteAllBytesAsync(Path.Combine(direktori, masuk), isi, ct);
        var kepala = await alat.JalankanAsync(direktori, "vipsheader", [masuk], ct);
        var cocok = Ukuran().Match(System.Text.Encoding.UTF8.GetString(kepala.Keluaran));
        if (kepala.Kode != 0 || !cocok.Success || cocok.Groups["pembuka"].Value != tipe.Pembuka())
        {
            return kepala.MelewatiBatas ? Tolak.TerlaluRumit() : Tolak.Rusak();
        }

        var lebar = int.Parse(cocok.Groups["lebar"].Value, CultureInfo.InvariantCulture);
        var tinggi = int.Parse(cocok.Groups["tinggi"].Value, CultureInfo.InvariantCulture);
        if (TolakUkuran(lebar, tinggi, jenis) is { } tolak)
        {
            return tolak;
        }

        // Reading every pixel also finds an upload that was cut in the middle; vipsthumbnail would let it pass.
        var sisi = batas.SisiTersimpan.ToString(CultureInfo.InvariantCulture);
        var simpan = await alat.JalankanAsync(
            direktori,
            "vips",
            ["thumbnail", masuk, "isi.jpg[Q=90,strip,background=255]", sisi, "--height", sisi, "--size", "down", "--fail-on", "truncated", "--export-profile", "srgb"],
            ct);
        if (simpan.Kode != 0)
        {
            return simpan.MelewatiBatas ? Tolak.TerlaluRumit() : Tolak.Rusak();
        }

        return await NilaiAsync(direktori, nama, jenis, ct);
    }

    /// <summary>Makes the picture that is measured and shown from an own JPEG.</summary>
    public async Task<(byte[] Pratinjau, GambarPiksel Piksel)> PratinjauAsync(string direktori, string sumber, CancellationToken ct)
    {
        await HarusBerhasilAsync(direktori, "vipsthumbnail", [sumber, "--size", $"{SisiPratinjau}x{SisiPratinjau}>", "-o", "pratinjau.jpg[Q=85,strip]"], ct);
        await HarusBerhasilAsync(direktori, "vips", ["copy", "pratinjau.jpg", "ukur.ppm"], ct);
        return (
            await File.ReadAllBytesAsync(Path.Combine(direktori, "pratinjau.jpg"), ct),
            GambarPiksel.BacaPpm(await File.ReadAllBytesAsync(Path.Combine(direktori, "ukur.ppm"), ct)));
    }

    private async Task<HasilPeriksa> NilaiAsync(string direktori, string? nama, JenisBerkas jenis, CancellationToken ct)
    {
        var (pratinjau, piksel) = await PratinjauAsync(direktori, "isi.jpg", ct);
        var mutu = MutuGambar.Ukur(piksel, abaikanTepi: true);
        if (jenis.HarusBerwarna() && mutu.BagianBerwarna < MutuGambar.BatasKelabu)
        {
            return Tolak.TidakBerwarna();
        }

        var isi = await File.ReadAllBytesAsync(Path.Combine(direktori, "isi.jpg"), ct);
        var (lebar, tinggi) = UkuranJpeg.Baca(isi);
        List<string> catatan = [];
        if (mutu.Ketajaman < MutuGambar.BatasBuram)
        {
            catatan.Add(jenis == JenisBerkas.Selfie ? Catatan.WajahBuram : Catatan.Buram);
        }

        if (jenis.HarusBerwarna() && mutu.BagianBerwarna < MutuGambar.BatasPucat)
        {
            catatan.Add(Catatan.Pucat);
        }

        if (jenis != JenisBerkas.Selfie && Math.Max(lebar, tinggi) < 1000)
        {
            catatan.Add(Catatan.Kecil);
        }

        return new HasilPeriksa.Diterima(NamaBerkas.Bersihkan(nama, "jpg"), "image/jpeg", isi, lebar, tinggi, 1, pratinjau, catatan);
    }

    private HasilPeriksa.Ditolak? TolakUkuran(int lebar, int tinggi, JenisBerkas jenis)
    {
        if ((long)lebar * tinggi > batas.MegapikselTerbanyak * 1_000_000L)
        {
            return Tolak.TerlaluBanyakPiksel(batas.MegapikselTerbanyak);
        }

        var (panjang, pendek) = jenis switch
        {
            JenisBerkas.SuratPermohonan or JenisBerkas.SuratRekomendasi => (1000, 700),
            JenisBerkas.Ktp or JenisBerkas.FotoKtpAktivasi => (600, 380),
            JenisBerkas.Selfie => (480, 360),
        };
        return Math.Max(lebar, tinggi) < panjang || Math.Min(lebar, tinggi) < pendek
            ? Tolak.TerlaluKecil(lebar, tinggi, panjang, pendek)
            : null;
    }

    private async Task HarusBerhasilAsync(string direktori, string perintah, string[] argumen, CancellationToken ct)
    {
        var hasil = await alat.JalankanAsync(direktori, perintah, argumen, ct);
        if (hasil.Kode != 0)
        {
            throw new InvalidOperationException($"{perintah} failed on a picture that was already read once ({hasil.Kode}): {hasil.Keluhan}");
        }
    }

    [GeneratedRegex(@"^masuk\.\w+: (?<lebar>\d{1,7})x(?<tinggi>\d{1,7}) .*, (?<pembuka>\w+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Ukuran();
}
