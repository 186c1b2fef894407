using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Demo;

/// <summary>Accounts of the demo, and the file that tells some of their random passwords to whoever started it.</summary>
internal static class AkunDemo
{
    /// <summary>Those with a password, as the file names them.</summary>
    private static IEnumerable<(string Peran, OrangDemo Orang)> Penampil(WargaDemo w) =>
    [
        ("Administrator", w.Administrator), ("Kepala", w.Kepala), ("Plh Kepala", w.Sekretaris), ("Kabid", w.Kabid), ("Kasi", w.Kasi),
        ("Verifikator", w.Verifikator[0]), ("Verifikator", w.Verifikator[1]),
        ("Petugas loket", w.Loket),
        .. KumpulanKisah.Penampil.Select(p => (p.Keadaan, w.Pemohon[p.Urut])),
    ];

    /// <summary>Adds everybody, their roles and the Plh's grant to the context.</summary>
    public static void Tambah(KlatenDb db, WargaDemo warga, DateTimeOffset kini, DateTimeOffset mulaiPlh)
    {
        var dibuat = kini.AddDays(-60);
        foreach (var orang in warga.Semua)
        {
            db.Add(new Pengguna
            {
                Id = orang.Id,
                Nama = orang.Nama,
                UnitKerja = orang.Kantor.Nama,
                Email = orang.Surel,
                UserName = orang.Surel,
                NormalizedEmail = orang.Surel.ToUpperInvariant(),
                NormalizedUserName = orang.Surel.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                DibuatPada = dibuat,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            });
            db.AddRange(orang.Peran.Select(p => new PeranPengguna { PenggunaId = orang.Id, Peran = p, DiberikanPada = dibuat }));
        }

        db.Add(new Mandat
        {
            PenggunaId = warga.Sekretaris.Id,
            Peran = Peran.Kepala,
            Jenis = JenisMandat.Plh,
            NomorSurat = "800.1.11.1/214/DISKOMINFO",
            // Whole days, as the administrator's form makes them.
            Mulai = Jakarta.Saat(Jakarta.Tanggal(mulaiPlh), TimeOnly.MinValue).ToUniversalTime(),
            Sampai = Jakarta.Saat(Jakarta.Tanggal(kini).AddDays(5), TimeOnly.MinValue).ToUniversalTime(),
            DibuatOleh = warga.Administrator.Id,
        });
    }

    /// <summary>Gives those of the file new random passwords and writes it, readable by its owner only.</summary>
    /// <param name="db">The demo's database; saved.</param>
    /// <param name="berkas">Path of the file; null prints nothing and leaves nobody a password.</param>
    /// <param name="tambahan">A line below the table; null for none.</param>
    /// <param name="ct">Cancels before the file is written.</param>
    public static async Task TulisAsync(KlatenDb db, string berkas, string? tambahan, CancellationToken ct)
    {
        var hasher = new PasswordHasher<Pengguna>();
        List<string[]> baris = [["Peran", "Nama", "Email", "Sandi"]];
        foreach (var (peran, orang) in Penampil(new WargaDemo()))
        {
            var akun = await db.Users.SingleAsync(u => u.Email == orang.Surel, ct);
            var sandi = Lakon.Acak(3);
            akun.PasswordHash = hasher.HashPassword(akun, sandi);
            akun.SecurityStamp = Guid.NewGuid().ToString("N");
            baris.Add([peran, orang.Nama, orang.Surel, sandi]);
        }

        await db.SaveChangesAsync(ct);
        var lebar = Enumerable.Range(0, 3).Select(k => baris.Max(b => b[k].Length)).ToArray();
        var isi = baris.Select(b => "  " + string.Join("  ", b.Select((s, k) => k < 3 ? s.PadRight(lebar[k]) : s)));
        await SimpanAsync(berkas, string.Join('\n', isi.Concat(tambahan is null ? [] : ["", "  " + tambahan])) + "\n", ct);
    }

    private static async Task SimpanAsync(string berkas, string isi, CancellationToken ct)
    {
        // Beside its place first: a half-written file would look like a whole one at the next start.
        var sementara = berkas + ".baru";
        File.Delete(sementara);
        var pilihan = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            pilihan.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var aliran = new FileStream(sementara, pilihan))
        await using (var tulis = new StreamWriter(aliran))
        {
            await tulis.WriteAsync(isi.AsMemory(), ct);
        }

        File.Move(sementara, berkas, overwrite: true);
    }
}
