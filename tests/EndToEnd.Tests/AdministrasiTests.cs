using KlatenSE.Domain.Alur;
using Microsoft.Playwright;
using Xunit;

namespace KlatenSE.EndToEnd.Tests;

/// <summary>The administrator's own work, and the pages of accounts, by hand and eye.</summary>
public sealed class AdministrasiTests(PortalHidup portal)
{
    [Fact]
    public async Task The_administrator_makes_an_official_who_sets_the_password_and_gets_a_grant()
    {
        await using var admin = await Orang.DatangAsync(portal, "Administrator");
        await admin.MasukAsync(await portal.BuatPetugasAsync("Sri Admin", "sri.admin@contoh.go.id", Peran.Administrator), PortalHidup.SandiPetugas);
        await admin.Halaman.WaitForURLAsync("**/admin", Orang.Segera);
        await admin.PeriksaAsync("admin");
        await admin.BukaAsync("/admin/pengguna/baru");
        await admin.TekanAsync("Buat akun");
        await admin.Melihat("Isi nama lengkap.").ToBeVisibleAsync();
        await admin.PeriksaAsync("admin-buat-galat");
        await admin.Halaman.GetByLabel("Nama lengkap").FillAsync("Joko Kabid");
        await admin.Halaman.GetByLabel("Alamat email").FillAsync("joko.kabid@contoh.go.id");
        await admin.Halaman.GetByLabel("Kabid").CheckAsync();
        await admin.TekanAsync("Buat akun");
        await admin.Melihat("Akun dibuat.").ToBeVisibleAsync();
        await admin.PeriksaAsync("admin-pengguna");

        await using var kabid = await Orang.DatangAsync(portal, "Joko Kabid", ponsel: true);
        await kabid.BukaAsync(await kabid.LinkSurelAsync("joko.kabid@contoh.go.id", "/atur-sandi"));
        await kabid.PeriksaAsync("atur-sandi-360", simpan: false);
        await kabid.Halaman.GetByLabel("Kata sandi baru").FillAsync("sandi kabid yang panjang");
        await kabid.TekanAsync("Simpan kata sandi");
        await kabid.MasukAsync("joko.kabid@contoh.go.id", "sandi kabid yang panjang");
        await kabid.BukaAsync("/akun");
        await kabid.PeriksaAsync("akun-360", simpan: false);

        await admin.BukaAsync("/admin/mandat");
        await admin.PeriksaAsync("admin-mandat-kosong", simpan: false);
        await admin.Halaman.GetByLabel("Pemegang mandat").SelectOptionAsync(new SelectOptionValue { Label = "Joko Kabid (Kabid)" });
        await admin.Halaman.GetByLabel("Nomor surat perintah").FillAsync("800/15/2026");
        await admin.Halaman.GetByLabel("Mulai tanggal").FillAsync("2020-01-01");
        await admin.Halaman.GetByLabel("Sampai tanggal").FillAsync("2099-12-31");
        await admin.TekanAsync("Beri mandat");
        await admin.Melihat("Mandat tersimpan.").ToBeVisibleAsync();
        await admin.PeriksaAsync("admin-mandat");
        await kabid.BukaAsync("/akun");
        await kabid.Melihat("Plt Kepala Dinas Komunikasi dan Informatika").ToBeVisibleAsync();

        await admin.IkutiAsync("Cabut mandat Joko Kabid");
        await admin.Melihat("Cabut mandat Joko Kabid?").ToBeVisibleAsync();
        await admin.PeriksaAsync("admin-mandat-cabut");
        await admin.TekanAsync("Ya, cabut mandat");
        await admin.Melihat("Mandat dicabut").ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_administrator_s_pages_and_the_account_page_are_whole_on_every_width(bool ponsel)
    {
        await using var admin = await Orang.DatangAsync(portal, "Administrator", ponsel, gelap: ponsel);
        await admin.MasukAsync(await portal.BuatPetugasAsync("Tuti Admin", $"tuti.admin{(ponsel ? 360 : 1440)}@contoh.go.id", Peran.Administrator), PortalHidup.SandiPetugas);
        foreach (var alamat in new[] { "/admin", "/admin/pengguna", "/admin/pengguna/baru", "/admin/mandat", "/admin/pengaturan", "/admin/surel", "/admin/bsre", "/admin/audit", "/akun", "/lupa-sandi", "/daftar", "/bukti-surel", "/atur-sandi?t=x" })
        {
            await admin.BukaAsync(alamat);
            await admin.PeriksaAsync($"lebar{(ponsel ? 360 : 1440)}{alamat.Split('?')[0].Replace('/', '-')}", simpan: false);
            Assert.Equal(0, await admin.Halaman.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Assert.Equal((alamat, 0), (alamat, await admin.Halaman.EvaluateAsync<int>("() => Math.max(0, ...[...document.querySelectorAll('.tabel-gulir')].map(t => t.scrollWidth - t.clientWidth))")));
            Assert.True(await admin.Halaman.EvaluateAsync<bool>("() => [...document.querySelectorAll('.tab [aria-current]')].every(t => { const r = t.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth; })"), alamat);
        }
    }
}
