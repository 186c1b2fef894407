using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>
/// The one door for change. One PostgreSQL transaction holds the new state, the history row, the audit row, the outgoing mail,
/// the link and the board's doorbell: all of it commits or none of it.
/// </summary>
public sealed class PermohonanService(
    IDbContextFactory<KlatenDb> factory, PengaturanService pengaturan, AkibatTindakan akibat, ILayananSertifikat sertifikat, PenolakanAudit penolakan, KabarPintu kabar)
{
    /// <summary>Does an act for a person.</summary>
    /// <param name="id">The request.</param>
    /// <param name="versiDilihat">The version the person saw; a newer one means that somebody was faster. Null: do not compare.</param>
    /// <param name="perintah">The act with what it carries.</param>
    /// <param name="pelaku">Who asks; the roles are read from the database, whatever the page believed.</param>
    /// <param name="kunci">One key a submit: a double click is one act.</param>
    /// <param name="ct">Cancels before the commit; nothing is half done.</param>
    public Task<HasilTindakan> LakukanAsync(
        Guid id, uint? versiDilihat, Perintah perintah, PelakuPermintaan pelaku, Guid kunci, CancellationToken ct = default) =>
        JalankanAsync(new Permintaan(id, versiDilihat, perintah.Tindakan, (_, _, _) => Task.FromResult(perintah), pelaku, null, kunci), ct);

    /// <summary>Does an act of the system (expiry, tidying), which sees no version and needs no key.</summary>
    public Task<HasilTindakan> LakukanSistemAsync(Guid id, Perintah perintah, CancellationToken ct = default) =>
        JalankanAsync(new Permintaan(id, null, perintah.Tindakan, (_, _, _) => Task.FromResult(perintah), null, Pelaku.Sistem, null), ct);

    /// <summary>Does an act for whoever proved to hold the applicant's mailbox by a mailed link, and need not have an account to say no.</summary>
    internal Task<HasilTindakan> LakukanPemegangLinkAsync(Guid id, Perintah perintah, Pelaku pemegang, CancellationToken ct = default) =>
        JalankanAsync(new Permintaan(id, null, perintah.Tindakan, (_, _, _) => Task.FromResult(perintah), null, pemegang, null), ct);

    /// <summary>Asks the authority for the certificate (SOP step 8) and records what it answers: issued, or refused with its reason.</summary>
    public Task<HasilTindakan> MintaPenerbitanAsync(Guid id, CancellationToken ct = default) => JalankanAsync(
        new Permintaan(id, null, Tindakan.TerbitkanSertifikat, async (db, permohonan, kini) =>
            permohonan.Tahap != Tahap.Penerbitan
                ? new TerbitkanSertifikat(null)
                : await sertifikat.TerbitkanAsync(db, PermintaanPenerbitan.Dari(permohonan, (await pengaturan.AmbilAsync(ct)).BulanBerlaku), kini, ct) switch
                {
                    HasilPenerbitan.Terbit terbit => new TerbitkanSertifikat(terbit.Sertifikat),
                    HasilPenerbitan.Ditolak tolak => new TolakBsre { Alasan = tolak.Alasan },
                    var lain => throw new InvalidOperationException($"Jawaban otoritas tidak dikenal: {lain.GetType().Name}"),
                },
            null, Pelaku.Bsre, null), ct);

    private async Task<HasilTindakan> JalankanAsync(Permintaan minta, CancellationToken ct)
    {
        var atur = await pengaturan.AmbilAsync(ct);
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var terkunci = await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM permohonan WHERE id = {minta.Id} FOR UPDATE").ToListAsync(ct);
        if (terkunci.Count == 0)
        {
            return new HasilTindakan.TidakDitemukan();
        }

        // Read after the row lock, by statements of their own: acting and expiring race on this row, and one clock judges both.
        var permohonan = await db.Permohonan.SingleAsync(p => p.Id == minta.Id, ct);
        var saat = await SaatTindakan.BacaAsync(db, minta.Id, minta.Kunci, minta.Pelaku?.Id, ct);
        var pelaku = minta.Pasti
            ?? new Pelaku(minta.Pelaku!.Id, saat.NamaPelaku ?? "", await PeranResolver.AmbilAsync(db, minta.Pelaku.Id, saat.Kini, ct));
        if (permohonan.BolehTahu(pelaku) && await IsiTindakan.SudahDilakukanAsync(minta, db, permohonan, saat, ct))
        {
            return new HasilTindakan.Berhasil(permohonan.Tahap, permohonan.Tahap, permohonan.Version, SudahPernah: true);
        }

        if (minta.Tindakan is Tindakan.Batalkan or Tindakan.TerbitkanUlangLink && await LinkLewatAsync(db, permohonan, saat.Kini, ct))
        {
            // Its end is an expiry, with its row and its mails, whatever the timer does: first that, then the act meets the new state.
            await transaksi.RollbackAsync(ct);
            await LakukanSistemAsync(minta.Id, new Kedaluwarsakan(), ct);
            return await JalankanAsync(minta, ct);
        }

        var hasil = await PutuskanAsync(minta, atur, db, permohonan, pelaku, saat, ct);
        if (hasil is not HasilTindakan.Berhasil berhasil)
        {
            await transaksi.RollbackAsync(ct);
            await penolakan.CatatAsync(minta, permohonan.Tahap, pelaku, saat.Kini, hasil);
            return hasil;
        }

        await transaksi.CommitAsync(ct);
        kabar.Sampaikan(permohonan.Tahap, berhasil.LinkBaru);
        return saat.Kini >= berhasil.LinkBaru?.Batas ? await LewatSekaligusAsync(berhasil, minta.Id, ct) : hasil;
    }

    private static Task<bool> LinkLewatAsync(KlatenDb db, Permohonan permohonan, DateTimeOffset kini, CancellationToken ct) => permohonan.TahapSop.BerlakuLink is null
        ? Task.FromResult(false)
        : db.Set<LinkPemohon>().AnyAsync(l => l.PermohonanId == permohonan.Id && l.DitutupPada == null && l.Batas <= kini, ct);

    /// <summary>BSrE sent the link so long ago that it is over already: the request does not wait for a timer.</summary>
    private async Task<HasilTindakan> LewatSekaligusAsync(HasilTindakan.Berhasil hasil, Guid id, CancellationToken ct) =>
        await LakukanSistemAsync(id, new Kedaluwarsakan(), ct) is HasilTindakan.Berhasil lewat ? lewat with { Dari = hasil.Dari } : hasil;

    private async Task<HasilTindakan> PutuskanAsync(
        Permintaan minta, PengaturanPortal atur, KlatenDb db, Permohonan permohonan, Pelaku pelaku, SaatTindakan saat, CancellationToken ct)
    {
        if (!permohonan.BolehTahu(pelaku))
        {
            return new HasilTindakan.TidakDitemukan();
        }

        if (minta.VersiDilihat is { } versi && versi != permohonan.Version)
        {
            return new HasilTindakan.Bentrok(await Keduluan.KalimatAsync(db, minta.Id, saat.Kini, ct));
        }

        // Who may not act learns nothing from what is asked of the authority or the database below.
        if (permohonan.Periksa(minta.Tindakan, pelaku, atur.Sop, out _) is { } takBoleh)
        {
            return takBoleh.Rahasia ? new HasilTindakan.TidakDitemukan() : new HasilTindakan.DitolakSop(takBoleh.Kalimat);
        }

        var perintah = await IsiTindakan.LengkapiAsync(await minta.Pilih(db, permohonan, saat.Kini), db, permohonan, ct);
        if (PemeriksaIsi.Periksa(perintah, permohonan, atur, saat.Kini) is { Count: > 0 } galat)
        {
            return new HasilTindakan.BelumLengkap(galat);
        }

        if (await akibat.TolakSebelumAsync(db, perintah, permohonan, saat.Kini, ct) is { } dini)
        {
            return new HasilTindakan.DitolakSop(dini);
        }

        var semuaLink = db.Set<LinkPemohon>().Where(l => l.PermohonanId == minta.Id);
        var link = permohonan.TahapSop.BerlakuLink is null ? null : await semuaLink.SingleOrDefaultAsync(l => l.DitutupPada == null, ct);
        var linkTerakhir = (perintah is CatatAktivasi or CatatPassphrase || perintah.LinkDikirimPada is not null) && link is null
            ? await semuaLink.AsNoTracking().OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct) : null;
        switch (permohonan.Lakukan(perintah, pelaku, new KonteksTindakan(saat.Kini, link, atur.Sop, linkTerakhir)))
        {
            case Penolakan { Rahasia: true }:
                return new HasilTindakan.TidakDitemukan();
            case Penolakan tolak:
                return new HasilTindakan.DitolakSop(tolak.Kalimat);
            case Kejadian kejadian:
                try
                {
                    await akibat.TerapkanAsync(new Terjadi(db, minta, perintah, kejadian, permohonan, pelaku, link, saat, atur), ct);
                }
                catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: PermohonanMapping.SatuTerbuka })
                {
                    return new HasilTindakan.DitolakSop(
                        "Sudah ada permohonan yang sedang berjalan untuk NIK ini. Tunggu sampai selesai, atau batalkan permohonan itu dahulu.");
                }

                return new HasilTindakan.Berhasil(kejadian.Dari, kejadian.Ke, permohonan.Version)
                {
                    LinkBaru = kejadian.LinkBaru is null ? null : db.Set<LinkPemohon>().Local.Single(l => l.DitutupPada is null),
                };
            default:
                throw new InvalidOperationException("Hasil tindakan tidak dikenal.");
        }
    }
}

/// <summary>An act as it is asked for.</summary>
/// <param name="Pilih">Gives the act once the request is locked: step 8 learns only then what the authority answers.</param>
/// <param name="Pasti">The system or BSrE; null when a person asks.</param>
public sealed record Permintaan(
    Guid Id, uint? VersiDilihat, Tindakan Tindakan, Func<KlatenDb, Permohonan, DateTimeOffset, Task<Perintah>> Pilih,
    PelakuPermintaan? Pelaku, Pelaku? Pasti, Guid? Kunci);

/// <summary>An act that the SOP allowed, on its way into the database.</summary>
public sealed record Terjadi(
    KlatenDb Db, Permintaan Minta, Perintah Perintah, Kejadian Kejadian, Permohonan Permohonan, Pelaku Pelaku,
    LinkPemohon? Link, SaatTindakan Saat, PengaturanPortal Pengaturan);
