using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace KlatenSE.TestCommon;

/// <summary>One connection to <see cref="SmtpSink"/>.</summary>
internal sealed class SmtpSession(SmtpSink sink, TcpClient client)
{
    private readonly List<string> to = [];
    private Stream stream = client.GetStream();
    private StreamReader reader = Reader(client.GetStream());
    private string? user;
    private string from = "";
    private bool tls;

    public async Task RunAsync()
    {
        await SayAsync("220 sink ESMTP");
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await SayAsync(["250-sink", "250-SIZE 20000000", "250-8BITMIME", .. sink.StartTls && !tls ? ["250-STARTTLS"] : Array.Empty<string>(), "250 AUTH LOGIN"]);
                    break;
                case "STARTTLS" when sink.StartTls && !tls:
                    await SayAsync("220 go on");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(SmtpSink.Certificate);
                    (stream, reader, tls, user) = (secure, Reader(secure), true, null);
                    break;
                case "AUTH":
                    await AuthAsync(line);
                    break;
                case "MAIL":
                    await MailAsync(line);
                    break;
                case "RCPT":
                    await RecipientAsync(Address(line));
                    break;
                case "DATA" when to.Count > 0:
                    if (!await DataAsync())
                    {
                        return;
                    }

                    break;
                case "RSET":
                    to.Clear();
                    await SayAsync("250 ok");
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default:
                    await SayAsync("503 bad sequence of commands");
                    break;
            }
        }
    }

    private static StreamReader Reader(Stream s) => new(s, Encoding.Latin1, false, 4096, leaveOpen: true);

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Decode(string? base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64 ?? ""));

    private async Task AuthAsync(string line)
    {
        // AUTH LOGIN, with or without the user name as initial response.
        var parts = line.Split(' ');
        if (parts.Length < 3)
        {
            await SayAsync("334 VXNlcm5hbWU6");
        }

        var name = Decode(parts.Length < 3 ? await reader.ReadLineAsync() : parts[2]);
        await SayAsync("334 UGFzc3dvcmQ6");
        var password = Decode(await reader.ReadLineAsync());
        if (sink.Login is null || (sink.Login.UserName == name && sink.Login.Password == password))
        {
            user = name;
            await SayAsync("235 welcome");
        }
        else
        {
            await SayAsync("535 5.7.8 bad credentials");
        }
    }

    private async Task MailAsync(string line)
    {
        sink.NoteAttempt();
        if ((sink.Login is not null && user is null) || (sink.StartTls && !tls))
        {
            await SayAsync("530 5.7.0 authentication required");
            return;
        }

        from = Address(line);
        to.Clear();
        await SayAsync("250 ok");
    }

    private async Task RecipientAsync(string address)
    {
        if (sink.RefusalOf(address) is { } code)
        {
            await SayAsync($"{code} refused");
        }
        else if (sink.TakeTemporary())
        {
            await SayAsync("451 try again later");
        }
        else
        {
            to.Add(address);
            await SayAsync("250 ok");
        }
    }

    private async Task<bool> DataAsync()
    {
        await SayAsync("354 go on");
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                if (sink.TakeDrop())
                {
                    return false;
                }

                sink.Add(MimeReader.Read(raw.ToString(), from, [.. to], tls, user));
                to.Clear();
                await SayAsync("250 queued");
                return true;
            }

            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return false;
    }

    private Task SayAsync(params string[] lines) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\r\n")))).AsTask();
}
