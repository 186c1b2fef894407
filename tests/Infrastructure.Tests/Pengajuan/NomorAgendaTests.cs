using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Pengajuan;

/// <summary>The Buku Agenda under load: no gap, no double.</summary>
public sealed class NomorAgendaTests(PostgresUji postgres)
{
    private const int Banyak = 64;

    [Fact]
    public async Task Sixty_four_parallel_sends_get_numbers_without_gap_or_double()
    {
        await using var basis = await postgres.CloneAsync();
        var config = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = basis.Portal }).Build();
        await using var layanan = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddSingleton(TimeProvider.System)
            .AddBasisData(config).AddSurel(config).AddLayananSertifikat(config).AddAlur().AddPengajuan().AddSingleton<PengaturanService>().BuildServiceProvider();
        var pabrik = layanan.GetRequiredService<IDbContextFactory<KlatenDb>>();
        var pintu = layanan.GetRequiredService<PermohonanService>();
        var draf = new List<(Guid Id, PelakuPermintaan Pelaku)>();
        for (var n = 1; n <= Banyak; n++)
        {
            draf.Add(await SiapkanAsync(layanan, pabrik, pintu, n));
        }

        var hasil = await Task.WhenAll(draf.Select(d => Task.Run(() =>
            pintu.LakukanAsync(d.Id, null, new Ajukan(BerkasSop.WajibSaatAjukan, []), d.Pelaku, Guid.NewGuid()))));

        Assert.All(hasil, h => Assert.True(h is HasilTindakan.Berhasil, h.KalimatGagal));
        await using var db = await pabrik.CreateDbContextAsync();
        Assert.Equal(Enumerable.Range(1, Banyak), await db.SuratMasuk.Select(s => s.NomorAgenda).OrderBy(n => n).ToListAsync());
        Assert.Equal(Banyak, await db.Permohonan.Select(p => p.NomorResi).Distinct().CountAsync());
    }

    private static async Task<(Guid, PelakuPermintaan)> SiapkanAsync(IServiceProvider layanan, IDbContextFactory<KlatenDb> pabrik, PermohonanService pintu, int n)
    {
        var surel = $"pemohon.{n}@contoh.go.id";
        var akun = new Pengguna { Id = Guid.CreateVersion7(), Nama = "Sekar Wulandari", Email = surel, UserName = surel, NormalizedEmail = surel.ToUpperInvariant(), NormalizedUserName = surel.ToUpperInvariant(), EmailConfirmed = true };
        await using (var db = await pabrik.CreateDbContextAsync())
        {
            db.Add(akun);
            db.Add(new PeranPengguna { PenggunaId = akun.Id, Peran = Peran.Pemohon });
            await db.SaveChangesAsync();
        }

        var pelaku = new PelakuPermintaan(akun.Id, null);
        var id = (await layanan.GetRequiredService<PengajuanService>().BuatDrafAsync(Layanan.Penerbitan, pelaku)).Id!.Value;
        var data = new DataPemohon
        {
            Nama = "Sekar Wulandari",
            Nik = $"339901550790{n:0000}",
            Nip = "199007152015032002",
            Surel = surel,
            Ponsel = "+6281234567890",
            Jabatan = "Arsiparis",
            UnitKerja = "Dinas Arsip",
        };
        var surat = new DataSurat { Nomor = $"000.9/{n}/2026", Tanggal = new DateOnly(2026, 1, 5), AtasanNama = "Bagas Prasetyo", AtasanNip = "197803122003121004", AtasanJabatan = "Kepala" };
        var simpan = await pintu.LakukanAsync(id, null, new SimpanData(data, surat), pelaku, Guid.NewGuid());
        Assert.True(simpan is HasilTindakan.Berhasil, simpan.KalimatGagal);
        return (id, pelaku);
    }
}
