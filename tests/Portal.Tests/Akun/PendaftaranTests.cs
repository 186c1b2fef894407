using System.Net;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.Infrastructure.Audit;
using KlatenSE.Infrastructure.Surel;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KlatenSE.Portal.Tests.Akun;

public sealed class PendaftaranTests(PostgresUji postgres) : IAsyncLifetime
{
    private const string Email = "sekar.wulandari@contoh.go.id";
    private PortalUji portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalUji.MulaiAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Registering_proving_and_signing_in_makes_an_applicant()
    {
        Assert.Equal("/daftar?sudah=terkirim", (await DaftarAsync(Email)).Tujuan);
        Assert.Empty(await PeranAsync(Email));
        var tautan = await portal.TautanSuratAsync(Email, JenisSurel.BuktiEmail);
        var bukti = await portal.Anonim().KirimAsync(tautan, "bukti", ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal("/", bukti.Tujuan);
        Assert.Equal([new PeranDipegang(Peran.Pemohon)], await PeranAsync(Email));
        var masuk = await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", Email), ("Isian.Sandi", PortalUji.Sandi));
        Assert.Equal("/", masuk.Tujuan);
    }

    [Fact]
    public async Task Opening_the_link_alone_proves_nothing()
    {
        await DaftarAsync(Email);
        var halaman = await portal.Anonim().BukaAsync(await portal.TautanSuratAsync(Email, JenisSurel.BuktiEmail));
        Assert.Equal(HttpStatusCode.OK, halaman.Status);
        Assert.Empty(await PeranAsync(Email));
    }

    [Fact]
    public async Task A_mailbox_with_an_account_gets_the_same_answer_and_its_owner_a_mail()
    {
        var akun = await portal.BuatPenggunaAsync("Sekar Wulandari", Peran.Pemohon);
        var hasil = await DaftarAsync(akun.Email!);
        Assert.Equal("/daftar?sudah=terkirim", hasil.Tujuan);
        Assert.Equal([JenisSurel.SudahTerdaftar], await portal.DenganDbAsync(db => db.Set<OutboxMessage>().Where(m => m.Kepada == akun.Email).Select(m => m.Jenis).ToListAsync()));
        Assert.Equal("Sekar Wulandari", await portal.DenganDbAsync(db => db.Users.Where(u => u.Id == akun.Id).Select(u => u.Nama).SingleAsync()));
    }

    [Fact]
    public async Task Registering_again_before_the_proof_ends_the_older_link()
    {
        await DaftarAsync(Email);
        var lama = await portal.TautanSuratAsync(Email, JenisSurel.BuktiEmail);
        await DaftarAsync(Email);
        var baru = await portal.TautanSuratAsync(Email, JenisSurel.BuktiEmail);
        Assert.NotEqual(lama, baru);
        Assert.Contains("tidak berlaku lagi", (await portal.Anonim().BukaAsync(lama)).Teks, StringComparison.Ordinal);
        Assert.Equal("/", (await portal.Anonim().KirimAsync(baru, "bukti", ("Isian.Sandi", PortalUji.Sandi))).Tujuan);
    }

    [Fact]
    public async Task The_owner_of_a_mailbox_does_not_make_a_strangers_password_good()
    {
        await DaftarAsync(Email);
        // A stranger registers the same mailbox; its owner opens the newest mail.
        await portal.Anonim().KirimAsync("/daftar", "daftar", ("Isian.Nama", "Sekar Wulandari"), ("Isian.Email", Email), ("Isian.Sandi", "sandi orang lain 9"));
        var tautan = await portal.TautanSuratAsync(Email, JenisSurel.BuktiEmail);
        var halaman = await portal.Anonim().KirimAsync(tautan, "bukti", ("Isian.Sandi", PortalUji.Sandi));
        Assert.Contains("Kata sandi tidak cocok", halaman.Teks, StringComparison.Ordinal);
        Assert.Empty(await PeranAsync(Email));
        await portal.Anonim().KirimAsync("/lupa-sandi", "lupa-sandi", ("Isian.Email", Email));
        await portal.Anonim().KirimAsync(await portal.TautanSuratAsync(Email, JenisSurel.LupaSandi), "atur-sandi", ("Isian.Sandi", "sandi pemilik 7"));
        Assert.Null((await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", Email), ("Isian.Sandi", "sandi orang lain 9"))).Tujuan);
        Assert.Equal([new PeranDipegang(Peran.Pemohon)], await PeranAsync(Email));
    }

    [Fact]
    public async Task Registering_with_the_mailbox_of_a_new_official_changes_nothing_of_that_account()
    {
        var admin = await portal.BuatPenggunaAsync("Rendra Pengelola", Peran.Administrator);
        var klien = await portal.MasukAsync(admin);
        await klien.KirimAsync("/admin/pengguna/baru", "buat-pengguna", ("Isian.Nama", "Lukman Kepala"), ("Isian.Email", Email), ("Isian.Peran", nameof(Peran.Kepala)));
        var sebelum = await portal.DenganDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == Email));
        Assert.Equal("/daftar?sudah=terkirim", (await DaftarAsync(Email)).Tujuan);
        var sesudah = await portal.DenganDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == Email));
        Assert.Equal((sebelum.Nama, null, sebelum.SecurityStamp), (sesudah.Nama, sesudah.PasswordHash, sesudah.SecurityStamp));
        Assert.Null((await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", Email), ("Isian.Sandi", PortalUji.Sandi))).Tujuan);
    }

    [Theory]
    [InlineData("sekar@contoh.com", ".go.id")]
    [InlineData("diskominfo@contoh.go.id", "bersama")]
    [InlineData("bukan alamat", "tidak lengkap")]
    public async Task A_mailbox_that_will_not_do_is_refused_with_a_sentence_and_what_was_typed_stays(string email, string kata)
    {
        var halaman = await DaftarAsync(email);
        Assert.Contains(kata, halaman.Teks, StringComparison.Ordinal);
        Assert.Equal(email, halaman.Dokumen.GetElementById("isian-email")!.GetAttribute("value"));
        Assert.Equal("Sekar Ayu Wulandari", halaman.Dokumen.GetElementById("isian-nama")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Names_with_control_characters_or_emoji_are_refused_at_the_field()
    {
        foreach (var nama in new[] { "Sekar\u0001Ayu", "Sekar 😀", new string('a', 400) })
        {
            var halaman = await portal.Anonim().KirimAsync("/daftar", "daftar", ("Isian.Nama", nama), ("Isian.Email", Email), ("Isian.Sandi", PortalUji.Sandi));
            Assert.Equal(HttpStatusCode.OK, halaman.Status);
            Assert.NotNull(halaman.Dokumen.GetElementById("isian-nama-galat"));
        }
    }

    [Fact]
    public async Task An_applicant_without_proof_is_led_to_it_from_pages_for_applicants()
    {
        await DaftarAsync(Email);
        var klien = portal.Anonim();
        await klien.KirimAsync("/masuk", "masuk", ("Isian.Surel", Email), ("Isian.Sandi", PortalUji.Sandi));
        var admin = await klien.BukaAsync("/admin");
        Assert.Equal("/bukti-surel", admin.Tujuan);
        Assert.Equal("/bukti-surel", (await klien.BukaAsync("/")).Tujuan);
        Assert.Contains("Email Anda belum dibuktikan", (await klien.KirimAsync("/permohonan/baru", "baru")).Teks, StringComparison.Ordinal);
        Assert.Contains("Kirim email sekali lagi", (await klien.BukaAsync("/bukti-surel")).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_by_a_mailed_link_that_works_once()
    {
        var akun = await portal.BuatPenggunaAsync("Retno Kasi", Peran.Kasi);
        await portal.Anonim().KirimAsync("/lupa-sandi", "lupa-sandi", ("Isian.Email", akun.Email!));
        var tautan = await portal.TautanSuratAsync(akun.Email!, JenisSurel.LupaSandi);
        Assert.Equal("/masuk?sudah=sandi", (await portal.Anonim().KirimAsync(tautan, "atur-sandi", ("Isian.Sandi", "kata sandi yang baru"))).Tujuan);
        Assert.Contains("tidak berlaku lagi", (await portal.Anonim().BukaAsync(tautan)).Teks, StringComparison.Ordinal);
        Assert.NotNull((await portal.Anonim().KirimAsync("/masuk", "masuk", ("Isian.Surel", akun.Email!), ("Isian.Sandi", "kata sandi yang baru"))).Tujuan);
    }

    [Fact]
    public async Task Asking_for_a_link_with_an_unknown_mailbox_gets_the_same_answer_and_sends_nothing()
    {
        var hasil = await portal.Anonim().KirimAsync("/lupa-sandi", "lupa-sandi", ("Isian.Email", "tidak.ada@contoh.go.id"));
        Assert.Equal("/lupa-sandi?sudah=dikirim", hasil.Tujuan);
        Assert.False(await portal.DenganDbAsync(db => db.Set<OutboxMessage>().AnyAsync()));
    }

    [Fact]
    public async Task Changing_the_password_ends_the_sign_ins_elsewhere_but_not_here()
    {
        var sini = await portal.MasukAsync(Peran.Kabid);
        var ganti = await sini.KirimAsync("/akun", "ganti-sandi", ("Sandi.SandiLama", PortalUji.Sandi), ("Sandi.SandiBaru", "kata sandi yang baru"));
        Assert.Equal("/akun?sudah=sandi", ganti.Tujuan);
        Assert.Contains("berganti", (await sini.BukaAsync(ganti.Tujuan!)).Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_mailbox_counts_once_it_is_proven_and_the_old_one_is_told()
    {
        var klien = await portal.MasukAsync(Peran.Kabid);
        var hasil = await klien.KirimAsync("/akun", "ganti-email", ("Email.EmailBaru", "baru.kabid@contoh.go.id"), ("Email.SandiKini", PortalUji.Sandi));
        Assert.Equal("/akun?sudah=email", hasil.Tujuan);
        var tautan = await portal.TautanSuratAsync("baru.kabid@contoh.go.id", JenisSurel.BuktiEmail);
        Assert.Equal(klien.Akun!.Email, await EmailAsync(klien.Akun));
        Assert.NotNull((await portal.Anonim().KirimAsync(tautan, "ganti-surel")).Tujuan);
        Assert.Equal("baru.kabid@contoh.go.id", await EmailAsync(klien.Akun));
        Assert.True(await portal.DenganDbAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.Kepada == klien.Akun.Email && m.Jenis == JenisSurel.EmailBerganti)));
    }

    private Task<HalamanUji> DaftarAsync(string email) => portal.Anonim().KirimAsync(
        "/daftar", "daftar", ("Isian.Nama", "Sekar Ayu Wulandari"), ("Isian.Email", email), ("Isian.UnitKerja", "Dinas Contoh"), ("Isian.Sandi", PortalUji.Sandi));

    private Task<string?> EmailAsync(Pengguna akun) => portal.DenganDbAsync(db => db.Users.Where(u => u.Id == akun.Id).Select(u => u.Email).SingleAsync());

    private Task<IReadOnlyList<PeranDipegang>> PeranAsync(string email) => portal.DenganDbAsync(async db =>
        await PeranResolver.AmbilAsync(db, await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(), await db.WaktuKiniAsync()));
}
