using System.Collections.Concurrent;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Domain.Waktu;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KlatenSE.TestCommon;

/// <summary>
/// People with roles, and requests brought to any stage through the real door. Works on any service provider that has the portal's
/// services (a <see cref="LayananUji"/>, a running portal). Safe to use in parallel.
/// </summary>
public sealed class PermohonanUji(IServiceProvider layanan)
{
    /// <summary>The passphrase behind every certificate made here.</summary>
    public const string TeksPassphrase = "rahasia2026";

    /// <summary>A tiny document as the inspection would hand it over.</summary>
    public static HasilPeriksa.Diterima Berkas { get; } = new("contoh.jpg", "image/jpeg", [1, 2, 3], 1, 1, 1, [4, 5], []);

    private static int nomor;

    private ConcurrentDictionary<Peran, Lazy<Task<OrangUji>>> petugas = new();
    private BahanKunci? bahan;

    public PermohonanService Pintu { get; } = layanan.GetRequiredService<PermohonanService>();

    private IDbContextFactory<KlatenDb> Pabrik { get; } = layanan.GetRequiredService<IDbContextFactory<KlatenDb>>();

    private bool Bsre => layanan.GetRequiredService<ILayananSertifikat>().Mode == ModeOtoritas.Bsre;

    /// <summary>The database's clock.</summary>
    public async Task<DateTimeOffset> KiniAsync()
    {
        await using var db = await Pabrik.CreateDbContextAsync();
        return await db.WaktuKiniAsync();
    }

    /// <summary>A new account with a proven mailbox and these roles; it has no password.</summary>
    public async Task<OrangUji> OrangAsync(string nama, params Peran[] peran)
    {
        var surel = $"{string.Concat(nama.Where(char.IsAsciiLetter))}.{Guid.NewGuid():N}"[..^20].ToLowerInvariant() + "@contoh.go.id";
        await using var db = await Pabrik.CreateDbContextAsync();
        var akun = new Pengguna
        {
            Id = Guid.CreateVersion7(),
            Nama = nama,
            UnitKerja = "Dinas Komunikasi dan Informatika",
            Email = surel,
            UserName = surel,
            NormalizedEmail = surel.ToUpperInvariant(),
            NormalizedUserName = surel.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            DibuatPada = DateTimeOffset.UnixEpoch,
        };
        db.Add(akun);
        db.AddRange(peran.Select(p => new PeranPengguna { PenggunaId = akun.Id, Peran = p, DiberikanPada = DateTimeOffset.UnixEpoch }));
        await db.SaveChangesAsync();
        return new OrangUji(akun.Id, nama, surel);
    }

    /// <summary>The official of a role: made at the first ask, the same from then on.</summary>
    public Task<OrangUji> PetugasAsync(Peran peran) =>
        petugas.GetOrAdd(peran, p => new Lazy<Task<OrangUji>>(() => OrangAsync($"Petugas {p}", p))).Value;

    /// <summary>The same people before the services of another process.</summary>
    public PermohonanUji DiProsesLain(IServiceProvider lain) => new(lain) { petugas = petugas, bahan = bahan };

    /// <summary>Uses this person as the official of a role, for example one who can sign in.</summary>
    public void Pakai(Peran peran, OrangUji orang) => petugas[peran] = new(() => Task.FromResult(orang));

    /// <summary>A new request of <paramref name="pemohon"/> (a new person when null), brought to a stage by the acts of the SOP.</summary>
    public async Task<ContohPermohonan> SampaiAsync(Tahap tahap, OrangUji? pemohon = null)
    {
        if (tahap == Tahap.MenungguKonfirmasi)
        {
            return await LoketAsync(pemohon);
        }

        var contoh = await DrafAsync(pemohon);
        switch (tahap)
        {
            case Tahap.LinkKedaluwarsa:
                await MajuKeAsync(contoh, Tahap.Aktivasi);
                await KedaluwarsakanAsync(contoh);
                break;
            case Tahap.PerluPerbaikan:
                await MajuKeAsync(contoh, Tahap.MenungguDisposisi);
                await WajibAsync(contoh, Peran.Kepala, Perbaiki(BidangPermohonan.Jabatan));
                break;
            case Tahap.Ditolak:
                await MajuKeAsync(contoh, Tahap.MenungguDisposisi);
                await WajibAsync(contoh, Peran.Kepala, new Tolak { Alasan = "Surat rekomendasi bukan untuk layanan ini." });
                break;
            case Tahap.Dibatalkan:
                await MajuKeAsync(contoh, Tahap.MenungguDisposisi);
                await WajibAsync(contoh, Peran.Pemohon, new Batalkan());
                break;
            default:
                await MajuKeAsync(contoh, tahap);
                break;
        }

        return contoh;
    }

    /// <summary>A draft with data, letter and documents, ready to be sent.</summary>
    public async Task<ContohPermohonan> DrafAsync(OrangUji? pemohon = null, Layanan untuk = Layanan.Penerbitan)
    {
        var n = Interlocked.Increment(ref nomor);
        pemohon ??= await OrangAsync(DataUji.Nama(n), Peran.Pemohon);
        var draf = await layanan.GetRequiredService<PengajuanService>().BuatDrafAsync(untuk, pemohon.Pelaku);
        var id = draf.Id ?? throw new InvalidOperationException(draf.Kalimat);
        var contoh = new ContohPermohonan(id, pemohon, DataUji.Pemohon(n, pemohon.Surel));
        if (untuk != Layanan.Penerbitan)
        {
            contoh = contoh with { Data = (await BacaAsync(contoh)).Data };
        }

        await using (var db = await Pabrik.CreateDbContextAsync())
        {
            var tanggal = Jakarta.Tanggal(await db.WaktuKiniAsync()).AddDays(-7);
            await WajibAsync(contoh, Peran.Pemohon, new SimpanData(contoh.Data, DataUji.Surat(n, tanggal)));
        }

        foreach (var jenis in BerkasSop.WajibSaatAjukan)
        {
            await WajibAsync(contoh, Peran.Pemohon, new UnggahBerkas(jenis, Berkas));
        }

        return contoh;
    }

    /// <summary>A request that the counter filed with all documents, for an account that is there.</summary>
    public async Task<ContohPermohonan> LoketAsync(OrangUji? pemohon = null)
    {
        var n = Interlocked.Increment(ref nomor);
        pemohon ??= await OrangAsync(DataUji.Nama(n), Peran.Pemohon);
        var data = DataUji.Pemohon(n, pemohon.Surel);
        await using var db = await Pabrik.CreateDbContextAsync();
        var hasil = await layanan.GetRequiredService<LoketService>().AjukanAsync(
            data, DataUji.Surat(n, Jakarta.Tanggal(await db.WaktuKiniAsync()).AddDays(-7)), new BerkasLoket(Berkas, Berkas, Berkas), (await PetugasAsync(Peran.PetugasLoket)).Pelaku, Guid.NewGuid());
        return hasil is HasilLoket.Tercatat t ? new ContohPermohonan(t.Id, pemohon, data) : throw new InvalidOperationException($"{hasil}");
    }

    /// <summary>Goes on along the straight way until the request stands in <paramref name="tahap"/>.</summary>
    public async Task MajuKeAsync(ContohPermohonan contoh, Tahap tahap)
    {
        for (var kini = (await BacaAsync(contoh)).Tahap; kini != tahap; kini = await LanjutAsync(contoh))
        {
        }
    }

    /// <summary>All acts of the present stage of the straight way, up to the next; returns it.</summary>
    public async Task<Tahap> LanjutAsync(ContohPermohonan contoh)
    {
        var p = await BacaAsync(contoh);
        switch (p.Tahap)
        {
            case Tahap.Draf or Tahap.PerluPerbaikan:
                return await WajibAsync(contoh, Peran.Pemohon, new Ajukan(p.BerkasWajib, []));
            case Tahap.MenungguKonfirmasi:
                return await WajibAsync(contoh, Peran.Pemohon, new Konfirmasi());
            case Tahap.MenungguDisposisi:
                return await WajibAsync(contoh, Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] }));
            case Tahap.PenerusanKabid:
                return await WajibAsync(contoh, Peran.Kabid, new Teruskan());
            case Tahap.VerifikasiBerkas:
                if (p.Layanan != Layanan.Pencabutan)
                {
                    await WajibAsync(contoh, Peran.Kasi, new CatatPerbandingan(DataUji.Cocok(p.Data)));
                }

                var verifikator = await PetugasAsync(Peran.Verifikator);
                return await WajibAsync(contoh, Peran.Kasi, new TunjukVerifikator(verifikator.Id, verifikator.Nama));
            case Tahap.InputDataBsre:
                return await WajibAsync(contoh, Peran.Verifikator, p.Layanan switch
                {
                    Layanan.Penerbitan or Layanan.Perpanjangan => new TerbitkanLinkAktivasi(),
                    Layanan.PerubahanData => new KirimKeBsre(),
                    Layanan.Pencabutan => new CabutSertifikat(await KiniAsync()),
                });
            // Beside BSrE the applicant works there; what came of it is recorded.
            case Tahap.Aktivasi when Bsre:
                return await WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
            case Tahap.Passphrase when Bsre:
                return await WajibAsync(contoh, Peran.Pemohon, new CatatPassphrase(await KiniAsync()));
            case Tahap.Penerbitan when Bsre:
                return await WajibAsync(contoh, Peran.Verifikator, new TerbitkanSertifikat(null));
            case Tahap.Aktivasi:
                await BukaLinkAsync(contoh);
                await WajibAsync(contoh, Peran.Pemohon, new PeriksaData(p.Data));
                await WajibAsync(contoh, Peran.Pemohon, new UnggahFotoKtp(Berkas));
                await WajibAsync(contoh, Peran.Pemohon, new UnggahSelfie(Berkas));
                return await WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
            case Tahap.VerifikasiData:
                return await WajibAsync(contoh, Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi));
            case Tahap.Passphrase:
                await BukaLinkAsync(contoh);
                return await WajibAsync(contoh, Peran.Pemohon, new BuatPassphrase(Bahan(), true));
            case Tahap.Penerbitan:
                // A running portal asks for itself and may have been faster.
                return await Pintu.MintaPenerbitanAsync(contoh.Id) is var terbit && terbit is not HasilTindakan.Berhasil
                    && (await BacaAsync(contoh)).Tahap is var sesudah && sesudah != Tahap.Penerbitan ? sesudah : ((HasilTindakan.Berhasil)Berhasil(contoh, terbit)).Ke;
            case Tahap.LinkKedaluwarsa:
                return await WajibAsync(contoh, Peran.Verifikator, new TerbitkanUlangLink(p.Data.Surel));
            default:
                throw new InvalidOperationException($"Tahap {p.Tahap} adalah akhir.");
        }
    }

    /// <summary>The applicant opens the running link.</summary>
    public async Task<Tahap> BukaLinkAsync(ContohPermohonan contoh) =>
        await WajibAsync(contoh, Peran.Pemohon, new BukaLink((await LinkAsync(contoh))!.HashToken!));

    /// <summary>The running link; null when there is none.</summary>
    public async Task<LinkPemohon?> LinkAsync(ContohPermohonan contoh)
    {
        await using var db = await Pabrik.CreateDbContextAsync();
        return await db.Set<LinkPemohon>().AsNoTracking().SingleOrDefaultAsync(l => l.PermohonanId == contoh.Id && l.DitutupPada == null);
    }

    /// <summary>Moves the running link's deadline to now and lets the system close it: for stages, not for tests of time.</summary>
    public async Task KedaluwarsakanAsync(ContohPermohonan contoh)
    {
        await using (var db = await Pabrik.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE link_pemohon SET batas = waktu_kini() WHERE permohonan_id = {contoh.Id} AND ditutup_pada IS NULL");
        }

        Berhasil(contoh, await Pintu.LakukanSistemAsync(contoh.Id, new Kedaluwarsakan()));
    }

    /// <summary>Does an act as the person of a role (<see cref="Peran.Pemohon"/>: the request's own applicant).</summary>
    public async Task<HasilTindakan> LakukanAsync(ContohPermohonan contoh, Peran peran, Perintah perintah, uint? versi = null, Guid? kunci = null)
    {
        var orang = peran == Peran.Pemohon ? contoh.Pemohon : await PetugasAsync(peran);
        return await Pintu.LakukanAsync(contoh.Id, versi, perintah, orang.Pelaku, kunci ?? Guid.NewGuid());
    }

    /// <summary>As <see cref="LakukanAsync"/>, and throws when the act is refused; returns the stage it led to.</summary>
    public async Task<Tahap> WajibAsync(ContohPermohonan contoh, Peran peran, Perintah perintah) =>
        ((HasilTindakan.Berhasil)Berhasil(contoh, await LakukanAsync(contoh, peran, perintah), perintah.Tindakan)).Ke;

    /// <summary>The request as it is now.</summary>
    public async Task<Permohonan> BacaAsync(ContohPermohonan contoh)
    {
        await using var db = await Pabrik.CreateDbContextAsync();
        return await db.Permohonan.AsNoTracking().SingleAsync(p => p.Id == contoh.Id);
    }

    /// <summary>Sends back with these fields to mend.</summary>
    public static Kembalikan Perbaiki(params BidangPermohonan[] bidang) => new()
    {
        Alasan = "Ada isian yang belum sesuai surat.",
        DaftarPerbaikan = [.. bidang.Select(b => new ButirPerbaikan(b, "Samakan dengan surat rekomendasi."))],
    };

    /// <summary>Key material, made once: it takes 0.2 s of processor, and no test reads it.</summary>
    public BahanKunci Bahan()
    {
        if (bahan is null)
        {
            using var frasa = new Passphrase(TeksPassphrase);
            bahan = layanan.GetRequiredService<ILayananSertifikat>().SiapkanKunci("Pemohon Contoh", frasa);
        }

        return bahan;
    }

    private static HasilTindakan Berhasil(ContohPermohonan contoh, HasilTindakan hasil, Tindakan? tindakan = null) => hasil is HasilTindakan.Berhasil
        ? hasil
        : throw new InvalidOperationException($"{contoh.Id} {tindakan}: {hasil.KalimatGagal}");
}
