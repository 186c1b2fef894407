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
    private const string BukanAdministrator = "Anda tidak lagi memegang peran Administrator. Minta administrator lain melakukannya.";
    private const string AdministratorTerakhir =
        "Ini satu-satunya administrator yang dapat masuk. Beri peran Administrator kepada orang lain dahulu, lalu ulangi.";

    /// <summary>Makes an official's account and mails the link for the first password. There is no default password.</summary>
    public async Task<HasilAkun> BuatAsync(string nama, AlamatSurel email, string unitKerja, IReadOnlyCollection<Peran> peran, PelakuAudit oleh, CancellationToken ct = default)
    {
        if (await TolakAsync(oleh, ct) is { } tolak)
        {
            return tolak;
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
        db.CatatAkun(oleh, $"Akun {nama} dibuat; peran: {Daftar(peran)}", kini);
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
        if (await TolakAsync(oleh, ct) is { } tolak)
        {
            return tolak;
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

        (akun.Nama, akun.UnitKerja) = (nama, unitKerja);
        db.RemoveRange(dicabut);
        db.AddRange(diberi.Select(p => new PeranPengguna { PenggunaId = id, Peran = p, DiberikanPada = kini }));
        db.CatatAkun(oleh, $"Akun {nama} diubah; diberi: {Daftar(diberi)}; dicabut: {Daftar([.. dicabut.Select(p => p.Peran)])}", kini);
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
        if (await TolakAsync(oleh, ct) is { } tolak)
        {
            return tolak;
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id && u.DinonaktifkanPada == null, ct) is not { } akun)
        {
            return new("Akun itu tidak aktif. Aktifkan dahulu, lalu kirim linknya.");
        }

        var peran = await db.Set<PeranPengguna>().Where(p => p.PenggunaId == id).Select(p => p.Peran).ToListAsync(ct);
        db.Add(TautanPertama(akun, peran));
        db.CatatAkun(oleh, $"Link kata sandi dikirim kepada {akun.Nama}", jam.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return HasilAkun.Baik;
    }

    /// <summary>A refusal unless the actor is an administrator at this moment; it is recorded.</summary>
    internal async Task<HasilAkun?> TolakAsync(PelakuAudit oleh, CancellationToken ct)
    {
        var kini = jam.GetUtcNow();
        if ((await PeranResolver.AmbilAsync(db, oleh.Id, kini, ct)).Any(p => p.Peran == Peran.Administrator))
        {
            return null;
        }

        db.Catat(new CatatanAudit { Pada = kini, Jenis = JenisAudit.TindakanDitolak, PelakuId = oleh.Id, PelakuNama = oleh.Nama, Alasan = BukanAdministrator, Alamat = oleh.Alamat });
        await db.SaveChangesAsync(ct);
        if (db.Database.CurrentTransaction is { } transaksi)
        {
            await transaksi.CommitAsync(ct);
        }

        return new(BukanAdministrator);
    }

    private async Task<HasilAkun> UbahKeadaanAsync(Guid id, bool aktif, PelakuAudit oleh, CancellationToken ct)
    {
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await KunciAdministrator.AmbilAsync(db, ct);
        if (await TolakAsync(oleh, ct) is { } tolak)
        {
            return tolak;
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
        akun.DinonaktifkanPada = aktif ? null : kini;
        akun.SecurityStamp = Guid.NewGuid().ToString();
        db.CatatAkun(oleh, $"Akun {akun.Nama} {(aktif ? "diaktifkan" : "dinonaktifkan")}", kini);
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

    private static string Daftar(IReadOnlyCollection<Peran> peran) => peran.Count == 0 ? "tidak ada" : string.Join(", ", peran.Select(p => p.Nama()));
}
