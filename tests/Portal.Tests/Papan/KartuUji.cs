using KlatenSE.Domain.Alur;
using KlatenSE.Infrastructure.Papan;

namespace KlatenSE.Portal.Tests.Papan;

/// <summary>Cards and columns as the listener would read them.</summary>
internal static class KartuUji
{
    /// <summary>Tuesday 24 November 2026, 10.14 in Jakarta: within working hours.</summary>
    public static readonly DateTimeOffset Kini = new(2026, 11, 24, 3, 14, 0, TimeSpan.Zero);

    public static KartuPapan Kartu(Tahap tahap, string nama = "Dewi Lestari", int menit = 2, int sisa = 8) => new()
    {
        Id = Guid.CreateVersion7(),
        Versi = 1,
        NomorResi = "2026-0412",
        Nama = nama,
        UnitKerja = "Dinas Kesehatan",
        Tahap = tahap,
        VersiAlur = 1,
        PemohonId = Guid.CreateVersion7(),
        Sejak = Kini.AddMinutes(-menit),
        Batas = Kini.AddMinutes(sisa),
        BatasLink = AlurSop.Terbaru.Dari(tahap).BerlakuLink is null ? null : Kini.AddMinutes(sisa),
    };

    public static KolomPapan Kolom(Tahap tahap, params KartuPapan[] kartu) => new(
        AlurSop.Terbaru.Dari(tahap), [.. kartu], kartu.Count(k => k.LewatBatas(Kini)), kartu.Count(k => k.LinkHampirHabis(Kini)));
}
