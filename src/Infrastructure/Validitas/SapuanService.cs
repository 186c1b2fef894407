using KlatenSE.Infrastructure.Loket;

namespace KlatenSE.Infrastructure.Validitas;

/// <summary>The sweep: at start and every minute everything that a clock makes due is done, whatever became of its timer.</summary>
public sealed class SapuanService(
    ValiditasService validitas, PengingatLinkService pengingatLink, PengingatTenggatService pengingatTenggat, PengingatKonfirmasiService pengingatKonfirmasi,
    TenggatService tenggat, JadwalLink jadwal, TimeProvider jam)
{
    /// <summary>When a sweep of this process last did all its work; null before the first.</summary>
    public DateTimeOffset? TerakhirBerhasil { get; private set; }

    /// <summary>When the last sweep of this process failed in some part; null when it did not.</summary>
    public DateTimeOffset? GagalPada { get; private set; }

    /// <summary>One sweep. Every part is tried, also when one before it failed.</summary>
    /// <exception cref="AggregateException">What failed.</exception>
    public async Task JalankanAsync(CancellationToken ct = default)
    {
        Func<CancellationToken, Task>[] bagian =
            [validitas.TutupYangLewatAsync, pengingatLink.KirimAsync, pengingatTenggat.KirimAsync, pengingatKonfirmasi.KirimAsync, tenggat.JalankanAsync, jadwal.LengkapiAsync];
        try
        {
            await Rombongan.UntukTiapAsync(bagian, 1, (kerja, henti) => kerja(henti), ct);
        }
        catch (AggregateException)
        {
            GagalPada = jam.GetUtcNow();
            throw;
        }

        (TerakhirBerhasil, GagalPada) = (jam.GetUtcNow(), null);
    }
}
