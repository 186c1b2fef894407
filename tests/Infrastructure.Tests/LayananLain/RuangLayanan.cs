using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.LayananLain;

/// <summary>One database with the portal's services, for tests of what is asked for a certificate that is there.</summary>
public abstract class RuangLayanan(PostgresUji postgres) : IAsyncLifetime
{
    protected static readonly TimeSpan DuapuluhTigaBulan = TimeSpan.FromDays(700);

    protected BasisDataUji Basis { get; private set; } = null!;
    protected LayananUji Layanan { get; private set; } = null!;
    protected PermohonanUji Uji { get; private set; } = null!;

    protected PengajuanService Pengajuan => Ambil<PengajuanService>();
    protected PencabutanService Pencabutan => Ambil<PencabutanService>();

    public async ValueTask InitializeAsync()
    {
        Basis = await postgres.CloneAsync();
        Layanan = LayananUji.Buat(Basis.Portal, (s, _) => Tambah(s));
        Uji = new PermohonanUji(Layanan.Layanan);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Layanan.DisposeAsync();
        await Basis.DisposeAsync();
    }

    protected virtual void Tambah(IServiceCollection services)
    {
    }

    protected T Ambil<T>()
        where T : notnull => Layanan.Layanan.GetRequiredService<T>();

    protected Task<long> HitungAsync(string sql) => Basis.NilaiAsync<long>($"SELECT count(*) FROM {sql}");

    protected async Task GeserAsync(TimeSpan lama) => await (await Basis.JamAsync()).GeserAsync(lama);

    protected Task<SertifikatTerbit> SertifikatAsync(Guid permohonanId) =>
        Layanan.BacaAsync(db => db.Set<SertifikatTerbit>().AsNoTracking().SingleAsync(s => s.PermohonanId == permohonanId));

    /// <summary>Somebody who holds a certificate, through the whole SOP.</summary>
    protected Task<ContohPermohonan> PemegangAsync() => Uji.SampaiAsync(Tahap.Selesai);

    protected static IsianPencabutan Sendiri(string alasan = "Pensiun") => new() { Alasan = alasan };

    /// <summary>A superior's form on a holder.</summary>
    protected static IsianPencabutan Atasan(ContohPermohonan pemegang) => new()
    {
        OrangLain = true,
        Nip = pemegang.Data.Nip,
        Nama = pemegang.Data.Nama,
        Alasan = "Mutasi ke instansi lain",
        Surat = new DataSurat { Nomor = "800/77/2026", Tanggal = new DateOnly(2026, 1, 5), AtasanNip = "196803121994031004", AtasanJabatan = "Kepala Dinas" },
    };

    protected async Task<ContohPermohonan> DrafCabutAsync(OrangUji oleh, IsianPencabutan isian)
    {
        var hasil = await Pencabutan.BuatDrafAsync(isian, oleh.Pelaku);
        Assert.Empty(hasil.Galat);
        return new ContohPermohonan(hasil.Id!.Value, oleh, new DataPemohon());
    }

    protected async Task<string> DitolakAsync(ContohPermohonan contoh, Peran peran, Perintah perintah) =>
        Assert.IsType<HasilTindakan.DitolakSop>(await Uji.LakukanAsync(contoh, peran, perintah)).KalimatGagal!;
}
