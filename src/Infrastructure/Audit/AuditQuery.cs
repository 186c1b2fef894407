using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Audit;

/// <summary>What the administrator looks for in the audit; empty fields do not narrow.</summary>
public sealed record SaringanAudit(string? Orang = null, string? NomorResi = null, JenisAudit? Jenis = null, DateOnly? Dari = null, DateOnly? Sampai = null);

/// <summary>An audit row as the list shows it: without the sealed values.</summary>
public sealed record BarisAudit(CatatanAudit Catatan, string? NomorResi);

/// <summary>Somebody who looked at a person's data.</summary>
public sealed record BarisDilihat(DateTimeOffset Pada, string Nama, string? Jabatan, string Apa, string? NomorResi);

/// <summary>Reading the audit.</summary>
public sealed class AuditQuery(KlatenDb db)
{
    /// <summary>Newest first, with the number of all that match.</summary>
    public async Task<(IReadOnlyList<BarisAudit> Baris, int Jumlah)> CariAsync(SaringanAudit saringan, int lewati, int ambil, CancellationToken ct = default)
    {
        var q = db.Set<CatatanAudit>().AsNoTracking();
        if (saringan.Orang is { Length: > 0 } orang)
        {
            var pola = Teks.Pola(orang);
            q = q.Where(a => EF.Functions.ILike(a.PelakuNama, pola));
        }

        if (saringan.NomorResi is { Length: > 0 } nomor)
        {
            q = q.Where(a => db.Permohonan.Any(p => p.Id == a.PermohonanId && p.NomorResi == nomor));
        }

        if (saringan.Jenis is { } jenis)
        {
            q = q.Where(a => a.Jenis == jenis);
        }

        if (saringan.Dari is { } dari)
        {
            var mulai = Jakarta.Saat(dari, TimeOnly.MinValue);
            q = q.Where(a => a.Pada >= mulai);
        }

        if (saringan.Sampai is { } sampai && sampai < DateOnly.MaxValue)
        {
            var akhir = Jakarta.Saat(sampai.AddDays(1), TimeOnly.MinValue);
            q = q.Where(a => a.Pada < akhir);
        }

        var jumlah = await q.CountAsync(ct);
        var baris = await q.OrderByDescending(a => a.Pada).ThenByDescending(a => a.Id).Skip(lewati).Take(ambil)
            .Select(a => new { Catatan = a, NomorResi = db.Permohonan.Where(p => p.Id == a.PermohonanId).Select(p => p.NomorResi).FirstOrDefault() })
            .ToListAsync(ct);
        return ([.. baris.Select(b => new BarisAudit(b.Catatan, b.NomorResi))], jumlah);
    }

    /// <summary>Who looked at the documents and data of this person's requests; the latest 200.</summary>
    public async Task<IReadOnlyList<BarisDilihat>> YangMelihatAsync(Guid pemohonId, CancellationToken ct = default)
    {
        var baris = await db.Set<CatatanAudit>().AsNoTracking()
            .Where(a => (a.Jenis == JenisAudit.LihatBerkas || a.Jenis == JenisAudit.LihatData) && a.PelakuId != pemohonId)
            .Join(db.Permohonan.Where(p => p.PemohonId == pemohonId), a => a.PermohonanId, p => p.Id, (a, p) => new { a.Id, a.Pada, a.PelakuNama, a.Peran, a.Sebagai, a.Jenis, a.Rincian, p.NomorResi })
            .OrderByDescending(a => a.Pada).ThenByDescending(a => a.Id).Take(200).ToListAsync(ct);
        return [.. baris.Select(a => new BarisDilihat(
            a.Pada, a.PelakuNama, a.Peran is { } peran ? string.Join(' ', new[] { a.Sebagai, peran.Nama() }.OfType<string>()) : null,
            a.Rincian ?? (a.Jenis == JenisAudit.LihatBerkas ? "Berkas" : "Data permohonan"), a.NomorResi))];
    }
}
