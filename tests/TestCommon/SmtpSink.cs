using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace KlatenSE.TestCommon;

/// <summary>What a mail looked like when it arrived. <paramref name="User"/> is who signed in, null without AUTH.</summary>
public sealed record ReceivedMail(
    string From, IReadOnlyList<string> To, string Subject, string Text, string Html, string MessageId, bool Tls, string? User, string Raw)
{
    /// <summary>Every address in the text, in order: the link of a mail is usually the first.</summary>
    public IReadOnlyList<string> Links { get; } =
        [.. System.Text.RegularExpressions.Regex.Matches(Text, @"https?://\S+").Select(m => m.Value)];
}

/// <summary>
/// A real SMTP server on loopback, inside the test process: EHLO, SIZE, STARTTLS with a self-signed certificate, AUTH LOGIN. It can be told
/// to misbehave, and can go away and come back on the same port.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<TcpClient> open = [];
    private readonly List<Task> sessions = [];
    private ImmutableList<ReceivedMail> mails = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private int temporary;
    private int drops;
    private int attempts;

    /// <summary>Starts listening at once, on a free port unless one is named.</summary>
    public SmtpSink(int port = 0)
    {
        Port = port;
        Start();
    }

    public static string Host => "127.0.0.1";

    public int Port { get; private set; }

    /// <summary>Offers STARTTLS. Tests then trust <see cref="SmtpSinkCertificate"/> first.</summary>
    public bool StartTls { get; init; }

    /// <summary>Refuses MAIL before AUTH with these (530).</summary>
    public NetworkCredential? Login { get; init; }

    public IReadOnlyList<ReceivedMail> Mails => mails;

    /// <summary>MAIL commands seen, also those that came to nothing.</summary>
    public int Attempts => attempts;

    /// <summary>The next n mails are answered 451 at RCPT.</summary>
    public void FailTemporarily(int times) => Interlocked.Exchange(ref temporary, times);

    /// <summary>The next n mails are read to the end of DATA; then the connection is cut without an answer.</summary>
    public void DropAfterData(int times) => Interlocked.Exchange(ref drops, times);

    /// <summary>This recipient is refused for good (or with another code).</summary>
    public void RefuseRecipient(string address, int code = 550)
    {
        lock (gate)
        {
            refused[address] = code;
        }
    }

    /// <summary>Comes (back) up on <see cref="Port"/>.</summary>
    public void Start()
    {
        var l = new TcpListener(IPAddress.Loopback, Port);
        l.Start();
        Port = ((IPEndPoint)l.LocalEndpoint).Port;
        listener = l;
        accepting = AcceptAsync(l);
    }

    /// <summary>Goes away: connections are cut, new ones refused. The mails received stay.</summary>
    public async Task StopAsync()
    {
        listener?.Stop();
        await accepting;
        Task[] running;
        lock (gate)
        {
            foreach (var c in open)
            {
                c.Close();
            }

            running = [.. sessions];
            sessions.Clear();
        }

        await Task.WhenAll(running);
    }

    /// <summary>Waits until n mails have come; throws TimeoutException with what did come.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count, TimeSpan? atMost = null)
    {
        await WaitUntilAsync(() => mails.Count >= count, $"{count} mails", atMost);
        return mails;
    }

    /// <summary>Waits for a mail that fits, also one that is here already.</summary>
    public async Task<ReceivedMail> WaitForAsync(Func<ReceivedMail, bool> fits, TimeSpan? atMost = null)
    {
        await WaitUntilAsync(() => mails.Any(fits), "a mail that fits", atMost);
        return mails.Last(fits);
    }

    /// <summary>Waits until a condition on the sink holds; it is looked at after each command and each mail.</summary>
    public async Task WaitUntilAsync(Func<bool> holds, string what, TimeSpan? atMost = null)
    {
        using var end = new CancellationTokenSource(atMost ?? TimeSpan.FromSeconds(20));
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = changed.Task;
            }

            if (holds())
            {
                return;
            }

            try
            {
                await next.WaitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited for {what}; came: {string.Join(" | ", mails.Select(m => $"{m.To[0]}: {m.Subject}"))}");
            }
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    internal void NoteAttempt()
    {
        Interlocked.Increment(ref attempts);
        Signal();
    }

    internal bool TakeTemporary() => Take(ref temporary);

    internal bool TakeDrop() => Take(ref drops);

    internal int? RefusalOf(string address)
    {
        lock (gate)
        {
            return refused.TryGetValue(address, out var code) ? code : null;
        }
    }

    internal void Add(ReceivedMail mail)
    {
        ImmutableInterlocked.Update(ref mails, l => l.Add(mail));
        Signal();
    }

    internal static X509Certificate2 Certificate => SmtpSinkCertificate.Instance;

    private static bool Take(ref int left)
    {
        if (Interlocked.Decrement(ref left) >= 0)
        {
            return true;
        }

        Interlocked.Increment(ref left);
        return false;
    }

    private void Signal()
    {
        TaskCompletionSource old;
        lock (gate)
        {
            old = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        old.SetResult();
    }

    private async Task AcceptAsync(TcpListener l)
    {
        try
        {
            while (true)
            {
                var client = await l.AcceptTcpClientAsync();
                client.NoDelay = true;
                lock (gate)
                {
                    open.Add(client);
                    sessions.RemoveAll(s => s.IsCompleted);
                    sessions.Add(ServeAsync(client));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        try
        {
            using (client)
            {
                await new SmtpSession(this, client).RunAsync();
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other side, or StopAsync, cut the line.
        }
        finally
        {
            lock (gate)
            {
                open.Remove(client);
            }
        }
    }
}
