using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.LayananLain;

/// <summary>The page of revocations by a list, over HTTP with scripts off.</summary>
public sealed class CabutDaftarTests(PostgresUji postgres) : IAsyncLifetime
{
    private const string Alamat = "/sertifikat/cabut/daftar";

    private PortalUji portal = null!;
    private KlienUji atasan = null!;
    private ContohPermohonan contoh = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUji.MulaiAsync(postgres);
        contoh = await new PermohonanUji(portal.Pabrik.Services).SampaiAsync(Tahap.Selesai);
        atasan = await portal.MasukAsync(Peran.Pemohon);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Only_applicants_open_the_page_and_its_template_and_the_single_form_leads_there()
    {
        Assert.Equal(HttpStatusCode.OK, (await atasan.BukaAsync(Alamat)).Status);
        Assert.NotNull((await atasan.BukaAsync("/sertifikat/cabut?untuk=lain")).Dokumen.QuerySelector($"main a[href='{Alamat}']"));
        var templat = await atasan.Http.GetByteArrayAsync(new Uri(Alamat + "/templat.xlsx", UriKind.Relative));
        Assert.Contains("belum berisi orang", Assert.IsType<HasilBaca.Ditolak>(PembacaDaftar.Berkas(templat, BentukDaftar.Pencabutan)).Kalimat, StringComparison.Ordinal);
        var kasi = await portal.MasukAsync(Peran.Kasi);
        Assert.Equal(HttpStatusCode.Forbidden, (await kasi.BukaAsync(Alamat)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await kasi.BukaAsync(Alamat + "/templat.xlsx")).Status);
    }

    [Fact]
    public async Task Errors_stay_with_what_was_typed_then_the_people_are_shown_and_all_is_filed()
    {
        var salah = await atasan.KirimAsync(Alamat, "formulir-periksa", Isian(("AtasanNip", "123"), ("Tempelan", $"{contoh.Data.Nip}\t{contoh.Data.Nama}\tBosan\t")));
        Assert.Contains("Sel C1", salah.Teks, StringComparison.Ordinal);
        Assert.Contains("Alasan itu tidak ada dalam daftar.", salah.Teks, StringComparison.Ordinal);
        Assert.NotNull(salah.Dokumen.QuerySelector("#AtasanNip-galat"));
        Assert.Equal("123", salah.Dokumen.QuerySelector("#AtasanNip")!.GetAttribute("value"));
        Assert.Equal("800/7/2026", salah.Dokumen.QuerySelector("#NomorSurat")!.GetAttribute("value"));
        Assert.Equal("2026-01-05", salah.Dokumen.QuerySelector("#TanggalSurat")!.GetAttribute("value"));
        Assert.Contains("Bosan", salah.Dokumen.QuerySelector("#Tempelan")!.TextContent, StringComparison.Ordinal);

        var benar = await atasan.KirimAsync(salah, "formulir-periksa", ("AtasanNip", "196803121994031004"), ("Tempelan", $"{contoh.Data.Nip}\t{contoh.Data.Nama}\tpensiun\tTMT 1 Februari"));
        Assert.Contains("Pensiun: TMT 1 Februari", benar.Teks, StringComparison.Ordinal);
        Assert.Contains("Ajukan 1 pencabutan", benar.Teks, StringComparison.Ordinal);
        Rahasia(benar);
        var ubah = await atasan.KirimAsync(benar, "formulir-ubah");
        Assert.Equal("800/7/2026", ubah.Dokumen.QuerySelector("#NomorSurat")!.GetAttribute("value"));

        var tanpa = await atasan.KirimAsync(benar, "formulir-ajukan");
        Assert.Contains("Pilih pindaian suratnya", tanpa.Teks, StringComparison.Ordinal);
        var rusak = await UnggahAsync(tanpa, "formulir-ajukan", "Pindaian", "surat.pdf", "%PDF-1.4 bukan pdf"u8.ToArray());
        Assert.Contains("rusak atau terpotong", rusak.Dokumen.QuerySelector("#Pindaian-galat")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await JumlahAsync());

        var surat = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "contoh-dokumen", "surat-rekomendasi.pdf"));
        var terkirim = await UnggahAsync(rusak, "formulir-ajukan", "Pindaian", "surat.pdf", surat);
        Assert.StartsWith(Alamat + "?surat=", terkirim.Tujuan, StringComparison.Ordinal);
        var hasil = await atasan.BukaAsync(terkirim.Tujuan!);
        Assert.Contains("1 pencabutan sudah diajukan", hasil.Teks, StringComparison.Ordinal);
        Rahasia(hasil);
        Assert.Equal(1, await JumlahAsync());
        Assert.Equal(terkirim.Tujuan, (await UnggahAsync(rusak, "formulir-ajukan", "Pindaian", "surat.pdf", surat)).Tujuan);
        Assert.Equal(1, await JumlahAsync());
        Assert.DoesNotContain("sudah diajukan", (await (await portal.MasukAsync(Peran.Pemohon)).BukaAsync(terkirim.Tujuan!)).Teks, StringComparison.Ordinal);

        var lagi = await atasan.KirimAsync(Alamat, "formulir-periksa", Isian(("Tempelan", $"{contoh.Data.Nip}\t{contoh.Data.Nama}\tPensiun\t")));
        Assert.Contains("sudah diajukan (nomor resi", lagi.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_a_refused_file_stand_in_the_box_to_be_mended_there()
    {
        var isi = PenulisXlsx.Tulis(("Daftar", [
            [.. BentukDaftar.Pencabutan.Kolom.Select(k => k.Judul)],
            [contoh.Data.Nip, contoh.Data.Nama, "Pensiun", ""],
            ["198001012005011001", "Tidak Ada", "Pensiun", ""],
        ]));
        var mulai = await atasan.BukaAsync(Alamat);
        var salah = await UnggahAsync(mulai, "formulir-periksa", "Daftar", "daftar.xlsx", isi, Isian());
        Assert.Contains("Sel A3", salah.Teks, StringComparison.Ordinal);
        Assert.Contains("Tidak ada sertifikat yang berlaku", salah.Teks, StringComparison.Ordinal);
        var kotak = ((IHtmlTextAreaElement)salah.Dokumen.QuerySelector("#Tempelan")!).Value;
        Assert.Contains($"198001012005011001\tTidak Ada\tPensiun", kotak, StringComparison.Ordinal);
        Rahasia(salah);

        var tanpa = string.Join('\n', kotak.Split('\n').Where(b => !b.Contains("Tidak Ada", StringComparison.Ordinal)));
        Assert.Contains("Ajukan 1 pencabutan", (await atasan.KirimAsync(salah, "formulir-periksa", ("Tempelan", tanpa))).Teks, StringComparison.Ordinal);
        var bukan = await UnggahAsync(mulai, "formulir-periksa", "Daftar", "daftar.xlsx", "%PDF-1.7"u8.ToArray(), Isian());
        Assert.Contains("bukan daftar XLSX", bukan.Dokumen.QuerySelector("#Daftar-galat")!.TextContent, StringComparison.Ordinal);
    }

    private static (string, string)[] Isian(params (string Nama, string Nilai)[] ganti)
    {
        (string Nama, string Nilai)[] biasa =
            [("NomorSurat", "800/7/2026"), ("TanggalSurat", "2026-01-05"), ("AtasanNip", "196803121994031004"), ("AtasanJabatan", "Kepala Bidang Mutasi")];
        return [.. biasa.Where(b => !ganti.Any(g => g.Nama == b.Nama)), .. ganti];
    }

    /// <summary>The page tells no more of the holder than was typed.</summary>
    private void Rahasia(HalamanUji halaman)
    {
        var html = halaman.Dokumen.DocumentElement.OuterHtml.Replace(" ", "", StringComparison.Ordinal);
        foreach (var milik in (string[])[contoh.Data.Nik[6..], contoh.Data.Ponsel[4..], contoh.Data.Surel, contoh.Data.UnitKerja.Replace(" ", "", StringComparison.Ordinal)])
        {
            Assert.DoesNotContain(milik, html, StringComparison.Ordinal);
        }
    }

    private Task<int> JumlahAsync() => portal.DenganDbAsync(db => db.Permohonan.CountAsync(p => p.Layanan == Layanan.Pencabutan));

    private async Task<HalamanUji> UnggahAsync(HalamanUji halaman, string formulir, string bidang, string nama, byte[] isi, params (string Nama, string Nilai)[] isian)
    {
        using var kirim = new MultipartFormDataContent();
        foreach (var (kunci, nilai) in HalamanUji.Isi(halaman.Formulir(formulir)).Where(i => !isian.Any(s => s.Nama == i.Key)).Select(i => (i.Key, i.Value)).Concat(isian))
        {
            kirim.Add(new StringContent(nilai), kunci);
        }

        using var berkas = new ByteArrayContent(isi);
        berkas.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        kirim.Add(berkas, bidang, nama);
        return await HalamanUji.BacaAsync(Alamat, await atasan.Http.PostAsync(new Uri(Alamat, UriKind.Relative), kirim));
    }
}
