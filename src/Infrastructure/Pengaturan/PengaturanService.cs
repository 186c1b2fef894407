using System.Text.Json;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Pengaturan;

/// <summary>The administrator's settings, read from the database at most once in <see cref="Umur"/>.</summary>
public sealed class PengaturanService(IDbContextFactory<KlatenDb> pabrik, ILayananSertifikat sertifikat, TimeProvider jam)
{
    public const string Kunci = "portal";

    /// <summary>How old an answer may be: another process may have changed a setting.</summary>
    public static TimeSpan Umur { get; } = TimeSpan.FromSeconds(5);

    // Inside an act a second connection is not asked for lightly: with the pool exhausted every act would wait for another one's.
    private static readonly TimeSpan UmurDiDalam = TimeSpan.FromMinutes(1);

    private Simpanan? simpanan;

    /// <summary>The settings, at most <see cref="Umur"/> old; the defaults while nothing is stored.</summary>
    public async ValueTask<PengaturanPortal> AmbilAsync(CancellationToken ct = default)
    {
        var saat = jam.GetTimestamp();
        if (simpanan is { } s && jam.GetElapsedTime(s.Pada, saat) < Umur)
        {
            return s.Isi;
        }

        await using var db = await pabrik.CreateDbContextAsync(ct);
        var isi = DenganOtoritas(await BacaAsync(db, ct));
        simpanan = new Simpanan(isi, saat);
        return isi;
    }

    /// <summary>The same for what cannot wait: a mail is put together inside its act, which read the settings when it began. At most a minute old.</summary>
    public PengaturanPortal Ambil()
    {
        var saat = jam.GetTimestamp();
        if (simpanan is { } s && jam.GetElapsedTime(s.Pada, saat) < UmurDiDalam)
        {
            return s.Isi;
        }

        using var db = pabrik.CreateDbContext();
        var isi = DenganOtoritas(Baca(Nilai(db).SingleOrDefault()));
        simpanan = new Simpanan(isi, saat);
        return isi;
    }

    private PengaturanPortal DenganOtoritas(PengaturanPortal isi) => isi with { Sop = isi.Sop with { Otoritas = sertifikat.Mode } };

    /// <summary>The settings as the given context sees them, without any cache and without the authority, which is the configuration's.</summary>
    public static async Task<PengaturanPortal> BacaAsync(KlatenDb db, CancellationToken ct = default) => Baca(await Nilai(db).SingleOrDefaultAsync(ct));

    private static IQueryable<string> Nilai(KlatenDb db) => db.Set<ButirPengaturan>().AsNoTracking().Where(b => b.Kunci == Kunci).Select(b => b.Nilai);

    private static PengaturanPortal Baca(string? nilai) =>
        nilai is null ? new PengaturanPortal() : JsonSerializer.Deserialize<PengaturanPortal>(nilai) ?? new PengaturanPortal();

    /// <summary>Puts the settings into the context, to be saved with the audit row that the caller adds.</summary>
    public static async Task TulisAsync(KlatenDb db, PengaturanPortal isi, Guid? oleh, DateTimeOffset kini, CancellationToken ct = default)
    {
        var butir = await db.Set<ButirPengaturan>().SingleOrDefaultAsync(b => b.Kunci == Kunci, ct);
        if (butir is null)
        {
            butir = new ButirPengaturan { Kunci = Kunci };
            db.Add(butir);
        }

        butir.Nilai = JsonSerializer.Serialize(isi);
        butir.DiubahPada = kini;
        butir.DiubahOleh = oleh;
    }

    /// <summary>Stores new settings with an audit row that names what changed; the actor must be an administrator at this moment.</summary>
    public async Task<HasilAkun> SimpanAsync(PengaturanPortal baru, PelakuAudit oleh, CancellationToken ct = default)
    {
        await using var db = await pabrik.CreateDbContextAsync(ct);
        var kini = jam.GetUtcNow();
        if (await PeranResolver.AdministratorAsync(db, oleh, kini, ct) is not { } admin)
        {
            db.CatatDitolak(oleh, PenggunaService.BukanAdministrator, kini);
            await db.SaveChangesAsync(ct);
            return new(PenggunaService.BukanAdministrator);
        }

        var (dulu, sekarang) = (Butir(await BacaAsync(db, ct)), Butir(baru));
        var berubah = sekarang.Where(b => dulu[b.Key] != b.Value).Select(b => $"{b.Key}: {dulu[b.Key]} → {b.Value}").ToArray();
        if (berubah.Length > 0)
        {
            await TulisAsync(db, baru, oleh.Id, kini, ct);
            db.CatatPengaturan(admin, string.Join("; ", berubah), kini);
            await db.SaveChangesAsync(ct);
        }

        Lupakan();
        return HasilAkun.Baik;
    }

    private static Dictionary<string, string> Butir(PengaturanPortal isi) =>
        JsonSerializer.SerializeToElement(isi).EnumerateObject().ToDictionary(b => b.Name, b => b.Value.ToString());

    /// <summary>Forgets what was read, after a change by this process.</summary>
    public void Lupakan() => simpanan = null;

    private sealed record Simpanan(PengaturanPortal Isi, long Pada);
}
