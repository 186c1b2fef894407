using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>SMTP by the framework's SmtpClient: STARTTLS and AUTH LOGIN, the connection reused while mails follow each other.</summary>
internal sealed class SmtpPengirim(IOptionsMonitor<SurelOptions> pengaturan) : IPengirimSmtp
{
    private SmtpClient? klien;
    private bool pernahBerhasil;

    public async Task<HasilKirim> KirimAsync(SuratSiap surat, CancellationToken ct)
    {
        var o = pengaturan.CurrentValue;
        if (!MailAddress.TryCreate(o.Dari, o.NamaDari, out var dari) || !Ascii(dari.Address))
        {
            return new(AkibatKirim.ServerTakTerpakai, "Alamat pengirim belum diatur dengan benar. Periksa pengaturan Surel:Dari.");
        }

        if (!MailAddress.TryCreate(surat.Kepada, out var kepada) || kepada.Address != surat.Kepada || !Ascii(surat.Kepada))
        {
            return new(AkibatKirim.AlamatTidakSah, "Alamat email tujuan tidak sah. Betulkan alamat email pemilik akun, lalu terbitkan email baru.");
        }

        using var pesan = Pesan(surat, dari);
        using var batas = CancellationTokenSource.CreateLinkedTokenSource(ct);
        batas.CancelAfter(o.BatasKirim);
        try
        {
            klien ??= Buka(o);
            await klien.SendMailAsync(pesan, batas.Token);
            pernahBerhasil = true;
            return new(AkibatKirim.Terkirim);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Gagal(TafsirSmtp.LewatWaktu(o, pernahBerhasil));
        }
        catch (SmtpException e)
        {
            return Gagal(TafsirSmtp.Tafsirkan(e, o));
        }
        catch
        {
            Tutup();
            throw;
        }
    }

    public void Tutup()
    {
        klien?.Dispose();
        klien = null;
        pernahBerhasil = false;
    }

    public void Dispose() => Tutup();

    // After a failure the state of the session is unknown: the next mail gets a new one.
    private HasilKirim Gagal(HasilKirim hasil)
    {
        Tutup();
        return hasil;
    }

    private static SmtpClient Buka(SurelOptions o)
    {
        var klien = new SmtpClient(o.Host, o.Port) { EnableSsl = o.StartTls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (!string.IsNullOrEmpty(o.Pengguna))
        {
            klien.Credentials = new NetworkCredential(o.Pengguna, o.Sandi);
        }

        return klien;
    }

    private static MailMessage Pesan(SuratSiap surat, MailAddress dari)
    {
        var pesan = new MailMessage
        {
            From = dari,
            Subject = Bersih.SatuBaris(surat.Perihal, OutboxMessage.PanjangPerihal),
            SubjectEncoding = Encoding.UTF8,
            Body = surat.Teks,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        pesan.To.Add(new MailAddress(surat.Kepada, Bersih.SatuBaris(surat.NamaKepada, OutboxMessage.PanjangNama), Encoding.UTF8));
        var html = AlternateView.CreateAlternateViewFromString(surat.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.Base64;
        pesan.AlternateViews.Add(html);

        // The same at each try, so that a mail sent twice by a crash is seen as one by mail programs.
        pesan.Headers.Add("Message-ID", $"<{surat.Id:N}@{dari.Host}>");
        pesan.Headers.Add("Auto-Submitted", "auto-generated");
        return pesan;
    }

    private static bool Ascii(string alamat) => alamat.All(c => c is > ' ' and < (char)127);
}
