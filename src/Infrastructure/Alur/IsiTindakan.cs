using System.Security.Cryptography;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengajuan;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Alur;

/// <summary>What an act carries, held against the database: whether it was done already, and what the page could not know.</summary>
internal static class IsiTindakan
{
    /// <summary>
    /// Whether this submit was done already: a double click. A form that the browser brought back and that was edited since carries the old key with
    /// other content; that is a new act, and the version tells the person what they did not see.
    /// </summary>
    public static async Task<bool> SudahDilakukanAsync(Permintaan minta, KlatenDb db, Permohonan permohonan, SaatTindakan saat, CancellationToken ct) =>
        saat.TindakanLalu == minta.Tindakan.ToString() && await minta.Pilih(db, permohonan, saat.Kini) switch
        {
            SimpanData s => s.Data == permohonan.Data && s.Surat == permohonan.Surat,
            PeriksaData d => d.Data == permohonan.Data,
            UnggahBerkas { Masukan: HasilPeriksa.Diterima m } u => await SudahAdaAsync(db, permohonan.Id, u.Jenis, m, ct),
            UnggahFotoKtp { Masukan: HasilPeriksa.Diterima m } => await SudahAdaAsync(db, permohonan.Id, JenisBerkas.FotoKtpAktivasi, m, ct),
            UnggahSelfie { Masukan: HasilPeriksa.Diterima m } => await SudahAdaAsync(db, permohonan.Id, JenisBerkas.Selfie, m, ct),
            _ => true,
        };

    /// <summary>What the database knows better than the page that asks.</summary>
    public static async Task<Perintah> LengkapiAsync(Perintah perintah, KlatenDb db, Permohonan permohonan, CancellationToken ct) => perintah switch
    {
        Ajukan a => a with
        {
            // Of a certificate that was issued on them the data need no more warnings, and who revokes it for another does not see them.
            Peringatan = permohonan.Layanan == Layanan.Pencabutan ? [] : [.. PeringatanIsian.Untuk(permohonan.Data).Union(a.Peringatan)],
            SurelTerbukti = await db.Users.Where(u => u.Id == permohonan.PemohonId && u.EmailConfirmed).Select(u => u.Email).SingleOrDefaultAsync(ct),
        },
        Konfirmasi k => k with
        {
            BerkasLengkap = await BerkasStore.Terkini(db, permohonan.Id).Select(b => b.Jenis).ToListAsync(ct),
            Peringatan = PeringatanIsian.Untuk(permohonan.Data),
            SurelTerbukti = await db.Users.Where(u => u.Id == permohonan.PemohonId && u.EmailConfirmed).Select(u => u.Email).SingleOrDefaultAsync(ct),
        },
        // What the old numbers gave cause for goes with them; what the applicant declared stays.
        PeriksaData d => d with { Peringatan = [.. PeringatanIsian.Untuk(d.Data).Union(permohonan.Peringatan.Except(PeringatanIsian.Untuk(permohonan.Data)))] },
        _ => perintah,
    };

    private static Task<bool> SudahAdaAsync(KlatenDb db, Guid id, JenisBerkas jenis, HasilPeriksa.Diterima masukan, CancellationToken ct)
    {
        var sidik = Convert.ToHexStringLower(SHA256.HashData(masukan.Isi));
        return db.Set<BerkasPermohonan>().AnyAsync(b => b.PermohonanId == id && b.Jenis == jenis && b.DigantiPada == null && b.Sha256 == sidik, ct);
    }
}
