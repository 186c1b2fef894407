using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.BasisData;

namespace KlatenSE.Infrastructure.Audit;

/// <summary>Who does something to an account or a setting, and from where.</summary>
/// <param name="Id">The account.</param>
/// <param name="Nama">The name that the audit shows.</param>
/// <param name="Alamat">The client's network address.</param>
/// <param name="Peran">The role in which it is done, when one is needed for it.</param>
/// <param name="Sebagai">"Plt" or "Plh" when acting.</param>
public sealed record PelakuAudit(Guid Id, string Nama, string? Alamat, Peran? Peran = null, string? Sebagai = null);

/// <summary>
/// Audit rows of everything but the acts of the SOP table, which the one door writes itself. Each is added to the caller's context
/// and so commits, or not, with what it tells of. No personal values: an account is named by its id and its holder's name.
/// </summary>
public static class AuditService
{
    /// <summary>Adds a row as it is.</summary>
    public static void Catat(this KlatenDb db, CatatanAudit catatan) => db.Add(catatan);

    public static void CatatMasuk(this KlatenDb db, Pengguna akun, string? alamat, DateTimeOffset kini) =>
        db.Catat(Baris(JenisAudit.Masuk, new PelakuAudit(akun.Id, akun.Nama, alamat), kini));

    /// <summary>What was typed is not kept: it may be a password in the wrong field.</summary>
    /// <param name="db">The context.</param>
    /// <param name="akun">The account, when the mailbox has one.</param>
    /// <param name="alasan">Why, for the administrator only.</param>
    /// <param name="alamat">The client's network address.</param>
    /// <param name="kini">The time.</param>
    public static void CatatMasukGagal(this KlatenDb db, Pengguna? akun, string alasan, string? alamat, DateTimeOffset kini) =>
        db.Catat(new CatatanAudit
        {
            Pada = kini,
            Jenis = JenisAudit.MasukGagal,
            PelakuId = akun?.Id,
            PelakuNama = akun?.Nama ?? "(tidak dikenal)",
            Alasan = alasan,
            Alamat = Potong(alamat),
        });

    public static void CatatKeluar(this KlatenDb db, PelakuAudit oleh, DateTimeOffset kini) => db.Catat(Baris(JenisAudit.Keluar, oleh, kini));

    /// <summary>A change to an account: <paramref name="rincian"/> says what and of whom.</summary>
    public static void CatatAkun(this KlatenDb db, PelakuAudit oleh, string rincian, DateTimeOffset kini) =>
        db.Catat(Baris(JenisAudit.Akun, oleh, kini, rincian));

    /// <summary>Somebody tried what is not theirs to do; <paramref name="alasan"/> is the sentence they were told.</summary>
    public static void CatatDitolak(this KlatenDb db, PelakuAudit oleh, string alasan, DateTimeOffset kini) => db.Catat(new CatatanAudit
    {
        Pada = kini.ToUniversalTime(),
        Jenis = JenisAudit.TindakanDitolak,
        PelakuId = oleh.Id,
        PelakuNama = oleh.Nama,
        Alasan = alasan,
        Alamat = Potong(oleh.Alamat),
    });

    public static void CatatPengaturan(this KlatenDb db, PelakuAudit oleh, string rincian, DateTimeOffset kini) =>
        db.Catat(Baris(JenisAudit.Pengaturan, oleh, kini, rincian));

    public static void CatatSurel(this KlatenDb db, PelakuAudit oleh, string rincian, Guid? permohonanId, DateTimeOffset kini) =>
        db.Catat(Baris(JenisAudit.Surel, oleh, kini, rincian, permohonanId));

    /// <summary>Somebody looked at a document (UU PDP 27/2022: the subject may see who).</summary>
    public static void CatatLihatBerkas(this KlatenDb db, PelakuAudit oleh, Guid permohonanId, Guid berkasId, string rincian, DateTimeOffset kini) =>
        db.Catat(Baris(JenisAudit.LihatBerkas, oleh, kini, rincian, permohonanId, berkasId));

    /// <summary>Somebody looked at the personal data of a request.</summary>
    public static void CatatLihatData(this KlatenDb db, PelakuAudit oleh, Guid permohonanId, string rincian, DateTimeOffset kini) =>
        db.Catat(Baris(JenisAudit.LihatData, oleh, kini, rincian, permohonanId));

    private static CatatanAudit Baris(
        JenisAudit jenis, PelakuAudit oleh, DateTimeOffset kini, string? rincian = null, Guid? permohonanId = null, Guid? berkasId = null) => new()
        {
            Pada = kini.ToUniversalTime(),
            Jenis = jenis,
            PelakuId = oleh.Id,
            PelakuNama = oleh.Nama,
            Peran = oleh.Peran,
            Sebagai = oleh.Sebagai,
            PermohonanId = permohonanId,
            BerkasId = berkasId,
            Rincian = rincian,
            Alamat = Potong(oleh.Alamat),
        };

    private static string? Potong(string? alamat) => alamat is { Length: > 64 } ? alamat[..64] : alamat;
}
