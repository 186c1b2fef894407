using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>A mail as lists show it: never its body.</summary>
public sealed record BarisSurel(
    Guid Id, JenisSurel Jenis, string Kepada, string NamaKepada, string Perihal, Guid? PermohonanId, string? NomorResi,
    DateTimeOffset DibuatPada, DateTimeOffset KirimSetelah, DateTimeOffset? BatasPada, DateTimeOffset? TerkirimPada, DateTimeOffset? MatiPada,
    SebabMati? SebabMati, int Percobaan, StatusSurel Status, string Keterangan);

/// <summary>How the queue stands, for the administrator and the health page.</summary>
public sealed record RingkasanSurel(bool SmtpDiatur, int Menunggu, int Gagal, DateTimeOffset? TertuaMenunggu, string? KesalahanTerakhir);

/// <summary>Answer to "send again", with a sentence for the user.</summary>
public sealed record HasilKirimUlang(bool Berhasil, string Kalimat);

/// <summary>Body of a queued mail, for the demo's page only.</summary>
public sealed record IsiSurel(BarisSurel Surel, string Teks, string Html);

/// <summary>What the administrator sees of the outbox and may do with it.</summary>
public sealed class SurelQuery(KlatenDb db, IDataProtectionProvider pelindung, IOptionsMonitor<SurelOptions> pengaturan, TimeProvider jam)
{
    /// <summary>Newest first. <paramref name="status"/> narrows the list; <paramref name="cari"/> looks in address, subject and receipt number.</summary>
    public async Task<IReadOnlyList<BarisSurel>> DaftarAsync(StatusSurel? status = null, string? cari = null, int lewati = 0, int ambil = 50, CancellationToken ct = default)
    {
        var kini = jam.GetUtcNow();
        var q = db.Set<OutboxMessage>().AsNoTracking();
        q = status switch
        {
            StatusSurel.Terkirim => q.Where(m => m.TerkirimPada != null),
            StatusSurel.Gagal => Gagal(q),
            StatusSurel.Dibuang => q.Where(m => m.MatiPada != null && (m.SebabMati == SebabMati.LewatBatas || m.SebabMati == SebabMati.Dibatalkan)),
            StatusSurel.SedangDikirim => Tertunda(q).Where(m => m.DiambilSampai > kini),
            StatusSurel.Menunggu or StatusSurel.SmtpBelumDiatur => Tertunda(q).Where(m => m.DiambilSampai == null || m.DiambilSampai <= kini),
            null => q,
        };
        if (!string.IsNullOrWhiteSpace(cari))
        {
            var pola = $"%{cari.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            q = q.Where(m => EF.Functions.ILike(m.Kepada, pola) || EF.Functions.ILike(m.Perihal, pola) || EF.Functions.ILike(m.NomorResi!, pola));
        }

        var baris = await q.OrderByDescending(m => m.DibuatPada).ThenBy(m => m.Id).Skip(lewati).Take(Math.Clamp(ambil, 1, 500)).ToListAsync(ct);
        return [.. baris.Select(m => Baris(m, kini))];
    }

    public async Task<RingkasanSurel> RingkasanAsync(CancellationToken ct = default)
    {
        var tertunda = Tertunda(db.Set<OutboxMessage>().AsNoTracking());
        return new RingkasanSurel(
            pengaturan.CurrentValue.Diatur,
            await tertunda.CountAsync(ct),
            await Gagal(db.Set<OutboxMessage>()).CountAsync(ct),
            await tertunda.MinAsync(m => (DateTimeOffset?)m.DiantrekanPada, ct),
            await tertunda.Where(m => m.KesalahanTerakhir != null).OrderByDescending(m => m.KirimSetelah).Select(m => m.KesalahanTerakhir).FirstOrDefaultAsync(ct));
    }

    /// <summary>
    /// Puts a dead letter back into the queue. Saves: rows that the caller added to the same context (audit) go with it.
    /// Refuses what is not dead, what is past its deadline (a dead link), and what has no body left.
    /// </summary>
    public async Task<HasilKirimUlang> KirimUlangAsync(Guid id, CancellationToken ct = default)
    {
        var kini = jam.GetUtcNow();
        var m = await db.Set<OutboxMessage>().SingleOrDefaultAsync(x => x.Id == id, ct);
        if (Halangan(m, kini) is { } kalimat)
        {
            return new(false, kalimat);
        }

        m!.MatiPada = null;
        m.SebabMati = null;
        m.Percobaan = 0;
        m.DiantrekanPada = kini;
        m.KirimSetelah = kini;
        m.DiambilSampai = null;
        await db.SaveChangesAsync(ct);
        return new(true, pengaturan.CurrentValue.Diatur
            ? "Email dimasukkan kembali ke antrean dan segera dikirim."
            : "Email dimasukkan kembali ke antrean dan terkirim setelah server email diatur.");
    }

    /// <summary>Body of a mail, for the demo's page. Throws unless <c>Surel:IsiTerlihat</c> is set: nobody reads others' links in use.</summary>
    public async Task<IsiSurel?> IsiUntukDemoAsync(Guid id, CancellationToken ct = default)
    {
        if (!pengaturan.CurrentValue.IsiTerlihat)
        {
            throw new InvalidOperationException("Bodies of mails are readable in the demo only.");
        }

        var m = await db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct);
        if (m?.IsiTeks is not { } teks || m.IsiHtml is not { } html)
        {
            return null;
        }

        var protector = pelindung.CreateProtector(SuratElektronik.Tujuan);
        return new IsiSurel(Baris(m, jam.GetUtcNow()), m.Rahasia ? protector.Unprotect(teks) : teks, m.Rahasia ? protector.Unprotect(html) : html);
    }

    private static IQueryable<OutboxMessage> Tertunda(IQueryable<OutboxMessage> q) => q.Where(m => m.TerkirimPada == null && m.MatiPada == null);

    private static IQueryable<OutboxMessage> Gagal(IQueryable<OutboxMessage> q) =>
        q.Where(m => m.MatiPada != null && m.SebabMati != SebabMati.LewatBatas && m.SebabMati != SebabMati.Dibatalkan);

    private static string? Halangan(OutboxMessage? m, DateTimeOffset kini) => m switch
    {
        null => "Email itu tidak ada lagi. Muat ulang halaman ini.",
        { TerkirimPada: not null } => "Email itu sudah terkirim, jadi tidak perlu dikirim ulang.",
        { MatiPada: null } => "Email itu masih dalam antrean dan akan dikirim sendiri.",
        { SebabMati: SebabMati.Dibatalkan } => "Email itu tidak diperlukan lagi karena tindakannya sudah selesai.",
        { BatasPada: { } b } when b <= kini => $"Email itu lewat batas waktunya ({TeksWaktu.Lengkap(b)}), jadi link di dalamnya tidak berlaku lagi. Terbitkan link baru, dan email barunya terkirim sendiri.",
        { IsiTeks: null } => "Isi email itu sudah dihapus. Ulangi tindakannya agar email baru dibuat.",
        _ => null,
    };

    private BarisSurel Baris(OutboxMessage m, DateTimeOffset kini)
    {
        var (status, keterangan) = m switch
        {
            { TerkirimPada: { } t } => (StatusSurel.Terkirim, $"Terkirim {TeksWaktu.Lengkap(t)}"),
            { MatiPada: not null, SebabMati: SebabMati.LewatBatas or SebabMati.Dibatalkan } => (StatusSurel.Dibuang, m.KesalahanTerakhir ?? "Tidak dikirim karena tidak diperlukan lagi."),
            { MatiPada: not null } => (StatusSurel.Gagal, m.KesalahanTerakhir ?? "Tidak dapat dikirim."),
            { DiambilSampai: { } d } when d > kini => (StatusSurel.SedangDikirim, "Sedang dikirim"),
            _ when !pengaturan.CurrentValue.Diatur => (StatusSurel.SmtpBelumDiatur, "Server email belum diatur"),
            _ => (StatusSurel.Menunggu, m.KesalahanTerakhir is { } k ? $"{k} Percobaan berikutnya {TeksWaktu.Lengkap(m.KirimSetelah)}." : "Menunggu dikirim"),
        };
        return new BarisSurel(m.Id, m.Jenis, m.Kepada, m.NamaKepada, m.Perihal, m.PermohonanId, m.NomorResi, m.DibuatPada, m.KirimSetelah,
            m.BatasPada, m.TerkirimPada, m.MatiPada, m.SebabMati, m.Percobaan, status, keterangan);
    }
}
