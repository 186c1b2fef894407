using System.Collections.Concurrent;
using KlatenSE.Domain.Alur;
using KlatenSE.Domain.Pengajuan;
using KlatenSE.TestCommon;

namespace KlatenSE.Load;

/// <summary>
/// Whole acts through the one door, each with state, history, audit, outbox and doorbell in one durable transaction. Each clerk takes
/// requests of the own from the disposition to the activation link: five acts of four officials.
/// </summary>
internal static class ActsCase
{
    private const int Rounds = 3;
    private const int ActsEach = 5;

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var postgres = new PostgresFixture(MigrasiUji.JalankanAsync, durable: true);
        await using var database = await postgres.CloneAsync(ct);
        await using var services = LayananUji.Buat(database.Portal);
        // The many first: by the time of the single clerk all code has run often enough to be compiled in earnest, as in a portal at work.
        await MeasureAsync(services, "acts-per-second-32", clerks: 32, requests: 5, goal: 300, ct);
        await MeasureAsync(services, "acts-per-second-1", clerks: 1, requests: 60, goal: 150, ct);
        var rows = await database.NilaiAsync<string>(
            "SELECT concat_ws(', ', (SELECT count(*) || ' history' FROM riwayat), (SELECT count(*) || ' audit' FROM audit), (SELECT count(*) || ' mails' FROM surel_keluar))", ct);
        Figure.Note($"rows written: {rows}");
    }

    private static async Task MeasureAsync(LayananUji services, string name, int clerks, int requests, double goal, CancellationToken ct)
    {
        var people = Enumerable.Range(0, clerks).Select(_ => new PermohonanUji(services.Layanan)).ToList();
        List<double> rates = [];
        // Round 0 warms up: compiled queries, opened connections, code that has been run often enough.
        for (var round = 0; round <= Rounds; round++)
        {
            var ready = new ConcurrentQueue<ContohPermohonan>();
            await Parallel.ForEachAsync(Enumerable.Range(0, clerks * requests), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct },
                async (_, _) => ready.Enqueue(await people[0].SampaiAsync(Tahap.MenungguDisposisi)));
            var shares = ready.Chunk(requests).ToList();
            var latencies = new ConcurrentBag<double>();
            var (begun, cpu) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await Task.WhenAll(people.Select((clerk, i) => Task.Run(() => WorkAsync(clerk, shares[i], latencies), ct)));
            var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
            if (round > 0)
            {
                rates.Add(clerks * requests * ActsEach / seconds);
                Figure.Note($"{name} round {round}: {rates[^1]:0} acts/s, median act {Figure.Median(latencies):0.0} ms, slowest {latencies.Max():0.0} ms, "
                    + $"{(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / latencies.Count:0.00} ms of processor an act, the database's not counted");
            }
        }

        Figure.Print(name, Figure.Median(rates), "acts/s", goal, atLeast: true);
    }

    private static async Task WorkAsync(PermohonanUji clerk, ContohPermohonan[] share, ConcurrentBag<double> latencies)
    {
        var verifikator = await clerk.PetugasAsync(Peran.Verifikator);
        foreach (var request in share)
        {
            (Peran Peran, Perintah Perintah)[] acts =
            [
                (Peran.Kepala, new Disposisikan(new Disposisi { Instruksi = [InstruksiDisposisi.ProsesLebihLanjut] })), (Peran.Kabid, new Teruskan()),
                (Peran.Kasi, new CatatPerbandingan(DataUji.Cocok(request.Data))), (Peran.Kasi, new TunjukVerifikator(verifikator.Id, verifikator.Nama)),
                (Peran.Verifikator, new TerbitkanLinkAktivasi()),
            ];
            foreach (var (peran, perintah) in acts)
            {
                var begun = TimeProvider.System.GetTimestamp();
                await clerk.WajibAsync(request, peran, perintah);
                latencies.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
            }
        }
    }
}
