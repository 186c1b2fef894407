using KlatenSE.Domain.Alur;

namespace KlatenSE.TestCommon;

/// <summary>A second version of the SOP's table, as the office might decree it, for tests of what a change does to requests on their way.</summary>
public static class AlurUji
{
    /// <summary>
    /// Puts version 2 on top for the caller's flow of work, until disposed: step 2 is gone (a disposition leads straight to the Kasi), and the
    /// Kasi has 20 minutes instead of 10. Call it in the test's own method, so that what the test awaits sees it.
    /// </summary>
    public static IDisposable VersiDua()
    {
        var satu = AlurSop.Versi(1);
        return AlurSop.TambahUntukUji(
            [.. satu.SemuaTahap.Where(t => t.Tahap != Tahap.PenerusanKabid).Select(t => t.Tahap == Tahap.VerifikasiBerkas ? t with { Standar = TimeSpan.FromMinutes(20) } : t)],
            [.. satu.SemuaAturan.Where(a => a.Dari != Tahap.PenerusanKabid).Select(a => a.Ke == Tahap.PenerusanKabid ? a with { Ke = Tahap.VerifikasiBerkas } : a)]);
    }
}
