using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Alur;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Loket;
using KlatenSE.Infrastructure.Papan;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Loket;

/// <summary>Filing at the counter, and what its applicant makes of it.</summary>
public sealed class LoketServiceTests(PostgresUji postgres)
{
    [Fact]
    public async Task Filing_gives_numbers_one_mail_and_three_days_and_stands_beside_the_board()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        Assert.Equal((Tahap.MenungguKonfirmasi, ruang.Loket.Id, "Petugas Loket"), (p.Tahap, p.LoketId, p.LoketNama));
        Assert.Equal(p.SejakTahap.AddDays(3), p.BatasBerikutnya);
        Assert.Matches(@"^\d{4}-\d{4}$", p.NomorResi);
        Assert.Equal(1, (await ruang.BacaAsync(db => db.SuratMasuk.SingleAsync(s => s.Id == p.SuratMasukId))).NomorAgenda);
        Assert.Equal(1, await ruang.SurelAsync(p.Id, JenisSurel.KonfirmasiLoket));
        Assert.Equal(1, await ruang.BacaAsync(db => db.Set<Riwayat>().CountAsync(r => r.PermohonanId == p.Id && r.Tindakan == Tindakan.AjukanLoket && r.Peran == Peran.PetugasLoket)));
        await using var koneksi = new NpgsqlConnection(ruang.Basis.Portal);
        await koneksi.OpenAsync();
        var invarian = await InvarianAntrean.PeriksaAsync(koneksi, ModeOtoritas.Sandbox);
        Assert.Equal((1, true), (invarian.Diperiksa, invarian.Utuh));
    }

    [Fact]
    public async Task The_person_sets_a_password_by_the_mail_confirms_and_the_request_waits_for_the_Kepala()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        Assert.IsType<HasilTindakan.TidakDitemukan>(await ruang.LakukanAsync(p, new Konfirmasi(), await ruang.Uji.OrangAsync("Orang Lain", Peran.Pemohon)));
        Assert.IsType<HasilTindakan.DitolakSop>(await ruang.LakukanAsync(p, new Konfirmasi()));
        await ruang.BuktikanAsync(p);
        Assert.True((await ruang.AkunAsync(p.Data.Surel))!.EmailConfirmed);
        var hasil = await ruang.LakukanAsync(p, new Konfirmasi());
        Assert.True(hasil is HasilTindakan.Berhasil, hasil.KalimatGagal);
        p = await ruang.PermohonanAsync(p.Id);
        Assert.Equal((Tahap.MenungguDisposisi, true), (p.Tahap, p.DiajukanPada is not null));
        Assert.Equal(1, await ruang.SurelAsync(p.Id, JenisSurel.PermohonanDiterima));
        // The mailed link is over with it.
        Assert.Equal(0, await ruang.BacaAsync(db => db.Set<LinkKonfirmasi>().CountAsync(l => l.PermohonanId == p.Id && l.DitutupPada == null)));
    }

    [Fact]
    public async Task Without_a_card_it_is_not_confirmed_until_the_person_brings_one()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru(), ktp: false);
        await ruang.BuktikanAsync(p);
        Assert.Contains("KTP elektronik belum diunggah", (await ruang.LakukanAsync(p, new Konfirmasi())).KalimatGagal, StringComparison.Ordinal);
        Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new UnggahBerkas(JenisBerkas.Ktp, PermohonanUji.Berkas)));
        Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new SimpanData(p.Data with { Jabatan = "Arsiparis" }, p.Surat)));
        Assert.IsType<HasilTindakan.DitolakSop>(await ruang.LakukanAsync(p, new SimpanData(p.Data, p.Surat with { Nomor = "lain/1" })));
        Assert.IsType<HasilTindakan.DitolakSop>(await ruang.LakukanAsync(p, new UnggahBerkas(JenisBerkas.SuratRekomendasi, PermohonanUji.Berkas)));
        Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new Konfirmasi()));
    }

    [Fact]
    public async Task A_double_click_files_once()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var (orang, kunci, surat) = (RuangLoket.OrangBaru(), Guid.NewGuid(), await ruang.SuratAsync());
        var hasil = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ruang.CatatAsync(orang, kunci: kunci, surat: surat)));
        Assert.Single(hasil.Select(h => Assert.IsType<HasilLoket.Tercatat>(h).Id).Distinct());
        Assert.Equal(1, await ruang.BacaAsync(db => db.Permohonan.CountAsync()));
    }

    [Fact]
    public async Task Two_counters_that_file_the_same_person_at_once_file_one()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var (orang, lain) = (RuangLoket.OrangBaru(), await ruang.Uji.OrangAsync("Loket Dua", Peran.PetugasLoket));
        var hasil = await Task.WhenAll(ruang.CatatAsync(orang), ruang.CatatAsync(orang, oleh: lain));
        Assert.Single(hasil.OfType<HasilLoket.Tercatat>());
        Assert.Equal(1, await ruang.BacaAsync(db => db.Permohonan.CountAsync()));
        Assert.Equal(1, await ruang.BacaAsync(db => db.Users.CountAsync(u => u.Email == orang.Surel)));
    }

    [Fact]
    public async Task Only_a_counter_files_and_nobody_for_oneself()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var kasi = await ruang.Uji.PetugasAsync(Peran.Kasi);
        Assert.Equal(LoketService.BukanLoket, Assert.IsType<HasilLoket.Ditolak>(await ruang.CatatAsync(RuangLoket.OrangBaru(), oleh: kasi)).Kalimat);
        Assert.Equal(1, await ruang.BacaAsync(db => db.Set<CatatanAudit>().CountAsync(a => a.Jenis == JenisAudit.TindakanDitolak && a.PelakuId == kasi.Id)));
        var diri = await ruang.Uji.OrangAsync("Loket Pemohon", Peran.PetugasLoket, Peran.Pemohon);
        var galat = Assert.IsType<HasilLoket.BelumLengkap>(await ruang.CatatAsync(RuangLoket.OrangBaru() with { Surel = diri.Surel }, oleh: diri)).Galat;
        Assert.Contains(galat, g => g.Bidang == nameof(BidangPermohonan.Surel) && g.Kalimat.Contains("permohonan Anda sendiri", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expired_confirmation_ends_by_the_clock_after_one_reminder_with_a_new_link()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        var (batas, pertama) = (p.BatasBerikutnya!.Value, await ruang.TokenAsync(p.Id));
        await ruang.Jam.HentikanAsync(batas.AddHours(-24).AddSeconds(-1));
        await ruang.SapuAsync();
        Assert.Equal(0, await ruang.SurelAsync(p.Id, JenisSurel.PengingatKonfirmasi));
        await ruang.Jam.HentikanAsync(batas.AddHours(-24));
        await ruang.SapuAsync();
        await ruang.SapuAsync();
        Assert.Equal(1, await ruang.SurelAsync(p.Id, JenisSurel.PengingatKonfirmasi));
        Assert.Null(await ruang.DenganLinkAsync(k => k.CariAsync(pertama)));
        var kedua = await ruang.TokenAsync(p.Id);
        Assert.NotNull(await ruang.DenganLinkAsync(k => k.CariAsync(kedua)));
        await ruang.Jam.HentikanAsync(batas.AddSeconds(-1));
        await ruang.SapuAsync();
        Assert.Equal(Tahap.MenungguKonfirmasi, (await ruang.PermohonanAsync(p.Id)).Tahap);
        await ruang.Jam.HentikanAsync(batas);
        Assert.Null(await ruang.DenganLinkAsync(k => k.CariAsync(kedua)));
        await ruang.SapuAsync();
        p = await ruang.PermohonanAsync(p.Id);
        Assert.Equal((Tahap.Dibatalkan, "Tidak dikonfirmasi sampai batas waktunya."), (p.Tahap, p.AlasanTerakhir));
        Assert.Equal(1, await ruang.SurelAsync(p.Id, JenisSurel.KonfirmasiBerakhir));
    }

    [Fact]
    public async Task Confirming_and_expiring_race_and_one_of_them_wins()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var semua = new List<Permohonan>();
        for (var i = 0; i < 6; i++)
        {
            semua.Add(await ruang.WajibAsync(RuangLoket.OrangBaru()));
            await ruang.BuktikanAsync(semua[i]);
        }

        // The clock runs over the end while both try.
        await ruang.Jam.SetelAsync(semua[3].BatasBerikutnya!.Value.AddMilliseconds(-150));
        var coba = semua.Select(p => ruang.LakukanAsync(p, new Konfirmasi())).ToList();
        for (var putaran = 0; putaran < 40 && (await ruang.BacaAsync(db => db.Permohonan.CountAsync(p => p.Tahap == Tahap.MenungguKonfirmasi))) > 0; putaran++)
        {
            await ruang.Ambil<Infrastructure.Validitas.TenggatService>().JalankanAsync();
        }

        var hasil = await Task.WhenAll(coba);
        await ruang.Jam.HentikanAsync(semua[^1].BatasBerikutnya!.Value.AddDays(1));
        await ruang.SapuAsync();
        for (var i = 0; i < semua.Count; i++)
        {
            var akhir = (await ruang.PermohonanAsync(semua[i].Id)).Tahap;
            Assert.Equal(hasil[i] is HasilTindakan.Berhasil ? Tahap.MenungguDisposisi : Tahap.Dibatalkan, akhir);
        }

        Assert.Equal(6, await ruang.BacaAsync(db => db.Set<Riwayat>().CountAsync(r => r.Dari == Tahap.MenungguKonfirmasi && r.Ke != Tahap.MenungguKonfirmasi)));
    }

    [Fact]
    public async Task Sending_again_replaces_the_link_and_stops_after_five_mails_in_an_hour()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        var lama = await ruang.TokenAsync(p.Id);
        for (var i = 0; i < PendaftaranService.SuratPerJam - 1; i++)
        {
            Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new KirimUlangKonfirmasi(), ruang.Loket));
        }

        Assert.Contains("Tunggu satu jam", (await ruang.LakukanAsync(p, new KirimUlangKonfirmasi(), ruang.Loket)).KalimatGagal, StringComparison.Ordinal);
        Assert.Null(await ruang.DenganLinkAsync(k => k.CariAsync(lama)));
        Assert.NotNull(await ruang.DenganLinkAsync(async k => await k.CariAsync(await ruang.TokenAsync(p.Id))));
        Assert.Equal(p.BatasBerikutnya, (await ruang.PermohonanAsync(p.Id)).BatasBerikutnya);
    }

    [Fact]
    public async Task Who_holds_the_link_says_that_it_is_not_theirs_without_an_account_and_the_counter_is_told_why()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        var token = await ruang.TokenAsync(p.Id);
        Assert.Contains("alasan", (await ruang.DenganLinkAsync(k => k.TolakAsync(token, " "))).KalimatGagal, StringComparison.Ordinal);
        Assert.IsType<HasilTindakan.Berhasil>(await ruang.DenganLinkAsync(k => k.TolakAsync(token, "Saya tidak pernah ke loket.")));
        p = await ruang.PermohonanAsync(p.Id);
        Assert.Equal((Tahap.Dibatalkan, "Saya tidak pernah ke loket."), (p.Tahap, p.AlasanTerakhir));
        Assert.Equal(ruang.Loket.Surel, await ruang.BacaAsync(db => db.Set<OutboxMessage>().Where(m => m.Jenis == JenisSurel.KonfirmasiDitolak).Select(m => m.Kepada).SingleAsync()));
        Assert.Null(await ruang.DenganLinkAsync(k => k.CariAsync(token)));
        Assert.Null((await ruang.AkunAsync(p.Data.Surel))!.PasswordHash);
    }

    [Fact]
    public async Task What_was_never_confirmed_is_destroyed_like_photos_not_at_once()
    {
        await using var ruang = await RuangLoket.BuatAsync(postgres);
        var p = await ruang.WajibAsync(RuangLoket.OrangBaru());
        Assert.IsType<HasilTindakan.Berhasil>(await ruang.LakukanAsync(p, new Batalkan { Alasan = "Salah ketik nama." }, ruang.Loket));
        Assert.Equal(0, await ruang.Ambil<Infrastructure.Validitas.RetensiService>().JalankanAsync());
        await ruang.Jam.SetelAsync((await ruang.PermohonanAsync(p.Id)).SelesaiPada!.Value.AddDays(31));
        Assert.Equal(3, await ruang.Ambil<Infrastructure.Validitas.RetensiService>().JalankanAsync());
        Assert.Equal("", (await ruang.PermohonanAsync(p.Id)).Data.Nik);
    }
}
