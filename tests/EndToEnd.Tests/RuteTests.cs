using System.Reflection;
using System.Security.Cryptography;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Portal.Components;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>axe looks at every page of the portal, whoever may open it: a page that is new has no line here, and the test fails.</summary>
public sealed class RuteTests : IAsyncLifetime
{
    /// <summary>Pages that no user of the portal reaches, with why.</summary>
    private static readonly Dictionary<string, string> Dikecualikan = new() { ["/gaya"] = "answers in Development only" };

    private readonly PortalHidup portal = new() { Demo = true };
    private PermohonanUji uji = null!;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        uji = new PermohonanUji(portal.Services);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_of_the_portal()
    {
        var admin = await OrangAsync("Admin Rute", Peran.Administrator);
        var kasi = await OrangAsync("Kasi Rute", Peran.Kasi);
        uji.Pakai(Peran.Kasi, kasi);
        var (mulai, aktivasi, passphrase) = (await OrangAsync("Pemohon Draf", Peran.Pemohon), await OrangAsync("Pemohon Aktivasi", Peran.Pemohon), await OrangAsync("Pemohon Frasa", Peran.Pemohon));
        var draf = await uji.DrafAsync(mulai);
        var (diAktivasi, diPassphrase) = (await uji.SampaiAsync(Tahap.Aktivasi, aktivasi), await uji.SampaiAsync(Tahap.Passphrase, passphrase));
        var diKasi = await uji.SampaiAsync(Tahap.VerifikasiBerkas);
        var pemegang = await OrangAsync("Pemohon Pemegang", Peran.Pemohon);
        var terbit = await uji.SampaiAsync(Tahap.Selesai, pemegang);
        var (kunciAktivasi, kunciPassphrase) = (await TokenAsync(diAktivasi), await TokenAsync(diPassphrase));

        var loket = await OrangAsync("Loket Rute", Peran.PetugasLoket);
        uji.Pakai(Peran.PetugasLoket, loket);
        var dariLoket = await OrangAsync("Pemohon Loket", Peran.Pemohon);
        var diLoket = await uji.LoketAsync(dariLoket);
        var daftar = await DaftarAsync(loket);

        (OrangUji? Siapa, (string Pola, string Alamat)[] Halaman)[] kunjungan =
        [
            (null, [
                ("/", "/"), ("/masuk", "/masuk"), ("/daftar", "/daftar"), ("/lupa-sandi", "/lupa-sandi"), ("/atur-sandi", "/atur-sandi?t=x"), ("/bukti-surel", "/bukti-surel?t=x"),
                ("/ganti-surel", "/ganti-surel?t=x"), ("/pertama", "/pertama"), ("/demo/surel", "/demo/surel"), ("/konfirmasi", "/konfirmasi?k=x"), ("/galat/{Kode:int}", "/galat/404"), ("/galat/{Kode:int}", "/galat/429"),
                ("/galat/{Kode:int}", "/galat/500"),
            ]),
            (admin, [
                ("/admin", "/admin"), ("/admin/pengguna", "/admin/pengguna"), ("/admin/pengguna/baru", "/admin/pengguna/baru"), ("/admin/pengguna/{Id:guid}", $"/admin/pengguna/{kasi.Id}"),
                ("/admin/mandat", "/admin/mandat"), ("/admin/pengaturan", "/admin/pengaturan"), ("/admin/surel", "/admin/surel"), ("/admin/bsre", "/admin/bsre"), ("/admin/audit", "/admin/audit"),
            ]),
            (kasi, [
                ("/antrean", "/antrean"), ("/papan", "/papan"), ("/petugas/permohonan", "/petugas/permohonan"), ("/kerja/{Id:guid}", $"/kerja/{diKasi.Id}"), ("/sop", "/sop"), ("/akun", "/akun"),
                ("/register", "/register"), ("/register/{Id:guid}", $"/register/{await SertifikatAsync(terbit)}"),
            ]),
            (pemegang, [("/sertifikat", "/sertifikat"), ("/sertifikat/cabut", "/sertifikat/cabut"), ("/sertifikat/cabut", "/sertifikat/cabut?untuk=lain"), ("/sertifikat/cabut/daftar", "/sertifikat/cabut/daftar")]),
            (loket, [
                ("/loket", "/loket"), ("/loket", "/loket?lihat=riwayat"), ("/loket/baru", "/loket/baru"), ("/loket/{Id:guid}", $"/loket/{diLoket.Id}"),
                ("/loket/kolektif/baru", "/loket/kolektif/baru"), ("/loket/kolektif/{Id:guid}", $"/loket/kolektif/{daftar}"),
                ("/loket/kolektif/{Id:guid}/baris/{Nomor:int}", $"/loket/kolektif/{daftar}/baris/2"), ("/loket/kolektif/{Id:guid}/baris/{Nomor:int}", $"/loket/kolektif/{daftar}/baris/0"),
            ]),
            (dariLoket, [.. Langkah(diLoket, "konfirmasi", "data", "berkas")]),
            (mulai, [
                ("/permohonan", "/permohonan"), ("/permohonan/baru", "/permohonan/baru"), .. Langkah(draf, "data", "berkas", "periksa", "surat-permohonan"),
            ]),
            (aktivasi, [("/aktivasi", $"/aktivasi?k={kunciAktivasi}"), ("/permohonan/{Id:guid}", $"/permohonan/{diAktivasi.Id}"), .. Langkah(diAktivasi, "aktivasi")]),
            (passphrase, [("/passphrase", $"/passphrase?k={kunciPassphrase}"), .. Langkah(diPassphrase, "passphrase")]),
        ];

        // Told before anything is opened: every route has its line, and no line is for a page that is gone.
        var semua = typeof(App).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Order().ToList();
        Assert.Equal(semua, kunjungan.SelectMany(k => k.Halaman).Select(h => h.Pola).Concat(Dikecualikan.Keys).Distinct().Order());

        foreach (var (siapa, halaman) in kunjungan)
        {
            await using var orang = await Orang.DatangAsync(portal, siapa?.Nama ?? "Tamu rute", ponsel: siapa is null || siapa == mulai || siapa == aktivasi || siapa == dariLoket);
            if (siapa is not null)
            {
                await orang.MasukAsync(siapa.Surel, PortalHidup.SandiPetugas);
            }

            foreach (var (_, alamat) in halaman)
            {
                await orang.BukaAsync(alamat);
                Assert.Equal(alamat, new Uri(orang.Halaman.Url).PathAndQuery);
                // An interactive page draws itself when its circuit is there.
                await orang.Halaman.Locator("h1").First.WaitForAsync();
                await orang.PeriksaAsync($"rute{alamat.Replace('/', '-')}", simpan: false);
            }
        }
    }

    private static IEnumerable<(string Pola, string Alamat)> Langkah(ContohPermohonan contoh, params string[] langkah) =>
        langkah.Select(l => ($"/permohonan/{{Id:guid}}/{l}", $"/permohonan/{contoh.Id}/{l}"));

    private async Task<OrangUji> OrangAsync(string nama, Peran peran)
    {
        var surel = await portal.BuatPetugasAsync(nama, $"{nama.Replace(' ', '.').ToLowerInvariant()}@contoh.go.id", peran);
        await using var db = await Db();
        return new OrangUji(await db.Users.Where(u => u.Email == surel).Select(u => u.Id).SingleAsync(), nama, surel);
    }

    /// <summary>A list with a good row and a bad one.</summary>
    private async Task<Guid> DaftarAsync(OrangUji loket)
    {
        var kolektif = portal.Services.GetRequiredService<KolektifService>();
        var hasil = (HasilLoket.Tercatat)await kolektif.BuatAsync(DataUji.Surat(880_000, new DateOnly(2026, 1, 5)), "Dinas Kesehatan", PermohonanUji.Berkas, loket.Pelaku);
        await kolektif.SimpanBarisAsync(hasil.Id, 0, KolomDaftar.Isi(DataUji.Pemohon(880_001, "benar.loket@contoh.go.id")), loket.Id);
        await kolektif.SimpanBarisAsync(hasil.Id, 0, KolomDaftar.Isi(DataUji.Pemohon(880_002, "salah@gmail.com")), loket.Id);
        return hasil.Id;
    }

    /// <summary>Puts a token of the test's own in place of the running link's.</summary>
    private async Task<string> TokenAsync(ContohPermohonan contoh)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var sidik = TokenLink.Hash(token)!;
        await using var db = await Db();
        await db.Set<LinkPemohon>().Where(l => l.PermohonanId == contoh.Id && l.DitutupPada == null).ExecuteUpdateAsync(s => s.SetProperty(l => l.HashToken, sidik));
        return token;
    }

    private async Task<Guid> SertifikatAsync(ContohPermohonan contoh)
    {
        await using var db = await Db();
        return await db.Set<SertifikatTerbit>().Where(s => s.PermohonanId == contoh.Id).Select(s => s.Id).SingleAsync();
    }

    private Task<KlatenDb> Db() => portal.Services.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync();
}
