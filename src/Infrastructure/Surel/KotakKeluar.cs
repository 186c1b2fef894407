using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>What an act does with the outbox besides adding a mail; each works in the caller's transaction.</summary>
public static class KotakKeluar
{
    /// <summary>
    /// Drops, visibly, mails of a request that are still waiting: reminders after completion, links that a newer one replaces.
    /// A mail that is being sent at this moment may still arrive.
    /// </summary>
    public static Task<int> BatalkanSurelAsync(this DbContext db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct, params JenisSurel[] jenis) =>
        db.Set<OutboxMessage>()
            .Where(m => m.PermohonanId == permohonanId && m.TerkirimPada == null && m.MatiPada == null && jenis.Contains(m.Jenis))
            .ExecuteUpdateAsync(
                s => s.SetProperty(m => m.MatiPada, kini)
                    .SetProperty(m => m.SebabMati, SebabMati.Dibatalkan)
                    .SetProperty(m => m.DiambilSampai, (DateTimeOffset?)null)
                    .SetProperty(m => m.KesalahanTerakhir, "Tidak dikirim karena tidak diperlukan lagi.")
                    .SetProperty(m => m.IsiTeks, m => m.Rahasia ? null : m.IsiTeks)
                    .SetProperty(m => m.IsiHtml, m => m.Rahasia ? null : m.IsiHtml),
                ct);

    /// <summary>Queues a mail unless one with its key is there already; false then. For sweeps and reminders, which may run twice.</summary>
    public static async Task<bool> AntrekanSekaliAsync(this DbContext db, OutboxMessage m, CancellationToken ct)
    {
        var jenis = m.Jenis.ToString();
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO surel_keluar (id, kunci, jenis, kepada, nama_kepada, perihal, isi_teks, isi_html, rahasia, permohonan_id, nomor_resi,
              dibuat_pada, diantrekan_pada, kirim_setelah, batas_pada, percobaan)
            VALUES ({m.Id}, {m.Kunci}, {jenis}, {m.Kepada}, {m.NamaKepada}, {m.Perihal}, {m.IsiTeks}, {m.IsiHtml}, {m.Rahasia}, {m.PermohonanId}, {m.NomorResi},
              {m.DibuatPada.ToUniversalTime()}, {m.DiantrekanPada.ToUniversalTime()}, {m.KirimSetelah.ToUniversalTime()}, {m.BatasPada?.ToUniversalTime()}, 0)
            ON CONFLICT (kunci) DO NOTHING
            """, ct) == 1;
    }
}
