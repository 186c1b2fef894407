using System.Net.Http.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>The portal beside the stand-in for BSrE, one for a class of tests. Each test brings its own people.</summary>
public sealed class RuangBsre : IAsyncLifetime
{
    public PortalHidup Portal { get; } = new() { DenganBsre = true };

    /// <summary>The stand-in's control.</summary>
    public HttpClient Kendali { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        Kendali.BaseAddress = Portal.AlamatBsre;
    }

    public async ValueTask DisposeAsync()
    {
        Kendali.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>People of one test's own: with an account that can sign in, and used by the door for the stages before.</summary>
    public async Task<OrangUji> AkunAsync(string nama, Peran peran)
    {
        var surel = await Portal.BuatPetugasAsync(nama, $"{nama.Replace(' ', '.').ToLowerInvariant()}@contoh.go.id", peran);
        await using var db = await DbAsync();
        return new OrangUji(await db.Users.Where(u => u.Email == surel).Select(u => u.Id).SingleAsync(), nama, surel);
    }

    /// <summary>Signs in an account of <see cref="AkunAsync"/>.</summary>
    public async Task<Orang> DatangAsync(OrangUji akun, bool ponsel = false, bool gelap = false)
    {
        var orang = await Orang.DatangAsync(Portal, akun.Nama, ponsel, gelap);
        await orang.MasukAsync(akun.Surel, PortalHidup.SandiPetugas);
        return orang;
    }

    public async Task<string> ResiAsync(Guid id)
    {
        await using var db = await DbAsync();
        return (await db.Permohonan.Where(p => p.Id == id).Select(p => p.NomorResi).SingleAsync())!;
    }

    public async Task<Tahap> TahapAsync(Guid id)
    {
        await using var db = await DbAsync();
        return await db.Permohonan.Where(p => p.Id == id).Select(p => p.Tahap).SingleAsync();
    }

    /// <summary>Both clocks go on together.</summary>
    public async Task MajuAsync(TimeSpan lama)
    {
        (await Kendali.PostAsJsonAsync("/kendali/jam", new { maju = lama.ToString() })).EnsureSuccessStatusCode();
        await Portal.Jam.GeserAsync(lama);
    }

    /// <summary>Puts the person of a request into a state at BSrE, without mails.</summary>
    public async Task TaruhAsync(DataPemohon d, string keadaan) => (await Kendali.PostAsJsonAsync("/kendali/orang", new
    {
        nama = d.Nama,
        nik = d.Nik,
        nip = d.Nip,
        surel = d.Surel,
        ponsel = d.Ponsel,
        jabatan = d.Jabatan,
        unitKerja = d.UnitKerja,
        kota = d.Kota,
        provinsi = d.Provinsi,
        keadaan,
    })).EnsureSuccessStatusCode();

    /// <summary>What somebody does at BSrE.</summary>
    public async Task DiBsreAsync(string nik, params string[] tindakan)
    {
        foreach (var t in tindakan)
        {
            (await Kendali.PostAsJsonAsync($"/kendali/orang/{nik}/{t}", new { alasan = "Diputuskan di BSrE." })).EnsureSuccessStatusCode();
        }
    }

    /// <summary>BSrE is asked about a request until an answer is younger than this call.</summary>
    public async Task TanyakanAsync(Guid id)
    {
        var sejak = await Portal.Jam.KiniAsync();
        using var batas = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var pemeriksa = Portal.Services.GetRequiredService<PemeriksaBsre>();
        for (var dijawab = false; !dijawab;)
        {
            await Portal.Basis.JalankanAsync($"UPDATE keadaan_bsre SET giliran_pada = waktu_kini() WHERE permohonan_id = '{id}'");
            await pemeriksa.PutaranAsync(batas.Token);
            await using var db = await DbAsync();
            dijawab = await db.Set<KeadaanBsre>().AnyAsync(k => k.PermohonanId == id && k.DijawabPada >= sejak, batas.Token);
        }
    }

    /// <summary>The newest link that BSrE mailed to an address; waits for the mail.</summary>
    /// <param name="kepada">The mailbox.</param>
    /// <param name="jalur">"aktivasi" or "passphrase".</param>
    /// <param name="urutan">The how many-eth such mail.</param>
    public async Task<string> LinkAsync(string kepada, string jalur, int urutan = 1)
    {
        var awal = $"{Portal.AlamatBsre}{jalur}/";
        bool Cocok(ReceivedMail m) => m.To.Contains(kepada) && m.Links.Any(l => l.StartsWith(awal, StringComparison.Ordinal));
        await Portal.Surel.WaitUntilAsync(() => Portal.Surel.Mails.Count(Cocok) >= urutan, $"email {jalur} ke-{urutan} dari BSrE bagi {kepada}", TimeSpan.FromSeconds(60));
        return Portal.Surel.Mails.Where(Cocok).Last().Links.First(l => l.StartsWith(awal, StringComparison.Ordinal));
    }

    public Task<KlatenDb> DbAsync() => Portal.Services.GetRequiredService<IDbContextFactory<KlatenDb>>().CreateDbContextAsync();
}
