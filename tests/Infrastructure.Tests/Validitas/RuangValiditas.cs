using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Validitas;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.Infrastructure.Tests.Validitas;

/// <summary>A database with a clock that the test moves, and the portal's services on it; nothing runs by itself.</summary>
internal sealed class RuangValiditas : IAsyncDisposable
{
    /// <summary>Monday 5 January 2026, 08.00 WIB: a working day like any other.</summary>
    public static readonly DateTimeOffset Senin = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private LayananUji _layanan;

    private RuangValiditas(BasisDataUji basis, JamUji jam)
    {
        (Basis, Jam, _layanan) = (basis, jam, Proses(basis));
        Uji = new PermohonanUji(_layanan.Layanan);
    }

    public BasisDataUji Basis { get; }

    public JamUji Jam { get; }

    public PermohonanUji Uji { get; private set; }

    public static async Task<RuangValiditas> BuatAsync(PostgresUji postgres)
    {
        var basis = await postgres.CloneAsync();
        var jam = await basis.JamAsync();
        await jam.SetelAsync(Senin);
        return new RuangValiditas(basis, jam);
    }

    /// <summary>A process of the portal on a database.</summary>
    public static LayananUji Proses(BasisDataUji basis) => LayananUji.Buat(
        basis.Portal, (s, c) => s.AddValiditas(c), new Dictionary<string, string?> { ["Validitas:Aktif"] = "false" });

    public T Ambil<T>()
        where T : notnull => _layanan.Layanan.GetRequiredService<T>();

    public Task<T> BacaAsync<T>(Func<KlatenDb, Task<T>> kerja) => _layanan.BacaAsync(kerja);

    /// <summary>The process ends; another one begins on the same database.</summary>
    public async Task MulaiUlangAsync()
    {
        var lama = _layanan;
        _layanan = Proses(Basis);
        Uji = Uji.DiProsesLain(_layanan.Layanan);
        await lama.DisposeAsync();
    }

    public async Task<DateTimeOffset> BatasLinkAsync(ContohPermohonan contoh) => (await Uji.LinkAsync(contoh))!.Batas;

    /// <summary>All links of a request, oldest first.</summary>
    public Task<List<LinkPemohon>> SemuaLinkAsync(ContohPermohonan contoh) =>
        BacaAsync(db => db.Set<LinkPemohon>().AsNoTracking().Where(l => l.PermohonanId == contoh.Id).OrderBy(l => l.TerbitPada).ToListAsync());

    public async Task<long> HitungAsync(string sql) => await Basis.NilaiAsync<long>($"SELECT count(*) FROM {sql}");

    public Task<long> SurelAsync(ContohPermohonan contoh, string jenis) => HitungAsync($"surel_keluar WHERE permohonan_id = '{contoh.Id}' AND jenis = '{jenis}'");

    public async ValueTask DisposeAsync()
    {
        await _layanan.DisposeAsync();
        await Basis.DisposeAsync();
    }
}
