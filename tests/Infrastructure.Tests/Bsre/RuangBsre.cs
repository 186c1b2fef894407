using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Antrean;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Bsre;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Tests.PeragaBsre;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlatenSE.Infrastructure.Tests.Bsre;

/// <summary>
/// The portal's services beside a stand-in for BSrE, on a database whose clock the test moves; nothing runs by itself. Jitter is fixed, every log line of every
/// category is kept.
/// </summary>
internal sealed class RuangBsre : IAsyncDisposable
{
    /// <summary>Monday 5 January 2026, 08.00 WIB.</summary>
    public static readonly DateTimeOffset Senin = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private RuangBsre(BasisDataUji basis, JamUji jam, RuangPeraga peraga, LayananUji layanan, SemuaLog log) =>
        (Basis, Jam, Peraga, Layanan, Log, Uji) = (basis, jam, peraga, layanan, log, new PermohonanUji(layanan.Layanan));

    public BasisDataUji Basis { get; }

    public JamUji Jam { get; }

    public RuangPeraga Peraga { get; }

    public LayananUji Layanan { get; }

    public SemuaLog Log { get; }

    public PermohonanUji Uji { get; }

    public PemeriksaBsre Pemeriksa => Ambil<PemeriksaBsre>();

    public static async Task<RuangBsre> BuatAsync(PostgresUji postgres, params (string Kunci, string? Nilai)[] setelan)
    {
        var basis = await postgres.CloneAsync();
        var jam = await basis.JamAsync();
        await jam.HentikanAsync(Senin);
        var peraga = await RuangPeraga.MulaiAsync();
        var log = new SemuaLog();
        return new RuangBsre(basis, jam, peraga, Proses(basis, peraga.App.Alamat, log, setelan), log);
    }

    /// <summary>A process of the portal on a database; a second one shares the work.</summary>
    public static LayananUji Proses(BasisDataUji basis, Uri alamat, SemuaLog log, params (string Kunci, string? Nilai)[] setelan)
    {
        var isi = new Dictionary<string, string?>
        {
            ["Bsre:Alamat"] = alamat.ToString(),
            ["Bsre:Pengguna"] = "peraga",
            ["Bsre:Sandi"] = "sandi-peraga",
        };
        foreach (var (kunci, nilai) in setelan)
        {
            isi[kunci] = nilai;
        }

        var layanan = LayananUji.Buat(
            basis.Portal,
            (s, c) => s.AddBsre(c, berjalan: false).AddSingleton<ILayananSertifikat, LayananSertifikatBsre>().AddSingleton<ButirKerjaService>()
                .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log)),
            isi);
        layanan.Layanan.GetRequiredService<PencatatJawaban>().Acak = () => 0.5;
        return layanan;
    }

    public T Ambil<T>()
        where T : notnull => Layanan.Layanan.GetRequiredService<T>();

    public Task<int> PutaranAsync() => Pemeriksa.PutaranAsync();

    /// <summary>Time passes, then everything that is due is asked.</summary>
    public async Task<int> PutaranSetelahAsync(TimeSpan lama)
    {
        await Jam.GeserAsync(lama);
        return await PutaranAsync();
    }

    /// <summary>Five minutes, in which each request is asked about.</summary>
    public Task<int> PutaranBerikutAsync() => PutaranSetelahAsync(TimeSpan.FromMinutes(5));

    /// <summary>What the stand-in says of this applicant from now on.</summary>
    public async Task StatusAsync(ContohPermohonan contoh, StatusBsre status)
    {
        await Peraga.Klien.DeleteAsync("/kendali/kebiasaan");
        await Peraga.KendaliAsync("kebiasaan", new { jenis = "status", nik = contoh.Data.Nik, status = status.Kata() });
    }

    public Task KebiasaanAsync(object isi) => Peraga.KendaliAsync("kebiasaan", isi);

    public async Task BiasaLagiAsync() => await Peraga.Klien.DeleteAsync("/kendali/kebiasaan");

    /// <summary>BSrE says this, and is asked.</summary>
    public async Task DijawabAsync(ContohPermohonan contoh, StatusBsre status)
    {
        await StatusAsync(contoh, status);
        await PutaranBerikutAsync();
    }

    /// <summary>A request in a stage beside BSrE.</summary>
    public async Task<ContohPermohonan> SampaiAsync(Tahap tahap)
    {
        if (tahap is Tahap.MenungguDisposisi or Tahap.PenerusanKabid or Tahap.VerifikasiBerkas or Tahap.InputDataBsre or Tahap.PerluPerbaikan)
        {
            return await Uji.SampaiAsync(tahap);
        }

        var contoh = await Uji.SampaiAsync(Tahap.InputDataBsre);
        await Uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi());
        if (tahap == Tahap.LinkKedaluwarsa)
        {
            await Jam.GeserAsync(TimeSpan.FromHours(24));
            await Layanan.Pintu.LakukanSistemAsync(contoh.Id, new Kedaluwarsakan());
            return contoh;
        }

        if (tahap is Tahap.VerifikasiData or Tahap.Passphrase or Tahap.Penerbitan)
        {
            await Uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        }

        if (tahap is Tahap.Passphrase or Tahap.Penerbitan)
        {
            await Uji.WajibAsync(contoh, Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi));
        }

        if (tahap == Tahap.Penerbitan)
        {
            await Uji.WajibAsync(contoh, Peran.Verifikator, new CatatPassphrase(await Jam.KiniAsync()));
        }

        return contoh;
    }

    public async Task OtomatisAsync(params StatusBsre[] status)
    {
        await using var db = await Layanan.Pabrik.CreateDbContextAsync();
        await PengaturanService.TulisAsync(db, new PengaturanPortal { OtomatisBsre = status }, null, await db.WaktuKiniAsync());
        await db.SaveChangesAsync();
        Ambil<PengaturanService>().Lupakan();
    }

    public async Task<Tahap> TahapAsync(ContohPermohonan contoh) => (await Uji.BacaAsync(contoh)).Tahap;

    public Task<List<ButirKerja>> ButirAsync(ContohPermohonan contoh) =>
        Layanan.BacaAsync(db => db.Set<ButirKerja>().AsNoTracking().Where(b => b.PermohonanId == contoh.Id).OrderBy(b => b.DibukaPada).ToListAsync());

    public async Task<IReadOnlyList<(JenisButirKerja Jenis, Peran Untuk)>> TerbukaAsync(ContohPermohonan contoh) =>
        [.. (await ButirAsync(contoh)).Where(b => b.DitutupPada is null).Select(b => (b.Jenis, b.Untuk))];

    public Task<List<JawabanTercatat>> JawabanAsync() => Layanan.BacaAsync(db => db.Set<JawabanTercatat>().AsNoTracking().OrderBy(j => j.Id).ToListAsync());

    public Task<KabarStatus> KabarAsync(ContohPermohonan contoh) => Layanan.BacaAsync(
        async db => await KabarStatus.BacaAsync(db, await db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == contoh.Id), await db.WaktuKiniAsync(), default));

    public Task<KabarPemeriksaan> KesehatanAsync() => Ambil<PemeriksaanQuery>().BacaAsync();

    public async ValueTask DisposeAsync()
    {
        await Layanan.DisposeAsync();
        await Peraga.DisposeAsync();
        await Basis.DisposeAsync();
    }
}
