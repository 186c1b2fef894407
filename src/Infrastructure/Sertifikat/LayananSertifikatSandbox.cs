using System.Security.Cryptography.X509Certificates;
using System.Text;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>The authority inside the process: real certificates that no one outside trusts, and that say so.</summary>
internal sealed class LayananSertifikatSandbox(AkarSandbox akar, PenandaNik penanda) : ILayananSertifikat
{
    public ModeSertifikat Mode => ModeSertifikat.Sandbox;

    public async Task<HasilPendaftaran> DaftarkanAsync(
        KlatenDb db, Guid permohonanId, DataPemohon data, DateTimeOffset kini, CancellationToken ct)
    {
        var lama = await YangMasihBerlakuAsync(db, await penanda.TandaiAsync(data.Nik, ct), permohonanId, kini, ct);
        return lama is null
            ? new HasilPendaftaran.Terdaftar()
            : new HasilPendaftaran.SudahBersertifikat(
                lama.Serial,
                lama.BerlakuSampai,
                $"NIK ini sudah memegang sertifikat elektronik yang berlaku sampai {Tanggal(lama.BerlakuSampai)}. "
                + "Periksa register pemegang sertifikat, lalu kembalikan atau tolak permohonan ini dengan alasannya.");
    }

    public BahanKunci SiapkanKunci(string nama, Passphrase passphrase) => PabrikKunci.Buat(nama, passphrase);

    public async Task SimpanKunciAsync(KlatenDb db, Guid permohonanId, BahanKunci bahan, DateTimeOffset kini, CancellationToken ct)
    {
        var kunci = await db.Set<KunciPemohon>().FindAsync([permohonanId], ct);
        if (kunci is null)
        {
            kunci = new() { PermohonanId = permohonanId };
            db.Add(kunci);
        }
        kunci.Isi(bahan, kini);
    }

    public async Task<HasilPenerbitan> TerbitkanAsync(KlatenDb db, PermintaanPenerbitan permintaan, DateTimeOffset kini, CancellationToken ct)
    {
        if (await db.Set<SertifikatTerbit>().SingleOrDefaultAsync(s => s.PermohonanId == permintaan.PermohonanId, ct) is { } ada)
        {
            return new HasilPenerbitan.Terbit(ada);
        }
        var perbedaan = PerbedaanData.Bandingkan(permintaan.Data, permintaan.Perbandingan);
        if (perbedaan.Count > 0)
        {
            return await TolakAsync(string.Join(' ', perbedaan.Select(p => p.Kalimat)), perbedaan);
        }
        var nik = await penanda.TandaiAsync(permintaan.Data.Nik, ct);
        if (await YangMasihBerlakuAsync(db, nik, permintaan.PermohonanId, kini, ct) is { } lama)
        {
            return await TolakAsync($"NIK ini sudah memegang sertifikat elektronik yang berlaku sampai {Tanggal(lama.BerlakuSampai)}.", []);
        }
        var kunci = await db.Set<KunciPemohon>().FindAsync([permintaan.PermohonanId], ct);
        var csr = kunci?.Csr ?? throw new InvalidOperationException($"Request {permintaan.PermohonanId} has no key to certify.");
        using var sertifikat = PabrikSertifikat.Terbitkan(
            csr, permintaan.Data, await akar.AmbilAsync(ct), kini, permintaan.MasaBerlakuBulan);
        var terbit = Catat(sertifikat, permintaan, nik);
        db.Add(terbit);
        return new HasilPenerbitan.Terbit(terbit);

        async Task<HasilPenerbitan> TolakAsync(string alasan, IReadOnlyList<PerbedaanData> beda)
        {
            await HancurkanKunciAsync(db, permintaan.PermohonanId, kini, ct);
            return new HasilPenerbitan.Ditolak(alasan, beda);
        }
    }

    public async Task HancurkanKunciAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct)
    {
        var kunci = await db.Set<KunciPemohon>().FindAsync([permohonanId], ct);
        kunci?.Hancurkan(kini);
    }

    public async Task<HasilUnduhan> UnduhPkcs12Async(KlatenDb db, Guid permohonanId, Passphrase passphrase, CancellationToken ct)
    {
        var terbit = await db.Set<SertifikatTerbit>().AsNoTracking().SingleOrDefaultAsync(s => s.PermohonanId == permohonanId, ct);
        var simpanan = await db.Set<KunciPemohon>().AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == permohonanId, ct);
        if (terbit is null || simpanan?.Pkcs8Terenkripsi is not { } pkcs8)
        {
            return new HasilUnduhan.Ditolak(
                "Sertifikat untuk permohonan ini belum dapat diunduh. Lihat tahap terakhirnya di halaman lacak permohonan.", false);
        }
        using var kunci = PabrikKunci.Buka(pkcs8, passphrase);
        if (kunci is null)
        {
            return new HasilUnduhan.Ditolak(
                "Passphrase tidak cocok. Ketik lagi passphrase yang Anda buat pada langkah 7, dengan huruf besar dan kecil yang sama.", true);
        }
        using var sertifikat = X509CertificateLoader.LoadCertificate(terbit.Der);
        var isi = PabrikKunci.BuatPkcs12(kunci, sertifikat, await akar.AmbilAsync(ct), passphrase);
        return new HasilUnduhan.Berkas(isi, $"sertifikat-{terbit.Serial[..8].ToLowerInvariant()}.p12");
    }

    public async Task<byte[]> AkarSertifikatPemAsync(CancellationToken ct) =>
        Encoding.ASCII.GetBytes((await akar.AmbilAsync(ct)).ExportCertificatePem() + "\n");

    private static SertifikatTerbit Catat(X509Certificate2 sertifikat, PermintaanPenerbitan permintaan, byte[] nik) => new()
    {
        Id = Guid.CreateVersion7(),
        PermohonanId = permintaan.PermohonanId,
        PemohonId = permintaan.PemohonId,
        Serial = PabrikSertifikat.Serial(sertifikat),
        Subjek = sertifikat.Subject,
        Penerbit = sertifikat.Issuer,
        BerlakuDari = sertifikat.NotBefore.ToUniversalTime(),
        BerlakuSampai = sertifikat.NotAfter.ToUniversalTime(),
        Status = StatusSertifikat.Aktif,
        Der = sertifikat.RawData,
        NikPenanda = nik,
    };

    private static Task<SertifikatTerbit?> YangMasihBerlakuAsync(
        KlatenDb db, byte[] nik, Guid kecualiPermohonan, DateTimeOffset kini, CancellationToken ct) =>
        db.Set<SertifikatTerbit>().AsNoTracking()
            .Where(s => s.NikPenanda == nik && s.PermohonanId != kecualiPermohonan
                && s.Status == StatusSertifikat.Aktif && s.BerlakuSampai > kini)
            .OrderByDescending(s => s.BerlakuSampai)
            .FirstOrDefaultAsync(ct);

    private static string Tanggal(DateTimeOffset saat) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(saat, "Asia/Jakarta").ToString("d MMMM yyyy");
}
