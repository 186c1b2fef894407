using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// Applicants register themselves and prove their mailbox by a mailed link (the SOP's warning: it must be active). The answer is the
/// same whether or not the mailbox has an account already: only its owner learns it, by mail.
/// </summary>
public sealed class PendaftaranService(
    KlatenDb db, UserManager<Pengguna> users, IPasswordHasher<Pengguna> hasher, TautanAkun tautan, SuratElektronik surat, TimeProvider jam)
{
    /// <summary>Mails of a kind to one mailbox in an hour: the form is no means to flood somebody.</summary>
    public const int SuratPerJam = 5;

    /// <summary>Registers, or sends the link again, or tells the owner of an existing account. The inputs have been checked.</summary>
    public async Task DaftarAsync(AlamatSurel email, string nama, string unitKerja, string sandi, string? alamat, CancellationToken ct = default)
    {
        var kini = jam.GetUtcNow();
        var akun = await users.FindByEmailAsync(email.Nilai);
        var baru = new Pengguna
        {
            Id = Guid.CreateVersion7(kini),
            UserName = email.Nilai,
            Email = email.Nilai,
            Nama = nama,
            UnitKerja = unitKerja,
            DibuatPada = kini,
        };
        var sidik = hasher.HashPassword(baru, sandi); // in every branch, so that each takes as long
        if (akun is null)
        {
            await BuatAsync(baru, sidik, alamat, kini, ct);
        }
        else if (akun.EmailConfirmed || await MilikPetugasAsync(akun, ct))
        {
            await SuratAsync(surat.SudahTerdaftar(Penerima(akun), Guid.CreateVersion7(kini)), kini, ct);
        }
        else if (akun.DinonaktifkanPada is null && await db.BolehSuratAsync(email.Nilai, JenisSurel.BuktiEmail, kini, ct))
        {
            // Nobody has proven the mailbox: whoever registers last with it is who the next link is for. Older links die with the stamp. The proof
            // asks for the password too, so that nobody confirms a password that somebody else has set.
            (akun.Nama, akun.UnitKerja, akun.PasswordHash, akun.SecurityStamp) = (nama, unitKerja, sidik, Guid.NewGuid().ToString());
            db.Add(Bukti(akun));
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Sends the link again to whoever is signed in and has not proven the mailbox; false when <see cref="SuratPerJam"/> have been sent.</summary>
    public async Task<bool> KirimUlangBuktiAsync(Guid akunId, CancellationToken ct = default) =>
        await users.FindByIdAsync(akunId.ToString()) is { EmailConfirmed: false, DinonaktifkanPada: null } akun
        && await SuratAsync(Bukti(akun), jam.GetUtcNow(), ct);

    /// <summary>The account that a link would prove; null when the link does not hold (any more).</summary>
    public async Task<Pengguna?> UntukBuktiAsync(string? teks) =>
        tautan.Baca(teks, TujuanTautan.BuktiEmail) is { } isi && await users.FindByIdAsync(isi.AkunId.ToString()) is { DinonaktifkanPada: null } akun
        && isi.Email == akun.Email && isi.Cap == akun.SecurityStamp
            ? akun
            : null;

    /// <summary>Proves the mailbox; false when the link does not hold. Proving twice does no harm.</summary>
    public async Task<bool> BuktikanAsync(string? teks, string? alamat, CancellationToken ct = default)
    {
        if (await UntukBuktiAsync(teks) is not { } akun)
        {
            return false;
        }

        if (!akun.EmailConfirmed)
        {
            akun.EmailConfirmed = true;
            db.CatatAkun(new PelakuAudit(akun.Id, akun.Nama, alamat), "Alamat email dibuktikan", jam.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }

        return true;
    }

    private async Task BuatAsync(Pengguna baru, string sidik, string? alamat, DateTimeOffset kini, CancellationToken ct)
    {
        // Not by UserManager.CreateAsync: it would give a new stamp, and the link is bound to this one.
        (baru.PasswordHash, baru.SecurityStamp) = (sidik, Guid.NewGuid().ToString());
        (baru.NormalizedEmail, baru.NormalizedUserName) = (users.NormalizeEmail(baru.Email), users.NormalizeName(baru.UserName));
        db.Add(baru);
        db.Add(new PeranPengguna { PenggunaId = baru.Id, Peran = Peran.Pemohon, DiberikanPada = kini });
        db.CatatAkun(new PelakuAudit(baru.Id, baru.Nama, alamat), "Pemohon mendaftar", kini);
        db.Add(Bukti(baru));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same mailbox at the same moment (a double click): the other one has sent the link.
            db.ChangeTracker.Clear();
        }
    }

    private OutboxMessage Bukti(Pengguna akun)
    {
        var (teks, sampai) = tautan.Buat(TujuanTautan.BuktiEmail, akun, akun.Email!, TautanAkun.MasaBukti);
        return surat.BuktiEmail(Penerima(akun), Guid.CreateVersion7(), $"/bukti-surel?t={teks}", sampai);
    }

    /// <summary>An account that the administrator made, whose first password its own link sets: no registration touches it.</summary>
    private async Task<bool> MilikPetugasAsync(Pengguna akun, CancellationToken ct) =>
        akun.PasswordHash is null || await db.Set<PeranPengguna>().AnyAsync(p => p.PenggunaId == akun.Id && p.Peran != Peran.Pemohon, ct);

    private async Task<bool> SuratAsync(OutboxMessage m, DateTimeOffset kini, CancellationToken ct)
    {
        if (!await db.BolehSuratAsync(m.Kepada, m.Jenis, kini, ct))
        {
            return false;
        }

        db.Add(m);
        await db.SaveChangesAsync(ct);
        return true;
    }

    internal static Penerima Penerima(Pengguna akun) => new(akun.Nama, akun.Email ?? "");
}
