using System.Globalization;
using System.Text.RegularExpressions;
using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Akun;
using KlatenSE.TestCommon;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace KlatenSE.Load;

/// <summary>
/// 1,000 links whose 24 hours end in the same second, in the published portal with its timers, sweep, board and mail, until every link
/// is closed, its mail is queued and the board shows it; then until a real SMTP server has the last mail.
/// </summary>
internal static partial class ExpiryCase
{
    private const int Links = 1000;
    private const string Password = "kata sandi pengukuran";
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(45);

    public static async Task RunAsync(CancellationToken ct)
    {
        var folder = await PublishedPortal.BuildAsync(ct);
        await using var postgres = new PostgresFixture(MigrasiUji.JalankanAsync, durable: true);
        await using var database = await postgres.CloneAsync(ct);
        await using var sink = new SmtpSink();
        await using var source = NpgsqlDataSource.Create(database.Pemilik);
        string mailbox;
        await using (var services = LayananUji.Buat(database.Portal))
        {
            var people = new PermohonanUji(services.Layanan);
            var model = await people.SampaiAsync(Tahap.Aktivasi);
            mailbox = await OfficialAsync(services, people, ct);
            await CopyAsync(source, model.Id, ct);
        }

        var deadline = await SetDeadlineAsync(source, ct);
        await using var portal = PublishedPortal.Start(folder, database.Portal, database.Pemilik, new Dictionary<string, string>
        {
            ["Surel__Host"] = SmtpSink.Host,
            ["Surel__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Surel__StartTls"] = "false",
            ["Surel__Dari"] = "portal@contoh.go.id",
        });
        await portal.FirstPageAsync(ct);
        await SignInAsync(portal.Http, mailbox, ct);
        await Wait.UntilAsync("the board with all links running", async () => await OnBoardAsync(portal.Http, Tahap.Aktivasi, ct) == Links, Lead, 100, ct);
        if (await SinceAsync(source, deadline, ct) is > -1 and var late)
        {
            throw new LoadException($"the portal was ready only {late:0.0} s after the deadline of the links: the machine is too busy to measure");
        }

        await Wait.UntilAsync("the deadline", async () => await SinceAsync(source, deadline, ct) >= 0, Lead, 20, ct);
        var processor = portal.Processor;
        await Wait.UntilAsync($"{Links} links to be closed and their mail queued", () => ClosedAsync(source, ct), TimeSpan.FromMinutes(3), 50, ct);
        Figure.Note($"links closed and mail queued after {await SinceAsync(source, deadline, ct):0.00} s, with {(portal.Processor - processor).TotalSeconds:0.0} s of the portal's processor time");
        Figure.Note($"first closed {await ValueAsync<double>(source, $"SELECT extract(epoch FROM min(pada) - '{deadline:O}'::timestamptz)::float8 FROM riwayat WHERE tindakan = 'Kedaluwarsakan'", ct):0.00} s after the deadline");
        await Wait.UntilAsync("the board", async () => await OnBoardAsync(portal.Http, Tahap.LinkKedaluwarsa, ct) == Links, TimeSpan.FromMinutes(2), 50, ct);
        Figure.Print("expiry-seconds", await SinceAsync(source, deadline, ct), "s", 10, atLeast: false);

        var mails = await ValueAsync<long>(source, "SELECT count(*) FROM surel_keluar WHERE mati_pada IS NULL", ct);
        await sink.WaitUntilAsync(() => sink.Mails.Count >= mails, $"{mails} mails", TimeSpan.FromMinutes(5));
        Figure.Print("expiry-mail-seconds", await SinceAsync(source, deadline, ct), "s", 60, atLeast: false);
        Figure.Note($"{sink.Mails.Count} mails delivered, {sink.Mails.Select(m => m.MessageId).Distinct().Count()} of them different");
    }

    /// <summary>A Kasi who can sign in, to look at the board.</summary>
    private static async Task<string> OfficialAsync(LayananUji services, PermohonanUji people, CancellationToken ct)
    {
        var kasi = await people.PetugasAsync(Peran.Kasi);
        await using var db = await services.Pabrik.CreateDbContextAsync(ct);
        var account = await db.Users.FindAsync([kasi.Id], ct) ?? throw new LoadException("the Kasi's account is gone");
        account.PasswordHash = new PasswordHasher<Pengguna>().HashPassword(account, Password);
        await db.SaveChangesAsync(ct);
        return account.Email!;
    }

    /// <summary>Copies one request that came to its activation by real acts; only what must differ differs.</summary>
    private static Task CopyAsync(NpgsqlDataSource source, Guid model, CancellationToken ct) => ExecuteAsync(
        source,
        $"""
        INSERT INTO permohonan SELECT (jsonb_populate_record(NULL::permohonan, to_jsonb(p) || jsonb_build_object('id', md5('p' || n)::uuid,
            'nik', '33990155' || lpad(n::text, 8, '0'), 'surel', 'pemohon' || n || '@contoh.go.id', 'nomor_resi', '2026-' || (5000 + n)))).*
          FROM permohonan p, generate_series(2, {Links}) n WHERE p.id = '{model}';
        INSERT INTO kunci_permohonan SELECT (jsonb_populate_record(NULL::kunci_permohonan, to_jsonb(k) || jsonb_build_object('permohonan_id', md5('p' || n)::uuid))).*
          FROM kunci_permohonan k, generate_series(2, {Links}) n WHERE k.permohonan_id = '{model}';
        INSERT INTO link_pemohon SELECT (jsonb_populate_record(NULL::link_pemohon, to_jsonb(l) || jsonb_build_object('id', md5('l' || n)::uuid,
            'permohonan_id', md5('p' || n)::uuid, 'hash_token', '\x' || encode(sha256(n::text::bytea), 'hex')))).*
          FROM link_pemohon l, generate_series(2, {Links}) n WHERE l.permohonan_id = '{model}';
        UPDATE surel_keluar SET mati_pada = clock_timestamp() WHERE terkirim_pada IS NULL;
        """, ct);

    /// <summary>One deadline for all, some time ahead; the reminders before it count as sent.</summary>
    private static async Task<DateTime> SetDeadlineAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var deadline = await ValueAsync<DateTime>(source, $"SELECT date_trunc('second', clock_timestamp()) + interval '{Lead.TotalSeconds} s'", ct);
        await ExecuteAsync(source, $"UPDATE link_pemohon SET batas = '{deadline:O}', pengingat_terkirim = '{{720,180,30}}'", ct);
        await ExecuteAsync(source, $"UPDATE permohonan SET batas_berikutnya = '{deadline:O}'", ct);
        return deadline;
    }

    private static Task<bool> ClosedAsync(NpgsqlDataSource source, CancellationToken ct) => ValueAsync<bool>(
        source,
        $"""
        SELECT NOT EXISTS (SELECT FROM link_pemohon WHERE ditutup_pada IS NULL) AND (SELECT count(*) FROM riwayat WHERE tindakan = 'Kedaluwarsakan') = {Links}
          AND (SELECT count(*) FROM surel_keluar WHERE jenis = 'LinkKedaluwarsa') = {Links}
        """, ct);

    private static Task<double> SinceAsync(NpgsqlDataSource source, DateTime deadline, CancellationToken ct) =>
        ValueAsync<double>(source, $"SELECT extract(epoch FROM clock_timestamp() - '{deadline:O}'::timestamptz)::float8", ct);

    private static async Task SignInAsync(HttpClient http, string mailbox, CancellationToken ct)
    {
        var page = await http.GetStringAsync("/masuk", ct);
        var fields = Hidden().Matches(page).Select(m => m.Value).Select(t => KeyValuePair.Create(Name().Match(t).Groups[1].Value, Value().Match(t).Groups[1].Value))
            .Append(new("Isian.Surel", mailbox)).Append(new("Isian.Sandi", Password));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync("/masuk", form, ct);
        if ((int)answer.StatusCode is < 300 or >= 400)
        {
            throw new LoadException($"signing in was answered {(int)answer.StatusCode}");
        }
    }

    /// <summary>How many cards the board's page counts in a column.</summary>
    private static async Task<int> OnBoardAsync(HttpClient http, Tahap stage, CancellationToken ct)
    {
        using var answer = await http.GetAsync("/papan", ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw new LoadException($"/papan was answered {(int)answer.StatusCode}");
        }

        var page = await answer.Content.ReadAsStringAsync(ct);
        var column = page.IndexOf($"data-tahap=\"{stage}\"", StringComparison.Ordinal);
        return column >= 0 && Count().Match(page, column) is { Success: true } m ? int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static async Task<T> ValueAsync<T>(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("class=\"papan-jumlah\">(\\d+)")]
    private static partial Regex Count();
}
