using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Alur;

/// <summary>The one door beside BSrE's own portal: what happened there is recorded, and holds by its own time.</summary>
public sealed class OtoritasBsreTests(PostgresUji postgres) : IAsyncLifetime
{
    private BasisDataUji _basis = null!;
    private LayananUji _layanan = null!;
    private PermohonanUji _uji = null!;

    public async ValueTask InitializeAsync()
    {
        _basis = await postgres.CloneAsync();
        _layanan = LayananUji.Buat(_basis.Portal, (s, _) => s.AddSingleton<ILayananSertifikat, LayananSertifikatBsre>());
        _uji = new PermohonanUji(_layanan.Layanan);
    }

    public async ValueTask DisposeAsync()
    {
        await _layanan.DisposeAsync();
        await _basis.DisposeAsync();
    }

    private Task<long> HitungAsync(string sql) => _basis.NilaiAsync<long>($"SELECT count(*) FROM {sql}");

    private Task<DateTimeOffset> KiniAsync() => _layanan.BacaAsync(db => db.WaktuKiniAsync());

    /// <summary>A certificate file as BSrE would give it out.</summary>
    private static BerkasSertifikat Berkas(string nama, string nip, DateTimeOffset kini)
    {
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var minta = new CertificateRequest($"CN={nama}, SERIALNUMBER={nip}, O=Pemerintah Kabupaten Klaten, C=ID", kunci, HashAlgorithmName.SHA256);
        using var sertifikat = minta.CreateSelfSigned(kini.AddDays(-1), kini.AddYears(2));
        return BerkasSertifikat.Baca(sertifikat.Export(X509ContentType.Cert))!;
    }

    private async Task<ContohPermohonan> SampaiAktivasiAsync(TimeSpan dikirimLalu = default)
    {
        var contoh = await _uji.SampaiAsync(Tahap.InputDataBsre);
        await _uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi { LinkDikirimPada = dikirimLalu == default ? null : await KiniAsync() - dikirimLalu });
        return contoh;
    }

    [Fact]
    public async Task The_whole_way_is_recorded_up_to_the_certificate_in_the_register()
    {
        var contoh = await SampaiAktivasiAsync();
        await _uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        await _uji.WajibAsync(contoh, Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi));
        await _uji.WajibAsync(contoh, Peran.Verifikator, new CatatPassphrase(await KiniAsync()));
        var berkas = Berkas(contoh.Data.Nama.ToUpperInvariant(), contoh.Data.Nip, await KiniAsync());
        Assert.Equal(Tahap.Selesai, await _uji.WajibAsync(contoh, Peran.Verifikator, new TerbitkanSertifikat(berkas)));
        var terbit = await _layanan.BacaAsync(db => db.Set<SertifikatTerbit>().SingleAsync());
        Assert.Equal((berkas.Serial, berkas.Subjek, berkas.BerlakuSampai), (terbit.Serial, terbit.Subjek, terbit.BerlakuSampai));
        Assert.Equal(1, await HitungAsync("surel_keluar WHERE jenis = 'SertifikatTerbit' AND isi_teks LIKE '%BSrE sudah menerbitkan%'"));
        Assert.Equal(0, await HitungAsync("link_pemohon WHERE hash_token IS NOT NULL"));
        Assert.Equal(0, await HitungAsync("kunci_pemohon"));
    }

    [Fact]
    public async Task A_link_that_BSrE_sent_more_than_a_day_ago_is_expired_at_once()
    {
        var contoh = await _uji.SampaiAsync(Tahap.InputDataBsre);
        await (await _basis.JamAsync()).GeserAsync(TimeSpan.FromHours(30));
        var hasil = await _uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanLinkAktivasi { LinkDikirimPada = await KiniAsync() - TimeSpan.FromHours(26) });
        Assert.Equal((Tahap.InputDataBsre, Tahap.LinkKedaluwarsa), Assert.IsType<HasilTindakan.Berhasil>(hasil) is var b ? (b.Dari, b.Ke) : default);
        Assert.Equal(1, await HitungAsync("riwayat WHERE tindakan = 'Kedaluwarsakan'"));
    }

    [Fact]
    public async Task An_activation_proven_inside_its_validity_is_recorded_after_the_link_expired()
    {
        var contoh = await SampaiAktivasiAsync();
        var selesai = await KiniAsync() + TimeSpan.FromHours(2);
        await (await _basis.JamAsync()).GeserAsync(TimeSpan.FromHours(25));
        await _layanan.Pintu.LakukanSistemAsync(contoh.Id, new Kedaluwarsakan());
        Assert.IsType<HasilTindakan.DitolakSop>(await _uji.LakukanAsync(contoh, Peran.Verifikator, new CatatAktivasi(selesai.AddHours(23))));
        Assert.Equal(Tahap.VerifikasiData, await _uji.WajibAsync(contoh, Peran.Verifikator, new CatatAktivasi(selesai)));
    }

    [Fact]
    public async Task A_certificate_of_somebody_else_is_refused_with_the_fields_named()
    {
        var contoh = await SampaiAktivasiAsync();
        await _uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        await _uji.WajibAsync(contoh, Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi));
        await _uji.WajibAsync(contoh, Peran.Verifikator, new CatatPassphrase(await KiniAsync()));
        var milikLain = Berkas("Orang Lain", "196501011990011001", await KiniAsync());
        var kalimat = Assert.IsType<HasilTindakan.DitolakSop>(await _uji.LakukanAsync(contoh, Peran.Verifikator, new TerbitkanSertifikat(milikLain))).Kalimat;
        Assert.StartsWith("Nama (tanpa gelar), NIP", kalimat, StringComparison.Ordinal);
        Assert.Equal(0, await HitungAsync("sertifikat_terbit"));
    }

    [Fact]
    public async Task BSrEs_refusal_goes_back_to_step_3_with_its_reason()
    {
        var contoh = await SampaiAktivasiAsync();
        await _uji.WajibAsync(contoh, Peran.Pemohon, new SelesaikanAktivasi());
        await _uji.WajibAsync(contoh, Peran.Verifikator, new Setujui(Permohonan.BidangVerifikasi));
        await _uji.WajibAsync(contoh, Peran.Verifikator, new CatatPassphrase(await KiniAsync()));
        Assert.Equal(Tahap.VerifikasiBerkas, await _uji.WajibAsync(contoh, Peran.Verifikator, new TolakBsre { Alasan = "Data KTP tidak sama." }));
        Assert.Equal("Data KTP tidak sama.", (await _uji.BacaAsync(contoh)).AlasanTerakhir);
    }

    [Fact]
    public async Task Every_stage_of_the_board_waits_for_exactly_one_who_can_act()
    {
        foreach (var tahap in AlurSop.Terbaru.Kolom.Where(t => t.Tahap != Tahap.MenungguKonfirmasi))
        {
            await _uji.SampaiAsync(tahap.Tahap);
        }

        await using var sambungan = new NpgsqlConnection(_basis.Portal);
        await sambungan.OpenAsync();
        var hasil = await InvarianAntrean.PeriksaAsync(sambungan, ModeOtoritas.Bsre);
        Assert.Empty(hasil.Pelanggaran);
        Assert.True(hasil.Diperiksa >= 10);
    }

    [Fact]
    public async Task A_database_that_issued_for_trying_out_is_not_for_BSrE_nor_the_reverse()
    {
        IConfiguration Setelan(ModeOtoritas mode) => new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Portal", _basis.Portal), new(PilihanOtoritas.Setelan, mode.ToString())]).Build();
        Assert.Null(await PilihanOtoritas.KeberatanDataAsync(Setelan(ModeOtoritas.Bsre)));
        await _uji.SampaiAsync(Tahap.Selesai);
        Assert.Null(await PilihanOtoritas.KeberatanDataAsync(Setelan(ModeOtoritas.Bsre)));
        Assert.Contains("berisi sertifikat dari BSrE", await PilihanOtoritas.KeberatanDataAsync(Setelan(ModeOtoritas.Sandbox)), StringComparison.Ordinal);
        await _basis.JalankanAsync($"UPDATE sertifikat_terbit SET subjek = 'O={NamaSubjek.TandaSandbox}'");
        Assert.Null(await PilihanOtoritas.KeberatanDataAsync(Setelan(ModeOtoritas.Sandbox)));
        Assert.Contains("sertifikat percobaan dari sandbox", await PilihanOtoritas.KeberatanDataAsync(Setelan(ModeOtoritas.Bsre)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan sertifikat")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")]
    public void What_is_no_certificate_is_not_taken_for_one(string isi) => Assert.Null(BerkasSertifikat.Baca(System.Text.Encoding.ASCII.GetBytes(isi)));
}
