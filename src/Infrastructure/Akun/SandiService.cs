using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>Passwords and mailboxes of existing accounts: forgotten, set by a mailed link, changed by their owner.</summary>
public sealed class SandiService(
    KlatenDb db, UserManager<Pengguna> users, SignInManager<Pengguna> masuk, TautanAkun tautan, SuratElektronik surat, TimeProvider jam)
{
    private const string GantiDiminta = "Penggantian alamat email diminta";

    /// <summary>Mails a link if the mailbox has an active account. The caller shows the same answer in any case.</summary>
    public async Task LupaAsync(string email, string? alamat, CancellationToken ct = default)
    {
        var kini = jam.GetUtcNow();
        var akun = await users.FindByEmailAsync(Teks.TanpaKendali(email));
        var kepada = akun?.Email ?? "";
        var boleh = await db.BolehSuratAsync(kepada, JenisSurel.LupaSandi, kini, ct);
        if (akun is { DinonaktifkanPada: null } && boleh)
        {
            var (teks, sampai) = tautan.Buat(TujuanTautan.AturSandi, akun, kepada, TautanAkun.MasaLupaSandi);
            db.Add(surat.LupaSandi(PendaftaranService.Penerima(akun), Guid.CreateVersion7(kini), $"/atur-sandi?t={teks}", sampai));
            db.CatatAkun(new PelakuAudit(akun.Id, akun.Nama, alamat), "Link kata sandi diminta", kini);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The account whose password a link would set; null when the link does not hold (any more).</summary>
    public async Task<Pengguna?> UntukAturAsync(string? teks) => await PemilikAsync(tautan.Baca(teks, TujuanTautan.AturSandi));

    /// <summary>Sets the password by a mailed link, which proves the mailbox too, opens a locked account and signs out everywhere.</summary>
    public async Task<HasilAkun> AturAsync(string? teks, string sandi, string? alamat, CancellationToken ct = default)
    {
        if (await UntukAturAsync(teks) is not { } akun)
        {
            return new("Link ini tidak berlaku lagi. Minta link baru lewat “Lupa kata sandi”.");
        }

        if (PemeriksaSandi.Periksa(sandi, akun.Email, akun.Nama) is { } kalimat)
        {
            return new(kalimat, "Sandi");
        }

        akun.PasswordHash = users.PasswordHasher.HashPassword(akun, sandi);
        akun.SecurityStamp = Guid.NewGuid().ToString();
        akun.EmailConfirmed = true;
        akun.AccessFailedCount = 0;
        akun.LockoutEnd = null;
        db.CatatAkun(new PelakuAudit(akun.Id, akun.Nama, alamat), "Kata sandi dibuat lewat link", jam.GetUtcNow());
        return HasilAkun.Dari(await users.UpdateAsync(akun));
    }

    /// <summary>Changes one's own password; other sign-ins of the account end, this one goes on.</summary>
    public async Task<HasilAkun> GantiSandiAsync(PelakuAudit oleh, string lama, string baru, CancellationToken ct = default)
    {
        var akun = await SendiriAsync(oleh, ct);
        if (await SandiKiniAsync(akun, lama, oleh, ct) is { } tolak)
        {
            return new(tolak, "SandiLama");
        }

        if (PemeriksaSandi.Periksa(baru, akun.Email, akun.Nama) is { } kalimat)
        {
            return new(kalimat, "SandiBaru");
        }

        db.CatatAkun(oleh, "Kata sandi diganti", jam.GetUtcNow());
        var hasil = await users.ChangePasswordAsync(akun, lama, baru);
        if (hasil.Succeeded)
        {
            await masuk.RefreshSignInAsync(akun);
        }

        return HasilAkun.Dari(hasil, "SandiBaru");
    }

    /// <summary>Mails a link to the new mailbox; nothing changes before it is proven. A mailbox in use gets no link, and no word of it.</summary>
    public async Task<HasilAkun> MintaGantiEmailAsync(PelakuAudit oleh, AlamatSurel baru, string sandi, CancellationToken ct = default)
    {
        var akun = await SendiriAsync(oleh, ct);
        if (await SandiKiniAsync(akun, sandi, oleh, ct) is { } tolak)
        {
            return new(tolak, "SandiKini");
        }

        var kini = jam.GetUtcNow();
        var sejak = kini.AddHours(-1);
        if (await db.Set<CatatanAudit>().CountAsync(a => a.PelakuId == akun.Id && a.Rincian == GantiDiminta && a.Pada > sejak, ct) >= PendaftaranService.SuratPerJam)
        {
            return new($"Dalam satu jam ini sudah {PendaftaranService.SuratPerJam} kali penggantian diminta. Tunggu satu jam, lalu minta lagi.", "EmailBaru");
        }

        // Too many mails to that mailbox, by whomever: as little is said of it as of a mailbox in use.
        if (await users.FindByEmailAsync(baru.Nilai) is null && await db.BolehSuratAsync(baru.Nilai, JenisSurel.BuktiEmail, kini, ct))
        {
            var (teks, sampai) = tautan.Buat(TujuanTautan.GantiEmail, akun, baru.Nilai, TautanAkun.MasaBukti);
            db.Add(surat.BuktiEmail(new Penerima(akun.Nama, baru.Nilai), Guid.CreateVersion7(kini), $"/ganti-surel?t={teks}", sampai));
        }

        db.CatatAkun(oleh, GantiDiminta, kini);
        await db.SaveChangesAsync(ct);
        return HasilAkun.Baik;
    }

    /// <summary>The new mailbox that a link would prove; null when the link does not hold (any more).</summary>
    public async Task<string?> UntukGantiEmailAsync(string? teks) =>
        tautan.Baca(teks, TujuanTautan.GantiEmail) is { } isi && await PemilikAsync(isi) is not null ? isi.Email : null;

    /// <summary>The account goes over to the proven mailbox; the old one is told, and every sign-in ends.</summary>
    public async Task<HasilAkun> GantiEmailAsync(string? teks, string? alamat, CancellationToken ct = default)
    {
        var isi = tautan.Baca(teks, TujuanTautan.GantiEmail);
        if (isi is null || await PemilikAsync(isi) is not { } akun)
        {
            return new("Link ini tidak berlaku lagi. Masuk, lalu minta penggantian alamat email sekali lagi dari halaman Akun.");
        }

        var kini = jam.GetUtcNow();
        var lama = PendaftaranService.Penerima(akun);
        (akun.Email, akun.UserName, akun.EmailConfirmed, akun.SecurityStamp) = (isi.Email, isi.Email, true, Guid.NewGuid().ToString());
        db.Add(surat.EmailBerganti(lama, Guid.CreateVersion7(kini), Samaran.Surel(isi.Email)));
        db.CatatAkun(new PelakuAudit(akun.Id, akun.Nama, alamat), "Alamat email berganti", kini);
        try
        {
            return HasilAkun.Dari(await users.UpdateAsync(akun));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new(new GalatIdentitas().DuplicateEmail(isi.Email).Description);
        }
    }

    private async Task<Pengguna?> PemilikAsync(IsiTautan? isi) =>
        isi is not null && await users.FindByIdAsync(isi.AkunId.ToString()) is { DinonaktifkanPada: null } akun && akun.SecurityStamp == isi.Cap ? akun : null;

    /// <summary>Null when it is the account's password; else the sentence. Tries are counted as at the sign-in, with the same end.</summary>
    private async Task<string?> SandiKiniAsync(Pengguna akun, string sandi, PelakuAudit oleh, CancellationToken ct)
    {
        var kini = jam.GetUtcNow();
        var boleh = await db.PesanPercobaanAsync(akun.Id, kini, ct);
        if (boleh && sandi.Length <= PemeriksaSandi.PanjangTerpanjang && await users.CheckPasswordAsync(akun, sandi))
        {
            await db.BukaPercobaanAsync(akun.Id, ct);
            // What is saved of the account afterwards must not bring the old count back.
            (akun.AccessFailedCount, akun.LockoutEnd) = (0, null);
            return null;
        }

        db.CatatMasukGagal(akun, boleh ? "Kata sandi kini salah di halaman Akun" : "Akun sedang terkunci", oleh.Alamat, kini);
        await db.SaveChangesAsync(ct);
        return boleh
            ? new GalatIdentitas().PasswordMismatch().Description
            : $"Kata sandi sudah {PercobaanSandi.BatasGagal} kali tidak cocok. Tunggu {PercobaanSandi.LamaTerkunci.TotalMinutes:0} menit, lalu coba lagi.";
    }

    private async Task<Pengguna> SendiriAsync(PelakuAudit oleh, CancellationToken ct) =>
        await db.Users.SingleAsync(u => u.Id == oleh.Id && u.DinonaktifkanPada == null, ct);
}
