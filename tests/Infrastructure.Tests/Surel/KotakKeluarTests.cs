using KlatenSE.Infrastructure.Surel;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Surel;

/// <summary>What the outbox keeps, erases, shows and refuses.</summary>
public sealed class KotakKeluarTests(PostgresUji postgres) : UjiSurel(postgres)
{
    [Fact]
    public async Task A_secret_body_is_unreadable_in_the_database_and_erased_once_delivered()
    {
        await using var ruang = Ruang();
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=RAHASIA123", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        Assert.Equal(0L, await Basis.NilaiAsync<long>("SELECT count(*) FROM surel_keluar WHERE isi_teks || isi_html LIKE '%RAHASIA123%'"));
        await ruang.MulaiAsync();
        Assert.Equal("https://se.contoh.go.id/aktivasi?t=RAHASIA123", (await Sink.WaitForAsync(1))[0].Links[0]);
        var terkirim = await ruang.TungguAsync(m.Id, x => x.TerkirimPada != null);
        Assert.Null(terkirim.IsiTeks);
        Assert.Null(terkirim.IsiHtml);
    }

    [Fact]
    public async Task A_link_mail_past_its_deadline_is_dropped_visibly_and_erased_and_not_sent_again()
    {
        await using var ruang = Ruang();
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=x", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        Jam.Geser = TimeSpan.FromHours(24);
        await ruang.MulaiAsync();
        var dibuang = await ruang.TungguAsync(m.Id, x => x.MatiPada != null);
        Assert.Equal(SebabMati.LewatBatas, dibuang.SebabMati);
        Assert.Null(dibuang.IsiTeks);
        Assert.Equal(0, Sink.Attempts);
        Assert.Equal(StatusSurel.Dibuang, Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync())).Status);
        var ulang = await ruang.QueryAsync(q => q.KirimUlangAsync(m.Id));
        Assert.False(ulang.Berhasil);
        Assert.Contains("Terbitkan link baru", ulang.Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_body_of_a_dead_letter_is_erased_at_its_deadline()
    {
        Sink.RefuseRecipient("sekar@contoh.go.id");
        await using var ruang = Ruang();
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=x", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        Assert.NotNull((await ruang.TungguAsync(m.Id, x => x.MatiPada != null)).IsiTeks);
        Jam.Geser = TimeSpan.FromHours(25);
        await ruang.TungguAsync(m.Id, x => x.IsiTeks == null && x.IsiHtml == null);
    }

    [Fact]
    public async Task Without_a_host_mails_stay_queued_and_say_so()
    {
        await using var ruang = Ruang(("Surel:Host", ""), ("Surel:IsiTerlihat", "true"));
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=x", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var baris = Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync(cari: "SE-2026")));
        Assert.Equal("Server email belum diatur", baris.Keterangan);
        Assert.Contains("/aktivasi?t=x", (await ruang.QueryAsync(q => q.IsiUntukDemoAsync(m.Id)))!.Teks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_not_readable_outside_the_demo()
    {
        await using var ruang = Ruang();
        await Assert.ThrowsAsync<InvalidOperationException>(() => ruang.QueryAsync(q => q.IsiUntukDemoAsync(Guid.NewGuid())));
    }

    [Fact]
    public async Task One_event_queues_one_mail_however_often_it_runs()
    {
        await using var ruang = Ruang();
        var perkara = RuangSurel.Perkara();
        OutboxMessage Pengingat() => ruang.Surat.PengingatLink(RuangSurel.Sekar, perkara, TautanSop.Aktivasi, TimeSpan.FromHours(3), Kini.AddHours(3));
        await using var db = await ruang.Db();
        Assert.True(await db.AntrekanSekaliAsync(Pengingat(), default));
        Assert.False(await db.AntrekanSekaliAsync(Pengingat(), default));
    }

    [Fact]
    public async Task Cancelled_mails_are_not_sent_and_hold_no_link()
    {
        await using var ruang = Ruang();
        var perkara = RuangSurel.Perkara();
        var link = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, perkara, "/aktivasi?t=x", Kini.AddHours(24));
        await ruang.AntrekanAsync(link, Biasa(ruang));
        await using (var db = await ruang.Db())
        {
            Assert.Equal(1, await db.BatalkanSurelAsync(perkara.PermohonanId, Kini, default, JenisSurel.LinkAktivasi, JenisSurel.PengingatLink));
        }

        await ruang.MulaiAsync();
        Assert.StartsWith("Permohonan Anda ditolak", (await Sink.WaitForAsync(1))[0].Subject, StringComparison.Ordinal);
        var baris = await ruang.BacaAsync(link.Id);
        Assert.Equal((SebabMati.Dibatalkan, null), (baris.SebabMati, baris.IsiTeks));
    }
}
