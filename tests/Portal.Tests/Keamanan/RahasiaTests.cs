using System.Collections.Concurrent;
using System.Text;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Portal.Tests.Pengajuan;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace KlatenSE.Portal.Tests.Keamanan;

/// <summary>Secrets and numbers of people leave no trace: not in a log of any level, a mail, an address or a page that comes back.</summary>
public sealed class RahasiaTests(PostgresUji postgres)
{
    private const string Benar = "Kenanga7Mekar";
    private const string Pendek = "Knga7";
    private const string TanpaAngka = "KenangaMekarSekali";
    private const string Salah = "Kenanga8Layu";
    private const string SandiBaru = "ikan koi di kolam biru";
    private const string SandiSalah = "ikan lele di kolam keruh";
    private const string SandiPendek = "ikanlele";

    /// <summary>Everything is logged, also what the framework says of addresses: what people type must be nowhere even then.</summary>
    [Fact]
    public async Task Passphrases_passwords_and_NIK_stand_in_no_log_of_any_level_no_mail_no_address_and_no_page()
    {
        var log = new SemuaLog();
        await using var portal = await PortalUji.MulaiAsync(postgres, layanan: s => s.AddLogging(b => b.ClearProviders().AddProvider(log).AddFilter<SemuaLog>(null, LogLevel.Trace)));
        var (tamu, lalu) = Peramban(portal);

        var (nik, _) = await JalaniAsync(portal, tamu);

        // The capture itself works: it has the levels that it must have, and the pages that the secrets were sent to.
        Assert.Contains(log.Baris, b => b.StartsWith("Trace", StringComparison.Ordinal));
        Assert.Contains(log.Baris, b => b.Contains("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal) && b.Contains("/passphrase", StringComparison.Ordinal));
        Assert.Contains(lalu.Isi, i => i.Contains("Nomor rujukan", StringComparison.Ordinal));
        var surat = await SuratAsync(portal);
        Assert.NotEmpty(surat);
        string[] rahasia = [Benar, Pendek, TanpaAngka, Salah, PortalUji.Sandi, SandiBaru, SandiSalah, SandiPendek];
        foreach (var r in rahasia)
        {
            TidakAda(r, log.Baris, surat, lalu.Alamat, lalu.Isi);
        }

        foreach (var n in (string[])[nik, $"{nik[..4]} {nik[4..]}", $"{nik[..4]} {nik[4..8]} {nik[8..12]} {nik[12..]}"])
        {
            TidakAda(n, log.Baris, surat, lalu.Alamat);
        }
    }

    /// <summary>With the portal's own filters, however much an operator asks for: the framework would log addresses, and a mailed link is one.</summary>
    [Fact]
    public async Task Tokens_of_mailed_links_stand_in_no_log()
    {
        var log = new SemuaLog();
        await using var portal = await PortalUji.MulaiAsync(
            postgres,
            new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace", ["Logging:LogLevel:Microsoft"] = "Trace" },
            s => s.AddLogging(b => b.ClearProviders().AddProvider(log)));
        var (tamu, _) = Peramban(portal);

        var (_, token) = await JalaniAsync(portal, tamu);

        Assert.Contains(log.Baris, b => b.StartsWith("Trace", StringComparison.Ordinal) || b.StartsWith("Debug", StringComparison.Ordinal));
        Assert.Equal(4, token.Count);
        foreach (var t in token)
        {
            Assert.True(t.Length >= 40, t);
            TidakAda(t, log.Baris);
        }
    }

    private static void TidakAda(string rahasia, params IEnumerable<string>[] tempat)
    {
        foreach (var teks in tempat.SelectMany(t => t))
        {
            var di = teks.IndexOf(rahasia, StringComparison.OrdinalIgnoreCase);
            Assert.True(di < 0, $"“{rahasia}” in: {(di < 0 ? "" : teks[Math.Max(0, di - 200)..Math.Min(teks.Length, di + 60)])}");
        }
    }

    /// <summary>An account, its password, and steps 5 to 8 with the passphrase right, wrong and too short; an error page besides.</summary>
    private static async Task<(string Nik, IReadOnlyList<string> Token)> JalaniAsync(PortalUji portal, KlienUji tamu)
    {
        List<string> token = [];
        var surel = (await portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon)).Email!;
        await tamu.KirimAsync("/masuk", "masuk", ("Isian.Surel", surel), ("Isian.Sandi", SandiSalah));
        await tamu.KirimAsync("/lupa-sandi", "lupa-sandi", ("Isian.Email", surel));
        var atur = await portal.TautanSuratAsync(surel, JenisSurel.LupaSandi);
        token.Add(atur.Split("t=")[1]);
        await tamu.KirimAsync(atur, "atur-sandi", ("Isian.Sandi", SandiPendek));
        await tamu.KirimAsync(atur, "atur-sandi", ("Isian.Sandi", SandiBaru));
        await tamu.KirimAsync("/masuk", "masuk", ("Isian.Surel", surel), ("Isian.Sandi", SandiBaru));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await tamu.BukaAsync("/akun")).Status);

        await tamu.KirimAsync("/daftar", "daftar", ("Isian.Nama", "Budi Baru"), ("Isian.UnitKerja", "Dinas Arsip"), ("Isian.Email", "budi.baru@contoh.go.id"), ("Isian.Sandi", SandiSalah));
        token.Add((await portal.TautanSuratAsync("budi.baru@contoh.go.id", JenisSurel.BuktiEmail)).Split("t=")[1]);
        await tamu.BukaAsync($"/bukti-surel?t={token[1]}");

        var p = await (await Perjalanan.MulaiAsync(portal, tamu)).LengkapiAsync();
        await p.KirimPermohonanAsync();
        var verifikator = await p.SampaiAktivasiAsync();
        token.Add(await p.TokenAsync());
        await tamu.BukaAsync($"/aktivasi?k={token[2]}");
        await tamu.KirimAsync($"/aktivasi?k={token[2]}", "buka");
        await tamu.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-data");
        await p.UnggahAsync("aktivasi", "formulir-fotoktpaktivasi", "ktp-scan.png");
        await p.UnggahAsync("aktivasi", "formulir-selfie", "ktp-scan.png");
        await tamu.KirimAsync($"/permohonan/{p.Id}/aktivasi", "formulir-selesai");
        await p.PetugasAsync(verifikator, new Setujui(Permohonan.BidangVerifikasi));
        token.Add(await p.TokenAsync());
        await tamu.KirimAsync($"/passphrase?k={token[3]}", "buka");

        var alamat = $"/permohonan/{p.Id}/passphrase";
        var halaman = await tamu.BukaAsync(alamat);
        foreach (var lemah in (string[])[Pendek, TanpaAngka])
        {
            Assert.NotNull((await tamu.KirimAsync(alamat, "formulir-buat", ("Passphrase", lemah), ("DataLogin", "ya"))).Dokumen.QuerySelector("#Passphrase-galat"));
        }

        await portal.BasisData.JalankanAsync("ALTER TABLE riwayat RENAME TO riwayat_pergi");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await tamu.KirimAsync(alamat, "formulir-buat", ("Passphrase", Benar), ("DataLogin", "ya"))).Status);
        await portal.BasisData.JalankanAsync("ALTER TABLE riwayat_pergi RENAME TO riwayat");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await tamu.KirimAsync(halaman, "formulir-buat", ("Passphrase", Benar), ("__RequestVerificationToken", "rusak"))).Status);
        await tamu.KirimAsync(alamat, "formulir-buat", ("Passphrase", Benar), ("DataLogin", "ya"));
        Assert.Equal(Tahap.Penerbitan, (await p.BacaAsync()).Tahap);
        // A page left open, sent again too late.
        await tamu.KirimAsync(halaman, "formulir-buat", ("Passphrase", Salah), ("DataLogin", "ya"));

        await portal.Pabrik.Services.GetRequiredService<PermohonanService>().MintaPenerbitanAsync(p.Id);
        foreach (var frasa in (string[])[Salah, Benar])
        {
            await tamu.KirimAsync($"/permohonan/{p.Id}", $"/permohonan/{p.Id}/sertifikat", ("Passphrase", frasa));
        }

        return (p.Nik, token);
    }

    private static async Task<IReadOnlyList<string>> SuratAsync(PortalUji portal)
    {
        var pelindung = portal.Pabrik.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("KlatenSE.Surel.Isi");
        var semua = await portal.DenganDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
        string? Teks(OutboxMessage m, string? isi) => isi is { } t && m.Rahasia ? pelindung.Unprotect(t) : isi;
        return [.. semua.SelectMany(m => (string?[])[m.Perihal, Teks(m, m.IsiTeks), Teks(m, m.IsiHtml)]).OfType<string>()];
    }

    private static (KlienUji Klien, Penyadap Lalu) Peramban(PortalUji portal)
    {
        var lalu = new Penyadap();
        return (new KlienUji(portal.Pabrik.CreateDefaultClient(new CookieContainerHandler(), lalu), null), lalu);
    }

    /// <summary>Every address asked for or led to, and every body that came back.</summary>
    private sealed class Penyadap : DelegatingHandler
    {
        public ConcurrentQueue<string> Alamat { get; } = [];

        public ConcurrentQueue<string> Isi { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Alamat.Enqueue(request.RequestUri!.OriginalString);
            var jawaban = await base.SendAsync(request, cancellationToken);
            Alamat.Enqueue(jawaban.Headers.Location?.OriginalString ?? "");
            await jawaban.Content.LoadIntoBufferAsync(cancellationToken);
            Isi.Enqueue(Encoding.Latin1.GetString(await jawaban.Content.ReadAsByteArrayAsync(cancellationToken)));
            return jawaban;
        }
    }
}
