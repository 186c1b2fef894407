using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>Reminders of drafts (3 days before they are removed) and of requests to be mended (2 working days left, and the last day).</summary>
public sealed class PengingatTenggatService(IDbContextFactory<KlatenDb> factory, SuratElektronik surat, PengaturanService pengaturan)
{
    private static readonly TimeSpan DrafDiingatkan = TimeSpan.FromDays(3);

    // A draft is removed only after a reminder; one that comes late (the server was down) moves the end, so that it still helps.
    private static readonly TimeSpan PalingSedikit = TimeSpan.FromDays(2);

    /// <summary>Sends what is due now.</summary>
    public async Task KirimAsync(CancellationToken ct = default)
    {
        var kalender = (await pengaturan.AmbilAsync(ct)).Kalender;
        List<Guid> draf;
        List<Guid> perbaikan;
        await using (var db = await factory.CreateDbContextAsync(ct))
        {
            var kini = await db.WaktuKiniAsync(ct);
            var sampai = kini + DrafDiingatkan;
            draf = await db.Permohonan.AsNoTracking()
                .Where(p => p.Tahap == Tahap.Draf && p.BatasBerikutnya <= sampai
                    && !db.Set<OutboxMessage>().Any(m => m.PermohonanId == p.Id && m.Jenis == JenisSurel.DrafAkanDihapus))
                .Select(p => p.Id).ToListAsync(ct);
            var dikembalikan = await db.Permohonan.AsNoTracking()
                .Where(p => p.Tahap == Tahap.PerluPerbaikan && p.BatasBerikutnya > kini)
                .Select(p => new
                {
                    p.Id,
                    p.SejakTahap,
                    Batas = p.BatasBerikutnya!.Value,
                    Kunci = db.Set<OutboxMessage>().Where(m => m.PermohonanId == p.Id && m.Jenis == JenisSurel.PengingatPerbaikan).Select(m => m.Kunci).ToList(),
                }).ToListAsync(ct);
            perbaikan = [.. dikembalikan
                .Where(p => Pembeda(p.SejakTahap, p.Batas, kini, kalender) is { } pembeda && !p.Kunci.Exists(k => k.EndsWith(":" + pembeda, StringComparison.Ordinal)))
                .Select(p => p.Id)];
        }

        await Rombongan.UntukTiapAsync(draf, 2, DrafAsync, ct);
        await Rombongan.UntukTiapAsync(perbaikan, 2, (id, henti) => PerbaikanAsync(id, kalender, henti), ct);
    }

    /// <summary>Which reminder of the mending is the nearest due one: "…-1" on the last working day, "…-2" on the one before; null: none.</summary>
    internal static string? Pembeda(DateTimeOffset sejak, DateTimeOffset batas, DateTimeOffset kini, KalenderKerja kalender)
    {
        var terakhir = Jakarta.Tanggal(batas);
        var sebelumnya = terakhir.AddDays(-1);
        while (!kalender.HariKerja(sebelumnya) && terakhir.DayNumber - sebelumnya.DayNumber < 31)
        {
            sebelumnya = sebelumnya.AddDays(-1);
        }

        bool Jatuh(DateOnly hari) => kalender.HariKerja(hari) && Jakarta.Saat(hari, kalender.JamPada(hari).Sesi[0].Mulai) is var mulai && mulai > sejak && mulai <= kini;
        var urut = Jatuh(terakhir) ? 1 : Jatuh(sebelumnya) ? 2 : 0;
        return urut == 0 ? null : $"{sejak.ToUnixTimeSeconds()}-{urut}";
    }

    private async Task DrafAsync(Guid id, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {id} FOR UPDATE", ct);
        var draf = await db.Permohonan.SingleAsync(p => p.Id == id, ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (draf.Tahap != Tahap.Draf || draf.BatasBerikutnya is not { } batas || batas > kini + DrafDiingatkan)
        {
            return;
        }

        if (batas < kini + PalingSedikit)
        {
            draf.BatasBerikutnya = batas = kini + DrafDiingatkan;
            db.Catat(new CatatanAudit
            {
                Pada = kini,
                Jenis = JenisAudit.Tindakan,
                PermohonanId = id,
                PelakuNama = Pelaku.Sistem.Nama,
                Peran = Peran.Sistem,
                Dari = Tahap.Draf,
                Ke = Tahap.Draf,
                Rincian = "Batas draf diundur karena pengingatnya baru dapat dikirim",
            });
        }

        var akun = await db.Users.AsNoTracking().SingleAsync(u => u.Id == draf.PemohonId, ct);
        await db.AntrekanSekaliAsync(surat.DrafAkanDihapus(new Penerima(akun.Nama, akun.Email!), id, batas, "3"), ct);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
    }

    private async Task PerbaikanAsync(Guid id, KalenderKerja kalender, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM permohonan WHERE id = {id} FOR UPDATE", ct);
        var p = await db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var kini = await db.WaktuKiniAsync(ct);
        if (p.Tahap == Tahap.PerluPerbaikan && p.BatasBerikutnya is { } batas && batas > kini && Pembeda(p.SejakTahap, batas, kini, kalender) is { } pembeda)
        {
            await db.AntrekanSekaliAsync(
                surat.PengingatPerbaikan(new Penerima(p.Data.Nama, p.Data.Surel), new PerkaraSurat(id, p.NomorResi!, id), batas, pembeda), ct);
            await transaksi.CommitAsync(ct);
        }
    }
}
