using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Domain.Kata;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Surel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>What the administrator does with accounts. Each act re-reads the actor's roles from the database.</summary>
public sealed class PenggunaService(
    KlatenDb db, UserManager<Pengguna> users, TautanAkun tautan, SuratElektronik surat, PeranAktif peranAktif, TimeProvider jam)
{
    /// <summary>The sentence to whoever is no administrator (any more).</summary>
    public const string BukanAdministrator = "Anda tidak lagi memegang peran Administrator. Minta administrator lain melakukannya.";
    private const string AdministratorTerakhir =
        "Ini satu-satunya administrator yang dapat masuk. Beri peran Administrator kepada orang lain dahulu, lalu ulangi.";

    /// <summary>Makes an official's account and mails the link for the first password. There is no default password.</summary>
    public async Task<HasilAkun> BuatAsync(string nama, AlamatSurel email, string unitKerja, IReadOnlyCollection<Peran> peran, PelakuAudit oleh, CancellationToken ct = default)
    {
        if (await SebagaiAdministratorAsync(oleh, ct) is not { } admin)
        {
            return new(BukanAdministrator);
        }

        var kini = jam.GetUtcNow();
        var akun = new Pengguna
        {
            Id = Guid.CreateVersion7(kini),
            UserName = email.Nilai,
            Email = email.Nilai,
            Nama = nama,
            UnitKerja = unitKerja,
            DibuatPada = kini,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        var hasil = await users.CreateAsync(akun);
        if (!hasil.Succeeded)
        {
            return HasilAkun.Dari(hasil, "Email");
        }

        db.AddRange(peran.Select(p => new PeranPengguna { PenggunaId = akun.Id, Peran = p, DiberikanPada = kini }));
        db.CatatAkun(admin, $"Akun {nama} dibuat; unit kerja: {Isi(unitKerja)}; peran: {Daftar(peran)}", kini);
        db.Add(TautanPertama(akun, peran));
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        return HasilAkun.Baik;
    }

    /// <summary>Changes name, unit and roles. The last administrator who can sign in keeps the role.</summary>
    public async Task<HasilAkun> UbahAsync(Guid id, string nama, string unitKerja, IReadOnlyCollection<Peran> peran, PelakuAudit oleh, CancellationToken ct = default)
    {
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await KunciAdministrator.AmbilAsync(db, ct);
        if (await SebagaiAdministratorAsync(oleh, ct) is not { } admin)
        {
            return new(BukanAdministrator);
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } akun)
        {
            return new("Akun itu tidak ada lagi. Muat ulang daftar.");
        }

        var kini = jam.GetUtcNow();
        var ada = await db.Set<PeranPengguna>().Where(p => p.PenggunaId == id).ToListAsync(ct);
        var dicabut = ada.Where(p => !peran.Contains(p.Peran)).ToList();
        var diberi = peran.Except(ada.Select(p => p.Peran)).ToList();
        if (dicabut.Any(p => p.Peran == Peran.Administrator) && await KunciAdministrator.HitungSelainAsync(db, id, ct) == 0)
        {
            return new(AdministratorTerakhir, "Peran");
        }

        var rincian = Perubahan(akun, [.. ada.Select(p => p.Peran)], nama, unitKerja, peran);
        (akun.Nama, akun.UnitKerja) = (nama, unitKerja);
        db.RemoveRange(dicabut);
        db.AddRange(diberi.Select(p => new PeranPengguna { PenggunaId = id, Peran = p, DiberikanPada = kini }));
        db.CatatAkun(admin, rincian, kini);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        peranAktif.Lupakan(id);
        return HasilAkun.Baik;
    }

    /// <summary>Closes an account: every sign-in of it ends within a minute. The last administrator who can sign in stays.</summary>
    public async Task<HasilAkun> NonaktifkanAsync(Guid id, PelakuAudit oleh, CancellationToken ct = default) =>
        await UbahKeadaanAsync(id, aktif: false, oleh, ct);

    /// <summary>Opens a closed account again.</summary>
    public async Task<HasilAkun> AktifkanAsync(Guid id, PelakuAudit oleh, CancellationToken ct = default) =>
        await UbahKeadaanAsync(id, aktif: true, oleh, ct);

    /// <summary>Mails a new link for setting the password; older links go on until used or over.</summary>
    public async Task<HasilAkun> KirimTautanSandiAsync(Guid id, PelakuAudit oleh, CancellationToken ct = default)
    {
        if (await SebagaiAdministratorAsync(oleh, ct) is not { } admin)
        {
            return new(BukanAdministrator);
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id && u.DinonaktifkanPada == null, ct) is not { } akun)
        {
            return new("Akun itu tidak aktif. Aktifkan dahulu, lalu kirim linknya.");
        }

        var peran = await db.Set<PeranPengguna>().Where(p => p.PenggunaId == id).Select(p => p.Peran).ToListAsync(ct);
        db.Add(TautanPertama(akun, peran));
        db.CatatAkun(admin, $"Link kata sandi dikirim kepada {akun.Nama}", jam.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return HasilAkun.Baik;
    }

    /// <summary>The actor with the role in which it is done; null when the role is not held at this moment, which is recorded.</summary>
    internal async Task<PelakuAudit?> SebagaiAdministratorAsync(PelakuAudit oleh, CancellationToken ct)
    {
        var kini = jam.GetUtcNow();
        if (await PeranResolver.AdministratorAsync(db, oleh, kini, ct) is { } admin)
        {
            return admin;
        }

        db.CatatDitolak(oleh, BukanAdministrator, kini);
        await db.SaveChangesAsync(ct);
        if (db.Database.CurrentTransaction is { } transaksi)
        {
            await transaksi.CommitAsync(ct);
        }

        return null;
    }

    private async Task<HasilAkun> UbahKeadaanAsync(Guid id, bool aktif, PelakuAudit oleh, CancellationToken ct)
    {
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await KunciAdministrator.AmbilAsync(db, ct);
        if (await SebagaiAdministratorAsync(oleh, ct) is not { } admin)
        {
            return new(BukanAdministrator);
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } akun)
        {
            return new("Akun itu tidak ada lagi. Muat ulang daftar.");
        }

        var administrator = await db.Set<PeranPengguna>().AnyAsync(p => p.PenggunaId == id && p.Peran == Peran.Administrator, ct);
        if (!aktif && administrator && await KunciAdministrator.HitungSelainAsync(db, id, ct) == 0)
        {
            return new(AdministratorTerakhir);
        }

        var kini = jam.GetUtcNow();
        var sebelumnya = akun.DinonaktifkanPada is null;
        akun.DinonaktifkanPada = aktif ? null : kini;
        akun.SecurityStamp = Guid.NewGuid().ToString();
        db.CatatAkun(admin, $"Akun {akun.Nama} {(aktif ? "diaktifkan" : "dinonaktifkan")}; keadaan: {(sebelumnya ? "aktif" : "nonaktif")} → {(aktif ? "aktif" : "nonaktif")}", kini);
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        peranAktif.Lupakan(id);
        return HasilAkun.Baik;
    }

    private OutboxMessage TautanPertama(Pengguna akun, IReadOnlyCollection<Peran> peran)
    {
        var (teks, sampai) = tautan.Buat(TujuanTautan.AturSandi, akun, akun.Email!, TautanAkun.MasaSandiPertama);
        return surat.AkunDibuat(PendaftaranService.Penerima(akun), Guid.CreateVersion7(), [.. peran.Select(p => p.Nama())], $"/atur-sandi?t={teks}", sampai);
    }

    private static string Perubahan(Pengguna lama, IReadOnlyCollection<Peran> dulu, string nama, string unitKerja, IReadOnlyCollection<Peran> peran)
    {
        (string Apa, string Dulu, string Kini)[] butir =
        [
            ("nama", Isi(lama.Nama), Isi(nama)), ("unit kerja", Isi(lama.UnitKerja), Isi(unitKerja)), ("peran", Daftar([.. dulu.Order()]), Daftar([.. peran.Distinct().Order()])),
        ];
        var berubah = butir.Where(b => b.Dulu != b.Kini).Select(b => $"{b.Apa}: {b.Dulu} → {b.Kini}").ToList();
        return $"Akun {lama.Nama} diubah; {(berubah.Count == 0 ? "tidak ada yang berbeda" : string.Join("; ", berubah))}";
    }

    private static string Isi(string? teks) => string.IsNullOrEmpty(teks) ? "(kosong)" : teks;

    private static string Daftar(IReadOnlyCollection<Peran> peran) => peran.Count == 0 ? "tidak ada" : string.Join(", ", peran.Select(p => p.Nama()));
}
