using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KlatenSE.Infrastructure.Surel;

/// <summary>
/// Delivers the outbox. One reader leases due mails, a few workers send, one writer records outcomes as they come (what is ready goes
/// into one statement). Exactly once, but for a crash between the server's "250" and that statement.
/// </summary>
public sealed class PengirimSurel(
    IServiceProvider layanan, NpgsqlDataSource sumber, IDataProtectionProvider pelindung, IOptionsMonitor<SurelOptions> pengaturan,
    KabarSurel kabar, TimeProvider jam, ILogger<PengirimSurel> log) : BackgroundService
{
    private const int Sekali = 40;
    // Long enough for the slowest try of a mail that waits behind others.
    private TimeSpan Sewa => TimeSpan.FromTicks(Math.Max(TimeSpan.FromMinutes(5).Ticks, Atur.BatasKirim.Ticks * 4));

    // A send cut off in the middle may have been accepted, and would go out twice: at shutdown it gets the time to end.
    private static readonly TimeSpan SelesaikanDulu = TimeSpan.FromSeconds(10);

    private readonly AntreanSurel antrean = new(sumber);
    private readonly IDataProtector protector = pelindung.CreateProtector(SuratElektronik.Tujuan);
    private readonly Channel<SuratDiambil> tugas = Channel.CreateBounded<SuratDiambil>(4);
    private readonly Channel<CatatanKirim> hasil = Channel.CreateUnbounded<CatatanKirim>();
    private readonly JedaServer jeda = new();
    private volatile bool macet;

    private SurelOptions Atur => pengaturan.CurrentValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var paksa = new CancellationTokenSource();
        await using var daftar = stoppingToken.Register(() => paksa.CancelAfter(SelesaikanDulu));
        var pencatat = CatatTerusAsync(stoppingToken);
        var pekerja = Enumerable.Range(0, Math.Clamp(Atur.Paralel, 1, 16)).Select(_ => KirimTerusAsync(paksa.Token, stoppingToken)).ToArray();
        try
        {
            await AmbilTerusAsync(stoppingToken);
        }
        finally
        {
            tugas.Writer.Complete();
            await Task.WhenAll(pekerja);
            hasil.Writer.Complete();
            await pencatat;
        }
    }

    private async Task AmbilTerusAsync(CancellationToken henti)
    {
        var bersihLagi = DateTimeOffset.MinValue;
        while (!henti.IsCancellationRequested)
        {
            var tunggu = Atur.Periksa;
            try
            {
                var kini = jam.GetUtcNow();
                if (kini >= bersihLagi)
                {
                    await antrean.HapusIsiMatiAsync(kini, henti);
                    bersihLagi = kini.AddMinutes(1);
                }

                var sisa = jeda.Sisa(kini);
                if (sisa > TimeSpan.Zero)
                {
                    tunggu = sisa < tunggu ? sisa : tunggu;
                }
                else if (Atur.Diatur && !macet)
                {
                    // Not cancelled: a lease taken but not seen would hold its mail back for minutes.
                    var surat = await antrean.AmbilAsync(Sekali, kini, Sewa, CancellationToken.None);
                    await BagikanAsync(surat, henti);
                    tunggu = surat.Count == Sekali ? TimeSpan.Zero : tunggu;
                }
            }
            catch (OperationCanceledException) when (henti.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogError(e, "The mail queue could not be read; trying again");
            }

            if (tunggu > TimeSpan.Zero)
            {
                await kabar.TungguAsync(tunggu, jam, henti);
            }
        }
    }

    private async Task BagikanAsync(List<SuratDiambil> surat, CancellationToken henti)
    {
        for (var i = 0; i < surat.Count; i++)
        {
            try
            {
                await tugas.Writer.WriteAsync(surat[i], henti);
            }
            catch (OperationCanceledException)
            {
                surat.Skip(i).ToList().ForEach(s => hasil.Writer.TryWrite(new CatatanKirim(s.Id, s.Sewa)));
                throw;
            }
        }
    }

    private async Task KirimTerusAsync(CancellationToken paksa, CancellationToken henti)
    {
        using var smtp = layanan.GetRequiredService<IPengirimSmtp>();
        await foreach (var surat in tugas.Reader.ReadAllAsync(CancellationToken.None))
        {
            hasil.Writer.TryWrite(await SatuAsync(smtp, surat, paksa, henti));
            if (!tugas.Reader.TryPeek(out _))
            {
                smtp.Tutup();
            }
        }
    }

    private async Task<CatatanKirim> SatuAsync(IPengirimSmtp smtp, SuratDiambil s, CancellationToken paksa, CancellationToken henti)
    {
        var kini = jam.GetUtcNow();
        if (henti.IsCancellationRequested || jeda.Sisa(kini) > TimeSpan.Zero || s.Sewa - kini < Atur.BatasKirim * 2)
        {
            return new CatatanKirim(s.Id, s.Sewa);
        }

        if (s.BatasPada <= kini)
        {
            return Mati(s, SebabMati.LewatBatas, "Email ini tidak dikirim karena batas waktunya sudah lewat.");
        }

        if (Buka(s) is not { } siap)
        {
            return Mati(s, SebabMati.IsiTidakTerbaca, "Isi email tidak dapat dibuka: kunci pelindung data tidak ada lagi atau isinya sudah dihapus.");
        }

        try
        {
            return Catat(s, await smtp.KirimAsync(siap, paksa));
        }
        catch (OperationCanceledException) when (paksa.IsCancellationRequested)
        {
            return new CatatanKirim(s.Id, s.Sewa);
        }
        catch (Exception e)
        {
            // A bug must not stop the mails of others: it is logged, shown to the administrator, and counts as a failed try.
            log.LogError(e, "Mail {Id} could not be sent", s.Id);
            smtp.Tutup();
            return Ulang(s, $"Kesalahan tak terduga saat mengirim ({e.GetType().Name}). Rinciannya ada di catatan server.");
        }
    }

    private CatatanKirim Catat(SuratDiambil s, HasilKirim h)
    {
        switch (h.Akibat)
        {
            case AkibatKirim.Terkirim:
                jeda.Pulih();
                return new CatatanKirim(s.Id, s.Sewa, Terkirim: jam.GetUtcNow());
            case AkibatKirim.ServerTakTerpakai:
                log.LogWarning("Mail server unusable: {Sentence}", h.Kalimat);
                return new CatatanKirim(s.Id, s.Sewa, KirimSetelah: jeda.Mulai(jam.GetUtcNow(), Atur.JedaServer), Kesalahan: h.Kalimat);
            case AkibatKirim.DitolakPenerima:
                return Mati(s, SebabMati.DitolakPenerima, h.Kalimat) with { Percobaan = 1 };
            case AkibatKirim.AlamatTidakSah:
                return Mati(s, SebabMati.AlamatTidakSah, h.Kalimat);
            case AkibatKirim.Sementara:
                return Ulang(s, h.Kalimat);
            default:
                throw new InvalidOperationException($"Unknown outcome {h.Akibat}");
        }
    }

    private CatatanKirim Ulang(SuratDiambil s, string? kalimat)
    {
        var lagi = JadwalUlang.Berikutnya(Atur, s.Percobaan + 1, s.DiantrekanPada, jam.GetUtcNow(), RandomNumberGenerator.GetInt32(1000) / 1000.0);
        return lagi is { } saat
            ? new CatatanKirim(s.Id, s.Sewa, KirimSetelah: saat, Percobaan: 1, Kesalahan: kalimat)
            : Mati(s, SebabMati.HabisPercobaan, kalimat) with { Percobaan = 1 };
    }

    private CatatanKirim Mati(SuratDiambil s, SebabMati sebab, string? kalimat) =>
        new(s.Id, s.Sewa, Mati: jam.GetUtcNow(), Sebab: sebab, Kesalahan: kalimat);

    private SuratSiap? Buka(SuratDiambil s)
    {
        if (s.IsiTeks is not { } teks || s.IsiHtml is not { } html)
        {
            return null;
        }

        try
        {
            return s.Rahasia
                ? new SuratSiap(s.Id, s.Kepada, s.NamaKepada, s.Perihal, protector.Unprotect(teks), protector.Unprotect(html))
                : new SuratSiap(s.Id, s.Kepada, s.NamaKepada, s.Perihal, teks, html);
        }
        catch (CryptographicException e)
        {
            log.LogError(e, "Body of mail {Id} cannot be decrypted", s.Id);
            return null;
        }
    }

    private async Task CatatTerusAsync(CancellationToken henti)
    {
        var kumpulan = new List<CatatanKirim>();
        while (await hasil.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (kumpulan.Count < 200 && hasil.Reader.TryRead(out var c))
            {
                kumpulan.Add(c);
            }

            // What was sent must be written, or it is sent again: nothing more is taken until it is.
            for (var kali = 1; kumpulan.Count > 0; kali++)
            {
                try
                {
                    await antrean.CatatAsync(kumpulan, CancellationToken.None);
                    kumpulan.Clear();
                    macet = false;
                }
                catch (Exception e) when (e is NpgsqlException or TimeoutException)
                {
                    macet = true;
                    log.LogError(e, "{Count} mail outcomes could not be written; trying again", kumpulan.Count);
                    if (henti.IsCancellationRequested && kali >= 3)
                    {
                        return;
                    }

                    await Task.Delay(TimeSpan.FromSeconds(Math.Min(kali, 10)), TimeProvider.System, CancellationToken.None);
                }
            }
        }
    }
}
