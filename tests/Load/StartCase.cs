using KlatenSE.TestCommon;

namespace KlatenSE.Load;

/// <summary>How long a start takes on a database that is migrated already, as after every restart.</summary>
internal static class StartCase
{
    private const int Rounds = 5;

    public static async Task RunAsync(CancellationToken ct)
    {
        var folder = await PublishedPortal.BuildAsync(ct);
        await using var postgres = new PostgresFixture(MigrasiUji.JalankanAsync, durable: true);
        await using var database = await postgres.CloneAsync(ct);
        List<double> seconds = [];
        // The first start reads the program from disk and makes the database's keys: it is told, and not counted.
        for (var i = 0; i <= Rounds; i++)
        {
            await using var portal = PublishedPortal.Start(folder, database.Portal, database.Pemilik);
            var took = (await portal.FirstPageAsync(ct)).TotalSeconds;
            if (i == 0)
            {
                Figure.Note($"very first start: {took:0.00} s");
                continue;
            }

            seconds.Add(took);
        }

        Figure.Note($"rounds: {Figure.Rounds(seconds)}");
        Figure.Print("start-seconds", Figure.Median(seconds), "s", 3, atLeast: false);
    }
}
