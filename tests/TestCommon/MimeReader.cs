using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KlatenSE.TestCommon;

/// <summary>Reads the mails that .NET's SmtpClient writes: folded headers, encoded words, multipart, base64 and quoted-printable.</summary>
internal static partial class MimeReader
{
    public static ReceivedMail Read(string raw, string from, IReadOnlyList<string> to, bool tls, string? user)
    {
        var (headers, body) = Split(raw);
        var parts = Leaves(headers, body).ToList();
        return new ReceivedMail(
            from, to, Words(headers.GetValueOrDefault("subject", "")),
            parts.FirstOrDefault(p => p.Type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)).Text ?? "",
            parts.FirstOrDefault(p => p.Type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)).Text ?? "",
            headers.GetValueOrDefault("message-id", ""), tls, user, raw);
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? raw : raw[..end];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(head, " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return (headers, end < 0 ? "" : raw[(end + 4)..]);
    }

    private static IEnumerable<(string Type, string Text)> Leaves(Dictionary<string, string> headers, string body)
    {
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        var boundary = Boundary().Match(type);
        if (!boundary.Success)
        {
            return [(type, Body(headers.GetValueOrDefault("content-transfer-encoding", ""), body))];
        }

        return body.Split("--" + boundary.Groups[1].Value).Skip(1)
            .Where(p => !p.StartsWith("--", StringComparison.Ordinal))
            .Select(p => Split(p.StartsWith("\r\n", StringComparison.Ordinal) ? p[2..] : p))
            .SelectMany(p => Leaves(p.Headers, p.Body));
    }

    private static string Body(string encoding, string body) => encoding.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(Blank().Replace(body, ""))),
        "quoted-printable" => Encoding.UTF8.GetString(Quoted(body.Replace("=\r\n", "", StringComparison.Ordinal))),
        _ => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)),
    };

    // Bytes of neighbouring words are joined before decoding: a letter may be cut in two.
    private static string Words(string header)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match m in Word().Matches(header))
        {
            var between = header[at..m.Index];
            if (!string.IsNullOrWhiteSpace(between))
            {
                text.Append(Encoding.UTF8.GetString([.. bytes])).Append(between);
                bytes.Clear();
            }

            bytes.AddRange(m.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(m.Groups[2].Value)
                : Quoted(m.Groups[2].Value.Replace('_', ' ')));
            at = m.Index + m.Length;
        }

        return text.Append(Encoding.UTF8.GetString([.. bytes])).Append(header[at..]).ToString();
    }

    private static byte[] Quoted(string s)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == '=' && i + 2 < s.Length)
            {
                bytes.Add(byte.Parse(s.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)s[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
