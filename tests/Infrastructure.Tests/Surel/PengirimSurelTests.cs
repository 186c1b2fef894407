using System.Net;
using KlatenSE.Infrastructure.Surel;
using KlatenSE.TestCommon;
using Xunit;

namespace KlatenSE.Infrastructure.Tests.Surel;

public sealed class PengirimSurelTests(PostgresUji postgres) : UjiSurel(postgres)
{
    [Fact]
    public async Task A_queued_mail_arrives_with_its_umlauts_text_html_and_stable_message_id()
    {
        await using var ruang = Ruang();
        var m = ruang.Surat.Ditolak(new("Sékar Wulandari ✓", "sekar@contoh.go.id"), RuangSurel.Perkara(), "Kepala Dinas", "Nomor surat tidak terbaca — “keliru” 🙂");
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var surat = (await Sink.WaitForAsync(1))[0];
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
        await Sink.WaitForAsync(1);
        await ruang.AntrekanAsync(Biasa(ruang));
        await Sink.WaitForAsync(2);
    }

    [Fact]
    public async Task A_server_that_is_away_uses_up_no_try_and_gets_every_mail_when_it_is_back()
    {
        await Sink.StopAsync();
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
        Sink.Start();
        var tiba = await Sink.WaitForAsync(30);
        Assert.Equal(30, tiba.Select(t => t.MessageId).Distinct().Count());
        Assert.Equal(0, (await ruang.TungguAsync(surat[0].Id, x => x.TerkirimPada != null)).Percobaan);
    }

    [Fact]
    public async Task A_451_is_tried_again_after_a_minute_and_not_before()
    {
        Sink.FailTemporarily(1);
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        var gagal = await ruang.TungguAsync(m.Id, x => x.Percobaan == 1);
        Assert.InRange(gagal.KirimSetelah - Kini, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(75));
        Assert.Contains("451", gagal.KesalahanTerakhir, StringComparison.Ordinal);
        Assert.Equal(1, Sink.Attempts);
        Jam.Geser = TimeSpan.FromSeconds(80);
        await Sink.WaitForAsync(1);
        Assert.Null((await ruang.TungguAsync(m.Id, x => x.TerkirimPada != null)).KesalahanTerakhir);
    }

    [Fact]
    public async Task A_connection_cut_after_data_is_tried_again_with_the_same_message_id()
    {
        Sink.DropAfterData(1);
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        await ruang.TungguAsync(m.Id, x => x.Percobaan == 1);
        Jam.Geser = TimeSpan.FromMinutes(2);
        Assert.Equal($"<{m.Id:N}@contoh.go.id>", (await Sink.WaitForAsync(1))[0].MessageId);
    }

    [Fact]
    public async Task A_550_is_a_dead_letter_at_once_and_can_be_sent_again()
    {
        Sink.RefuseRecipient("sekar@contoh.go.id");
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        Assert.Equal(SebabMati.DitolakPenerima, (await ruang.TungguAsync(m.Id, x => x.MatiPada != null)).SebabMati);
        var baris = Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync(StatusSurel.Gagal)));
        Assert.Contains("menolak alamat tujuan", baris.Keterangan, StringComparison.Ordinal);
        Sink.RefuseRecipient("sekar@contoh.go.id", 450);
        var ulang = await ruang.QueryAsync(q => q.KirimUlangAsync(m.Id));
        Assert.True(ulang.Berhasil, ulang.Kalimat);
        var lagi = await ruang.TungguAsync(m.Id, x => x.Percobaan == 1 && x.MatiPada == null);
        Assert.Contains("450", lagi.KesalahanTerakhir, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_failed_too_often_is_given_up()
    {
        Sink.FailTemporarily(10);
        await using var ruang = Ruang(("Surel:MaksPercobaan", "2"));
        var m = Biasa(ruang);
        await ruang.AntrekanAsync(m);
        await ruang.MulaiAsync();
        await ruang.TungguAsync(m.Id, x => x.Percobaan == 1);
        Jam.Geser = TimeSpan.FromMinutes(2);
        Assert.Equal(SebabMati.HabisPercobaan, (await ruang.TungguAsync(m.Id, x => x.MatiPada != null)).SebabMati);
        Assert.Equal(2, Sink.Attempts);
    }

    [Fact]
    public async Task Two_senders_deliver_each_mail_once()
    {
        await using var a = Ruang();
        await using var b = Ruang();
        await a.AntrekanAsync(Enumerable.Range(0, 200).Select(_ => Biasa(a)));
        await Task.WhenAll(a.MulaiAsync(), b.MulaiAsync());
        await Sink.WaitForAsync(200, TimeSpan.FromSeconds(60));
        while ((await a.QueryAsync(q => q.RingkasanAsync())).Menunggu > 0)
        {
            Assert.Equal(200, Sink.Mails.Count);
        }

        Assert.Equal(200, Sink.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(200, Sink.Attempts);
    }

    [Fact]
    public async Task A_mail_leased_by_a_process_that_died_is_sent_when_the_lease_ends()
    {
        await using var ruang = Ruang();
        var m = Biasa(ruang);
        var lain = Biasa(ruang);
        m.DiambilSampai = Kini.AddMinutes(5);
        await ruang.AntrekanAsync(m, lain);
        await ruang.MulaiAsync();
        // Recorded, not only received: between both it counts as being sent as well.
        await ruang.TungguAsync(lain.Id, x => x.TerkirimPada != null);
        Assert.Equal(StatusSurel.SedangDikirim, Assert.Single(await ruang.QueryAsync(q => q.DaftarAsync(StatusSurel.SedangDikirim))).Status);
        Jam.Geser = TimeSpan.FromMinutes(6);
        await Sink.WaitForAsync(x => x.MessageId.Contains($"{m.Id:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_the_queue_loses_and_doubles_nothing()
    {
        var a = Ruang();
        await a.AntrekanAsync(Enumerable.Range(0, 120).Select(_ => Biasa(a)));
        await a.MulaiAsync();
        await Sink.WaitForAsync(20);
        await a.DisposeAsync();
        Assert.InRange(Sink.Mails.Count, 20, 119);
        await using var b = Ruang();
        await b.MulaiAsync();
        await Sink.WaitForAsync(120);
        Assert.Equal(120, Sink.Mails.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task An_unusable_address_becomes_a_dead_letter_and_the_next_mail_goes_out()
    {
        await using var ruang = Ruang();
        var buruk = ruang.Surat.Ditolak(new("Sekar", "sekar@contoh.go.id, lain@contoh.go.id"), RuangSurel.Perkara(), "Kasi", "x");
        await ruang.AntrekanAsync(buruk, Biasa(ruang));
        await ruang.MulaiAsync();
        Assert.Equal(["sekar@contoh.go.id"], (await Sink.WaitForAsync(1))[0].To);
        Assert.Equal(SebabMati.AlamatTidakSah, (await ruang.TungguAsync(buruk.Id, x => x.MatiPada != null)).SebabMati);
    }

    [Fact]
    public async Task A_wrong_password_is_named_as_such_and_uses_up_no_try()
    {
        await Sink.DisposeAsync();
        Sink = new SmtpSink { Login = new NetworkCredential("portal", "benar") };
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
        await Sink.WaitForAsync(1000, TimeSpan.FromSeconds(60));
    }
}
