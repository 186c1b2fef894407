using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>Reads SmtpClient's exceptions: what it means for the mail, and the sentence that helps the administrator.</summary>
internal static class TafsirSmtp
{
    public static HasilKirim Tafsirkan(SmtpException e, SurelOptions o)
    {
        var server = $"{o.Host}:{o.Port}";
        if (Sebab<SocketException>(e) is { } soket)
        {
            return Server($"Server email {server} tidak dapat dihubungi ({soket.SocketErrorCode}). Periksa alamat dan port server email di pengaturan portal, dan apakah server itu hidup.");
        }

        if (Sebab<AuthenticationException>(e) is not null)
        {
            return Server($"Sertifikat TLS server email {server} tidak dipercaya. Pasang sertifikat yang sah, atau samakan alamat server email di pengaturan portal dengan nama pada sertifikat.");
        }

        var kode = (int)e.StatusCode;
        return e.StatusCode switch
        {
            // SmtpClient passes over a refused AUTH and meets 530 at the next command, under a misleading name.
            SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted or (SmtpStatusCode)535 or (SmtpStatusCode)534 or (SmtpStatusCode)538 =>
                Server(string.IsNullOrEmpty(o.Pengguna)
                    ? $"Server email {server} meminta STARTTLS atau nama pengguna ({kode}). Periksa Surel:StartTls, Surel:Pengguna, dan Surel:Sandi."
                    : $"Server email {server} tidak menerima nama pengguna atau kata sandi ({kode}). Periksa Surel:Pengguna dan Surel:Sandi, lalu Surel:StartTls."),
            SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ServiceClosingTransmissionChannel =>
                Server($"Server email {server} sedang tidak melayani ({kode}). Pengiriman dicoba lagi."),
            SmtpStatusCode.GeneralFailure when e.InnerException is null && o.StartTls =>
                Server($"Server email {server} tidak menawarkan STARTTLS. Nyalakan STARTTLS di server itu, atau matikan Surel:StartTls bila jaringannya memang tepercaya."),
            _ when e is SmtpFailedRecipientException && kode is >= 500 and < 600 =>
                new(AkibatKirim.DitolakPenerima, $"Server email menolak alamat tujuan untuk seterusnya ({kode}). Pastikan kotak email itu ada dan aktif."),
            SmtpStatusCode.GeneralFailure =>
                new(AkibatKirim.Sementara, $"Sambungan ke server email {server} terputus di tengah pengiriman."),
            _ => new(AkibatKirim.Sementara, $"Server email {server} belum menerima email ini (kode {kode}). Pengiriman dicoba lagi."),
        };
    }

    /// <summary>A server that never answered in this session is unreachable (a firewall that drops); otherwise it is this mail's bad luck.</summary>
    public static HasilKirim LewatWaktu(SurelOptions o, bool pernahBerhasil)
    {
        var kalimat = $"Server email {o.Host}:{o.Port} tidak menjawab dalam {o.BatasKirim.TotalSeconds:0} detik.";
        return pernahBerhasil ? new(AkibatKirim.Sementara, kalimat) : Server(kalimat + " Periksa alamat dan port server email di pengaturan portal, dan tembok api.");
    }

    private static HasilKirim Server(string kalimat) => new(AkibatKirim.ServerTakTerpakai, kalimat);

    // A reset in mid-session is wrapped in an IOException: that is one mail's broken connection, not a server that is away.
    private static T? Sebab<T>(Exception e)
        where T : Exception
    {
        for (var i = e.InnerException; i is not null; i = i.InnerException)
        {
            if (i is T t)
            {
                return t;
            }

            if (i is IOException && typeof(T) == typeof(SocketException))
            {
                return null;
            }
        }

        return null;
    }
}
