using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Loket;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>Random histories of what waits for a confirmation, under a clock that jumps: sent again, confirmed, declined, cancelled, swept or left lying.</summary>
public sealed class RiwayatLoketAcakTests(PostgresUji postgres)
{
    [Fact]
    public async Task Each_confirmation_ends_once_never_early_and_never_late()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var (acak, semua) = (new Random(7), new List<Permohonan>());
        for (var i = 0; i < 16; i++)
        {
            semua.Add(await ruang.WajibAsync(RuangLoket.OrangBaru()));
            if (i % 2 == 0)
            {
                await ruang.BuktikanAsync(semua[i]);
            }

            await ruang.Jam.GeserAsync(TimeSpan.FromHours(acak.Next(0, 5)));
        }

        for (var langkah = 0; langkah < 90; langkah++)
        {
            var p = semua[acak.Next(semua.Count)];
            var tindakan = acak.Next(7) switch
            {
                0 => ruang.LakukanAsync(p, new KirimUlangKonfirmasi(), ruang.Loket),
                1 => ruang.LakukanAsync(p, new Konfirmasi()),
                2 => ruang.LakukanAsync(p, new SimpanData(p.Data with { Pangkat = $"Penata {langkah}" }, p.Surat)),
                3 when acak.Next(4) == 0 => ruang.LakukanAsync(p, new Batalkan { Alasan = "Bukan permohonan saya." }),
                4 when acak.Next(4) == 0 => ruang.LakukanAsync(p, new Batalkan { Alasan = "Salah ketik." }, ruang.Loket),
                5 => ruang.SapuAsync(),
                _ => ruang.Jam.GeserAsync(TimeSpan.FromHours(acak.Next(1, 6))),
            };
            await tindakan;
        }

        await ruang.Jam.GeserAsync(TimeSpan.FromDays(4));
        await ruang.SapuAsync();
        await using var db = await ruang.Layanan.Pabrik.CreateDbContextAsync();
        var keluar = await db.Set<Riwayat>().AsNoTracking().Where(r => r.Dari == Tahap.MenungguKonfirmasi && r.Ke != Tahap.MenungguKonfirmasi).ToListAsync();
        Assert.Equal(semua.Count, keluar.Count);
        Assert.Equal(semua.Count, keluar.Select(r => r.PermohonanId).Distinct().Count());
        Assert.All(keluar, r =>
        {
            var batas = semua.Single(p => p.Id == r.PermohonanId).BatasBerikutnya!.Value;
            Assert.True(r.Peran == Peran.Sistem ? r.Pada >= batas : r.Tindakan == Tindakan.Batalkan || r.Pada < batas, $"{r.Tindakan} {r.Pada:O} {batas:O}");
        });
        Assert.Contains(keluar, r => r.Tindakan == Tindakan.Konfirmasi);
        Assert.Contains(keluar, r => r.Peran == Peran.Sistem);
        Assert.Equal(0, await db.Set<LinkKonfirmasi>().CountAsync(l => l.DitutupPada == null));
    }
}
