using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>A counter with its database, a clock that the test moves, and the accounts behind it.</summary>
internal sealed class RuangLoket : IAsyncDisposable
{
    private static int nomor = 700_000;

    private RuangLoket(BasisDataUji basis, JamUji jam, LayananUji layanan, OrangUji loket)
    {
        (Basis, Jam, Layanan, Loket) = (basis, jam, layanan, loket);
        Uji = new PermohonanUji(layanan.Layanan);
    }

    public BasisDataUji Basis { get; }

    public JamUji Jam { get; }

    public LayananUji Layanan { get; }

    public PermohonanUji Uji { get; }

    /// <summary>The official at the counter.</summary>
    public OrangUji Loket { get; }

    public static async Task<RuangLoket> BuatAsync(PostgresUji postgres, Action<IServiceCollection, Microsoft.Extensions.Configuration.IConfiguration>? tambah = null, IReadOnlyDictionary<string, string?>? setelan = null)
    {
        var basis = await postgres.CloneAsync();
        var jam = await basis.JamAsync();
        var layanan = Proses(basis, tambah, setelan);
        return new RuangLoket(basis, jam, layanan, await new PermohonanUji(layanan.Layanan).OrangAsync("Petugas Loket", Peran.PetugasLoket));
    }

    /// <summary>A process of the portal on this database.</summary>
    public static LayananUji Proses(BasisDataUji basis, Action<IServiceCollection, Microsoft.Extensions.Configuration.IConfiguration>? tambah = null, IReadOnlyDictionary<string, string?>? setelan = null) =>
        LayananUji.Buat(basis.Portal, (s, c) =>
        {
            s.AddAuthentication();
            s.AddAkun().AddKonfirmasi().AddValiditas(c);
            tambah?.Invoke(s, c);
        }, new Dictionary<string, string?>(setelan ?? new Dictionary<string, string?>()) { ["Validitas:Aktif"] = "false" });

    public T Ambil<T>()
        where T : notnull => Layanan.Layanan.GetRequiredService<T>();

    public Task<T> BacaAsync<T>(Func<KlatenDb, Task<T>> kerja) => Layanan.BacaAsync(kerja);

    /// <summary>Somebody new, with a mailbox that has no account.</summary>
    public static DataPemohon OrangBaru()
    {
        var n = Interlocked.Increment(ref nomor);
        return DataUji.Pemohon(n, $"orang.loket{n}@contoh.go.id");
    }

    public async Task<DataSurat> SuratAsync(int n = 0) =>
        DataUji.Surat(n == 0 ? Interlocked.Increment(ref nomor) : n, Jakarta.Tanggal(await BacaAsync(db => db.WaktuKiniAsync())).AddDays(-3));

    public async Task<HasilLoket> CatatAsync(DataPemohon orang, bool ktp = true, Guid? kunci = null, DataSurat? surat = null, OrangUji? oleh = null) =>
        await Ambil<LoketService>().AjukanAsync(
            orang, surat ?? await SuratAsync(), new BerkasLoket(PermohonanUji.Berkas, PermohonanUji.Berkas, ktp ? PermohonanUji.Berkas : null), (oleh ?? Loket).Pelaku, kunci ?? Guid.NewGuid());

    /// <summary>As <see cref="CatatAsync"/>; fails when it is refused.</summary>
    public async Task<Permohonan> WajibAsync(DataPemohon orang, bool ktp = true, DataSurat? surat = null) =>
        await PermohonanAsync(Assert.IsType<HasilLoket.Tercatat>(await CatatAsync(orang, ktp, surat: surat)).Id);

    public Task<Permohonan> PermohonanAsync(Guid id) => BacaAsync(db => db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == id));

    public Task<Pengguna?> AkunAsync(string surel)
    {
        var kunci = KeberatanBasis.Kunci(surel);
        return BacaAsync(db => db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == kunci));
    }

    public Task<int> SurelAsync(Guid id, JenisSurel jenis) => BacaAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.PermohonanId == id && m.Jenis == jenis));

    /// <summary>The token in the newest confirmation mail of a request, read before it is delivered.</summary>
    public async Task<string> TokenAsync(Guid id)
    {
        var isi = await BacaAsync(db => db.Set<OutboxMessage>()
            .Where(m => m.PermohonanId == id && (m.Jenis == JenisSurel.KonfirmasiLoket || m.Jenis == JenisSurel.PengingatKonfirmasi))
            .OrderByDescending(m => m.Id).Select(m => m.IsiTeks).FirstAsync());
        var teks = Ambil<IDataProtectionProvider>().CreateProtector("KlatenSE.Surel.Isi").Unprotect(isi!);
        return teks.Split((char[]?)null).First(k => k.Contains("/konfirmasi?k=", StringComparison.Ordinal)).Split("?k=")[1];
    }

    /// <summary>What the holder of a mailed link does, in a scope of its own.</summary>
    public async Task<T> DenganLinkAsync<T>(Func<KonfirmasiService, Task<T>> kerja)
    {
        await using var lingkup = Layanan.Layanan.CreateAsyncScope();
        return await kerja(lingkup.ServiceProvider.GetRequiredService<KonfirmasiService>());
    }

    /// <summary>The applicant proves the mailbox by the mailed link.</summary>
    public async Task<OrangUji> BuktikanAsync(Permohonan p)
    {
        var token = await TokenAsync(p.Id);
        Assert.Null((await DenganLinkAsync(k => k.BuatSandiAsync(token, "kata sandi pemohon loket", null))).Kalimat);
        return new OrangUji(p.PemohonId, p.Data.Nama, p.Data.Surel);
    }

    /// <summary>The applicant acts at the door.</summary>
    public Task<HasilTindakan> LakukanAsync(Permohonan p, Perintah perintah, OrangUji? oleh = null) =>
        Ambil<PermohonanService>().LakukanAsync(p.Id, null, perintah, (oleh ?? new OrangUji(p.PemohonId, "", "")).Pelaku, Guid.NewGuid());

    /// <summary>One sweep of what a clock makes due.</summary>
    public async Task SapuAsync()
    {
        await Ambil<PengingatKonfirmasiService>().KirimAsync();
        await Ambil<TenggatService>().JalankanAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Layanan.DisposeAsync();
        await Basis.DisposeAsync();
    }
}
