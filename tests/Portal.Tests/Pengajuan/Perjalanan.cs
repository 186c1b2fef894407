using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Pengajuan;

/// <summary>One applicant in a browser with scripts off, with officials who act by the door.</summary>
internal sealed class Perjalanan(PortalUji portal, KlienUji klien)
{
    private static int nomor;

    public string Nik => nik;

    public Guid Id { get; private set; }

    public KlienUji Klien => klien;

    // One open request a NIK: each applicant has one of their own.
    private readonly string nik = $"339901550790{Interlocked.Increment(ref nomor):0000}";

    private (string Nama, string Nilai)[] Isian =>
    [
        ("Nama", "Sekar Wulandari"), ("Nik", $"{nik[..4]} {nik[4..]}"), ("StatusKepegawaian", "Pns"), ("Nip", "19900715 201503 2 002"), ("Ponsel", "0812 3456 7890"),
        ("Pangkat", "Penata (III/c)"), ("Jabatan", "Pranata Komputer"), ("UnitKerja", "Dinas Perpustakaan dan Arsip"), ("Kota", "Klaten"), ("Provinsi", "Jawa Tengah"),
        ("NomorSurat", "000.9/1/2026"), ("TanggalSurat", "2026-01-05"), ("AtasanNama", "Bagas Prasetyo"), ("AtasanNip", "197803122003121004"), ("AtasanJabatan", "Kepala Dinas"),
    ];

    /// <summary>A new draft of a new applicant, or of whoever is signed in at <paramref name="klien"/>.</summary>
    public static async Task<Perjalanan> MulaiAsync(PortalUji portal, KlienUji? klien = null)
    {
        var p = new Perjalanan(portal, klien ?? await portal.MasukAsync(await portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon)));
        var baru = await p.Klien.KirimAsync("/permohonan/baru", "baru");
        p.Id = Guid.Parse(baru.Tujuan!.Split('/')[2]);
        return p;
    }

    /// <summary>Data filled in, notice accepted, letter made, documents uploaded.</summary>
    public async Task<Perjalanan> LengkapiAsync()
    {
        await Klien.KirimAsync($"/permohonan/{Id}/data", "formulir-simpan", Isian);
        await Klien.KirimAsync($"/permohonan/{Id}/berkas", "formulir-privasi", ("Setuju", "ya"));
        await Klien.KirimAsync($"/permohonan/{Id}/berkas", "formulir-buatsurat");
        await UnggahAsync("berkas", "formulir-unggahsuratrekomendasi", "surat-rekomendasi.pdf");
        await UnggahAsync("berkas", "formulir-unggahktp", "ktp-scan.png");
        return this;
    }

    public Task<HalamanUji> UnggahAsync(string halaman, string formulir, string contoh) =>
        UnggahAsync(halaman, formulir, contoh, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contoh-dokumen", contoh)));

    public async Task<HalamanUji> UnggahAsync(string halaman, string formulir, string nama, byte[] isi, params (string Nama, string Nilai)[] ganti)
    {
        var alamat = $"/permohonan/{Id}/{halaman}";
        var form = (await Klien.BukaAsync(alamat)).Formulir(formulir);
        using var kirim = new MultipartFormDataContent();
        foreach (var masukan in form.Elements.OfType<IHtmlInputElement>().Where(m => m.Type == "hidden" && m.Name is not null))
        {
            kirim.Add(new StringContent(ganti.FirstOrDefault(g => g.Nama == masukan.Name).Nilai ?? masukan.Value), masukan.Name!);
        }

        var berkas = new ByteArrayContent(isi);
        berkas.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        kirim.Add(berkas, "Berkas", nama);
        return await HalamanUji.BacaAsync(alamat, await Klien.Http.PostAsync(alamat, kirim));
    }

    public Task<HalamanUji> KirimPermohonanAsync() => Klien.KirimAsync($"/permohonan/{Id}/periksa", "formulir-kirim");

    public Task<Permohonan> BacaAsync() => portal.DenganDbAsync(db => db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == Id));

    public async Task PetugasAsync(Guid petugas, Perintah perintah)
    {
        var hasil = await portal.Pabrik.Services.GetRequiredService<PermohonanService>()
            .LakukanAsync(Id, null, perintah, new PelakuPermintaan(petugas, null), Guid.NewGuid());
        if (hasil is not HasilTindakan.Berhasil)
        {
            throw new InvalidOperationException($"{perintah.Tindakan}: {hasil.KalimatGagal}");
        }
    }

    /// <summary>Officials bring the sent request to step 5; returns the verifikator.</summary>
    public async Task<Guid> SampaiAktivasiAsync()
    {
        async Task<Guid> Orang(Peran peran) => (await portal.BuatPenggunaAsync($"Orang {peran}", peran)).Id;
        await PetugasAsync(await Orang(Peran.Kepala), new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] }));
        await PetugasAsync(await Orang(Peran.Kabid), new Teruskan());
        var (kasi, verifikator, data) = (await Orang(Peran.Kasi), await Orang(Peran.Verifikator), (await BacaAsync()).Data);
        await PetugasAsync(kasi, new CatatPerbandingan(new Perbandingan
        {
            SuratNama = data.Nama,
            SuratNik = data.Nik,
            SuratNip = data.Nip,
            SuratSurel = data.Surel,
            KtpNama = data.Nama,
            KtpNik = data.Nik,
            AsliDitunjukkan = true,
        }));
        await PetugasAsync(kasi, new TunjukVerifikator(verifikator, "Orang Verifikator"));
        await PetugasAsync(verifikator, new TerbitkanLinkAktivasi());
        return verifikator;
    }

    /// <summary>Puts a token of the test's own in place of the running link's, whose own went into the mail.</summary>
    public async Task<string> TokenAsync()
    {
        var token = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await portal.DenganDbAsync(db => db.Set<LinkPemohon>().Where(l => l.PermohonanId == Id && l.DitutupPada == null)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.HashToken, TokenLink.Hash(token)!)));
        return token;
    }
}

/// <summary>One portal for the tests of a class.</summary>
public sealed class PortalBersama(PostgresUji postgres) : IAsyncLifetime
{
    public PortalUji Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await PortalUji.MulaiAsync(postgres);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
