using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.BasisData;
using KlatenSE.Infrastructure.Berkas;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Alur;

/// <summary>The straight way through the SOP by the one door, on real PostgreSQL as the portal's role.</summary>
public sealed class PintuPerubahanTests(PostgresUji postgres)
{
    [Fact]
    public async Task A_request_travels_from_draft_to_certificate()
    {
        await using var basis = await postgres.CloneAsync();
        var config = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = basis.Portal }).Build();
        await using var layanan = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddSingleton(TimeProvider.System)
            .AddBasisData(config).AddSurel(config).AddLayananSertifikat(config).AddAlur().AddSingleton<PengaturanService>().BuildServiceProvider();
        var pintu = layanan.GetRequiredService<PermohonanService>();
        var pabrik = layanan.GetRequiredService<IDbContextFactory<KlatenDb>>();

        var orang = new Dictionary<Peran, Guid>();
        Guid id;
        await using (var db = await pabrik.CreateDbContextAsync())
        {
            foreach (var peran in (Peran[])[Peran.Pemohon, Peran.Kepala, Peran.Kabid, Peran.Kasi, Peran.Verifikator])
            {
                var surel = $"{peran}@contoh.go.id".ToLowerInvariant();
                var u = new Pengguna { Id = Guid.CreateVersion7(), Nama = $"Orang {peran}", Email = surel, UserName = surel, NormalizedEmail = surel.ToUpperInvariant(), NormalizedUserName = surel.ToUpperInvariant(), EmailConfirmed = true };
                db.Add(u);
                db.Add(new PeranPengguna { PenggunaId = u.Id, Peran = peran });
                orang[peran] = u.Id;
            }

            var draf = Permohonan.Baru(orang[Peran.Pemohon], Layanan.Penerbitan, new DataPemohon
            {
                Nama = "Sekar Wulandari",
                Nik = "3399015507900003",
                Nip = "199007152015032002",
                Surel = "pemohon@contoh.go.id",
                Ponsel = "+6281200000001",
                Pangkat = "Penata",
                Jabatan = "Pranata Komputer",
                UnitKerja = "Dinas Perpustakaan dan Arsip",
            }, DateTimeOffset.UnixEpoch);
            id = draf.Id;
            db.Add(draf);
            db.Add(layanan.GetRequiredService<KunciData>().Baru(id));
            await db.SaveChangesAsync();
        }

        async Task Lakukan(Peran peran, Perintah perintah, Tahap ke)
        {
            var hasil = await pintu.LakukanAsync(id, null, perintah, new PelakuPermintaan(orang[peran], "127.0.0.1"), Guid.NewGuid());
            Assert.True(hasil is HasilTindakan.Berhasil, $"{perintah.Tindakan}: {hasil.KalimatGagal}");
            Assert.Equal(ke, ((HasilTindakan.Berhasil)hasil).Ke);
        }

        Permohonan Baca()
        {
            using var db = pabrik.CreateDbContext();
            return db.Permohonan.AsNoTracking().Single(p => p.Id == id);
        }

        var berkas = new HasilPeriksa.Diterima("a.jpg", "image/jpeg", [1], 1, 1, 1, [2], []);
        await Lakukan(Peran.Pemohon, new SimpanData(Baca().Data, new DataSurat { Nomor = "000.9/1/2026", Tanggal = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-22), AtasanNama = "Bagas Prasetyo", AtasanNip = "197803122003121004", AtasanJabatan = "Kepala Dinas" }), Tahap.Draf);
        foreach (var jenis in BerkasSop.WajibSaatAjukan)
        {
            await Lakukan(Peran.Pemohon, new UnggahBerkas(jenis, berkas), Tahap.Draf);
        }

        await Lakukan(Peran.Pemohon, new Ajukan(BerkasSop.WajibSaatAjukan, []), Tahap.MenungguDisposisi);
        Assert.Matches(@"^\d{4}-0001$", Baca().NomorResi);
        await Lakukan(Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] }), Tahap.PenerusanKabid);
        await Lakukan(Peran.Kabid, new Teruskan(), Tahap.VerifikasiBerkas);
        await Lakukan(Peran.Kasi, new CatatPerbandingan(new Perbandingan
        {
            SuratNama = "Sekar Wulandari",
            SuratNik = "3399015507900003",
            SuratNip = "199007152015032002",
            SuratSurel = "pemohon@contoh.go.id",
            KtpNama = "SEKAR WULANDARI",
            KtpNik = "3399015507900003",
            AsliDitunjukkan = true,
        }), Tahap.VerifikasiBerkas);
        await Lakukan(Peran.Kasi, new TunjukVerifikator(orang[Peran.Verifikator], "Orang Verifikator"), Tahap.InputDataBsre);
        await Lakukan(Peran.Verifikator, new TerbitkanLinkAktivasi(), Tahap.Aktivasi);
        async Task Buka(Tahap tahap)
        {
            await using var db = await pabrik.CreateDbContextAsync();
            var hash = await db.Set<LinkPemohon>().Where(l => l.PermohonanId == id && l.DitutupPada == null).Select(l => l.HashToken).SingleAsync();
            await Lakukan(Peran.Pemohon, new BukaLink(hash!), tahap);
        }

        await Buka(Tahap.Aktivasi);
        await Lakukan(Peran.Pemohon, new PeriksaData(Baca().Data), Tahap.Aktivasi);
        await Lakukan(Peran.Pemohon, new UnggahFotoKtp(berkas), Tahap.Aktivasi);
        await Lakukan(Peran.Pemohon, new UnggahSelfie(berkas), Tahap.Aktivasi);
        await Lakukan(Peran.Pemohon, new SelesaikanAktivasi(), Tahap.VerifikasiData);
        await Lakukan(Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi), Tahap.Passphrase);
        await Buka(Tahap.Passphrase);
        using var frasa = new Passphrase("rahasia2026");
        await Lakukan(Peran.Pemohon, new BuatPassphrase(layanan.GetRequiredService<ILayananSertifikat>().SiapkanKunci("Sekar Wulandari", frasa), true), Tahap.Penerbitan);
        var terbit = await pintu.MintaPenerbitanAsync(id);
        Assert.True(terbit is HasilTindakan.Berhasil { Ke: Tahap.Selesai }, terbit.KalimatGagal);
        Assert.Equal(5L, await basis.NilaiAsync<long>("SELECT count(*) FROM surel_keluar"));
    }
}
