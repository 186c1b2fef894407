using System.Security.Claims;
using KlatenSE.Infrastructure.Pengaturan;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Akun;

/// <summary>
/// What the sign-in cookie says: id, mailbox, name, post, roles and the session. The roles in it serve the navigation only; permission is read
/// from the database.
/// </summary>
internal sealed class KlaimPenggunaFactory(
    UserManager<Pengguna> users, IOptions<IdentityOptions> options, PeranAktif peran, PengaturanService pengaturan)
    : UserClaimsPrincipalFactory<Pengguna>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Pengguna user)
    {
        var identitas = await base.GenerateClaimsAsync(user);
        var memegang = await peran.AmbilAsync(user.Id);
        var setelan = await pengaturan.AmbilAsync();
        identitas.AddClaim(new Claim(KlaimAkun.Nama, user.Nama));
        identitas.AddClaim(new Claim(KlaimAkun.Sesi, Guid.NewGuid().ToString("N")));
        identitas.AddClaims(memegang.Select(p => p.Peran).Distinct().Select(p => new Claim(identitas.RoleClaimType, p.ToString())));
        var jabatan = memegang.Where(p => p.Peran != Domain.Alur.Peran.Pemohon).Select(setelan.Jabatan).ToArray();
        if (jabatan.Length > 0)
        {
            identitas.AddClaim(new Claim(KlaimAkun.Jabatan, string.Join(", ", jabatan)));
        }

        return identitas;
    }
}

/// <summary>Names of the claims that the sign-in adds.</summary>
public static class KlaimAkun
{
    public const string Nama = "nama";
    public const string Jabatan = "jabatan";

    /// <summary>One sign-in in one browser: what <see cref="DaftarKeluar"/> remembers.</summary>
    public const string Sesi = "sesi";

    /// <summary>The cookie's claims are made anew now and then: the session stays the one it was.</summary>
    internal static void TeruskanSesi(ClaimsPrincipal? lama, ClaimsPrincipal? baru)
    {
        if (lama?.FindFirst(Sesi) is { } sesi && baru?.Identity is ClaimsIdentity identitas)
        {
            identitas.TryRemoveClaim(identitas.FindFirst(Sesi));
            identitas.AddClaim(sesi.Clone(identitas));
        }
    }

    /// <summary>The account behind a signed-in person; throws when nobody is signed in.</summary>
    public static Guid Id(this ClaimsPrincipal orang) =>
        orang.IdAtauNull() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The account behind a person, or null when nobody is signed in.</summary>
    public static Guid? IdAtauNull(this ClaimsPrincipal orang) =>
        Guid.TryParse(orang.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
