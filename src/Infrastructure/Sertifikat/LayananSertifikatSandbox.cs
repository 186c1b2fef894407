using System.Security.Cryptography.X509Certificates;
using System.Text;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Kata;
using KlatenSE.Domain.Waktu;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.BasisData;
using Microsoft.EntityFrameworkCore;

namespace KlatenSE.Infrastructure.Sertifikat;

/// <summary>The authority inside the process: real certificates that no one outside trusts, and that say so.</summary>
internal sealed class LayananSertifikatSandbox(AkarSandbox akar, PenandaNik penanda) : ILayananSertifikat
{
    public ModeOtoritas Mode => ModeOtoritas.Sandbox;

    public async Task<HasilPendaftaran> DaftarkanAsync(
        KlatenDb db, Pendaftaran pendaftaran, DateTimeOffset kini, CancellationToken ct)
    {
        var lama = await RegisterSertifikat.YangMasihBerlakuAsync(db, await penanda.TandaiAsync(pendaftaran.Data.Nik, ct), pendaftaran.PermohonanId, pendaftaran.DigantiId, kini, ct);
        return lama is null
            ? new HasilPendaftaran.Terdaftar()
            : RegisterSertifikat.Sudah(lama);
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
        if (await RegisterSertifikat.YangMasihBerlakuAsync(db, nik, permintaan.PermohonanId, permintaan.DigantiId, kini, ct) is { } lama)
        {
            return await TolakAsync($"NIK ini sudah memegang sertifikat elektronik yang berlaku sampai {TeksWaktu.TanggalPanjang(Jakarta.Tanggal(lama.BerlakuSampai))}.", []);
        }
        DateTimeOffset? sampai = null;
        if (permintaan.DigantiId is { } id && await RegisterSertifikat.KeberatanGantiAsync(db, id, ct) is { } keberatan)
        {
            return await TolakAsync(keberatan, []);
        }
        if (permintaan is { Layanan: Layanan.PerubahanData, DigantiId: { } diganti })
        {
            var diubah = await db.Set<SertifikatTerbit>().AsNoTracking().SingleAsync(s => s.Id == diganti, ct);
            if (!diubah.Berlaku(kini) || !await PakaiKunciLamaAsync(db, permintaan.PermohonanId, diubah.PermohonanId, kini, ct))
            {
                return await TolakAsync("Sertifikat yang datanya diubah sudah tidak berlaku, atau kuncinya sudah dimusnahkan.", []);
            }
            sampai = diubah.BerlakuSampai;
        }
        var kunci = await db.Set<KunciPemohon>().FindAsync([permintaan.PermohonanId], ct);
        var csr = kunci?.Csr ?? throw new InvalidOperationException($"Request {permintaan.PermohonanId} has no key to certify.");
        using var sertifikat = PabrikSertifikat.Terbitkan(
            csr, permintaan.Data, await akar.AmbilAsync(ct), kini, sampai ?? kini.AddMonths(permintaan.MasaBerlakuBulan));
        var terbit = RegisterSertifikat.Baris(BerkasSertifikat.Dari(sertifikat), permintaan, nik);
        db.Add(terbit);
        return new HasilPenerbitan.Terbit(terbit);

        async Task<HasilPenerbitan> TolakAsync(string alasan, IReadOnlyList<PerbedaanData> beda)
        {
            await HancurkanKunciAsync(db, permintaan.PermohonanId, kini, ct);
            return new HasilPenerbitan.Ditolak(alasan, beda);
        }
    }

    public Task<SertifikatTerbit> CatatTerbitAsync(
        KlatenDb db, PermintaanPenerbitan permintaan, BerkasSertifikat? berkas, DateTimeOffset kini, CancellationToken ct) =>
        throw new InvalidOperationException("The sandbox issues itself; nothing is recorded by hand.");

    public async Task HancurkanKunciAsync(KlatenDb db, Guid permohonanId, DateTimeOffset kini, CancellationToken ct)
    {
        var kunci = await db.Set<KunciPemohon>().FindAsync([permohonanId], ct);
        kunci?.Hancurkan(kini);
    }

    public async Task<HasilUnduhan> UnduhPkcs12Async(KlatenDb db, Guid permohonanId, Passphrase passphrase, CancellationToken ct)
    {
        var terbit = await db.Set<SertifikatTerbit>().AsNoTracking().SingleOrDefaultAsync(s => s.PermohonanId == permohonanId, ct);
        var simpanan = await db.Set<KunciPemohon>().AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == permohonanId, ct);
        if (terbit is { Status: StatusSertifikat.Digantikan })
        {
            return new HasilUnduhan.Ditolak("Sertifikat ini sudah digantikan. Buka “Sertifikat saya”, lalu unduh yang berlaku.", false);
        }
        if (terbit is { Status: StatusSertifikat.Dicabut })
        {
            return new HasilUnduhan.Ditolak("Sertifikat ini sudah dicabut, sehingga tidak dapat diunduh. Ajukan penerbitan baru bila masih diperlukan.", false);
        }
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
        return new HasilUnduhan.Berkas(isi, $"sertifikat-{terbit.Serial![..8].ToLowerInvariant()}.p12");
    }

    /// <summary>Changed data, the same key: the sealed key of the old request goes along, so the passphrase stays. False when it was destroyed.</summary>
    private static async Task<bool> PakaiKunciLamaAsync(KlatenDb db, Guid permohonanId, Guid lamaId, DateTimeOffset kini, CancellationToken ct)
    {
        if (await db.Set<KunciPemohon>().FindAsync([permohonanId], ct) is { Csr: not null })
        {
            return true;
        }
        var lama = await db.Set<KunciPemohon>().AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == lamaId, ct);
        if (lama is not { Pkcs8Terenkripsi: { } pkcs8, Csr: { } csr })
        {
            return false;
        }
        var kunci = new KunciPemohon { PermohonanId = permohonanId };
        kunci.Isi(new BahanKunci(pkcs8, csr), kini);
        db.Add(kunci);
        return true;
    }

    public async Task<byte[]> AkarSertifikatPemAsync(CancellationToken ct) =>
        Encoding.ASCII.GetBytes((await akar.AmbilAsync(ct)).ExportCertificatePem() + "\n");
}
