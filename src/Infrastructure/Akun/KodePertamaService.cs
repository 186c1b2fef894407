using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Identitas;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// The first administrator signs in with a one-time code instead of a default password: made at start while no account has the role,
/// kept as a hash for 24 hours, replaced at each start, written to the file of <c>Akun:BerkasKodePertama</c> or else once to the console.
/// </summary>
public sealed class KodePertamaService(KlatenDb db, UserManager<Pengguna> users, IConfiguration konfigurasi, TimeProvider jam)
{
    private const string KunciButir = "akun.kode-pertama";
    private const string Abjad = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // 32 signs, none of them like another
    private static readonly TimeSpan Masa = TimeSpan.FromHours(24);

    private string? Berkas => konfigurasi["Akun:BerkasKodePertama"] is { Length: > 0 } b ? b : null;

    /// <summary>At start: makes a code while there is no administrator; otherwise removes what an earlier start left.</summary>
    public async Task SiapkanAsync(CancellationToken ct = default)
    {
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await KunciAdministrator.AmbilAsync(db, ct);
        if (await KunciAdministrator.AdaAsync(db, ct))
        {
            await HapusAsync(ct);
            await transaksi.CommitAsync(ct);
            HapusBerkas();
            return;
        }

        var kode = string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Abjad, 5)));
        var kini = jam.GetUtcNow();
        await HapusAsync(ct);
        db.Add(new ButirPengaturan { Kunci = KunciButir, Nilai = JsonSerializer.Serialize(new Simpanan(Sidik(kode), kini + Masa)), DiubahPada = kini });
        await db.SaveChangesAsync(ct);
        await transaksi.CommitAsync(ct);
        await SerahkanAsync(kode, ct);
    }

    /// <summary>Whether the page for the code exists: only while no account has the role Administrator.</summary>
    public async Task<bool> DibukaAsync(CancellationToken ct = default) => !await KunciAdministrator.AdaAsync(db, ct);

    /// <summary>Makes the first administrator. Of many tries at once one at most succeeds.</summary>
    public async Task<HasilAkun> PakaiAsync(string kode, string nama, AlamatSurel email, string sandi, string? alamat, CancellationToken ct = default)
    {
        await using var transaksi = await db.Database.BeginTransactionAsync(ct);
        await KunciAdministrator.AmbilAsync(db, ct);
        var kini = jam.GetUtcNow();
        var nilai = await db.Set<ButirPengaturan>().Where(b => b.Kunci == KunciButir).Select(b => b.Nilai).SingleOrDefaultAsync(ct);
        var simpanan = nilai is null ? null : JsonSerializer.Deserialize<Simpanan>(nilai);
        if (await KunciAdministrator.AdaAsync(db, ct))
        {
            return new("Administrator pertama sudah dibuat. Masuklah dengan akun itu, atau hubungi pemegangnya.");
        }

        if (simpanan is null || kini >= simpanan.Sampai || !CryptographicOperations.FixedTimeEquals(Sidik(kode), simpanan.Sidik))
        {
            db.CatatMasukGagal(null, "Kode pertama salah atau lewat waktu", alamat, kini);
            await db.SaveChangesAsync(ct);
            await transaksi.CommitAsync(ct);
            return new("Kode tidak cocok atau sudah lewat 24 jam. Periksa kode yang dicetak saat portal dijalankan, atau jalankan ulang portal untuk memperoleh kode baru.", "Kode");
        }

        var akun = new Pengguna { Id = Guid.CreateVersion7(kini), UserName = email.Nilai, Email = email.Nilai, Nama = nama, EmailConfirmed = true, DibuatPada = kini };
        var hasil = await users.CreateAsync(akun, sandi);
        if (!hasil.Succeeded)
        {
            return HasilAkun.Dari(hasil);
        }

        db.Add(new PeranPengguna { PenggunaId = akun.Id, Peran = Peran.Administrator, DiberikanPada = kini });
        db.CatatAkun(new PelakuAudit(akun.Id, akun.Nama, alamat), "Administrator pertama dibuat dengan kode sekali pakai", kini);
        await db.SaveChangesAsync(ct);
        await HapusAsync(ct);
        await transaksi.CommitAsync(ct);
        HapusBerkas();
        return HasilAkun.Baik;
    }

    private async Task HapusAsync(CancellationToken ct) =>
        await db.Set<ButirPengaturan>().Where(b => b.Kunci == KunciButir).ExecuteDeleteAsync(ct);

    /// <summary>The code's only way out of the process: a file for its owner alone, or the console; never the log.</summary>
    private async Task SerahkanAsync(string kode, CancellationToken ct)
    {
        if (Berkas is not { } berkas)
        {
            await Console.Out.WriteLineAsync($"Kode administrator pertama (berlaku 24 jam, untuk halaman /pertama): {kode}".AsMemory(), ct);
            return;
        }

        HapusBerkas();
        var cara = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            cara.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var tulis = new StreamWriter(berkas, cara);
        await tulis.WriteLineAsync(kode.AsMemory(), ct);
    }

    private void HapusBerkas()
    {
        if (Berkas is { } berkas)
        {
            File.Delete(berkas);
        }
    }

    // Blanks, hyphens and small letters are forgiven: the code is copied by hand. 125 random bits need no slow hash.
    private static byte[] Sidik(string kode) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(kode.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));

    private sealed record Simpanan(byte[] Sidik, DateTimeOffset Sampai);
}
