using System.Globalization;
using System.Text;
using System.Text.Json;
using KlatenSE.Domain.Pengajuan;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Berkas;

/// <summary>Inspects a PDF with qpdf and shows its first page with pdftoppm.</summary>
internal sealed class PemeriksaPdf(AlatBerkas alat, PemeriksaGambar gambar, IOptions<BerkasOptions> options)
{
    private const string Masuk = "masuk.pdf";
    private const int HalamanKtpDiukur = 3;

    private readonly BerkasOptions batas = options.Value;

    public async Task<HasilPeriksa> PeriksaAsync(string direktori, byte[] isi, string? nama, JenisBerkas jenis, CancellationToken ct)
    {
        // The end mark is the first thing that a cut upload loses; qpdf alone would try to mend it.
        if (isi.AsSpan(Math.Max(0, isi.Length - 2048)).LastIndexOf("%%EOF"u8) < 0)
        {
            return Tolak.Rusak();
        }

        await File.WriteAllBytesAsync(Path.Combine(direktori, Masuk), isi, ct);
        var (tolak, susunan) = await BacaSusunanAsync(direktori, ct);
        if (tolak is not null || susunan is null)
        {
            return tolak ?? Tolak.Rusak();
        }

        if (susunan.Halaman > batas.HalamanTerbanyak)
        {
            return Tolak.TerlaluBanyakHalaman(susunan.Halaman, batas.HalamanTerbanyak);
        }

        var tulis = await alat.JalankanAsync(direktori, "qpdf", ["--decrypt", "--object-streams=disable", "--stream-data=preserve", Masuk, "isi.pdf"], ct);
        if (tulis.Kode is not (0 or 3))
        {
            return tulis.MelewatiBatas ? Tolak.TerlaluRumit() : Tolak.Rusak();
        }

        // Rewriting would break the signature that makes the letter authentic.
        var simpan = susunan.Ditandatangani ? isi : MetadataPdf.Kosongkan(await File.ReadAllBytesAsync(Path.Combine(direktori, "isi.pdf"), ct));
        return await NilaiAsync(direktori, simpan, susunan.Halaman, nama, jenis, ct);
    }

    private async Task<(HasilPeriksa.Ditolak? Tolak, SusunanPdf? Susunan)> BacaSusunanAsync(string direktori, CancellationToken ct)
    {
        var hasil = await alat.JalankanAsync(
            direktori, "qpdf", ["--json=2", "--json-stream-data=none", "--json-key=pages", "--json-key=qpdf", Masuk], ct);
        if (hasil.MelewatiBatas)
        {
            return (Tolak.TerlaluRumit(), null);
        }

        if (hasil.Keluhan.Contains("invalid password", StringComparison.Ordinal) || hasil.Keluhan.Contains("encryption", StringComparison.Ordinal))
        {
            return (Tolak.Terkunci(), null);
        }

        if (hasil.Kode is not (0 or 3) || hasil.Keluhan.Contains("file is damaged", StringComparison.Ordinal))
        {
            return (Tolak.Rusak(), null);
        }

        SusunanPdf susunan;
        try
        {
            susunan = SusunanPdf.Baca(hasil.Keluaran);
        }
        catch (JsonException)
        {
            // More objects than the limit on a tool's output, or nested beyond reason: no letter is built like that.
            return (Tolak.TerlaluRumit(), null);
        }

        return susunan switch
        {
            { IsiAktif: true } => (Tolak.IsiAktif(), null),
            { Halaman: 0 } => (Tolak.Rusak(), null),
            _ => (null, susunan),
        };
    }

    private async Task<HasilPeriksa> NilaiAsync(string direktori, byte[] isi, int halaman, string? nama, JenisBerkas jenis, CancellationToken ct)
    {
        byte[]? pratinjau = null;
        MutuGambar? mutu = null;
        var berwarna = 0.0;
        var (lebar, tinggi) = (0, 0);
        var diukur = jenis.HarusBerwarna() ? Math.Min(halaman, HalamanKtpDiukur) : 1;
        for (var h = 1; h <= diukur && berwarna < MutuGambar.BatasPucat; h++)
        {
            var gambarHalaman = await GambarHalamanAsync(direktori, h, ct);
            if (gambarHalaman.Kode != 0 || !File.Exists(Path.Combine(direktori, "halaman.jpg")))
            {
                return gambarHalaman.MelewatiBatas ? Tolak.TerlaluRumit() : Tolak.Rusak();
            }

            var (tampak, piksel) = await gambar.PratinjauAsync(direktori, "halaman.jpg", ct);
            var ukuran = MutuGambar.Ukur(piksel, abaikanTepi: false);
            berwarna = Math.Max(berwarna, ukuran.BagianBerwarna);
            if (pratinjau is null)
            {
                (pratinjau, mutu, lebar, tinggi) = (tampak, ukuran, piksel.Lebar, piksel.Tinggi);
            }
        }

        if (jenis.HarusBerwarna() && berwarna < MutuGambar.BatasKelabu)
        {
            return Tolak.TidakBerwarna();
        }

        List<string> catatan = [];
        if (mutu!.Ketajaman < MutuGambar.BatasBuram)
        {
            catatan.Add(Catatan.PdfBuram);
        }

        if (jenis.HarusBerwarna() && berwarna < MutuGambar.BatasPucat)
        {
            catatan.Add(Catatan.Pucat);
        }

        return new HasilPeriksa.Diterima(NamaBerkas.Bersihkan(nama, "pdf"), "application/pdf", isi, lebar, tinggi, halaman, pratinjau!, catatan);
    }

    private Task<HasilAlat> GambarHalamanAsync(string direktori, int halaman, CancellationToken ct)
    {
        var nomor = halaman.ToString(CultureInfo.InvariantCulture);
        var sisi = PemeriksaGambar.SisiPratinjau.ToString(CultureInfo.InvariantCulture);
        return alat.JalankanAsync(
            direktori, "pdftoppm", ["-f", nomor, "-l", nomor, "-singlefile", "-scale-to", sisi, "-jpeg", "-jpegopt", "quality=92", "isi.pdf", "halaman"], ct);
    }
}

/// <summary>What qpdf's JSON tells of a PDF's objects, wherever they hide (object streams, escaped names).</summary>
internal sealed record SusunanPdf(int Halaman, bool IsiAktif, bool Ditandatangani)
{
    private static readonly HashSet<string> KunciAktif = ["/JS", "/EF", "/EmbeddedFiles", "/XFA", "/RichMediaContent", "/Collection"];
    private static readonly HashSet<string> NilaiAktif =
        ["/JavaScript", "/EmbeddedFile", "/Launch", "/RichMedia", "/SubmitForm", "/ImportData", "/Movie", "/Sound", "/GoToE", "/Rendition", "/3D"];

    /// <exception cref="JsonException">The text is cut or nested beyond 500 levels.</exception>
    public static SusunanPdf Baca(ReadOnlySpan<byte> json)
    {
        var pembaca = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 500 });
        var halaman = 0;
        var dalamHalaman = false;
        bool aktif = false, tandaTangan = false;
        while (pembaca.Read())
        {
            switch (pembaca.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var kunci = Teks(pembaca);
                    dalamHalaman = pembaca.CurrentDepth == 1 ? kunci == "pages" : dalamHalaman;
                    aktif |= KunciAktif.Contains(kunci);
                    tandaTangan |= kunci == "/ByteRange";
                    break;
                case JsonTokenType.StartObject when dalamHalaman && pembaca.CurrentDepth == 2:
                    halaman++;
                    break;
                case JsonTokenType.String:
                    aktif |= NilaiAktif.Contains(Teks(pembaca));
                    break;
            }
        }

        return new(halaman, aktif, tandaTangan);
    }

    private static string Teks(in Utf8JsonReader pembaca) =>
        pembaca.ValueSpan.Length <= 64 ? pembaca.GetString() ?? "" : "";
}
