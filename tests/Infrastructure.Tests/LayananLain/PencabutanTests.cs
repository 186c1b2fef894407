using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.LayananLain;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Infrastructure.Pengajuan;
using KlatenSE.Infrastructure.Sertifikat;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.LayananLain;

/// <summary>Revocation: by the holder, and by the superior with a letter.</summary>
public sealed class PencabutanTests(PostgresUji postgres) : RuangLayanan(postgres)
{
    [Fact]
    public async Task A_holder_revokes_without_letter_or_agenda_number_and_the_register_says_why()
    {
        var lama = await PemegangAsync();
        var surat = await HitungAsync("surat_masuk");
        var cabut = await DrafCabutAsync(lama.Pemohon, Sendiri());
        await Uji.MajuKeAsync(cabut, Tahap.Selesai);

        var s = await SertifikatAsync(lama.Id);
        Assert.Equal((StatusSertifikat.Dicabut, "Pensiun"), (s.Status, s.AlasanPencabutan));
        Assert.NotNull(s.DiakhiriPada);
        Assert.Equal(surat, await HitungAsync("surat_masuk"));
        Assert.NotNull((await Uji.BacaAsync(cabut)).NomorResi);
        Assert.Equal(1, await HitungAsync($"surel_keluar WHERE jenis = 'SertifikatDicabut' AND kepada = '{lama.Pemohon.Surel}'"));
        using var frasa = new Passphrase(PermohonanUji.TeksPassphrase);
        Assert.Equal(SebabUnduhGagal.Ditolak, (await Ambil<UnduhSertifikatService>().UnduhAsync(lama.Id, frasa, lama.Pemohon.Pelaku)).Sebab);
    }

    [Fact]
    public async Task After_a_revocation_a_new_certificate_may_be_asked_for()
    {
        var lama = await PemegangAsync();
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        Assert.NotNull((await Pengajuan.BuatDrafAsync(Domain.Pengajuan.Layanan.Penerbitan, lama.Pemohon.Pelaku)).Id);
    }

    [Fact]
    public async Task A_superior_files_with_a_letter_and_both_are_told()
    {
        var lama = await PemegangAsync();
        var atasan = await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon);
        var cabut = await DrafCabutAsync(atasan, Atasan(lama));
        Assert.Contains("belum diunggah", await DitolakAsync(cabut, Peran.Pemohon, new Ajukan([], [])), StringComparison.Ordinal);

        await Uji.WajibAsync(cabut, Peran.Pemohon, new UnggahBerkas(JenisBerkas.SuratRekomendasi, PermohonanUji.Berkas));
        await Uji.MajuKeAsync(cabut, Tahap.VerifikasiBerkas);
        Assert.Equal(1, await HitungAsync("surat_masuk WHERE perihal = 'Permohonan pencabutan sertifikat elektronik'"));
        Assert.Equal(1, await HitungAsync($"surel_keluar WHERE jenis = 'PencabutanDiajukan' AND kepada = '{lama.Pemohon.Surel}'"));
        Assert.Equal(1, await HitungAsync($"surel_keluar WHERE jenis = 'PermohonanDiterima' AND kepada = '{atasan.Surel}' AND permohonan_id = '{cabut.Id}'"));

        await Uji.MajuKeAsync(cabut, Tahap.Selesai);
        Assert.Equal(StatusSertifikat.Dicabut, (await SertifikatAsync(lama.Id)).Status);
        Assert.Equal(2, await HitungAsync($"surel_keluar WHERE jenis = 'SertifikatDicabut' AND permohonan_id = '{cabut.Id}'"));
    }

    [Fact]
    public async Task The_holder_is_told_when_the_superiors_request_comes_to_nothing()
    {
        var lama = await PemegangAsync();
        var cabut = await DrafCabutAsync(await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon), Atasan(lama));
        await Uji.WajibAsync(cabut, Peran.Pemohon, new UnggahBerkas(JenisBerkas.SuratRekomendasi, PermohonanUji.Berkas));
        await Uji.MajuKeAsync(cabut, Tahap.VerifikasiBerkas);
        await Uji.WajibAsync(cabut, Peran.Kasi, new Tolak { Alasan = "Pegawai masih bertugas." });
        Assert.Equal(1, await HitungAsync($"surel_keluar WHERE jenis = 'PencabutanTidakJadi' AND kepada = '{lama.Pemohon.Surel}'"));
        Assert.Equal(StatusSertifikat.Aktif, (await SertifikatAsync(lama.Id)).Status);
    }

    [Theory]
    [InlineData(JenisBerkas.SuratPermohonan)]
    [InlineData(JenisBerkas.Ktp)]
    public async Task A_superior_cannot_have_the_holders_papers_made_or_stored(JenisBerkas jenis)
    {
        var lama = await PemegangAsync();
        var cabut = await DrafCabutAsync(await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon), Atasan(lama));
        Assert.Contains("tidak diperlukan", await DitolakAsync(cabut, Peran.Pemohon, new UnggahBerkas(jenis, PermohonanUji.Berkas)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_anew_takes_the_place_of_an_unsent_drafts_reason()
    {
        var lama = await PemegangAsync();
        var satu = await DrafCabutAsync(lama.Pemohon, Sendiri("Pensiun"));
        var dua = await DrafCabutAsync(lama.Pemohon, Sendiri("Passphrase diketahui orang lain"));
        Assert.Equal(satu.Id, dua.Id);
        Assert.Equal("Passphrase diketahui orang lain", (await Uji.BacaAsync(dua)).AlasanPencabutan);
    }

    [Fact]
    public async Task Tries_of_name_and_NIP_leave_a_trace_in_the_audit()
    {
        var lama = await PemegangAsync();
        var penebak = await Uji.OrangAsync("Penebak", Peran.Pemohon);
        await Pencabutan.BuatDrafAsync(Atasan(lama) with { Nama = "Orang Lain" }, penebak.Pelaku);
        Assert.Equal(1, await HitungAsync($"audit WHERE jenis = 'TindakanDitolak' AND pelaku_id = '{penebak.Id}'"));
    }

    [Fact]
    public async Task The_invariant_names_a_revocation_of_the_only_Kasis_own_certificate()
    {
        var kasi = await Uji.OrangAsync("Kasi Tunggal", Peran.Pemohon, Peran.Kasi);
        var milik = await Uji.SampaiAsync(Tahap.Selesai, kasi);
        var cabut = await DrafCabutAsync(await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon), Atasan(milik));
        await Uji.WajibAsync(cabut, Peran.Pemohon, new UnggahBerkas(JenisBerkas.SuratRekomendasi, PermohonanUji.Berkas));
        await Uji.MajuKeAsync(cabut, Tahap.VerifikasiBerkas);
        var lain = await Uji.PetugasAsync(Peran.Kasi);
        await using var koneksi = new Npgsql.NpgsqlConnection(Basis.Portal);
        await koneksi.OpenAsync(TestContext.Current.CancellationToken);
        Assert.True((await InvarianAntrean.PeriksaAsync(koneksi, ModeOtoritas.Sandbox, TestContext.Current.CancellationToken)).Utuh);
        await Layanan.BacaAsync(db => db.Set<PeranPengguna>().Where(p => p.PenggunaId == lain.Id).ExecuteDeleteAsync());
        Assert.Equal(SebabInvarian.TanpaAkun, Assert.Single((await InvarianAntrean.PeriksaAsync(koneksi, ModeOtoritas.Sandbox, TestContext.Current.CancellationToken)).Pelanggaran).Sebab);
    }

    [Fact]
    public async Task The_holder_neither_sees_nor_processes_what_a_superior_filed()
    {
        var lama = await PemegangAsync();
        var cabut = await DrafCabutAsync(await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon), Atasan(lama));
        await Uji.WajibAsync(cabut, Peran.Pemohon, new UnggahBerkas(JenisBerkas.SuratRekomendasi, PermohonanUji.Berkas));
        await Uji.MajuKeAsync(cabut, Tahap.VerifikasiBerkas);
        Assert.IsType<HasilTindakan.TidakDitemukan>(await Uji.Pintu.LakukanAsync(cabut.Id, null, new Batalkan(), lama.Pemohon.Pelaku, Guid.NewGuid()));
    }

    [Theory]
    [InlineData("nama lain")]
    [InlineData("nip lain")]
    [InlineData("dicabut")]
    public async Task Only_name_and_NIP_of_one_valid_certificate_lead_to_it(string kasus)
    {
        var lama = await PemegangAsync();
        if (kasus == "dicabut")
        {
            await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        }

        var isian = Atasan(lama);
        isian = kasus switch
        {
            "nama lain" => isian with { Nama = "Orang Lain" },
            "nip lain" => isian with { Nip = "198001012005011001" },
            _ => isian,
        };
        var hasil = await Pencabutan.BuatDrafAsync(isian, (await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon)).Pelaku);
        Assert.Null(hasil.Id);
        Assert.Equal("Tidak ada sertifikat yang berlaku dengan NIP dan nama itu. Periksa keduanya pada SK atau kartu pegawai.", Assert.Single(hasil.Galat).Kalimat);
    }

    [Fact]
    public async Task Titles_and_blanks_in_what_the_superior_types_are_forgiven()
    {
        var lama = await PemegangAsync();
        var isian = Atasan(lama) with { Nama = $"Drs. {lama.Data.Nama.ToUpperInvariant()}, M.Si.", Nip = lama.Data.Nip.Insert(8, " ").Insert(15, " ") };
        Assert.NotNull((await Pencabutan.BuatDrafAsync(isian, (await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon)).Pelaku)).Id);
    }

    [Fact]
    public async Task Every_missing_field_of_the_superior_gets_its_sentence()
    {
        var orang = await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon);
        var hasil = await Pencabutan.BuatDrafAsync(new IsianPencabutan { OrangLain = true, Alasan = IsianPencabutan.Lainnya }, orang.Pelaku);
        Assert.Equal(
            ["Nip", "Nama", "Keterangan", "NomorSurat", "TanggalSurat", "AtasanNip", "AtasanJabatan"],
            hasil.Galat.Select(g => g.Bidang));
        Assert.All(hasil.Galat, g => Assert.EndsWith(".", g.Kalimat, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", "Alasan")]
    [InlineData("Karangan sendiri", "", "Alasan")]
    [InlineData("Lainnya", "   ", "Keterangan")]
    [InlineData("Pensiun", "a\0b", "Keterangan")]
    public async Task The_reason_comes_from_the_offices_list_or_is_written(string alasan, string keterangan, string bidang)
    {
        var lama = await PemegangAsync();
        var hasil = await Pencabutan.BuatDrafAsync(new IsianPencabutan { Alasan = alasan, Keterangan = keterangan }, lama.Pemohon.Pelaku);
        Assert.Equal(bidang, Assert.Single(hasil.Galat).Bidang);
    }

    [Fact]
    public async Task A_double_click_finds_the_same_draft()
    {
        var lama = await PemegangAsync();
        var hasil = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Pencabutan.BuatDrafAsync(Sendiri(), lama.Pemohon.Pelaku)));
        Assert.Single(hasil.Select(h => h.Id).Distinct());
    }

    [Fact]
    public async Task A_revocation_on_its_way_is_not_filed_again_by_another()
    {
        var lama = await PemegangAsync();
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.VerifikasiBerkas);
        var hasil = await Pencabutan.BuatDrafAsync(Atasan(lama), (await Uji.OrangAsync("Mulyono Hartanto", Peran.Pemohon)).Pelaku);
        Assert.Contains("sedang diproses", Assert.Single(hasil.Galat).Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_tells_the_whole_life_of_a_certificate()
    {
        var lama = await PemegangAsync();
        await Uji.MajuKeAsync(await DrafCabutAsync(lama.Pemohon, Sendiri()), Tahap.Selesai);
        var register = Ambil<RegisterQuery>();
        var rincian = (await register.RincianAsync((await SertifikatAsync(lama.Id)).Id))!;
        Assert.Equal(["Terbit", "Pencabutan diajukan", "Dicabut: Pensiun"], rincian.Peristiwa.Select(p => p.Kalimat));
        Assert.Equal(KeadaanSertifikat.Dicabut, rincian.Baris.Keadaan);
    }

    [Fact]
    public async Task The_register_is_searched_by_name_number_and_state()
    {
        var (satu, dua) = (await PemegangAsync(), await PemegangAsync());
        await Uji.MajuKeAsync(await DrafCabutAsync(dua.Pemohon, Sendiri()), Tahap.Selesai);
        var register = Ambil<RegisterQuery>();
        Assert.Equal(2, (await register.DaftarAsync(null, null, 1)).Jumlah);
        Assert.Equal(satu.Data.Nama, Assert.Single((await register.DaftarAsync(satu.Data.Nip, null, 1)).Baris).Nama);
        Assert.Equal(satu.Data.Nama, Assert.Single((await register.DaftarAsync(null, KeadaanSertifikat.Berlaku, 1)).Baris).Nama);
        Assert.Equal(dua.Data.Nama, Assert.Single((await register.DaftarAsync(null, KeadaanSertifikat.Dicabut, 1)).Baris).Nama);
        Assert.Empty((await register.DaftarAsync("%", null, 1)).Baris);
        await Basis.JalankanAsync($"UPDATE permohonan SET unit_kerja = 'UPTD 50%_Ceper' WHERE id = '{satu.Id}'");
        Assert.Equal(satu.Data.Nama, Assert.Single((await register.DaftarAsync("50%_C", null, 1)).Baris).Nama);
        Assert.Equal(1, (await register.DaftarAsync((await SertifikatAsync(dua.Id)).Serial, null, 1)).Jumlah);
        await GeserAsync(DuapuluhTigaBulan);
        Assert.Equal(satu.Data.Nama, Assert.Single((await register.DaftarAsync(null, KeadaanSertifikat.SegeraBerakhir, 1)).Baris).Nama);
        await GeserAsync(TimeSpan.FromDays(740));
        Assert.Equal(satu.Data.Nama, Assert.Single((await register.DaftarAsync(null, KeadaanSertifikat.Berakhir, 1)).Baris).Nama);
    }
}
