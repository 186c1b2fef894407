using System.Net;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Surel;

public sealed class PengirimSurelTests(PostgresUji postgres) : IAsyncLifetime
{
    private readonly JamGeser jam = new();
    private BasisDataUji basis = null!;
    private SmtpSink sink = null!;

    private static DateTimeOffset Kini => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        basis = await postgres.CloneAsync();
        sink = new SmtpSink();
    }

    public async ValueTask DisposeAsync()
    {
        await sink.DisposeAsync();
        await basis.DisposeAsync();
    }

    [Fact]
    public async Task A_queued_mail_arrives_with_its_umlauts_text_html_and_stable_message_id()
    {
        await using var ruang = Ruang();
        var m = ruang.Surat.Ditolak(new("Sékar Wulandari ✓", "sekar@contoh.go.id"), RuangSurel.Perkara(), "Kepala Dinas", "Nomor surat tidak terbaca — “keliru” 🙂");
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var surat = (await sink.WaitForAsync(1))[0];
        Assert.Equal("Permohonan Anda ditolak (SE-2026-000123)", surat.Subject);
        Assert.Equal(["sekar@contoh.go.id"], surat.To);
        Assert.Contains("Yth. Sékar Wulandari ✓,", surat.Text, StringComparison.Ordinal);
        Assert.Contains("— “keliru” 🙂", surat.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>SE-2026-000123</strong>", surat.Html, StringComparison.Ordinal);
        Assert.Equal($"<{m.Id:N}@contoh.go.id>", surat.MessageId);
        Assert.NotNull((await ruang.TungguAsync(m.Id, x => x.TerkirimPada != null)).IsiTeks);
    }

    [Fact]
    public async Task A_mail_queued_while_the_sender_rests_is_sent_by_the_doorbell_not_by_the_poll()
    {
        await using var ruang = Ruang(("Surel:Periksa", "01:00:00"));
        await ruang.MulaiAsync();
        var pertama = Biasa(ruang);
        await ruang.AntrekanAsync(pertama);
        await sink.WaitForAsync(1);
        await ruang.AntrekanAsync(Biasa(ruang));
        await sink.WaitForAsync(2);
    }

    [Fact]
    public async Task A_server_that_is_away_uses_up_no_try_and_gets_every_mail_when_it_is_back()
    {
        await sink.StopAsync();
        await using var ruang = Ruang();
        var surat = Enumerable.Range(0, 30).Select(_ => Biasa(ruang)).ToList();
        await ruang.AntrekanAsync(surat);
        await ruang.MulaiAsync();
        using var akhir = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await ruang.QueryAsync(q => q.RingkasanAsync())).KesalahanTerakhir is null)
        {
            akhir.Token.ThrowIfCancellationRequested();
        }

        Assert.Contains("tidak dapat dihubungi", (await ruang.QueryAsync(q => q.RingkasanAsync())).KesalahanTerakhir, StringComparison.Ordinal);
        sink.Start();
        var tiba = await sink.WaitForAsync(30);
        Assert.Equal(30, tiba.Select(t => t.MessageId).Distinct().Count());
        Assert.Equal(0, (await ruang.TungguAsync(surat[0].Id, x => x.TerkirimPada != null)).Percobaan);
    }

    [Fact]
    public async Task A_451_is_tried_again_after_a_minute_and_not_before()
    {
        sink.FailTemporarily(1);
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var gagal = await ruang.TungguAsync(m.Id, x => x.Percobaan == 1);
        Assert.InRange(gagal.KirimSetelah - Kini, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(75));
        Assert.Contains("451", gagal.KesalahanTerakhir, StringComparison.Ordinal);
        Assert.Equal(1, sink.Attempts);
        jam.Geser = TimeSpan.FromSeconds(80);
        await sink.WaitForAsync(1);
        Assert.Null((await ruang.TungguAsync(m.Id, x => x.TerkirimPada != null)).KesalahanTerakhir);
    }

    [Fact]
    public async Task A_connection_cut_after_data_is_tried_again_with_the_same_message_id()
    {
        sink.DropAfterData(1);
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        await ruang.TungguAsync(m.Id, x => x.Percobaan == 1);
        jam.Geser = TimeSpan.FromMinutes(2);
        Assert.Equal($"<{m.Id:N}@contoh.go.id>", (await sink.WaitForAsync(1))[0].MessageId);
    }

    [Fact]
    public async Task A_550_is_a_dead_letter_at_once_and_can_be_sent_again()
    {
        sink.RefuseRecipient("sekar@contoh.go.id");
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        Assert.Equal(SebabMati.DitolakPenerima, (await ruang.TungguAsync(m.Id, x => x.MatiPada != null)).SebabMati);
        var baris = Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync(StatusSurel.Gagal)));
        Assert.Contains("menolak alamat tujuan", baris.Keterangan, StringComparison.Ordinal);
        sink.RefuseRecipient("sekar@contoh.go.id", 450);
        var ulang = await ruang.QueryAsync(q => q.KirimUlangAsync(m.Id));
        Assert.True(ulang.Berhasil, ulang.Kalimat);
        var lagi = await ruang.TungguAsync(m.Id, x => x.Percobaan == 1 && x.MatiPada == null);
        Assert.Contains("450", lagi.KesalahanTerakhir, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_failed_too_often_is_given_up()
    {
        sink.FailTemporarily(10);
        await using var ruang = Ruang(("Surel:MaksPercobaan", "2"));
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        await ruang.TungguAsync(m.Id, x => x.Percobaan == 1);
        jam.Geser = TimeSpan.FromMinutes(2);
        Assert.Equal(SebabMati.HabisPercobaan, (await ruang.TungguAsync(m.Id, x => x.MatiPada != null)).SebabMati);
        Assert.Equal(2, sink.Attempts);
    }

    [Fact]
    public async Task Two_senders_deliver_each_mail_once()
    {
        await using var a = Ruang();
        await using var b = Ruang();
        await a.AntrekanAsync(Enumerable.Range(0, 200).Select(_ => Biasa(a)));
        await Task.WhenAll(a.MulaiAsync(), b.MulaiAsync());
        await sink.WaitForAsync(200, TimeSpan.FromSeconds(60));
        while ((await a.QueryAsync(q => q.RingkasanAsync())).Menunggu > 0)
        {
            Assert.Equal(200, sink.Mails.Count);
        }

        Assert.Equal(200, sink.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(200, sink.Attempts);
    }

    [Fact]
    public async Task A_secret_body_is_unreadable_in_the_database_and_erased_once_delivered()
    {
        await using var ruang = Ruang();
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=RAHASIA123", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        Assert.Equal(0L, await basis.NilaiAsync<long>("SELECT count(*) FROM surel_keluar WHERE isi_teks || isi_html LIKE '%RAHASIA123%'"));
        await ruang.MulaiAsync();
        Assert.Equal("https://se.contoh.go.id/aktivasi?t=RAHASIA123", (await sink.WaitForAsync(1))[0].Links[0]);
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
        jam.Geser = TimeSpan.FromHours(24);
        await ruang.MulaiAsync();
        var dibuang = await ruang.TungguAsync(m.Id, x => x.MatiPada != null);
        Assert.Equal(SebabMati.LewatBatas, dibuang.SebabMati);
        Assert.Null(dibuang.IsiTeks);
        Assert.Equal(0, sink.Attempts);
        Assert.Equal(StatusSurel.Dibuang, Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync())).Status);
        var ulang = await ruang.QueryAsync(q => q.KirimUlangAsync(m.Id));
        Assert.False(ulang.Berhasil);
        Assert.Contains("Terbitkan link baru", ulang.Kalimat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_body_of_a_dead_letter_is_erased_at_its_deadline()
    {
        sink.RefuseRecipient("sekar@contoh.go.id");
        await using var ruang = Ruang();
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=x", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        Assert.NotNull((await ruang.TungguAsync(m.Id, x => x.MatiPada != null)).IsiTeks);
        jam.Geser = TimeSpan.FromHours(25);
        await ruang.TungguAsync(m.Id, x => x.IsiTeks == null && x.IsiHtml == null);
    }

    [Fact]
    public async Task An_unusable_address_becomes_a_dead_letter_and_the_next_mail_goes_out()
    {
        await using var ruang = Ruang();
        var buruk = ruang.Surat.Ditolak(new("Sekar", "sekar@contoh.go.id, lain@contoh.go.id"), RuangSurel.Perkara(), "Kasi", "x");
        await ruang.AntrekanAsync(buruk, Biasa(ruang));
        await ruang.MulaiAsync();
        Assert.Equal(["sekar@contoh.go.id"], (await sink.WaitForAsync(1))[0].To);
        Assert.Equal(SebabMati.AlamatTidakSah, (await ruang.TungguAsync(buruk.Id, x => x.MatiPada != null)).SebabMati);
    }

    [Fact]
    public async Task Without_a_host_mails_stay_queued_and_say_so()
    {
        await using var ruang = Ruang(("Surel:Host", ""), ("Surel:IsiTerlihat", "true"));
        var m = ruang.Surat.LinkAktivasi(RuangSurel.Sekar, RuangSurel.Perkara(), "/aktivasi?t=x", Kini.AddHours(24));
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var baris = Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync(cari: "SE-2026")));
        Assert.Equal("Tidak dikirim: SMTP belum diatur", baris.Keterangan);
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
        Assert.StartsWith("Permohonan Anda ditolak", (await sink.WaitForAsync(1))[0].Subject, StringComparison.Ordinal);
        var baris = await ruang.BacaAsync(link.Id);
        Assert.Equal((SebabMati.Dibatalkan, null), (baris.SebabMati, baris.IsiTeks));
    }

    [Fact]
    public async Task A_wrong_password_is_named_as_such_and_uses_up_no_try()
    {
        await sink.DisposeAsync();
        sink = new SmtpSink { Login = new NetworkCredential("portal", "benar") };
        await using var ruang = Ruang(("Surel:Pengguna", "portal"), ("Surel:Sandi", "salah"));
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var gagal = await ruang.TungguAsync(m.Id, x => x.KesalahanTerakhir != null);
        Assert.Contains("nama pengguna atau kata sandi", gagal.KesalahanTerakhir, StringComparison.Ordinal);
        Assert.DoesNotContain("salah", gagal.KesalahanTerakhir, StringComparison.Ordinal);
        Assert.Equal((0, null), (gagal.Percobaan, gagal.MatiPada));
    }

    [Fact]
    public async Task A_thousand_mails_leave_within_a_minute()
    {
        await using var ruang = Ruang();
        await ruang.AntrekanAsync(Enumerable.Range(0, 1000).Select(_ => Biasa(ruang)));
        await ruang.MulaiAsync();
        await sink.WaitForAsync(1000, TimeSpan.FromSeconds(60));
    }

    private static OutboxMessage Biasa(RuangSurel ruang) => ruang.Surat.Ditolak(RuangSurel.Sekar, RuangSurel.Perkara(), "Kepala Dinas", "Alasan contoh");

    private RuangSurel Ruang(params (string, string?)[] atur) => new(basis.Portal, jam, [("Surel:Port", $"{sink.Port}"), .. atur]);
}
