using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Pengaturan;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

public sealed class AdministrasiTests(PostgresUji postgres) : IAsyncLifetime
{
    private PortalUji portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalUji.MulaiAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Every_page_of_the_administrator_opens_for_the_administrator_and_for_no_other_role()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var lain = await portal.MasukAsync(Peran.Kepala, Peran.Kabid, Peran.Kasi, Peran.Verifikator, Peran.Pemohon);
        foreach (var alamat in new[] { "/admin", "/admin/pengguna", "/admin/pengguna/baru", $"/admin/pengguna/{admin.Akun!.Id}", "/admin/mandat", "/admin/pengaturan", "/admin/surel", "/admin/bsre", "/admin/audit" })
        {
            Assert.Equal((alamat, HttpStatusCode.OK), (alamat, (await admin.BukaAsync(alamat)).Status));
            Assert.Equal((alamat, HttpStatusCode.Forbidden), (alamat, (await lain.BukaAsync(alamat)).Status));
            Assert.StartsWith("/masuk?ke=", (await portal.Anonim().BukaAsync(alamat)).Tujuan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_official_sets_the_first_password_by_the_mailed_link_and_then_signs_in()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var dibuat = await admin.KirimAsync("/admin/pengguna/baru", "buat-pengguna",
            ("Isian.Nama", "Bambang Verifikator"), ("Isian.Email", "bambang@contoh.go.id"), ("Isian.Peran", "Verifikator"), ("Isian.Peran", "Kasi"));
        Assert.NotNull(dibuat.Tujuan);
        var tautan = await portal.TautanSuratAsync("bambang@contoh.go.id", JenisSurel.AkunDibuat);
        await portal.Anonim().KirimAsync(tautan, "atur-sandi", ("Isian.Sandi", PortalUji.Sandi));
        var masuk = await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", "bambang@contoh.go.id"), ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal("/antrean", masuk.Tujuan);
        var peran = await portal.DenganDbAsync(db => db.Set<PeranPengguna>().Where(p => db.Users.Any(u => u.Id == p.PenggunaId && u.Email == "bambang@contoh.go.id")).Select(p => p.Peran).ToListAsync());
        Assert.Equal([Peran.Kasi, Peran.Verifikator], peran.Order());
    }

    [Fact]
    public async Task A_second_account_with_the_same_mailbox_is_refused_at_the_field()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var halaman = await admin.KirimAsync("/admin/pengguna/baru", "buat-pengguna",
            ("Isian.Nama", "Orang Lain"), ("Isian.Email", admin.Akun!.Email!.ToUpperInvariant()), ("Isian.Peran", "Kasi"));
        Assert.Contains("sudah dipakai akun lain", halaman.Dokumen.GetElementById("isian-email-galat")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_closed_nor_lose_the_role()
    {
        var admin = await portal.MasukAsync(Peran.Administrator, Peran.Kasi);
        var alamat = $"/admin/pengguna/{admin.Akun!.Id}";
        var tutup = await admin.KirimAsync(alamat, "keadaan");
        Assert.Contains("satu-satunya administrator", tutup.Teks, StringComparison.Ordinal);
        var cabut = await admin.KirimAsync(alamat, "ubah-pengguna", ("Isian.Peran", "Kasi"));
        Assert.Contains("satu-satunya administrator", cabut.Teks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.BukaAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_closed_account_cannot_sign_in_and_its_pages_close()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var kasi = await portal.MasukAsync(Peran.Kasi);
        await admin.KirimAsync($"/admin/pengguna/{kasi.Akun!.Id}", "keadaan");
        var masuk = await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", kasi.Akun.Email!), ("Isian.Sandi", PortalUji.Sandi));
        Assert.Null(masuk.Tujuan);
        Assert.Equal(HttpStatusCode.Forbidden, (await kasi.BukaAsync("/admin")).Status);
        Assert.Empty(await portal.Pabrik.Services.GetRequiredService<PeranAktif>().AmbilAsync(kasi.Akun.Id));
    }

    [Fact]
    public async Task A_grant_is_given_shown_and_revoked()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var kabid = await portal.BuatPenggunaAsync("Wahyu Kabid", Peran.Kabid);
        var diberi = await admin.KirimAsync("/admin/mandat", "mandat",
            ("Isian.PenggunaId", kabid.Id.ToString()), ("Isian.Peran", "Kepala"), ("Isian.Jenis", "Plh"), ("Isian.NomorSurat", "800/12/2026"),
            ("Isian.Mulai", "2020-01-01"), ("Isian.Sampai", "2099-12-31"));
        Assert.Equal("/admin/mandat?sudah=diberi", diberi.Tujuan);
        Assert.Contains(new PeranDipegang(Peran.Kepala, "Plh", "800/12/2026"), await PeranAsync(kabid));
        var id = await portal.DenganDbAsync(db => db.Set<Mandat>().Select(m => m.Id).SingleAsync());
        var tanya = await admin.BukaAsync($"/admin/mandat?cabut={id}");
        Assert.Contains("Cabut mandat Wahyu Kabid?", tanya.Teks, StringComparison.Ordinal);
        Assert.Contains("Plh Kepala Dinas Komunikasi dan Informatika", tanya.Dokumen.QuerySelector(".konfirmasi")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tidak ada orang lain yang dapat bertindak dalam jabatan itu", tanya.Teks, StringComparison.Ordinal);
        Assert.Contains(await PeranAsync(kabid), p => p.Peran == Peran.Kepala);
        Assert.Equal("/admin/mandat?sudah=dicabut", (await admin.KirimAsync($"/admin/mandat?cabut={id}", "cabut")).Tujuan);
        Assert.DoesNotContain(await PeranAsync(kabid), p => p.Peran == Peran.Kepala);
        Assert.Contains("Dicabut", (await admin.BukaAsync("/admin/mandat")).Teks, StringComparison.Ordinal);
        var lagi = await admin.BukaAsync($"/admin/mandat?cabut={id}");
        Assert.Contains("Mandat itu sudah berakhir", lagi.Teks, StringComparison.Ordinal);
        Assert.Empty(lagi.Dokumen.QuerySelectorAll(".konfirmasi button"));
    }

    [Fact]
    public async Task A_grant_is_shown_by_its_days_as_they_were_entered()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var kabid = await portal.BuatPenggunaAsync("Wahyu Kabid", Peran.Kabid);
        await admin.KirimAsync("/admin/mandat", "mandat",
            ("Isian.PenggunaId", kabid.Id.ToString()), ("Isian.Peran", "Kepala"), ("Isian.NomorSurat", "800/13/2026"), ("Isian.Mulai", "2026-11-02"), ("Isian.Sampai", "2026-11-30"));
        var baris = (await admin.BukaAsync("/admin/mandat")).Dokumen.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("2 November 2026", baris, StringComparison.Ordinal);
        Assert.Contains("sampai dengan 30 November 2026", baris, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_a_role_is_made_on_purpose_listed_and_offered_for_a_grant()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var lupa = await admin.KirimAsync("/admin/pengguna/baru", "buat-pengguna", ("Isian.Nama", "Agung Sekretaris"), ("Isian.Email", "agung@contoh.go.id"));
        Assert.Contains("centang “Tanpa peran”", lupa.Dokumen.GetElementById("isian-peran-galat")!.TextContent, StringComparison.Ordinal);
        var dibuat = await admin.KirimAsync("/admin/pengguna/baru", "buat-pengguna", ("Isian.Nama", "Agung Sekretaris"), ("Isian.Email", "agung@contoh.go.id"), ("Isian.Peran", "tanpa"));
        Assert.NotNull(dibuat.Tujuan);
        await portal.BuatPenggunaAsync("Nanda Pemohon", Peran.Pemohon);
        foreach (var alamat in new[] { "/admin/pengguna", "/admin/pengguna?saring=TanpaPeran" })
        {
            var daftar = await admin.BukaAsync(alamat);
            Assert.Contains("Agung Sekretaris", daftar.Teks, StringComparison.Ordinal);
            Assert.DoesNotContain("Nanda Pemohon", daftar.Teks, StringComparison.Ordinal);
        }

        var pilihan = (await admin.BukaAsync("/admin/mandat")).Dokumen.QuerySelectorAll("#isian-penggunaid option").Select(o => o.TextContent).ToList();
        Assert.Contains("Agung Sekretaris (tanpa peran), belum mengatur kata sandi", pilihan);
        Assert.DoesNotContain(pilihan, p => p.StartsWith("Nanda", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("agung@contoh.com")]
    public async Task A_wrong_mailbox_of_an_official_is_told_to_the_administrator_not_to_its_owner(string email)
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var halaman = await admin.KirimAsync("/admin/pengguna/baru", "buat-pengguna", ("Isian.Nama", "Agung Sekretaris"), ("Isian.Email", email), ("Isian.Peran", "Kasi"));
        var galat = halaman.Dokumen.GetElementById("isian-email-galat")!.TextContent;
        Assert.Contains("email petugas", galat, StringComparison.Ordinal);
        Assert.DoesNotContain("Anda", galat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_stored_used_and_in_the_audit()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var hasil = await admin.KirimAsync("/admin/pengaturan", "pengaturan", ("Isian.JabatanKasi", "Ketua Tim Infrastruktur"), ("Isian.HariDraf", "45"));
        Assert.Equal("/admin/pengaturan?sudah=simpan", hasil.Tujuan);
        var setelan = await portal.Pabrik.Services.GetRequiredService<PengaturanService>().AmbilAsync();
        Assert.Equal(("Ketua Tim Infrastruktur", 45, true), (setelan.Jabatan(Peran.Kasi), setelan.Sop.HariDraf, setelan.Sop.PisahkanKasiDanVerifikator));
        var catatan = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().SingleAsync(a => a.Jenis == JenisAudit.Pengaturan));
        Assert.Contains("→ Ketua Tim Infrastruktur", catatan.Rincian, StringComparison.Ordinal);
        Assert.Equal(Peran.Administrator, catatan.Peran);
    }

    [Fact]
    public async Task The_office_of_the_settings_stands_in_the_footer_and_in_mails()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        await admin.KirimAsync("/admin/pengaturan", "pengaturan",
            ("Isian.NamaInstansi", "Dinas Kominfo Contoh"), ("Isian.AlamatInstansi", "Jalan Contoh 1, Klaten"), ("Isian.TeleponInstansi", "0272-000000"));
        var kaki = (await portal.Anonim().BukaAsync("/masuk")).Dokumen.QuerySelector("footer")!.TextContent;
        Assert.All((string[])["Dinas Kominfo Contoh", "Jalan Contoh 1, Klaten", "Telepon 0272-000000"], k => Assert.Contains(k, kaki, StringComparison.Ordinal));
        var surat = portal.Pabrik.Services.GetRequiredService<SuratElektronik>().SudahTerdaftar(new Penerima("Sekar", "sekar@contoh.go.id"), Guid.NewGuid());
        Assert.Contains("Dinas Kominfo Contoh", surat.IsiTeks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_refused_at_the_field_and_what_was_typed_stays()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var halaman = await admin.KirimAsync("/admin/pengaturan", "pengaturan", ("Isian.HariDraf", "sepuluh"), ("Isian.DomainSurel", "contoh.com"));
        Assert.NotNull(halaman.Dokumen.GetElementById("isian-haridraf-galat"));
        Assert.NotNull(halaman.Dokumen.GetElementById("isian-domainsurel-galat"));
        Assert.Equal("sepuluh", halaman.Dokumen.GetElementById("isian-haridraf")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_dead_letter_goes_back_to_the_queue_and_the_audit_says_who_sent_it_there()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        await portal.Anonim().KirimAsync("/lupa-sandi", "lupa-sandi", ("Isian.Email", admin.Akun!.Email!));
        await portal.BasisData.JalankanAsync("UPDATE surel_keluar SET mati_pada = now(), sebab_mati = 'HabisPercobaan'");
        var id = await portal.DenganDbAsync(db => db.Set<OutboxMessage>().Select(m => m.Id).SingleAsync());
        var halaman = await admin.KirimAsync("/admin/surel?status=Gagal", "kirim-ulang", ("Kirim.Id", id.ToString()));
        Assert.Contains("kembali ke antrean", halaman.Teks, StringComparison.Ordinal);
        Assert.Null(await portal.DenganDbAsync(db => db.Set<OutboxMessage>().Select(m => m.MatiPada).SingleAsync()));
        var catatan = await portal.DenganDbAsync(db => db.Set<CatatanAudit>().SingleAsync(a => a.Jenis == JenisAudit.Surel));
        Assert.Equal((admin.Akun.Id, Peran.Administrator), (catatan.PelakuId!.Value, catatan.Peran));
    }

    [Fact]
    public async Task The_audit_is_searched_by_person_and_kind()
    {
        var admin = await portal.MasukAsync(Peran.Administrator);
        var kasi = await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi);
        await portal.MasukAsync(kasi);
        var ada = await admin.BukaAsync("/admin/audit?orang=retno&jenis=Masuk");
        Assert.Contains("1 catatan", ada.Teks, StringComparison.Ordinal);
        var kosong = await admin.BukaAsync("/admin/audit?orang=retno&jenis=Keluar&dari=2020-01-01&nomor=%00");
        Assert.Contains("Tidak ada catatan", kosong.Teks, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<PeranDipegang>> PeranAsync(Pengguna akun) =>
        await portal.DenganDbAsync(async db => await PeranResolver.AmbilAsync(db, akun.Id, await db.WaktuKiniAsync()));
}
