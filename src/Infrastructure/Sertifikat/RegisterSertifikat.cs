using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>Rows of the register, and the question whether a person holds a certificate already.</summary>
internal static class RegisterSertifikat
{
    /// <summary>What stands in the register of a certificate.</summary>
    public static SertifikatTerbit Baris(BerkasSertifikat berkas, PermintaanPenerbitan permintaan, byte[] nik) => new()
    {
        Id = Guid.CreateVersion7(),
        PermohonanId = permintaan.PermohonanId,
        PemohonId = permintaan.PemohonId,
        Serial = berkas.Serial,
        Subjek = berkas.Subjek,
        Penerbit = berkas.Penerbit,
        BerlakuDari = berkas.BerlakuDari,
        BerlakuSampai = berkas.BerlakuSampai,
        Der = berkas.Der,
        NikPenanda = nik,
    };

    /// <summary>The certificate of this NIK that is valid now, from another request and not <paramref name="kecuali"/>; null when there is none.</summary>
    public static Task<SertifikatTerbit?> YangMasihBerlakuAsync(KlatenDb db, byte[] nik, Guid kecualiPermohonan, Guid? kecuali, DateTimeOffset kini, CancellationToken ct) =>
        db.Set<SertifikatTerbit>().AsNoTracking()
            .Where(s => s.NikPenanda == nik && s.PermohonanId != kecualiPermohonan && (kecuali == null || s.Id != kecuali) && s.Status == StatusSertifikat.Aktif && s.BerlakuSampai > kini)
            .OrderByDescending(s => s.BerlakuSampai)
            .FirstOrDefaultAsync(ct);

    /// <summary>
    /// Why a certificate cannot be replaced or revoked any more; null when it can. Locks its row until the transaction ends: two requests on one
    /// certificate come one after the other.
    /// </summary>
    public static async Task<string?> KeberatanGantiAsync(KlatenDb db, Guid id, CancellationToken ct) =>
        (await db.Database.SqlQuery<string>($"SELECT status AS \"Value\" FROM sertifikat_terbit WHERE id = {id} FOR UPDATE").ToListAsync(ct)) switch
        {
            [nameof(StatusSertifikat.Aktif)] => null,
            [nameof(StatusSertifikat.Dicabut)] => "Sertifikat yang dimaksud permohonan ini sudah dicabut.",
            _ => "Sertifikat yang dimaksud permohonan ini sudah digantikan dengan yang lebih baru.",
        };

    /// <summary>The answer to a registration when there is one.</summary>
    public static HasilPendaftaran.SudahBersertifikat Sudah(SertifikatTerbit lama) => new(
        $"NIK ini sudah memegang sertifikat elektronik yang berlaku sampai {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(lama.BerlakuSampai))}. "
        + "Periksa register pemegang sertifikat, lalu kembalikan atau tolak permohonan ini dengan alasannya.");
}
