using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Pencocokan;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Bsre;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>
/// Beside BSrE's own portal: keys and passphrases live there. This side knows the register, and records what BSrE did; what only the sandbox
/// can do has no way here and is a bug when it is asked for.
/// </summary>
internal sealed class LayananSertifikatBsre(PenandaNik penanda) : ILayananSertifikat
{
    // Three times what the status check needs to hear again.
    private static readonly TimeSpan Segar = TimeSpan.FromMinutes(15);

    public ModeOtoritas Mode => ModeOtoritas.Bsre;

    public async Task<HasilPendaftaran> DaftarkanAsync(KlatenDb db, Pendaftaran pendaftaran, DateTimeOffset kini, CancellationToken ct)
    {
        if (await RegisterSertifikat.YangMasihBerlakuAsync(db, await penanda.TandaiAsync(pendaftaran.Data.Nik, ct), pendaftaran.PermohonanId, pendaftaran.DigantiId, kini, ct) is { } lama)
        {
            return RegisterSertifikat.Sudah(lama);
        }

        // BSrE would refuse the registration itself (4024). An answer that is not fresh refuses nobody, a renewal begins with an active one, and who
        // was unknown earlier in this step got the certificate by this very request.
        var (sejak, aktif, asing) = (kini - Segar, StatusBsre.Aktif, StatusBsre.TidakTerdaftar);
        var pemegang = pendaftaran.Layanan != Layanan.Penerbitan ? null : await db.Set<KeadaanBsre>()
            .Where(k => k.PermohonanId == pendaftaran.PermohonanId && k.Status == aktif && k.DijawabPada > sejak
                && !db.Set<JawabanTercatat>().Any(j => j.PermohonanId == k.PermohonanId && j.Status == asing
                    && db.Permohonan.Any(p => p.Id == k.PermohonanId && j.DitanyaPada >= p.SejakTahap))).Select(k => k.DijawabPada).SingleOrDefaultAsync(ct);
        return pemegang is { } pada
            ? new HasilPendaftaran.SudahBersertifikat(
                $"Menurut BSrE ({TeksWaktu.Lengkap(pada)}) pemohon sudah memiliki sertifikat aktif, sehingga BSrE menolak pendaftaran baru. "
                + "Hubungi pemohon, lalu kembalikan permohonan ini dengan alasannya, atau mintalah pemohon membatalkannya. Bila sertifikat itu hampir berakhir, arahkan pemohon ke perpanjangan.")
            : new HasilPendaftaran.Terdaftar();
    }

    public async Task<SertifikatTerbit> CatatTerbitAsync(
        KlatenDb db, PermintaanPenerbitan permintaan, BerkasSertifikat? berkas, DateTimeOffset kini, CancellationToken ct)
    {
        var nik = await penanda.TandaiAsync(permintaan.Data.Nik, ct);
        // Changed data do not lengthen a certificate's life.
        var akhirLama = permintaan is { Layanan: Layanan.PerubahanData, DigantiId: { } diganti }
            ? await db.Set<SertifikatTerbit>().Where(s => s.Id == diganti).Select(s => (DateTimeOffset?)s.BerlakuSampai).SingleAsync(ct) : null;
        var terbit = berkas is not null
            ? RegisterSertifikat.Baris(berkas, permintaan, nik)
            : new SertifikatTerbit
            {
                Id = Guid.CreateVersion7(),
                PermohonanId = permintaan.PermohonanId,
                PemohonId = permintaan.PemohonId,
                Serial = null,
                Subjek = "",
                Penerbit = "",
                BerlakuDari = kini,
                BerlakuSampai = akhirLama ?? kini.AddMonths(permintaan.MasaBerlakuBulan),
                Der = [],
                NikPenanda = nik,
            };
        db.Add(terbit);
        return terbit;
    }

    /// <summary>There is no key here to destroy.</summary>
    public Task HancurkanKunciAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct) => Task.CompletedTask;

    public BahanKunci SiapkanKunci(string nama, Passphrase passphrase) => throw HanyaSandbox();

    public Task SimpanKunciAsync(KlatenDb db, Guid permohonanId, BahanKunci bahan, DateTimeOffset kini, CancellationToken ct) => throw HanyaSandbox();

    public Task<HasilPenerbitan> TerbitkanAsync(KlatenDb db, PermintaanPenerbitan permintaan, DateTimeOffset kini, CancellationToken ct) => throw HanyaSandbox();

    public Task<HasilUnduhan> UnduhPkcs12Async(KlatenDb db, Guid permohonanId, Passphrase passphrase, CancellationToken ct) => throw HanyaSandbox();

    public Task<byte[]> AkarSertifikatPemAsync(CancellationToken ct) => throw HanyaSandbox();

    private static InvalidOperationException HanyaSandbox() => new("Beside BSrE the portal makes no key and takes no passphrase.");
}
