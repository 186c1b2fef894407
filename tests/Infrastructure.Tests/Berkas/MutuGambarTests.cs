using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Berkas;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Berkas;

/// <summary>The two measures hold for pictures as people take them: turned, small, dim, pale, recompressed, noisy.</summary>
public sealed class MutuGambarTests
{
    private static readonly string[][] Ubahan =
    [
        ["rot", "{0}", "{1}", "d90"],
        ["rot", "{0}", "{1}", "d180"],
        ["rotate", "{0}", "{1}", "7"],
        ["resize", "{0}", "{1}", "0.6"],
        ["resize", "{0}", "{1}", "1.5"],
        ["linear", "{0}", "{1}", "0.5", "0", "--uchar"],
        ["linear", "{0}", "{1}", "0.6", "60", "--uchar"],
    ];

    public static TheoryData<string, string[]> Tajam() => Silang("ktp-scan.png", "ktp-differs-from-letter.jpg", "ktp-phone-rotated-gps.jpg", "ktp-phone.heic");

    public static TheoryData<string, string[]> Buram() => Silang("ktp-blurred.jpg");

    public static TheoryData<string, string[]> Kelabu() => Silang("ktp-photocopy-gray.jpg");

    [Theory]
    [MemberData(nameof(Tajam))]
    public async Task A_sharp_colour_card_stays_one(string nama, string[] ubahan)
    {
        var hasil = await AlatUji.DiterimaAsync(Ubah(nama, ubahan), "ktp.png");
        Assert.DoesNotContain(hasil.Catatan, c => c == Catatan.Buram || c == Catatan.Pucat);
    }

    [Theory]
    [MemberData(nameof(Buram))]
    public async Task A_blurred_card_stays_blurred(string nama, string[] ubahan) =>
        Assert.Contains(Catatan.Buram, (await AlatUji.DiterimaAsync(Ubah(nama, ubahan), "ktp.png")).Catatan);

    [Theory]
    [MemberData(nameof(Kelabu))]
    public async Task A_grey_copy_stays_grey(string nama, string[] ubahan) =>
        await AlatUji.DitolakAsync(SebabTolak.TidakBerwarna, Ubah(nama, ubahan), "ktp.png");

    [Theory]
    [InlineData("1 0.95 0.85")]
    [InlineData("0.9 0.95 1")]
    [InlineData("0.95 1 0.95")]
    public async Task A_grey_copy_photographed_in_tinted_light_is_still_grey(string warna) =>
        await AlatUji.DitolakAsync(SebabTolak.TidakBerwarna, KelabuBerwarna(warna), "ktp.png");

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public async Task Noise_does_not_pass_for_detail(string derau)
    {
        const string Skrip = "w=$(vipsheader -f width {0}); h=$(vipsheader -f height {0}); vips gaussnoise {1}.v $w $h --mean 0 --sigma ";
        var berderau = AlatUji.Olah(AlatUji.Contoh("ktp-blurred.jpg"), "jpg", "png", "bash", "-c", Skrip + derau + " && vips add {0} {1}.v {1}.2.v && vips cast {1}.2.v {1} uchar");
        Assert.Contains(Catatan.Buram, (await AlatUji.DiterimaAsync(berderau, "ktp.png")).Catatan);
    }

    [Fact]
    public async Task A_card_small_on_a_white_sheet_is_seen_in_colour()
    {
        var lembar = AlatUji.Olah(
            AlatUji.Contoh("ktp-scan.png"), "png", "png", "vips", "embed", "{0}", "{1}", "100", "100", "2480", "3508", "--extend", "white");
        await AlatUji.DiterimaAsync(lembar, "pindai.png");
    }

    [Fact]
    public async Task WebP_is_taken_and_kept_as_JPEG()
    {
        var webp = AlatUji.Olah(AlatUji.Contoh("ktp-scan.png"), "png", "webp", "vips", "copy", "{0}", "{1}");
        var hasil = await AlatUji.DiterimaAsync(webp, "ktp.webp");
        Assert.Equal(("image/jpeg", "ktp.jpg"), (hasil.TipeMedia, hasil.Nama));
        Assert.Empty(hasil.Catatan);
    }

    [Fact]
    public async Task A_see_through_PNG_is_kept_on_white()
    {
        var tembus = AlatUji.Olah(AlatUji.Contoh("ktp-scan.png"), "png", "png", "vips", "bandjoin_const", "{0}", "{1}", "0");
        var hasil = Assert.IsType<HasilPeriksa.Diterima>(await AlatUji.PeriksaAsync(tembus, "a.png", JenisBerkas.SuratRekomendasi));
        var gambar = GambarPiksel.BacaPpm(AlatUji.Olah(hasil.Isi, "jpg", "ppm", "vips", "copy", "{0}", "{1}"));
        Assert.Equal((255, 255, 255), gambar.Rerata(600, 400, 50));
    }

    private static TheoryData<string, string[]> Silang(params string[] nama)
    {
        var data = new TheoryData<string, string[]>();
        foreach (var (n, u) in nama.SelectMany(n => Ubahan.Select(u => (n, u))))
        {
            data.Add(n, u);
        }

        return data;
    }

    private static byte[] Ubah(string nama, string[] ubahan) =>
        AlatUji.Olah(AlatUji.Contoh(nama), Path.GetExtension(nama)[1..], "png", "vips", ubahan);

    private static byte[] KelabuBerwarna(string warna) => AlatUji.Olah(
        AlatUji.Contoh("ktp-photocopy-gray.jpg"),
        "jpg",
        "png",
        "bash",
        "-c",
        $"vips bandjoin '{{0}} {{0}} {{0}}' {{1}}.v && vips copy {{1}}.v {{1}}.2.v --interpretation srgb && vips linear {{1}}.2.v {{1}} '{warna}' '0 0 0' --uchar");
}
